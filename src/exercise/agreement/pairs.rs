//! Cohen's kappa of every two annotators, by counting bits, in slices.

use super::coefficient::{Coefficient, Why};
use super::quantile::quantile;
use super::ratings::Ratings;

/// Cohen's kappa of two annotators over the sentences that both answered (Cohen 1960, Educational and Psychological
/// Measurement 20, 37-46): (pₒ − pₑ) / (1 − pₑ), chance from what each of the two says on those sentences.
/// Undefined if they share no sentence, or if both said the same of all they share.
///
/// ```
/// use pressmark::exercise::agreement::{Coefficient, Ratings, kappa};
/// let said = [[true, true, false, false], [true, false, false, false]];
/// let ratings = Ratings::new(2, 4, &|annotator, sentence| Some(said[annotator][sentence]));
/// assert_eq!(kappa(&ratings, 0, 1), Coefficient::Value(0.5));
/// ```
#[must_use]
pub fn kappa(ratings: &Ratings, one: usize, other: usize) -> Coefficient {
    let (mut both, mut first, mut second, mut yes) = (0_u32, 0_u32, 0_u32, 0_u32);
    for (a, b) in ratings.row(one).iter().zip(ratings.row(other)) {
        let shared = a.answered & b.answered;
        both += shared.count_ones();
        first += (a.yes & shared).count_ones();
        second += (b.yes & shared).count_ones();
        yes += (a.yes & b.yes).count_ones();
    }
    of_counts([both, first, second, yes].map(i64::from))
}

/// Kappa in whole numbers until the last division: all over n², so that nothing is lost.
fn of_counts([both, first, second, yes]: [i64; 4]) -> Coefficient {
    let same = both * (both + 2 * yes - first - second);
    let chance = first * second + (both - first) * (both - second);
    let all = both * both;
    if all > chance {
        #[expect(clippy::cast_precision_loss, reason = "exact up to 90 million sentences")]
        Coefficient::Value((same - chance) as f64 / (all - chance) as f64)
    } else {
        Coefficient::Undefined(match (both, first) {
            (0, _) => Why::NothingShared,
            (_, 0) => Why::NobodySaidYes,
            _ => Why::EverybodySaidYes,
        })
    }
}

/// The kappas of all pairs, as four figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairSummary {
    /// How many pairs have a kappa.
    pub defined: usize,
    /// How many have none.
    pub undefined: usize,
    /// Lowest, median and highest kappa, if any pair has one.
    pub spread: Option<Spread>,
}

/// The lowest, the middle and the highest of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The lowest.
    pub low: f64,
    /// The median; of an even number the mean of the two in the middle.
    pub median: f64,
    /// The highest.
    pub high: f64,
}

/// All pairs of annotators, gone through in slices: 1,000 annotators make 499,500.
///
/// ```
/// use pressmark::exercise::agreement::{Pairs, Ratings};
/// let ratings = Ratings::new(30, 12, &|annotator, sentence| Some((annotator + sentence) % 3 == 0));
/// let mut pairs = Pairs::new();
/// while pairs.step(&ratings, 1_000) {}
/// assert_eq!(pairs.summary().defined, 435);
/// ```
#[derive(Clone, Debug)]
pub struct Pairs {
    one: usize,
    other: usize,
    undefined: usize,
    values: Vec<f64>,
}

impl Default for Pairs {
    fn default() -> Self {
        Self::new()
    }
}

impl Pairs {
    /// Before the first pair.
    #[must_use]
    pub fn new() -> Self {
        Self { one: 0, other: 1, undefined: 0, values: Vec::new() }
    }

    /// Goes on through the pairs of the same table until about `budget` words of 64 sentences were compared, at
    /// least one pair. Whether pairs are left.
    pub fn step(&mut self, ratings: &Ratings, budget: usize) -> bool {
        // A division and a look at the next pair cost about as much as three words.
        let cost = ratings.sentences().div_ceil(64) + 3;
        for _ in 0..(budget / cost).max(1) {
            if self.other >= ratings.annotators() {
                self.one += 1;
                self.other = self.one + 1;
                if self.other >= ratings.annotators() {
                    return false;
                }
            }
            match kappa(ratings, self.one, self.other) {
                Coefficient::Value(value) => self.values.push(value),
                Coefficient::Undefined(_) => self.undefined += 1,
            }
            self.other += 1;
        }
        true
    }

    /// The figures of the pairs seen so far. Finding the middle reorders what was kept, so it takes the pairs.
    #[must_use]
    pub fn summary(mut self) -> PairSummary {
        let (defined, undefined) = (self.values.len(), self.undefined);
        let low = self.values.iter().copied().reduce(f64::min);
        let high = self.values.iter().copied().reduce(f64::max);
        let median = quantile(&mut self.values, 0.5);
        let spread = low.zip(median).zip(high).map(|((low, median), high)| Spread { low, median, high });
        PairSummary { defined, undefined, spread }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_who_always_say_the_same_leave_nothing_to_compare() {
        let of = |said: [[Option<bool>; 2]; 2]| kappa(&Ratings::new(2, 2, &|a, s| said[a][s]), 0, 1);
        let (yes, no) = (Some(true), Some(false));
        assert_eq!(of([[yes, yes], [yes, yes]]), Coefficient::Undefined(Why::EverybodySaidYes));
        assert_eq!(of([[no, no], [no, no]]), Coefficient::Undefined(Why::NobodySaidYes));
        assert_eq!(of([[yes, None], [None, yes]]), Coefficient::Undefined(Why::NothingShared));
        assert_eq!(of([[yes, yes], [yes, no]]), Coefficient::Value(0.0));
        assert_eq!(of([[yes, no], [no, yes]]), Coefficient::Value(-1.0));
        assert_eq!(of([[no, no], [yes, yes]]), Coefficient::Value(0.0));
    }

    #[test]
    fn every_pair_is_seen_once_in_slices_of_any_size() {
        let ratings = Ratings::new(13, 70, &|a, s| ((a * s) % 7 != 3).then_some((a + s * 3) % 4 == 0));
        let summary = |budget: usize| {
            let mut pairs = Pairs::new();
            while pairs.step(&ratings, budget) {}
            pairs.summary()
        };
        let whole = summary(usize::MAX);
        assert_eq!(whole.defined + whole.undefined, 78);
        for budget in [0, 5, 17, 100] {
            assert_eq!(summary(budget), whole);
        }
    }

    #[test]
    fn nobody_and_one_alone_make_no_pairs() {
        for annotators in [0, 1] {
            let mut pairs = Pairs::new();
            assert!(!pairs.step(&Ratings::new(annotators, 3, &|_, _| Some(true)), 100));
            assert_eq!(pairs.summary(), PairSummary { defined: 0, undefined: 0, spread: None });
        }
    }
}
