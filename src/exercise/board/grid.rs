//! The grid: a row for each pupil, with how much was answered and how often it is what most chose.

use std::cmp::Ordering;

use crate::exercise::board::{Board, Chosen, Place, Table, Tally, Vote};
use crate::exercise::{Answer, Submission};
use crate::order;

/// A part of a whole, such as 32 of 33.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The part.
    pub part: usize,
    /// The whole.
    pub of: usize,
}

/// A row of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The place of the entry on the board.
    pub row: usize,
    /// How many sentences were answered.
    pub answered: usize,
    /// How many are *not sure*.
    pub unsure: usize,
    /// How many of the pupil's answers, label by label, are what most chose. Labels on which as many said yes
    /// as no are left out.
    pub with_most: Part,
    /// How many fit the key, where there is one.
    pub with_key: Option<Part>,
}

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Order of arrival.
    #[default]
    Arrival,
    /// The name, numbers in it by their value.
    Name,
    /// How many sentences were answered.
    Answered,
    /// How many are *not sure*.
    Unsure,
    /// How many answers are what most chose.
    WithMost,
    /// How many answers fit the key.
    WithKey,
    /// What was chosen on a sentence.
    Sentence(Place),
}

impl Part {
    /// In thousandths, rounded; `None` of nothing.
    #[must_use]
    pub fn thousandths(self) -> Option<usize> {
        (2000 * self.part + self.of).checked_div(2 * self.of)
    }

    /// In hundredths, rounded; `None` of nothing.
    #[must_use]
    pub fn hundredths(self) -> Option<usize> {
        (200 * self.part + self.of).checked_div(2 * self.of)
    }
}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Part {
    /// By value; a part of nothing comes before all others, and of equal values the one of more comes last.
    fn cmp(&self, other: &Self) -> Ordering {
        let value = (self.part * other.of).cmp(&(other.part * self.of));
        (self.of > 0).cmp(&(other.of > 0)).then(value).then(self.of.cmp(&other.of))
    }
}

impl Board {
    /// The rows of the grid in order of arrival, with `tallies` in order and the key where there is one.
    #[must_use]
    pub fn rows(&self, vote: Vote, tallies: &[Tally], key: Option<&Table>) -> Vec<Row> {
        let majorities = majorities(tallies);
        let entries = self.entries(vote).iter().enumerate();
        let row = |(row, entry): (usize, &super::Entry)| Row {
            row,
            answered: entry.answered(),
            unsure: entry.unsure,
            with_most: with_most(&entry.submission, &majorities),
            with_key: key.map(|key| key.score(&entry.submission).fitting()),
        };
        entries.map(row).collect()
    }

    /// Sorts rows of the grid; `names` are those shown, by place of the entry. Rows that are equal stay in
    /// order of arrival, in both directions.
    pub fn sort_rows(
        &self,
        vote: Vote,
        names: &[String],
        rows: &mut Vec<Row>,
        by: Column,
        is_descending: bool,
    ) {
        let entries = self.entries(vote);
        let name = |row: &Row| names.get(row.row).map_or("", String::as_str);
        let rank =
            |row: &Row, place| Chosen::of(entries.get(row.row).and_then(|entry| entry.answer(place))).rank();
        let compare = |a: &Row, b: &Row| match by {
            Column::Arrival => a.row.cmp(&b.row),
            Column::Name => compare_names(name(a), name(b)),
            Column::Answered => a.answered.cmp(&b.answered),
            Column::Unsure => a.unsure.cmp(&b.unsure),
            Column::WithMost => a.with_most.cmp(&b.with_most),
            Column::WithKey => a.with_key.cmp(&b.with_key),
            Column::Sentence(place) => rank(a, place).cmp(&rank(b, place)),
        };
        order::sort_by(rows, |a, b| {
            let order = if is_descending { compare(b, a) } else { compare(a, b) };
            order.then(a.row.cmp(&b.row))
        });
    }
}

/// The answer of most on each sentence, in order: the labels to which more said yes than no; *none* where more
/// said no to every label; no answer where nobody answered or a tie leaves nothing.
#[must_use]
pub fn most(tallies: &[Tally]) -> Vec<Answer> {
    let answer = |tally: &Tally| {
        let majority = |place: &usize| tally.count(*place).majority();
        let chosen = (0..tally.yes.len()).filter(|place| majority(place) == Some(true));
        let labels = chosen.fold(0, |labels, place| labels | 1 << place);
        let none = labels == 0 && (0..tally.yes.len()).all(|place| majority(&place) == Some(false));
        Answer { labels, none, ..Answer::default() }
    };
    tallies.iter().map(answer).collect()
}

/// The labels on which there is a majority, and those of them where it says yes.
struct Majority {
    decided: u16,
    yes: u16,
}

fn majorities(tallies: &[Tally]) -> Vec<Majority> {
    let majority = |tally: &Tally| {
        let with = |wanted: fn(Option<bool>) -> bool| {
            let places = (0..tally.yes.len()).filter(|place| wanted(tally.count(*place).majority()));
            places.fold(0, |labels, place| labels | 1 << place)
        };
        Majority { decided: with(|said| said.is_some()), yes: with(|said| said == Some(true)) }
    };
    tallies.iter().map(majority).collect()
}

fn with_most(submission: &Submission, majorities: &[Majority]) -> Part {
    let mut all = Part::default();
    for (answer, most) in submission.answers.iter().flatten().zip(majorities) {
        if answer.says(0).is_some() {
            let same = !(answer.labels ^ most.yes) & most.decided;
            all.part += same.count_ones() as usize;
            all.of += most.decided.count_ones() as usize;
        }
    }
    all
}

/// Compares names without regard to case, and numbers in them by value: *Heron 5* comes before *heron 12*.
#[must_use]
pub fn compare_names(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (
        a.chars().flat_map(char::to_lowercase).peekable(),
        b.chars().flat_map(char::to_lowercase).peekable(),
    );
    loop {
        let (Some(left), Some(right)) = (a.peek().copied(), b.peek().copied()) else {
            return a.peek().is_some().cmp(&b.peek().is_some());
        };
        let order = if left.is_ascii_digit() && right.is_ascii_digit() {
            number(&mut a).cmp(&number(&mut b))
        } else {
            a.next();
            b.next();
            left.cmp(&right)
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// The number that comes next; one too large to count is the largest.
fn number(characters: &mut std::iter::Peekable<impl Iterator<Item = char>>) -> u64 {
    let mut number = 0_u64;
    while let Some(digit) = characters.peek().and_then(|character| character.to_digit(10)) {
        number = number.saturating_mul(10).saturating_add(u64::from(digit));
        characters.next();
    }
    number
}
