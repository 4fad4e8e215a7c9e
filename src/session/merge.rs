//! Taking in a file: what would change is planned first, shown where anything is in doubt, and done as one
//! step that can be undone. Nothing is overwritten silently.

use std::rc::Rc;

use crate::annotation::{Annotation, Annotations, Orphan, Quote};
use crate::article::{Article, Origin};
use crate::exercise::Exercise;
use crate::exercise::board::Board;
use crate::id::{AnnotatorId, ArticleId};
use crate::map::Map;
use crate::session::{Annotator, Edit, Held, HeldExercise, Session, Settings, Work};
use crate::text::{Span, find_quote};
use crate::time::Timestamp;

/// How much text is searched for the sentences of another version that did not simply move, in bytes: enough
/// for every sentence of an ordinary article, and an end for a file that was made to keep the page busy.
const SEARCHED: usize = 10_000_000;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Annotations of one or more articles.
    Annotations,
    /// Everything that was on a device.
    Backup,
}

/// One article of a file, with what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The article, as the file has it.
    pub article: Article,
    /// Annotations; their spans are bytes of this article's text.
    pub annotations: Vec<(AnnotatorId, Rc<Annotation>)>,
    /// Annotations that had found no place when the file was written.
    pub orphans: Vec<(AnnotatorId, Orphan)>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it holds.
    pub kind: Kind,
    /// Who marked.
    pub annotators: Vec<Annotator>,
    /// Who marked last on the device it comes from.
    pub me: Option<AnnotatorId>,
    /// Its articles.
    pub articles: Vec<Incoming>,
    /// Its exercises, each with what is said of each of its articles.
    pub exercises: Vec<(Rc<Exercise>, Vec<Incoming>)>,
    /// A back-up's class boards.
    pub boards: Vec<Rc<Board>>,
    /// A back-up's settings.
    pub settings: Option<Settings>,
    /// What was not understood, a sentence each.
    pub notes: Vec<String>,
}

/// What taking in a file would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The changes, in order.
    pub edits: Vec<Edit>,
    /// Annotators of the file.
    pub annotators: Vec<Annotator>,
    /// The annotator that a fresh device takes over.
    pub adopt: Option<AnnotatorId>,
    /// The settings that a fresh device takes over.
    pub settings: Option<Settings>,
    /// The changes, counted.
    pub summary: Summary,
    /// What was not understood, a sentence each.
    pub notes: Vec<String>,
}

/// The changes of a plan, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles that are not here yet.
    pub articles: usize,
    /// Articles that are here in another version of their text.
    pub versions: usize,
    /// Exercises that are not here yet.
    pub exercises: usize,
    /// Sentences that are not marked here yet.
    pub new: usize,
    /// Sentences that are marked the same here.
    pub same: usize,
    /// Sentences marked otherwise here, and later in the file: the file's mark is taken.
    pub changed: usize,
    /// Sentences marked otherwise here, and later here: ours is kept.
    pub kept: usize,
    /// Annotations that find no place here: kept in a list.
    pub orphans: usize,
}

impl Plan {
    /// Whether somebody should look before it is done: anything that would change what is here, that finds
    /// no place, or that was not understood.
    #[must_use]
    pub fn is_in_doubt(&self) -> bool {
        let s = self.summary;
        s.changed + s.kept + s.versions + s.orphans > 0 || !self.notes.is_empty()
    }
}

/// Plans to take in `document` at the moment `now`.
#[must_use]
pub fn plan(session: &Session, document: &Document, now: Timestamp) -> Plan {
    let is_fresh = !session.has_work() && session.me.is_none();
    let mut plan = Plan {
        edits: Vec::new(),
        annotators: document.annotators.clone(),
        adopt: document.me.clone().filter(|me| is_fresh && document.annotators.iter().any(|a| a.id == *me)),
        settings: document.settings.clone().filter(|_| is_fresh),
        summary: Summary::default(),
        notes: document.notes.clone(),
    };
    let is_first = |(index, incoming): &(usize, &Incoming)| {
        document.articles.iter().take(*index).all(|earlier| earlier.article.id != incoming.article.id)
    };
    for (_, incoming) in document.articles.iter().enumerate().filter(is_first) {
        let (within, rest) = parted(session, incoming);
        for (article, incoming) in &within {
            plan.join(session, article, incoming);
        }
        if within.is_empty() || rest.has_work() {
            plan.article(session, document, &rest, now);
        }
    }
    for (exercise, said) in &document.exercises {
        plan.exercise(session, exercise, said);
    }
    plan
}

/// Parts what is said of an article by where it was said: in exercises that are here, each with the article that it
/// freezes, and the rest.
fn parted(session: &Session, incoming: &Incoming) -> (Vec<(Rc<Article>, Incoming)>, Incoming) {
    let nothing = || Incoming { annotations: Vec::new(), orphans: Vec::new(), ..incoming.clone() };
    let (mut within, mut rest): (Vec<(Rc<Article>, Incoming)>, Incoming) = (Vec::new(), nothing());
    let home = |annotation: &Annotation| {
        session.article(&incoming.article.id.within(annotation.exercise.as_ref()?)).cloned()
    };
    let mut of = |annotation: &Annotation, put: &mut dyn FnMut(&mut Incoming)| {
        let Some(article) = home(annotation) else { return put(&mut rest) };
        match within.iter_mut().find(|(known, _)| known.id == article.id) {
            Some((_, known)) => put(known),
            None => {
                let mut new = nothing();
                put(&mut new);
                within.push((article, new));
            }
        }
    };
    for (who, annotation) in &incoming.annotations {
        of(annotation, &mut |part| part.annotations.push((who.clone(), Rc::clone(annotation))));
    }
    for (who, orphan) in &incoming.orphans {
        of(&orphan.annotation, &mut |part| part.orphans.push((who.clone(), orphan.clone())));
    }
    (within, rest)
}

/// The article here that an incoming one belongs to: the same text, else another version under the same
/// title, unless the file holds that version as well and so means two articles.
fn target(session: &Session, document: &Document, article: &Article) -> Option<Rc<Article>> {
    let is_in_file = |id: &ArticleId| document.articles.iter().any(|incoming| incoming.article.id == *id);
    let is_version =
        |a: &&Rc<Article>| a.title.to_lowercase() == article.title.to_lowercase() && !is_in_file(&a.id);
    session.article(&article.id).or_else(|| session.articles.iter().find(is_version)).cloned()
}

/// The annotations of another version of a text, each at the place where its words are found in `target`.
/// What is not found becomes an orphan without a span, since its bytes mean nothing in this text.
fn anchored(incoming: &Incoming, target: &Article) -> Incoming {
    let mut moved = Incoming { article: target.clone(), annotations: Vec::new(), orphans: Vec::new() };
    let quoted = |(annotator, annotation): &(AnnotatorId, Rc<Annotation>)| {
        let quote = Quote::of(&incoming.article.text, annotation.span);
        (annotator.clone(), Orphan { annotation: Rc::clone(annotation), quote })
    };
    let lost = incoming.annotations.iter().map(quoted).chain(incoming.orphans.iter().cloned());
    let mut searches = SEARCHED / target.text.len().max(1);
    // Where the last one was found, and how far from its old place: its neighbours moved with it.
    let (mut last, mut shift) = ((Span::default(), Quote::default(), None), 0);
    for (annotator, Orphan { annotation, quote }) in lost {
        // Several annotators may speak of one sentence.
        if (annotation.span, &quote) != (last.0, &last.1) {
            let hint = annotation.span.start();
            let mut found = stands(&target.text, &quote, hint.saturating_add_signed(shift));
            if let (None, Some(left)) = (found, searches.checked_sub(1)) {
                searches = left;
                found = find_quote(&target.text, &quote.exact, &quote.prefix, &quote.suffix, hint);
            }
            shift = found.map_or(shift, |found| found.start() as isize - hint as isize);
            last = (annotation.span, quote.clone(), found);
        }
        let found = last.2;
        let annotation = Rc::new(Annotation { span: found.unwrap_or_default(), ..(*annotation).clone() });
        match found {
            Some(_) => moved.annotations.push((annotator, annotation)),
            None => moved.orphans.push((annotator, Orphan { annotation, quote })),
        }
    }
    moved
}

/// Where a quote and the words before it stand unchanged, if it is at this byte.
fn stands(text: &str, quote: &Quote, at: usize) -> Option<Span> {
    let (before, after) = (text.get(..at)?, text.get(at..)?);
    let is_here =
        !quote.exact.is_empty() && after.starts_with(&quote.exact) && before.ends_with(&quote.prefix);
    is_here.then(|| Span::new(at, at + quote.exact.len()))
}

/// Annotations and orphans of each annotator, laid on `article`.
fn laid(article: &Article, incoming: &Incoming) -> Work {
    let mut by: Map<AnnotatorId, (Vec<Rc<Annotation>>, Vec<Orphan>)> = Map::default();
    for (annotator, annotation) in &incoming.annotations {
        by.or_default(annotator.clone()).0.push(Rc::clone(annotation));
    }
    for (annotator, orphan) in &incoming.orphans {
        by.or_default(annotator.clone()).1.push(orphan.clone());
    }
    let mut work = Work::default();
    for (annotator, (annotations, orphans)) in by {
        work.insert(annotator, Rc::new(Annotations::laid(article, annotations).with_orphans(orphans)));
    }
    work
}

impl Incoming {
    fn has_work(&self) -> bool {
        !self.annotations.is_empty() || !self.orphans.is_empty()
    }
}

impl Plan {
    /// An article with what is said of it outside of the exercises that are here.
    fn article(&mut self, session: &Session, document: &Document, incoming: &Incoming, now: Timestamp) {
        let elsewhere = incoming.annotations.iter().filter(|(_, it)| it.exercise.is_some()).count();
        if elsewhere > 0 && document.kind == Kind::Annotations {
            self.notes.push(format!(
                "{elsewhere} of the marks on “{}” were made in an exercise that is not on this device. Open the exercise first to take them in there; merged now, they go to the article itself.",
                incoming.article.title
            ));
        }
        match target(session, document, &incoming.article) {
            None => self.add(incoming, now),
            Some(target) if target.id == incoming.article.id => self.join(session, &target, incoming),
            Some(target) => {
                self.summary.versions += 1;
                self.join(session, &target, &anchored(incoming, &target));
            }
        }
    }

    /// An exercise with the work in it.
    fn exercise(&mut self, session: &Session, exercise: &Rc<Exercise>, said: &[Incoming]) {
        if session.exercise(&exercise.id).is_none() {
            self.summary.exercises += 1;
            let held = HeldExercise { exercise: Rc::clone(exercise), work: Vec::new() };
            self.edits.push(Edit::Exercise {
                id: exercise.id.clone(),
                before: None,
                after: Some(Rc::new(held)),
            });
        }
        for (article, incoming) in exercise.articles.iter().zip(said) {
            self.join(session, article, incoming);
        }
    }

    /// An article that is not here yet comes with all that is said of it.
    fn add(&mut self, incoming: &Incoming, now: Timestamp) {
        let article = match incoming.article.origin {
            Origin::Added(_) => Rc::new(incoming.article.clone()),
            Origin::Bundled => Rc::new(Article { origin: Origin::Added(now), ..incoming.article.clone() }),
        };
        let work = laid(&article, incoming);
        self.summary.articles += 1;
        for set in work.values() {
            self.summary.new += set.progress().marked;
            self.summary.orphans += set.orphans.len();
        }
        let id = article.id.clone();
        self.edits.push(Edit::Article { id, before: None, after: Some(Rc::new(Held { article, work })) });
    }

    /// Annotations of an article that is here join those that are here.
    fn join(&mut self, session: &Session, target: &Rc<Article>, incoming: &Incoming) {
        let held = session.work.get(&target.id);
        let is_untouched = held.is_none_or(|work| work.values().all(|set| set.is_empty()));
        let mut article = Rc::clone(target);
        let theirs = Article { origin: target.origin, ..incoming.article.clone() };
        if is_untouched && target.id == theirs.id && **target != theirs {
            article = Rc::new(theirs);
            let held = |article: &Rc<Article>| {
                Some(Rc::new(Held { article: Rc::clone(article), work: Map::default() }))
            };
            self.edits.push(Edit::Article {
                id: article.id.clone(),
                before: held(target),
                after: held(&article),
            });
        }
        for (annotator, set) in laid(&article, incoming) {
            let ours = session.annotations(&target.id, &annotator);
            for (place, mark) in set.placed() {
                self.take(&article.id, &annotator, ours.and_then(|ours| ours.get(place)), mark);
            }
            self.keep_orphans(&article.id, &annotator, ours, &set.orphans);
        }
    }

    fn take(
        &mut self,
        article: &ArticleId,
        annotator: &AnnotatorId,
        ours: Option<&Rc<Annotation>>,
        theirs: &Rc<Annotation>,
    ) {
        match ours {
            Some(ours) if ours.agrees(theirs) => return self.summary.same += 1,
            Some(ours) if ours.modified >= theirs.modified => return self.summary.kept += 1,
            Some(_) => self.summary.changed += 1,
            None => self.summary.new += 1,
        }
        self.edits.push(Edit::Mark {
            article: article.clone(),
            annotator: annotator.clone(),
            start: theirs.span.start(),
            before: ours.cloned(),
            after: Some(Rc::clone(theirs)),
        });
    }

    fn keep_orphans(
        &mut self,
        article: &ArticleId,
        annotator: &AnnotatorId,
        ours: Option<&Rc<Annotations>>,
        theirs: &[Orphan],
    ) {
        let before = ours.map(|ours| Rc::clone(&ours.orphans)).unwrap_or_default();
        let is_new = |orphan: &&Orphan| {
            !before
                .iter()
                .any(|known| known.quote == orphan.quote && known.annotation.agrees(&orphan.annotation))
        };
        let new: Vec<Orphan> = theirs.iter().filter(is_new).cloned().collect();
        if new.is_empty() {
            return;
        }
        self.summary.orphans += new.len();
        let after = Rc::new(before.iter().cloned().chain(new).collect());
        self.edits.push(Edit::Orphans {
            article: article.clone(),
            annotator: annotator.clone(),
            before,
            after,
        });
    }
}
