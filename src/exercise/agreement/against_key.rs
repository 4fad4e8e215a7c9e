//! One annotator's answers on one label against the key.

use std::ops::AddAssign;

use super::coefficient::{Coefficient, Why};
use super::ratings::Ratings;
use crate::exercise::Judgement;

/// How one annotator's answers on one label stand to the key: each sentence is counted once. Scores add up, over
/// labels for a pupil, over pupils for a label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Required, and set.
    pub hit: u32,
    /// Required, and answered without it.
    pub missed: u32,
    /// Accepted, and set.
    pub accepted: u32,
    /// Accepted, and answered without it.
    pub declined: u32,
    /// Wrong, and set.
    pub wrong: u32,
    /// Wrong, and answered without it.
    pub clear: u32,
    /// Required, and neither yes nor no: never counted as missed.
    pub open_required: u32,
    /// Accepted or wrong, and neither yes nor no.
    pub open: u32,
}

/// A share with its counts, so that both can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// So many
    pub part: u32,
    /// of so many.
    pub whole: u32,
}

/// Compares an annotator with the key, given how the label is judged on each sentence. Sentences beyond the list
/// have nothing to be judged by and are left out.
///
/// ```
/// use pressmark::exercise::Judgement::{Accepted, Required, Wrong};
/// use pressmark::exercise::agreement::{Ratings, score};
/// let said = [Some(true), Some(false), Some(true), Some(true), None];
/// let ratings = Ratings::new(1, 5, &|_, sentence| said[sentence]);
/// let score = score(&ratings, 0, &[Required, Required, Accepted, Wrong, Required]);
/// assert_eq!((score.hit, score.missed, score.accepted, score.wrong, score.open_required), (1, 1, 1, 1, 1));
/// ```
#[must_use]
pub fn score(ratings: &Ratings, annotator: usize, key: &[Judgement]) -> Score {
    let mut score = Score::default();
    for (sentence, judgement) in key.iter().enumerate().take(ratings.sentences()) {
        let counter = match (judgement, ratings.said(annotator, sentence)) {
            (Judgement::Required, Some(true)) => &mut score.hit,
            (Judgement::Required, Some(false)) => &mut score.missed,
            (Judgement::Required, None) => &mut score.open_required,
            (Judgement::Accepted, Some(true)) => &mut score.accepted,
            (Judgement::Accepted, Some(false)) => &mut score.declined,
            (Judgement::Wrong, Some(true)) => &mut score.wrong,
            (Judgement::Wrong, Some(false)) => &mut score.clear,
            (Judgement::Accepted | Judgement::Wrong, None) => &mut score.open,
        };
        *counter += 1;
    }
    score
}

impl Score {
    /// Of the labels set, those that the key requires or accepts.
    #[must_use]
    pub fn precision(self) -> Share {
        let right = self.hit + self.accepted;
        Share { part: right, whole: right + self.wrong }
    }

    /// Of the required labels on answered sentences, those that were set. What is accepted may be there and need
    /// not, so it does not count here.
    #[must_use]
    pub fn recall(self) -> Share {
        Share { part: self.hit, whole: self.hit + self.missed }
    }

    /// The share of precision, if a label was set.
    #[must_use]
    pub fn precision_value(self) -> Coefficient {
        self.precision().value(Why::NothingSet)
    }

    /// The share of recall, if the key requires anything that was answered.
    #[must_use]
    pub fn recall_value(self) -> Coefficient {
        self.recall().value(Why::NothingRequired)
    }

    /// F1, the harmonic mean of precision and recall (van Rijsbergen 1979, “Information Retrieval”, chapter 7, with
    /// both weighing the same). 0 where nothing required was found, and undefined where nothing was required.
    #[must_use]
    pub fn f1(self) -> Coefficient {
        match (self.precision_value(), self.recall_value()) {
            (_, Coefficient::Undefined(why)) => Coefficient::Undefined(why),
            (Coefficient::Value(precision), Coefficient::Value(recall)) if self.hit > 0 => {
                Coefficient::Value(2.0 * precision * recall / (precision + recall))
            }
            _ => Coefficient::Value(0.0),
        }
    }
}

impl Share {
    fn value(self, otherwise: Why) -> Coefficient {
        match self.whole {
            0 => Coefficient::Undefined(otherwise),
            whole => Coefficient::Value(f64::from(self.part) / f64::from(whole)),
        }
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.hit += other.hit;
        self.missed += other.missed;
        self.accepted += other.accepted;
        self.declined += other.declined;
        self.wrong += other.wrong;
        self.clear += other.clear;
        self.open_required += other.open_required;
        self.open += other.open;
    }
}

#[cfg(test)]
mod tests {
    use Judgement::{Accepted, Required, Wrong};

    use super::*;

    fn of(said: &[Option<bool>], key: &[Judgement]) -> Score {
        score(&Ratings::new(1, said.len(), &|_, sentence| said[sentence]), 0, key)
    }

    const YES: Option<bool> = Some(true);
    const NO: Option<bool> = Some(false);

    #[test]
    fn every_answer_has_its_own_counter() {
        let cases = [(Required, YES), (Required, NO), (Required, None), (Accepted, YES), (Accepted, NO)];
        let cases = cases.into_iter().chain([(Accepted, None), (Wrong, YES), (Wrong, NO), (Wrong, None)]);
        let (key, said): (Vec<_>, Vec<_>) = cases.unzip();
        let each = Score {
            hit: 1,
            missed: 1,
            accepted: 1,
            declined: 1,
            wrong: 1,
            clear: 1,
            open_required: 1,
            open: 2,
        };
        assert_eq!(of(&said, &key), each);
        let mut twice = each;
        twice += each;
        assert_eq!((twice.hit, twice.open), (2, 4));
        assert_eq!(of(&said, &key[..1]).hit + of(&said, &[]).hit, 1);
    }

    #[test]
    fn what_is_accepted_helps_precision_and_leaves_recall_alone() {
        let score = of(&[YES, NO, YES, YES], &[Required, Required, Accepted, Wrong]);
        assert_eq!(score.precision(), Share { part: 2, whole: 3 });
        assert_eq!(score.recall(), Share { part: 1, whole: 2 });
        let f1 = score.f1().value().unwrap();
        assert!((f1 - 4.0 / 7.0).abs() < 1e-12, "{f1}");
    }

    #[test]
    fn a_share_of_nothing_is_undefined_and_not_nought() {
        let silent = of(&[NO, NO], &[Required, Wrong]);
        assert_eq!(silent.precision_value(), Coefficient::Undefined(Why::NothingSet));
        assert_eq!((silent.recall_value(), silent.f1()), (Coefficient::Value(0.0), Coefficient::Value(0.0)));
        let free = of(&[YES, NO], &[Wrong, Wrong]);
        assert_eq!(free.precision_value(), Coefficient::Value(0.0));
        assert_eq!([free.recall_value(), free.f1()], [Coefficient::Undefined(Why::NothingRequired); 2]);
        let absent = of(&[None], &[Required]);
        assert_eq!(absent.recall_value(), Coefficient::Undefined(Why::NothingRequired));
        assert_eq!(of(&[YES, YES], &[Accepted, Required]).f1(), Coefficient::Value(1.0));
    }
}
