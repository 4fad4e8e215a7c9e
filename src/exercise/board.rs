//! The class board of one exercise: what was handed in, in order of arrival, and what could not be taken.

mod begin;
mod choices;
mod consensus;
mod grid;
mod intake;
mod pasted;
mod ratings;
mod readings;
mod refused;
mod revote;
mod roster;
mod scores;
mod sheet;
mod tally;
pub mod words;

use std::rc::Rc;

use sha2::{Digest, Sha256};

use crate::annotation::State;
use crate::exercise::{Answer, Answers, Exercise, Receipt, Submission};
use crate::id::AnnotatorId;

pub use begin::{exercise_of, exercise_of_codes};
pub use choices::{Choice, Chosen, Who};
pub use consensus::{ByHand, CONSENSUS, Decision, Settled};
pub use grid::{Column, Part, Row, compare_names, most};
pub(crate) use intake::fault;
pub use intake::{How, Incoming, Item, Report, Taken, Taking};
pub use pasted::pasted;
pub use readings::Readings;
pub use refused::{Reason, Refused};
pub use revote::{Change, Moves, Pair, Pairs};
pub use roster::{Roster, hidden_name, names};
pub use scores::{Marks, Score, Table};
pub use sheet::Topic;
pub use tally::{Count, Tally, add, most_divided_first};

/// A board holds at most this many submissions in each vote.
pub const MOST_ENTRIES: usize = 2_000;
/// A board lists at most this many refusals; the rest are counted.
pub const MOST_REFUSED: usize = 500;

/// The class board of one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The exercise that everybody did.
    pub exercise: Rc<Exercise>,
    /// Whether the class is made up, as the demonstration is.
    pub is_made_up: bool,
    /// What was handed in, in order of arrival. The entry at place n has the number n + 1.
    pub first: Vec<Entry>,
    /// What was handed in for the second vote.
    pub second: Vec<Entry>,
    /// What could not be taken, with the reason, until it is dismissed; the latest last.
    pub refused: Vec<Refused>,
    /// How many more could not be taken than are listed.
    pub unlisted: usize,
    /// What was decided by hand for the consensus; everything else is decided by the majority.
    pub by_hand: Vec<ByHand>,
}

/// Which of the two votes of a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Vote {
    /// The work as it was first handed in.
    #[default]
    First,
    /// The work after the discussion.
    Second,
}

/// One pupil's row on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was handed in last.
    pub submission: Rc<Submission>,
    /// The file or the line it came from.
    pub from: Rc<str>,
    /// What it replaced, oldest first: it was handed in again.
    pub earlier: Vec<Earlier>,
    /// Sentences without an answer.
    pub not_reached: usize,
    /// Sentences that are *not sure*, with or without labels.
    pub unsure: usize,
}

/// A hand-in that was replaced by a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The file or the line it came from.
    pub from: Rc<str>,
    /// What tells it from others, so that it is known when it comes again.
    pub print: u64,
}

/// A sentence of an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The place of its article in the exercise (0 is the first).
    pub article: usize,
    /// Its place in the article (0 is the first).
    pub sentence: usize,
}

impl Board {
    /// The empty board of an exercise.
    #[must_use]
    pub fn new(exercise: Rc<Exercise>) -> Self {
        let (first, second, refused, by_hand) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { exercise, is_made_up: false, first, second, refused, unlisted: 0, by_hand }
    }

    /// What was handed in for a vote.
    #[must_use]
    pub fn entries(&self, vote: Vote) -> &Vec<Entry> {
        match vote {
            Vote::First => &self.first,
            Vote::Second => &self.second,
        }
    }

    /// The same, to be changed.
    pub fn entries_mut(&mut self, vote: Vote) -> &mut Vec<Entry> {
        match vote {
            Vote::First => &mut self.first,
            Vote::Second => &mut self.second,
        }
    }

    /// How many of a vote answered every sentence.
    #[must_use]
    pub fn finished(&self, vote: Vote) -> usize {
        self.entries(vote).iter().filter(|entry| entry.not_reached == 0).count()
    }

    /// The same board without the entry of this number (1 is the first).
    #[must_use]
    pub fn without(&self, vote: Vote, number: usize) -> Self {
        let mut board = self.clone();
        if let Some(place) = number.checked_sub(1).filter(|place| *place < board.entries(vote).len()) {
            board.entries_mut(vote).remove(place);
        }
        board
    }

    /// The same board with the refusals dismissed.
    #[must_use]
    pub fn dismissed(&self) -> Self {
        Self { refused: Vec::new(), unlisted: 0, ..self.clone() }
    }

    /// How many files and lines could not be taken.
    #[must_use]
    pub fn not_taken(&self) -> usize {
        self.refused.len() + self.unlisted
    }

    /// Every sentence of the exercise, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        let sentences = self.exercise.articles.iter().map(|article| article.sentences.len());
        sentences
            .enumerate()
            .flat_map(|(article, count)| (0..count).map(move |sentence| Place { article, sentence }))
    }

    /// The words of a sentence.
    #[must_use]
    pub fn sentence(&self, place: Place) -> Option<&str> {
        self.exercise.articles.get(place.article)?.sentence(place.sentence)
    }
}

impl Entry {
    /// The row of a submission that came from there.
    #[must_use]
    pub fn new(submission: Submission, from: Rc<str>) -> Self {
        let count = |is: fn(State) -> bool| {
            submission.answers.iter().flatten().filter(|answer| is(answer.state())).count()
        };
        let not_reached = count(|state| state == State::Open);
        let unsure = count(|state| state == State::Unsure);
        Self { submission: Rc::new(submission), from, earlier: Vec::new(), not_reached, unsure }
    }

    /// How many sentences were answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.submission.answers.iter().map(Vec::len).sum::<usize>() - self.not_reached
    }

    /// The answer on a sentence.
    #[must_use]
    pub fn answer(&self, place: Place) -> Option<&Answer> {
        self.submission.answers.get(place.article)?.get(place.sentence)
    }

    /// Whether it was changed after it was handed in.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.submission.receipt == Receipt::Changed
    }

    /// Whether it came as a hand-in code, which holds no notes.
    #[must_use]
    pub fn is_code(&self) -> bool {
        self.submission.receipt == Receipt::Code
    }
}

impl Submission {
    /// What a hand-in code says. A code names nobody: the annotator's id is made of the code name before it,
    /// or of the code where there is none, so that the same one comes again as the same annotator.
    #[must_use]
    pub fn of_code(exercise: &Exercise, name: &str, code: &str, answers: Answers) -> Self {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            exercise: exercise.id.clone(),
            annotator: if name.is_empty() { id_of(&["code ", code]) } else { id_of_name(&name) },
            name,
            answers,
            handed_in: None,
            receipt: Receipt::Code,
        }
    }

    /// A number that tells it from others: two submissions that differ in a letter differ here, but for one
    /// chance in 2⁶⁴.
    #[must_use]
    pub fn print(&self) -> u64 {
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        add(self.annotator.as_str().as_bytes());
        add(self.name.as_bytes());
        add(&self.handed_in.map_or(u64::MAX, |when| when.0).to_le_bytes());
        for answer in self.answers.iter().flatten() {
            let [low, high] = answer.labels.to_le_bytes();
            let main = answer.main.unwrap_or(u8::MAX);
            add(&[low, high, main, u8::from(answer.none), u8::from(answer.unsure)]);
            add(answer.note.as_bytes());
        }
        hash.finalize().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

/// The annotator's id where only a code name is known.
pub(crate) fn id_of_name(name: &str) -> AnnotatorId {
    id_of(&["name ", &plain(name)])
}

fn id_of(words: &[&str]) -> AnnotatorId {
    let hash = crate::article::hash(&words.concat());
    AnnotatorId::new(&["code-", hash.get(7..17).unwrap_or_default()].concat())
}

/// A code name as it is compared: *heron  12* is *Heron 12*.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests;
