//! A class that hands in: as many files as it has people, each as the program itself would have written it.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use pressmark::article::{Article, Meta, Origin};
use pressmark::exercise::Exercise;
use pressmark::format::exercise::{made, write_submission};
use pressmark::id::LabelId;
use pressmark::presets;
use pressmark::session::{Action, Moment, Session};
use pressmark::time::Timestamp;

use crate::article::Text;

const LABELS: [&str; 3] = ["claim", "actor", "event"];

/// Writes what so many people handed in of this text into a folder.
pub fn handed_in(people: usize, text: &Text, folder: &Path) -> Vec<PathBuf> {
    let exercise = exercise(text);
    let given = Session::default().update(&Action::TakeExercise(Rc::clone(&exercise)), moment(0)).0;
    let mut chance = Chance(543);
    let file = |number: usize| {
        let path = folder.join(format!("Heron-{number}.pressmark.json"));
        std::fs::write(&path, file(&given, &exercise, number, &mut chance)).expect("a file of the class");
        path
    };
    (1..=people).map(file).collect()
}

/// An exercise on a text; warm-up and key are not what is measured.
fn exercise(text: &Text) -> Rc<Exercise> {
    let meta = Meta {
        title: Some("Bench".to_owned()),
        language: None,
        source: None,
        date: None,
        origin: Origin::Added(Timestamp(0)),
    };
    let article = Rc::new(Article::new(&text.plain(), meta));
    let made_up = presets::exercise().expect("an article is bundled");
    let draft = Exercise { articles: vec![article], key: Default::default(), ..(*made_up).clone() };
    Rc::new(made(&draft).expect("a whole exercise"))
}

/// What one of them handed in: most sentences have labels, some are none, a few are not sure or have a note.
fn file(given: &Session, exercise: &Exercise, number: usize, chance: &mut Chance) -> String {
    let mut session = given.update(&Action::Start(format!("Heron {number}")), moment(number)).0;
    let article = exercise.articles.first().expect("one article");
    for sentence in 0..article.sentences.len() {
        let mut act = |action: Action| session = session.update(&action, moment(number)).0;
        let id = || article.id.clone();
        // Each label leans one way on each sentence, or most would say the same of all.
        let leans = |place: usize| ((sentence + 7 * place) % 9 + 1) as u64 * 10;
        let chosen = LABELS.into_iter().enumerate().filter(|(place, _)| chance.of(100) < leans(*place));
        let chosen: Vec<&str> = chosen.map(|(_, label)| label).collect();
        for label in &chosen {
            act(Action::Label(id(), sentence, LabelId::new(label)));
        }
        match chance.of(20) {
            0 => act(Action::Unsure(id(), sentence)),
            1 => act(Action::Note(id(), sentence, "Nobody says so, and one could say no to it.".to_owned())),
            _ if chosen.is_empty() => act(Action::None(id(), sentence)),
            _ => {}
        }
    }
    let annotator = session.annotator().expect("somebody began").clone();
    let submission = session.submission(exercise, &annotator, moment(0).now);
    write_submission(&session, exercise, &submission, moment(0).now)
}

fn moment(number: usize) -> Moment {
    Moment {
        now: Timestamp(1_795_600_000_000),
        random: 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(number as u64 + 1),
    }
}

/// Chance that falls alike every time.
struct Chance(u64);

impl Chance {
    fn of(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}
