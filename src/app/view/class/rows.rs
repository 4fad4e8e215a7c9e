//! The rows of the grid: in which order people stand, and how often each chose what most chose.

use std::cmp::Ordering;

use pressmark::annotation::State as Said;
use pressmark::exercise::Answer;
use pressmark::exercise::board::Entry;
use pressmark::order;

use super::class::Class;
use super::state::{By, Sort};

/// The rows as they are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The place of each row's entry in order of arrival.
    pub places: Vec<usize>,
    /// The row of each entry: the other way round.
    pub ranks: Vec<usize>,
    /// How each entry, in order of arrival, stands to the others.
    pub scores: Vec<Score>,
    /// What most chose on each sentence: a bit for each label.
    pub most: Vec<u16>,
}

/// How somebody answered, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Sentences of this article with an answer.
    pub answered: usize,
    /// Sentences that are not sure.
    pub unsure: usize,
    /// Labels, yes or no, as most said.
    pub with: usize,
    /// Labels, yes or no, on which there is a most.
    pub of: usize,
}

impl Rows {
    /// Puts a class in order.
    pub fn new(class: &Class, sort: Sort) -> Self {
        let labels = class.labels().len();
        let most: Vec<u16> = class
            .tallies
            .iter()
            .map(|tally| bits(labels, |label| tally.count(label).majority() == Some(true)))
            .collect();
        let scores: Vec<Score> = class.people().iter().map(|entry| score(class, entry)).collect();
        let mut places: Vec<usize> = (0..scores.len()).collect();
        order::sort_by(&mut places, |a, b| {
            let order = compare(class, &scores, sort.by, *a, *b);
            let order = if sort.is_descending { order.reverse() } else { order };
            order.then_with(|| by_name(class, *a, *b))
        });
        let mut ranks = vec![0; places.len()];
        for (rank, place) in places.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = rank;
            }
        }
        Self { places, ranks, scores, most }
    }
}

/// The labels for which `is_on` holds, as bits.
fn bits(labels: usize, is_on: impl Fn(usize) -> bool) -> u16 {
    (0..labels.min(16)).filter(|label| is_on(*label)).fold(0, |bits, label| bits | 1 << label)
}

fn score(class: &Class, entry: &Entry) -> Score {
    let mut score = Score::default();
    for (place, tally) in class.tallies.iter().enumerate() {
        let Some(answer) = class.answer(entry, place) else { continue };
        score.answered += usize::from(answer.state() != Said::Open);
        score.unsure += usize::from(answer.unsure);
        for label in 0..class.labels().len() {
            if let (Some(most), Some(says)) = (tally.count(label).majority(), answer.says(label)) {
                score.of += 1;
                score.with += usize::from(most == says);
            }
        }
    }
    score
}

fn compare(class: &Class, scores: &[Score], by: By, a: usize, b: usize) -> Ordering {
    let score = |place: usize| scores.get(place).copied().unwrap_or_default();
    let (first, second) = (score(a), score(b));
    match by {
        By::Name => by_name(class, a, b),
        By::Sentence(place) => {
            let key = |person: usize| {
                answer_key(class.people().get(person).and_then(|entry| class.answer(entry, place)))
            };
            key(a).cmp(&key(b))
        }
        By::Answered => first.answered.cmp(&second.answered),
        By::Unsure => first.unsure.cmp(&second.unsure),
        // As parts: 28 of 33 is more than 30 of 36.
        By::WithMost => (first.with * second.of.max(1)).cmp(&(second.with * first.of.max(1))),
    }
}

fn by_name(class: &Class, a: usize, b: usize) -> Ordering {
    let name = |place: usize| class.people().get(place).map(|entry| natural(&entry.submission.name));
    name(a).cmp(&name(b)).then(a.cmp(&b))
}

/// A name in lower case with its number as a number: *Finch 9* stands before *Finch 12*.
fn natural(name: &str) -> (String, u64) {
    let name = name.to_lowercase();
    let words = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = name.get(words.len()..).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    (words.to_owned(), number)
}

/// Answers with the first label stand before those with the second, few labels before many; then none, not sure
/// and not reached.
fn answer_key(answer: Option<&Answer>) -> (u8, u32, u32, u16) {
    match answer {
        Some(answer) if answer.labels != 0 => {
            (0, answer.labels.trailing_zeros(), answer.labels.count_ones(), answer.labels)
        }
        Some(answer) if answer.state() == Said::Unsure => (2, 0, 0, 0),
        Some(answer) if answer.none => (1, 0, 0, 0),
        _ => (3, 0, 0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ordered_with_their_numbers() {
        let mut names = ["Finch 12", "avocet 20", "Finch 9", "Finch"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["avocet 20", "Finch", "Finch 9", "Finch 12"]);
    }

    #[test]
    fn answers_are_ordered_from_the_first_label_to_not_reached() {
        let labels = |labels| Some(Answer { labels, ..Answer::default() });
        let none = Some(Answer { none: true, ..Answer::default() });
        let unsure = Some(Answer { unsure: true, ..Answer::default() });
        let ordered = [labels(1), labels(3), labels(5), labels(7), labels(2), labels(6), labels(4), none, unsure, None];
        assert!(ordered.windows(2).all(|pair| answer_key(pair[0].as_ref()) < answer_key(pair[1].as_ref())));
    }
}
