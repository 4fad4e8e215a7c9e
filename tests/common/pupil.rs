//! An exercise with everything in it, and a pupil who has done it.

use std::rc::Rc;

use pressmark::article::Article;
use pressmark::exercise::{Exercise, Feedback, Judgement, Key, KeyEntry, Rules, WarmUp, When};
use pressmark::format::exercise::made;
use pressmark::id::{ExerciseId, LabelId};
use pressmark::session::{Action, Session};

use super::{HARD, PLAIN, article, bundled, moment};

/// The sentences of [`HARD`], but the first paragraph's two as one: as another segmenter might cut it.
pub fn cut_otherwise() -> Article {
    let article = article(HARD, None);
    let mut starts: Vec<usize> = article.sentences.iter().map(|span| span.start()).collect();
    starts.remove(1);
    Article::with_starts(&article.text, article.meta(), &article.furniture, &starts).unwrap()
}

pub fn draft() -> Exercise {
    Exercise {
        id: ExerciseId::new(""),
        title: "Who says so?".to_owned(),
        instructions: "Read.\n\nThen mark \u{1F41F} <script>.".to_owned(),
        codebook: Rc::default(),
        articles: vec![Rc::new(cut_otherwise()), Rc::new(article(PLAIN, Some(5)))],
        rules: Rules { notes_on: vec![LabelId::new("claim")], main: true, none: true },
        warm_up: vec![WarmUp {
            text: "The board voted.".to_owned(),
            judgements: vec![(LabelId::new("event"), Judgement::Required)],
            reason: "It happened.".to_owned(),
        }],
        key: Key {
            entries: vec![KeyEntry {
                article: 1,
                sentence: 0,
                label: LabelId::new("event"),
                judgement: Judgement::Accepted,
                reason: "“Monday”".to_owned(),
            }],
        },
        feedback: Feedback::WhereAndWhy,
        when: When::AtOnce,
        created: moment(0).now,
    }
}

pub fn exercise() -> Rc<Exercise> {
    Rc::new(made(&draft()).expect("the draft is whole"))
}

/// A pupil's session in the exercise, with every kind of answer.
pub fn done() -> Session {
    let exercise = exercise();
    let ids: Vec<_> = exercise.articles.iter().map(|article| article.id.clone()).collect();
    let label = |place, label| Action::Label(ids[0].clone(), place, LabelId::new(label));
    let actions = [
        Action::TakeExercise(Rc::clone(&exercise)),
        Action::Start("Heron 12".to_owned()),
        label(0, "claim"),
        label(0, "actor"),
        Action::Main(ids[0].clone(), 0, LabelId::new("actor")),
        Action::Note(ids[0].clone(), 0, "Who is “us”? \u{1F469}\u{200D}\u{1F467}\n=1+1".to_owned()),
        Action::None(ids[0].clone(), 1),
        Action::Unsure(ids[0].clone(), 1),
        Action::Unsure(ids[0].clone(), 2),
        Action::Label(ids[1].clone(), 1, LabelId::new("event")),
    ];
    let start = Session::with_articles(bundled());
    actions.iter().enumerate().fold(start, |session, (turn, action)| session.update(action, moment(turn)).0)
}
