//! The second vote: who changed after the discussion, and which way.

use crate::exercise::Answer;
use crate::exercise::board::{Board, Entry, Place, Vote, plain};
use crate::id::AnnotatorId;
use crate::map::Map;

/// A pupil who voted twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The place of the entry of the first vote.
    pub first: usize,
    /// The place of the entry of the second vote.
    pub second: usize,
}

/// Who voted how often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// Who voted twice, in the first vote's order.
    pub both: Vec<Pair>,
    /// Entries of the first vote without a second.
    pub only_first: Vec<usize>,
    /// Entries of the second vote without a first.
    pub only_second: Vec<usize>,
}

/// How those who voted twice moved on one label of one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Yes both times.
    pub stayed_yes: usize,
    /// No both times.
    pub stayed_no: usize,
    /// No, then yes.
    pub to_yes: usize,
    /// Yes, then no.
    pub to_no: usize,
    /// Not in the base one of the two times: *not sure* without a label, or *not reached*.
    pub uncounted: usize,
}

/// One change of one pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The sentence.
    pub place: Place,
    /// The label's place in the codebook.
    pub label: usize,
    /// Yes now, and no before; or the other way.
    pub to_yes: bool,
}

impl Board {
    /// Lays the two votes side by side: by annotator, else by a code name that only one pupil of each vote has.
    #[must_use]
    pub fn pairs(&self) -> Pairs {
        let (mut by_id, mut by_name) = (Map::default(), Map::default());
        for (place, entry) in self.second.iter().enumerate() {
            by_id.insert(entry.submission.annotator.clone(), place);
            count_name(&mut by_name, place, entry);
        }
        let mut first_names = Map::default();
        self.first.iter().enumerate().for_each(|(place, entry)| count_name(&mut first_names, place, entry));
        let (mut pairs, mut free) = (Pairs::default(), vec![true; self.second.len()]);
        let mut rest = Vec::new();
        for (first, entry) in self.first.iter().enumerate() {
            match by_id.get(&entry.submission.annotator as &AnnotatorId) {
                Some(second) => {
                    free.get_mut(*second).into_iter().for_each(|free| *free = false);
                    pairs.both.push(Pair { first, second: *second });
                }
                None => rest.push(first),
            }
        }
        for first in rest {
            let name = self.first.get(first).map(|entry| plain(&entry.submission.name)).unwrap_or_default();
            let is_alone = first_names.get(&name).is_some_and(|(_, count)| *count == 1);
            let found = by_name.get(&name).filter(|(_, count)| is_alone && *count == 1);
            match found.and_then(|(second, _)| Some((*second, free.get_mut(*second).filter(|free| **free)?)))
            {
                Some((second, free)) => {
                    *free = false;
                    pairs.both.push(Pair { first, second });
                }
                None => pairs.only_first.push(first),
            }
        }
        crate::order::sort_by(&mut pairs.both, |a, b| a.first.cmp(&b.first));
        pairs.only_second.extend(free.iter().enumerate().filter(|(_, free)| **free).map(|(place, _)| place));
        pairs
    }

    /// How those who voted twice moved: for each sentence in order, for each label.
    #[must_use]
    pub fn moves(&self, pairs: &Pairs) -> Vec<Vec<Moves>> {
        let labels = self.exercise.codebook.labels.len();
        let mut moves = vec![vec![Moves::default(); labels]; self.exercise.sentences()];
        for (before, after) in pairs.both.iter().filter_map(|pair| self.answers_of(*pair)) {
            for ((row, before), after) in moves.iter_mut().zip(before).zip(after) {
                for (label, moves) in row.iter_mut().enumerate() {
                    moves.add(before, after, label);
                }
            }
        }
        moves
    }

    /// What a pupil who voted twice changed, in order.
    #[must_use]
    pub fn changes(&self, pair: Pair) -> Vec<Change> {
        let labels = self.exercise.codebook.labels.len();
        let Some((before, after)) = self.answers_of(pair) else { return Vec::new() };
        let sentences = self.places().zip(before.zip(after));
        let changes = sentences.flat_map(|(place, (before, after))| {
            (0..labels).filter_map(move |label| match (before.says(label)?, after.says(label)?) {
                (before, to_yes) if before != to_yes => Some(Change { place, label, to_yes }),
                _ => None,
            })
        });
        changes.collect()
    }

    fn answers_of(
        &self,
        pair: Pair,
    ) -> Option<(impl Iterator<Item = &Answer>, impl Iterator<Item = &Answer>)> {
        let of = |vote, place| {
            let entry: Option<&Entry> = self.entries(vote).get(place);
            entry.map(|entry| entry.submission.answers.iter().flatten())
        };
        Some((of(Vote::First, pair.first)?, of(Vote::Second, pair.second)?))
    }
}

/// Remembers the place of a code name, and how many have it.
fn count_name(names: &mut Map<String, (usize, usize)>, place: usize, entry: &Entry) {
    let name = plain(&entry.submission.name);
    if !name.is_empty() {
        let known = names.or_insert_with(name, || (place, 0));
        known.1 += 1;
    }
}

impl Moves {
    fn add(&mut self, before: &Answer, after: &Answer, label: usize) {
        *match (before.says(label), after.says(label)) {
            (Some(true), Some(true)) => &mut self.stayed_yes,
            (Some(false), Some(false)) => &mut self.stayed_no,
            (Some(false), Some(true)) => &mut self.to_yes,
            (Some(true), Some(false)) => &mut self.to_no,
            _ => &mut self.uncounted,
        } += 1;
    }

    /// How many changed.
    #[must_use]
    pub fn changed(self) -> usize {
        self.to_yes + self.to_no
    }
}
