//! What each action does.

use std::rc::Rc;

use crate::annotation::{Annotation, Annotations, LONGEST_NOTE};
use crate::article::Article;
use crate::id::{AnnotatorId, ArticleId};
use crate::session::apply::bare;
use crate::session::{
    Action, Annotator, Edit, Heard, Held, How, Moment, Plan, Said, Scope, Session, Step, Touched, What,
    suggested_name,
};

/// A title or a code name is kept up to this length (characters).
const LONGEST_NAME: usize = 200;

impl Session {
    /// The session after `action`, and what must be saved.
    #[must_use]
    pub fn update(&self, action: &Action, moment: Moment) -> (Self, Vec<Touched>) {
        let mut next = self.clone();
        let mut touched = Vec::new();
        next.turn += 1;
        next.act(action, moment, &mut touched);
        Touched::distinct(&mut touched);
        (next, touched)
    }

    fn act(&mut self, action: &Action, moment: Moment, touched: &mut Vec<Touched>) {
        match action {
            Action::Label(article, place, label) => {
                let codebook = Rc::clone(self.codebook_of(article));
                self.mark(article, *place, moment, touched, &|mark, number| {
                    mark.toggle_label(label, &codebook);
                    What::Label(label.clone(), mark.has(label), number)
                });
            }
            Action::Main(article, place, label) => {
                self.mark(article, *place, moment, touched, &|mark, number| {
                    let is_main = mark.main.as_ref() == Some(label);
                    mark.main = Some(label.clone()).filter(|_| !is_main && mark.has(label));
                    What::Main(label.clone(), mark.main.is_some(), number)
                });
            }
            Action::None(article, place) => self.mark(article, *place, moment, touched, &|mark, number| {
                mark.toggle_none();
                What::None(mark.none, number)
            }),
            Action::Unsure(article, place) => self.mark(article, *place, moment, touched, &|mark, number| {
                mark.unsure = !mark.unsure;
                What::Unsure(mark.unsure, number)
            }),
            Action::Note(article, place, text) => {
                self.mark(article, *place, moment, touched, &|mark, number| {
                    mark.note = cut(text, LONGEST_NOTE);
                    What::Note(!mark.note.is_empty(), number)
                })
            }
            Action::Undo(scope) => self.walk(scope, true, touched),
            Action::Redo(scope) => self.walk(scope, false, touched),
            // The text, title, lines and sentences of an article within an exercise are frozen.
            Action::Rename(id, _) | Action::Delete(id) if id.exercise().is_some() => {}
            Action::Language(article, _) | Action::Line(article, ..) if article.id.exercise().is_some() => {}
            Action::Add(article) if self.article(&article.id).is_some() => {
                self.say(What::AlreadyHere(article.title.clone()), How::Done, Scope::Library);
            }
            Action::Add(article) => {
                let edit = Edit::Article {
                    id: article.id.clone(),
                    before: None,
                    after: Some(bare(Rc::clone(article))),
                };
                self.step(Scope::Library, What::Added(article.title.clone()), vec![edit], touched);
            }
            Action::Rename(id, title) => {
                let title = title.trim().chars().take(LONGEST_NAME).collect::<String>();
                let Some(article) = self.article(id).filter(|a| !title.is_empty() && a.title != title) else {
                    return;
                };
                let renamed = Article { title: title.clone(), ..(**article).clone() };
                let edit = Edit::Article {
                    id: id.clone(),
                    before: self.held(id),
                    after: Some(bare(Rc::new(renamed))),
                };
                self.step(Scope::Library, What::Renamed(title), vec![edit], touched);
            }
            Action::Language(article, language) => {
                let is_other = |here: &&Rc<Article>| here.language != article.language;
                let Some(before) =
                    self.article(&article.id).filter(is_other).and_then(|_| self.held(&article.id))
                else {
                    return;
                };
                let what = What::Language(article.title.clone(), language.clone());
                let edit = remade(before, article);
                self.step(Scope::Library, what, vec![edit], touched);
            }
            Action::Delete(id) => {
                let Some(held) = self.held(id) else { return };
                let what = What::Deleted(held.article.title.clone());
                let edit = Edit::Article { id: id.clone(), before: Some(held), after: None };
                self.step(Scope::Library, what, vec![edit], touched);
            }
            Action::Line(article, span, apart) => {
                let Some(before) = self.held(&article.id) else { return };
                let words = span.of(&article.text).unwrap_or_default().to_owned();
                let edit = remade(before, article);
                let scope = Scope::Article(article.id.clone());
                self.step(scope, What::Line(*apart, words), vec![edit], touched);
            }
            Action::Merge(plan) => self.merge(plan, touched),
            Action::Name(name) => self.rename_me(cut(name, LONGEST_NAME).trim(), moment, touched),
            Action::TakeExercise(exercise) => self.take_exercise(exercise, touched),
            Action::DropExercise(id) => self.drop_exercise(id, touched),
            Action::Start(name) => self.start(cut(name, LONGEST_NAME).trim(), moment, touched),
            Action::HandedIn(id, at, check) => self.handed_in(id, check, *at, touched),
            Action::StartAsSomeoneElse => {
                self.me = None;
                self.awaits_someone = true;
                touched.push(Touched::Settings);
                self.say(What::SomeoneElse(None), How::Done, Scope::Library);
            }
            Action::GoOnAs(id) => {
                let Some(annotator) = self.annotators.iter().find(|a| a.id == *id).cloned() else { return };
                self.me = Some(annotator.id);
                touched.push(Touched::Settings);
                self.say(What::SomeoneElse(Some(annotator.name)), How::Done, Scope::Library);
            }
            Action::Settings(settings) => {
                self.settings = settings.clone();
                touched.push(Touched::Settings);
            }
            Action::Heard(heard) => self.hear(heard),
            Action::Clear(bundled) => {
                let turn = self.turn;
                *self = Self {
                    articles: bundled.clone(),
                    settings: self.settings.clone(),
                    turn,
                    ..Self::default()
                };
                self.settings.backed_up = None;
                touched.push(Touched::Everything);
                self.say(What::Cleared, How::Done, Scope::Library);
            }
        }
    }

    /// Changes what the current annotator says of a sentence, as one step. Steps that write one note are one.
    fn mark(
        &mut self,
        id: &ArticleId,
        place: usize,
        moment: Moment,
        touched: &mut Vec<Touched>,
        change: &dyn Fn(&mut Annotation, usize) -> What,
    ) {
        let Some(span) = self.article(id).and_then(|article| article.sentences.get(place)).copied() else {
            return;
        };
        let me = self.me(moment, touched);
        let before = self.mark_at(id, &me, span.start()).cloned();
        let mut mark = before.as_deref().cloned().unwrap_or_else(|| Annotation::blank(span, moment.now));
        let what = change(&mut mark, place + 1);
        mark.exercise = id.exercise();
        mark.modified = moment.now.max(mark.modified);
        if before.as_deref().is_some_and(|old| old.agrees(&mark)) {
            return;
        }
        let after = (!mark.is_blank()).then(|| Rc::new(mark));
        if before.is_none() && after.is_none() {
            return;
        }
        let edit = Edit::Mark { article: id.clone(), annotator: me, start: span.start(), before, after };
        let scope = Scope::Article(id.clone());
        if !self.apply(&edit, touched) {
            return;
        }
        let step = Step { what: what.clone(), edits: vec![edit] };
        let history = self.histories.or_default(scope.clone());
        match &what {
            What::Note(_, number) => {
                history.extend(step, |last| matches!(last, What::Note(_, n) if n == number))
            }
            _ => history.push(step),
        }
        self.say(what, How::Done, scope);
    }

    /// The current annotator; the first mark makes one with a suggested code name.
    fn me(&mut self, moment: Moment, touched: &mut Vec<Touched>) -> AnnotatorId {
        if let Some(me) = &self.me {
            return me.clone();
        }
        let id = AnnotatorId::from_random(moment.random);
        self.annotators.push(Annotator { id: id.clone(), name: suggested_name(moment.random) });
        self.me = Some(id.clone());
        touched.extend([Touched::Annotator(id.clone()), Touched::Settings]);
        id
    }

    fn rename_me(&mut self, name: &str, moment: Moment, touched: &mut Vec<Touched>) {
        if name.is_empty() {
            return;
        }
        let id = self.me(moment, touched);
        for annotator in self.annotators.iter_mut().filter(|annotator| annotator.id == id) {
            annotator.name = name.to_owned();
        }
        touched.push(Touched::Annotator(id));
    }

    /// Applies edits as one step that can be undone.
    pub(super) fn step(&mut self, scope: Scope, what: What, edits: Vec<Edit>, touched: &mut Vec<Touched>) {
        for edit in &edits {
            self.apply(edit, touched);
        }
        self.histories.or_default(scope.clone()).push(Step { what: what.clone(), edits });
        self.say(what, How::Done, scope);
    }

    /// Undo (`back`) or redo. What has changed elsewhere since is left as it is, and said so.
    fn walk(&mut self, scope: &Scope, back: bool, touched: &mut Vec<Touched>) {
        let history = self.histories.or_default(scope.clone());
        let Some(step) = (if back { history.undo() } else { history.redo() }) else {
            self.say(What::Nothing, if back { How::Undone } else { How::Redone }, scope.clone());
            return;
        };
        let mut all = true;
        if back {
            for edit in step.edits.iter().rev() {
                all &= self.apply(&edit.reversed(), touched);
            }
        } else {
            for edit in &step.edits {
                all &= self.apply(edit, touched);
            }
        }
        let how = match (all, back) {
            (false, _) => How::Left,
            (true, true) => How::Undone,
            (true, false) => How::Redone,
        };
        self.say(step.what.clone(), how, scope.clone());
    }

    fn merge(&mut self, plan: &Plan, touched: &mut Vec<Touched>) {
        for annotator in &plan.annotators {
            if self.annotators.iter().all(|known| known.id != annotator.id) {
                self.annotators.push(annotator.clone());
                touched.push(Touched::Annotator(annotator.id.clone()));
            }
        }
        if let Some(adopted) = &plan.adopt {
            self.me = Some(adopted.clone());
            touched.push(Touched::Settings);
        }
        if let Some(settings) = &plan.settings {
            self.settings = settings.clone();
            touched.push(Touched::Settings);
        }
        let what = What::Merged {
            articles: plan.summary.articles,
            sentences: plan.summary.new + plan.summary.changed,
        };
        self.step(Scope::Library, what, plan.edits.clone(), touched);
    }

    fn hear(&mut self, heard: &Heard) {
        let mut nothing_to_save = Vec::new();
        match heard {
            Heard::Mark(article, annotator, start, mark) => {
                let is_put = self.put_mark(article, annotator, *start, mark.clone(), &mut nothing_to_save);
                if is_put && mark.is_some() {
                    self.meet(annotator);
                }
            }
            Heard::Article(article) => self.remake(Rc::clone(article)),
            Heard::Gone(id) => {
                self.articles.retain(|article| article.id != *id);
                self.work.remove(id);
            }
            Heard::Orphans(id, annotator, orphans) => {
                let Some(article) = self.article(id).cloned() else { return };
                let work = self.work.or_default(id.clone());
                let set = work.or_insert_with(annotator.clone(), || Rc::new(Annotations::none(&article)));
                *set = Rc::new(Annotations { orphans: Rc::clone(orphans), ..(**set).clone() });
                if !orphans.is_empty() {
                    self.meet(annotator);
                }
            }
            Heard::Exercise(exercise) => {
                if self.exercise(&exercise.id).is_none() {
                    self.insert_exercise(Rc::clone(exercise));
                }
            }
            Heard::ExerciseGone(id) => {
                if let Some(held) = self.held_exercise(id) {
                    let edit = Edit::Exercise { id: id.clone(), before: Some(held), after: None };
                    self.apply(&edit, &mut nothing_to_save);
                }
            }
            Heard::HandIn(exercise, annotator, hand_in) => {
                self.hand_ins.insert((exercise.clone(), annotator.clone()), hand_in.clone());
            }
            Heard::Annotator(annotator) => {
                match self.annotators.iter_mut().find(|known| known.id == annotator.id) {
                    Some(known) => *known = annotator.clone(),
                    None => self.annotators.push(annotator.clone()),
                }
            }
            // A window in which nobody has marked goes on as the one who marks in the other, unless it was
            // asked to start as someone else.
            Heard::Settings(settings, me) => {
                self.settings = settings.clone();
                if self.me.is_none() && !self.awaits_someone {
                    self.me.clone_from(me);
                }
            }
        }
    }

    /// Somebody is heard of, whose name comes in an entry of its own: until then the id stands for it, as after a
    /// reload.
    fn meet(&mut self, id: &AnnotatorId) {
        if self.annotators.iter().all(|known| known.id != *id) {
            self.annotators.push(Annotator { id: id.clone(), name: id.to_string() });
        }
    }

    fn say(&mut self, what: What, how: How, scope: Scope) {
        self.said = Some(Said { what, how, scope, turn: self.turn });
    }
}

/// The edit that puts another making of an article in the place of the one here.
fn remade(before: Rc<Held>, article: &Rc<Article>) -> Edit {
    Edit::Article { id: article.id.clone(), before: Some(before), after: Some(bare(Rc::clone(article))) }
}

/// `text` cut to at most `longest` bytes, at a character boundary.
fn cut(text: &str, longest: usize) -> String {
    text.get(..text.floor_char_boundary(longest)).unwrap_or_default().to_owned()
}
