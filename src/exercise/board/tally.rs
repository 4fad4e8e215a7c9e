//! Counts: how many said yes and no to each label of a sentence, and which sentences divide a class most.

use std::cmp::Ordering;

use crate::exercise::Answer;
use crate::exercise::board::{Board, Entry, Place, Vote};
use crate::order;

/// How a class answered one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The sentence.
    pub place: Place,
    /// How many said yes to each label, in the codebook's order.
    pub yes: Vec<usize>,
    /// How many said yes or no: the base of every count. *None* says no to every label.
    pub base: usize,
    /// How many of them said *none*.
    pub none: usize,
    /// How many are *not sure* and chose no label: not in the base.
    pub unsure: usize,
    /// How many have no answer: not in the base.
    pub not_reached: usize,
}

/// How a class answered one label of one sentence: “14 of 27: claim”.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many said yes.
    pub yes: usize,
    /// How many said no.
    pub no: usize,
}

impl Board {
    /// The counts of every sentence, in order.
    #[must_use]
    pub fn tallies(&self, vote: Vote) -> Vec<Tally> {
        let mut tallies = self.no_tallies();
        for entry in self.entries(vote) {
            add(&mut tallies, entry);
        }
        tallies
    }

    /// The counts of every sentence while nobody is counted; [`add`] counts one pupil.
    #[must_use]
    pub fn no_tallies(&self) -> Vec<Tally> {
        let labels = self.exercise.codebook.labels.len();
        self.places().map(|place| Tally { place, yes: vec![0; labels], ..Tally::default() }).collect()
    }
}

/// Counts one pupil's answers in, so that a thousand can be counted in slices.
pub fn add(tallies: &mut [Tally], entry: &Entry) {
    for (tally, answer) in tallies.iter_mut().zip(entry.submission.answers.iter().flatten()) {
        tally.add(answer);
    }
}

impl Tally {
    fn add(&mut self, answer: &Answer) {
        if answer.says(0).is_none() {
            *if answer.unsure { &mut self.unsure } else { &mut self.not_reached } += 1;
            return;
        }
        self.base += 1;
        self.none += usize::from(answer.none);
        for (place, yes) in self.yes.iter_mut().enumerate() {
            *yes += usize::from(answer.has(place));
        }
    }

    /// The count of the label at `place` of the codebook.
    #[must_use]
    pub fn count(&self, place: usize) -> Count {
        let yes = self.yes.get(place).copied().unwrap_or_default();
        Count { yes, no: self.base - yes }
    }

    /// The places of the labels, those that divide the class most first. Where it divides by two labels alike,
    /// the codebook's order decides.
    #[must_use]
    pub fn closest(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.yes.len()).collect();
        order::sort_by(&mut places, |a, b| self.count(*a).gap().cmp(&self.count(*b).gap()));
        places
    }

    /// The label that divides the class most, by its place in the codebook; none where all said the same.
    #[must_use]
    pub fn most_divided(&self) -> Option<usize> {
        self.closest().first().copied().filter(|place| self.count(*place).is_divided())
    }

    /// Everybody: those in the base and those who are not.
    #[must_use]
    pub fn all(&self) -> usize {
        self.base + self.unsure + self.not_reached
    }
}

impl Count {
    /// How many said yes or no.
    #[must_use]
    pub fn base(self) -> usize {
        self.yes + self.no
    }

    /// |yes − no|.
    #[must_use]
    pub fn gap(self) -> usize {
        self.yes.abs_diff(self.no)
    }

    /// Whether somebody said yes and somebody no.
    #[must_use]
    pub fn is_divided(self) -> bool {
        self.yes > 0 && self.no > 0
    }

    /// How divided the class is, in thousandths: 1 − |yes − no| / answered; 0 where nobody answered.
    #[must_use]
    pub fn divided(self) -> usize {
        (1000 * (self.base() - self.gap())).checked_div(self.base()).unwrap_or(0)
    }

    /// What most said; `None` for as many yes as no.
    #[must_use]
    pub fn majority(self) -> Option<bool> {
        match self.yes.cmp(&self.no) {
            Ordering::Greater => Some(true),
            Ordering::Less => Some(false),
            Ordering::Equal => None,
        }
    }
}

/// Orders sentences so that what divides the class most comes first (CLASS.md): by the label with the smallest
/// gap between yes and no, as a part of those who answered; ties by the next label, then in order.
pub fn most_divided_first(tallies: &mut Vec<Tally>) {
    let gaps = |tally: &Tally| -> Vec<usize> {
        tally.closest().iter().map(|place| tally.count(*place).gap()).collect()
    };
    let mut ranked: Vec<(Vec<usize>, Tally)> =
        std::mem::take(tallies).into_iter().map(|tally| (gaps(&tally), tally)).collect();
    order::sort_by(&mut ranked, |(a_gaps, a), (b_gaps, b)| {
        let part = |(a_gap, b_gap): (&usize, &usize)| (a_gap * b.base).cmp(&(b_gap * a.base));
        let parts = a_gaps.iter().zip(b_gaps).map(part).find(|order| order.is_ne());
        (a.base == 0).cmp(&(b.base == 0)).then(parts.unwrap_or(Ordering::Equal)).then(a.place.cmp(&b.place))
    });
    tallies.extend(ranked.into_iter().map(|(_, tally)| tally));
}
