//! Exercises on this device: they come and go, somebody starts under a code name and hands in.

use std::rc::Rc;

use crate::exercise::{Exercise, HandIn};
use crate::id::{AnnotatorId, ExerciseId};
use crate::session::{Annotator, Edit, HeldExercise, Moment, Scope, Session, Touched, What, suggested_name};
use crate::time::Timestamp;

impl Session {
    /// Takes an exercise in, as a step of the library that can be undone; one that is here stays as it is.
    pub(super) fn take_exercise(&mut self, exercise: &Rc<Exercise>, touched: &mut Vec<Touched>) {
        if self.exercise(&exercise.id).is_some() {
            return;
        }
        let held = HeldExercise { exercise: Rc::clone(exercise), work: Vec::new() };
        let edit = Edit::Exercise { id: exercise.id.clone(), before: None, after: Some(Rc::new(held)) };
        self.step(Scope::Library, What::Exercise(exercise.title.clone()), vec![edit], touched);
    }

    /// Removes an exercise and all that was said in it, as a step that can be undone.
    pub(super) fn drop_exercise(&mut self, id: &ExerciseId, touched: &mut Vec<Touched>) {
        let Some(held) = self.held_exercise(id) else { return };
        let what = What::ExerciseDropped(held.exercise.title.clone());
        let edit = Edit::Exercise { id: id.clone(), before: Some(held), after: None };
        self.step(Scope::Library, what, vec![edit], touched);
    }

    /// Goes on as the one of this code name, or as somebody new. A name that nobody has marked under yet is
    /// given to the current annotator only if that one has marked nothing either.
    pub(super) fn start(&mut self, name: &str, moment: Moment, touched: &mut Vec<Touched>) {
        let name = match name.trim() {
            "" => suggested_name(moment.random),
            name => name.to_owned(),
        };
        let known = self.annotators.iter().find(|annotator| annotator.name == name);
        let id = known.map(|annotator| annotator.id.clone());
        let fresh = || self.me.clone().filter(|me| self.marked_by(me) == 0);
        let id = id.or_else(fresh).unwrap_or_else(|| AnnotatorId::from_random(moment.random));
        match self.annotators.iter_mut().find(|annotator| annotator.id == id) {
            Some(annotator) => annotator.name = name,
            None => self.annotators.push(Annotator { id: id.clone(), name }),
        }
        self.me = Some(id.clone());
        touched.extend([Touched::Annotator(id), Touched::Settings]);
    }

    /// Remembers that the current annotator handed in; again replaces, and is counted.
    pub(super) fn handed_in(
        &mut self,
        exercise: &ExerciseId,
        check: &str,
        now: Timestamp,
        touched: &mut Vec<Touched>,
    ) {
        let Some(me) = self.me.clone().filter(|_| self.exercise(exercise).is_some()) else { return };
        let key = (exercise.clone(), me.clone());
        let times = self.hand_ins.get(&key).map_or(0, |before| before.times);
        self.hand_ins.insert(key, HandIn { at: now, times: times + 1, check: check.to_owned() });
        touched.push(Touched::HandIn(exercise.clone(), me));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Meta, Origin};
    use crate::exercise::{Answer, Feedback, Key, Rules, When};
    use crate::id::{ArticleId, LabelId};
    use crate::session::Action;

    fn exercise() -> Rc<Exercise> {
        let id = ExerciseId::new("b7");
        let meta = Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled };
        let article = Article::new("Pier closes\n\nThe board voted. Nobody spoke.", meta);
        let article = Article { id: article.id.within(&id), ..article };
        Rc::new(Exercise {
            id,
            title: "Who says so?".to_owned(),
            instructions: String::new(),
            codebook: Rc::default(),
            articles: vec![Rc::new(article)],
            rules: Rules::default(),
            warm_up: Vec::new(),
            key: Key::default(),
            feedback: Feedback::default(),
            when: When::default(),
            created: Timestamp(0),
        })
    }

    fn after(session: &Session, actions: &[Action]) -> Session {
        actions.iter().enumerate().fold(session.clone(), |session, (index, action)| {
            session.update(action, Moment { now: Timestamp(1), random: index as u64 + 1 }).0
        })
    }

    fn event(article: &ArticleId, place: usize) -> Action {
        Action::Label(article.clone(), place, LabelId::new("event"))
    }

    #[test]
    fn a_mark_in_an_exercise_is_another_mark_than_in_the_library() {
        let exercise = exercise();
        let id = exercise.articles[0].id.clone();
        let plain = Article { id: ArticleId::new(id.plain()), ..(*exercise.articles[0]).clone() };
        let session = after(
            &Session::with_articles([plain]),
            &[
                Action::TakeExercise(Rc::clone(&exercise)),
                Action::Start("Heron 12".to_owned()),
                event(&id, 1),
            ],
        );
        let me = session.me.clone().unwrap();
        assert_eq!(session.annotator().map(|a| a.name.as_str()), Some("Heron 12"));
        let mark = session.annotations(&id, &me).and_then(|set| set.get(1)).cloned();
        assert_eq!(mark.and_then(|mark| mark.exercise.clone()), Some(exercise.id.clone()));
        assert!(session.work.get(&ArticleId::new(id.plain())).is_none());
        let answers = session.answers(&exercise, &me);
        assert_eq!(answers, [[Answer::default(), Answer { labels: 0b100, ..Answer::default() }]]);
    }

    #[test]
    fn another_code_name_is_another_annotator_and_the_same_goes_on() {
        let exercise = exercise();
        let id = exercise.articles[0].id.clone();
        let start = |name: &str| Action::Start(name.to_owned());
        let take = Action::TakeExercise(Rc::clone(&exercise));
        let first = after(&Session::default(), &[take, start("Heron 12"), event(&id, 0)]);
        let second = after(&first, &[start("Wren 3"), event(&id, 1)]);
        assert_eq!(second.annotators.len(), 2);
        let back = after(&second, &[start(" Heron 12 ")]);
        assert_eq!(back.me, first.me);
        assert_eq!(back.marked_by(back.me.as_ref().unwrap()), 1);
    }

    #[test]
    fn a_removed_exercise_comes_back_with_its_work() {
        let exercise = exercise();
        let id = exercise.articles[0].id.clone();
        let take = Action::TakeExercise(Rc::clone(&exercise));
        let full = after(&Session::default(), &[take, event(&id, 0)]);
        let gone = after(&full, &[Action::DropExercise(exercise.id.clone())]);
        assert!(gone.exercises.is_empty() && !gone.has_work());
        let back = after(&gone, &[Action::Undo(Scope::Library)]);
        assert_eq!((&back.exercises, &back.work), (&full.exercises, &full.work));
    }

    #[test]
    fn handing_in_again_is_counted() {
        let exercise = exercise();
        let hand_in = |check: &str| Action::HandedIn(exercise.id.clone(), Timestamp(2), check.to_owned());
        let take = Action::TakeExercise(Rc::clone(&exercise));
        let session =
            after(&Session::default(), &[take, Action::Start("7".to_owned()), hand_in("A1"), hand_in("B2")]);
        let known: Vec<_> = session.hand_ins.values().map(|h| (h.times, h.check.as_str())).collect();
        assert_eq!(known, [(2, "B2")]);
    }

    #[test]
    fn a_main_label_is_one_of_the_labels_and_goes_with_it() {
        let exercise = exercise();
        let id = exercise.articles[0].id.clone();
        let main = |label: &str| Action::Main(id.clone(), 0, LabelId::new(label));
        let take = Action::TakeExercise(Rc::clone(&exercise));
        let session = after(&Session::default(), &[take, event(&id, 0), main("event"), main("claim")]);
        let of = |session: &Session| {
            let set = session.annotations(&id, session.me.as_ref().unwrap()).cloned();
            set.and_then(|set| set.get(0).and_then(|mark| mark.main.clone()))
        };
        assert_eq!(of(&session), None, "claim is not set, so it cannot be the main label");
        let session = after(&session, &[main("event")]);
        assert_eq!(of(&session), Some(LabelId::new("event")));
        assert_eq!(of(&after(&session, &[main("event")])), None);
    }

    #[test]
    fn the_text_of_an_exercise_is_frozen() {
        let exercise = exercise();
        let id = exercise.articles[0].id.clone();
        let article = (*exercise.articles[0]).clone();
        let session = after(&Session::default(), &[Action::TakeExercise(Rc::clone(&exercise))]);
        for action in [
            Action::Rename(id.clone(), "Other".to_owned()),
            Action::Delete(id.clone()),
            Action::Language(
                Rc::new(Article { language: crate::text::Language::new("de"), ..article.clone() }),
                "Deutsch".to_owned(),
            ),
            Action::Line(Rc::clone(&exercise.articles[0]), article.furniture[0].span, false),
        ] {
            let after = session.update(&action, Moment::default()).0;
            assert_eq!((&after.exercises, &after.articles), (&session.exercises, &session.articles));
        }
    }
}
