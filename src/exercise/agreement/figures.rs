//! All figures of all labels, worked out in slices so that no page stands still.

use std::rc::Rc;

use super::bootstrap::{Bootstrap, Interval};
use super::coefficient::{Agreeing, Coefficient, Why, ac1, agreeing, alpha, fleiss};
use super::pairs::{PairSummary, Pairs};
use super::ratings::{Count, Ratings};

/// How often the sentences are drawn for an interval.
pub const DRAWS: usize = 2_000;

/// A budget for [`Calculation::step`] that keeps a slice well below 20 ms in the browser: docs/agreement.md has
/// the measurement.
pub const SLICE: usize = 400_000;

/// The figures of one label.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// All annotators’ answers to all sentences.
    pub total: Count,
    /// What could have been answered: annotators times sentences.
    pub asked: u64,
    /// Sentences that at least two annotators answered.
    pub compared: usize,
    /// Pairs of answers that are the same.
    pub agreeing: Agreeing,
    /// Krippendorff’s alpha.
    pub alpha: Coefficient,
    /// Its 95 % interval, or why there is none; nothing as long as it is being drawn.
    pub interval: Option<Result<Interval, Why>>,
    /// Fleiss’ kappa.
    pub fleiss: Coefficient,
    /// Gwet’s AC1.
    pub ac1: Coefficient,
    /// Cohen’s kappas; nothing as long as they are being counted.
    pub pairs: Option<PairSummary>,
}

impl Figures {
    /// What follows from the counts at once; interval and pairs are still to come.
    #[must_use]
    pub fn of(ratings: &Ratings) -> Self {
        let counts = ratings.counts();
        let of = |coefficient: fn(&[Count]) -> Coefficient| match ratings.annotators() {
            0 | 1 => Coefficient::Undefined(Why::FewerThanTwo),
            _ => coefficient(counts),
        };
        Self {
            total: ratings.total(),
            asked: ratings.annotators() as u64 * ratings.sentences() as u64,
            compared: counts.iter().filter(|count| count.answered() > 1).count(),
            agreeing: agreeing(counts),
            alpha: of(alpha),
            interval: None,
            fleiss: of(fleiss),
            ac1: of(ac1),
            pairs: None,
        }
    }
}

/// Works out the figures of several labels: what follows from counts is there from the start, then the interval of
/// each label, then its pairs.
///
/// ```
/// use std::rc::Rc;
/// use pressmark::exercise::agreement::{Calculation, DRAWS, Ratings, SLICE};
/// let claim = Ratings::new(30, 12, &|annotator, sentence| Some((annotator + sentence) % 3 == 0));
/// let mut calculation = Calculation::new(vec![Rc::new(claim)], DRAWS, 1);
/// assert!(calculation.figures()[0].alpha.value().is_some());
/// while calculation.step(SLICE) {} // in a page: one step, then let the browser breathe
/// assert!(calculation.figures()[0].pairs.is_some());
/// ```
#[derive(Clone, Debug)]
pub struct Calculation {
    labels: Vec<Rc<Ratings>>,
    figures: Vec<Figures>,
    draws: usize,
    seed: u64,
    /// The label that is being worked on.
    at: usize,
    work: Work,
}

#[derive(Clone, Debug)]
enum Work {
    /// To begin with the interval of the label.
    Interval,
    Drawing(Bootstrap),
    Pairs(Pairs),
    Done,
}

impl Calculation {
    /// Takes one table a label, the number of [draws](DRAWS) and a seed for them. The same seed gives the same
    /// intervals, today and tomorrow, here and there.
    #[must_use]
    pub fn new(labels: Vec<Rc<Ratings>>, draws: usize, seed: u64) -> Self {
        let figures = labels.iter().map(|ratings| Figures::of(ratings)).collect();
        Self { labels, figures, draws, seed, at: 0, work: Work::Interval }
    }

    /// What is known so far, a label each.
    #[must_use]
    pub fn figures(&self) -> &[Figures] {
        &self.figures
    }

    /// Works on for about `budget` units: a sentence drawn, or 64 sentences of two annotators compared. Whether
    /// anything is left to do.
    pub fn step(&mut self, budget: usize) -> bool {
        let label = self.labels.get(self.at).zip(self.figures.get_mut(self.at));
        let next = match (std::mem::replace(&mut self.work, Work::Done), label) {
            (Work::Done, _) => Work::Done,
            (Work::Interval | Work::Drawing(_), None) => {
                self.at = 0;
                if self.labels.is_empty() { Work::Done } else { Work::Pairs(Pairs::new()) }
            }
            (Work::Pairs(_), None) => Work::Done,
            (Work::Interval, Some((ratings, _))) => {
                Work::Drawing(Bootstrap::new(ratings.counts(), self.draws, self.seed))
            }
            (Work::Drawing(mut bootstrap), Some((_, figures))) => {
                if bootstrap.step(budget) {
                    Work::Drawing(bootstrap)
                } else {
                    figures.interval = Some(bootstrap.interval());
                    self.at += 1;
                    Work::Interval
                }
            }
            (Work::Pairs(mut pairs), Some((ratings, figures))) => {
                if pairs.step(ratings, budget) {
                    Work::Pairs(pairs)
                } else {
                    figures.pairs = Some(pairs.summary());
                    self.at += 1;
                    Work::Pairs(Pairs::new())
                }
            }
        };
        self.work = next;
        !matches!(self.work, Work::Done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Vec<Rc<Ratings>> {
        let table = |salt: usize| {
            let is_there = move |a: usize, s: usize| !(a * 7 + s + salt).is_multiple_of(11);
            let said = move |a, s| is_there(a, s).then_some((a * s + salt).is_multiple_of(3));
            Rc::new(Ratings::new(9, 70, &said))
        };
        (0..3).map(table).collect()
    }

    fn all(budget: usize) -> Vec<Figures> {
        let mut calculation = Calculation::new(tables(), 50, 3);
        while calculation.step(budget) {}
        calculation.figures().to_vec()
    }

    #[test]
    fn slices_of_any_size_give_the_same_figures_and_leave_none_out() {
        let whole = all(usize::MAX);
        assert!(whole.iter().all(|f| f.interval.is_some_and(|i| i.is_ok()) && f.pairs.is_some()));
        assert!([1, 70, 333].iter().all(|budget| all(*budget) == whole));
    }

    #[test]
    fn counts_are_there_before_the_first_step() {
        let calculation = Calculation::new(tables(), 50, 3);
        let [claim, ..] = calculation.figures() else { panic!("three labels") };
        assert_eq!((claim.asked, claim.compared, claim.interval, claim.pairs), (630, 70, None, None));
        assert!(claim.alpha.value().is_some());
    }

    #[test]
    fn no_labels_are_done_at_once() {
        let mut calculation = Calculation::new(Vec::new(), 50, 3);
        assert!(!calculation.step(1) && !calculation.step(1));
    }
}
