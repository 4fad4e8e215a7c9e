//! The second vote: who changed, and which way.

use super::ratings::Ratings;

/// What one annotator did with one label of one sentence between two votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// From no to yes.
    ToYes,
    /// From yes to no.
    ToNo,
    /// Yes both times.
    StayedYes,
    /// No both times.
    StayedNo,
    /// Only the second time an answer: yes.
    NewYes,
    /// Only the second time an answer: no.
    NewNo,
    /// Only the first time an answer.
    Gone,
}

/// What all annotators with two votes did with one label of one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// From no to yes.
    pub to_yes: u32,
    /// From yes to no.
    pub to_no: u32,
    /// Yes both times.
    pub stayed_yes: u32,
    /// No both times.
    pub stayed_no: u32,
    /// Only the second time an answer: yes.
    pub new_yes: u32,
    /// Only the second time an answer: no.
    pub new_no: u32,
    /// Only the first time an answer.
    pub gone: u32,
}

/// What changed between two answers; nothing if there was none either time.
#[must_use]
pub fn change(before: Option<bool>, after: Option<bool>) -> Option<Change> {
    Some(match (before, after) {
        (None, None) => return None,
        (Some(false), Some(true)) => Change::ToYes,
        (Some(true), Some(false)) => Change::ToNo,
        (Some(true), Some(true)) => Change::StayedYes,
        (Some(false), Some(false)) => Change::StayedNo,
        (None, Some(true)) => Change::NewYes,
        (None, Some(false)) => Change::NewNo,
        (Some(_), None) => Change::Gone,
    })
}

/// The changes of each sentence. `matched` says who in the first vote is who in the second; whoever is in one vote
/// only is not in it.
///
/// ```
/// use pressmark::exercise::agreement::{Ratings, changes};
/// let first = Ratings::new(2, 1, &|annotator, _| Some(annotator == 0));
/// let second = Ratings::new(2, 1, &|_, _| Some(true));
/// let changes = changes(&first, &second, &[(0, 0), (1, 1)]);
/// assert_eq!((changes[0].stayed_yes, changes[0].to_yes), (1, 1));
/// ```
#[must_use]
pub fn changes(first: &Ratings, second: &Ratings, matched: &[(usize, usize)]) -> Vec<Changes> {
    let sentences = first.sentences().max(second.sentences());
    let of = |sentence| {
        let mut changes = Changes::default();
        for (before, after) in matched {
            changes.add(change(first.said(*before, sentence), second.said(*after, sentence)));
        }
        changes
    };
    (0..sentences).map(of).collect()
}

impl Changes {
    /// How many went over to the other answer.
    #[must_use]
    pub fn moved(self) -> u32 {
        self.to_yes + self.to_no
    }

    /// How many answered both times.
    #[must_use]
    pub fn twice(self) -> u32 {
        self.moved() + self.stayed_yes + self.stayed_no
    }

    /// Counts one more annotator.
    pub fn add(&mut self, change: Option<Change>) {
        let counter = match change {
            None => return,
            Some(Change::ToYes) => &mut self.to_yes,
            Some(Change::ToNo) => &mut self.to_no,
            Some(Change::StayedYes) => &mut self.stayed_yes,
            Some(Change::StayedNo) => &mut self.stayed_no,
            Some(Change::NewYes) => &mut self.new_yes,
            Some(Change::NewNo) => &mut self.new_no,
            Some(Change::Gone) => &mut self.gone,
        };
        *counter += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_between_two_votes_is_counted_once() {
        let answers = [None, Some(false), Some(true)];
        let first = Ratings::new(9, 1, &|annotator, _| answers[annotator / 3]);
        let second = Ratings::new(9, 1, &|annotator, _| answers[annotator % 3]);
        let all: Vec<(usize, usize)> = (0..9).map(|annotator| (annotator, annotator)).collect();
        let expected =
            Changes { to_yes: 1, to_no: 1, stayed_yes: 1, stayed_no: 1, new_yes: 1, new_no: 1, gone: 2 };
        assert_eq!(changes(&first, &second, &all), [expected]);
        assert_eq!((expected.moved(), expected.twice()), (2, 4));
    }

    #[test]
    fn the_second_set_may_stand_in_another_order() {
        let first = Ratings::new(2, 2, &|annotator, sentence| Some(annotator == sentence));
        let second = Ratings::new(3, 2, &|annotator, sentence| Some(annotator == sentence + 1));
        let same = changes(&first, &second, &[(0, 1), (1, 2)]);
        assert!(same.iter().all(|changes| changes.moved() == 0 && changes.twice() == 2));
    }
}
