//! Who chose what: the answers of a class on one sentence, by combination of labels.

use std::cmp::Reverse;

use crate::exercise::Answer;
use crate::exercise::board::{Board, Place, Vote};
use crate::order;

/// What an answer amounts to. *Not sure* beside labels is told apart by [`Who::unsure`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// These labels: bit n stands for the codebook's label at place n.
    Labels(u16),
    /// None of the labels.
    None,
    /// Not sure, and no label.
    Unsure,
    /// No answer.
    #[default]
    NotReached,
}

/// A combination, and who chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The combination.
    pub what: Chosen,
    /// Who chose it, in order of arrival.
    pub who: Vec<Who>,
}

/// Somebody who chose a combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// The place of the entry on the board.
    pub row: usize,
    /// Whether it was chosen with *not sure* beside the labels.
    pub unsure: bool,
}

impl Chosen {
    /// What an answer amounts to; no answer at all is *not reached*.
    #[must_use]
    pub fn of(answer: Option<&Answer>) -> Self {
        match answer {
            Some(Answer { labels, .. }) if *labels != 0 => Self::Labels(*labels),
            Some(Answer { unsure: true, .. }) => Self::Unsure,
            Some(Answer { none: true, .. }) => Self::None,
            _ => Self::NotReached,
        }
    }

    /// A number by which combinations are ordered: by their first label, the smaller ones first; then *none*,
    /// *not sure*, *not reached*.
    #[must_use]
    pub fn rank(self) -> u32 {
        match self {
            Self::Labels(labels) => {
                let rest = u32::from(!labels.reverse_bits());
                labels.trailing_zeros() << 24 | labels.count_ones() << 16 | rest
            }
            Self::None => 17 << 24,
            Self::Unsure => 18 << 24,
            Self::NotReached => 19 << 24,
        }
    }
}

impl Board {
    /// Who chose what on a sentence: the combinations of labels, the most chosen first, then *none*, *not
    /// sure* and *not reached*; only what somebody chose.
    #[must_use]
    pub fn choices(&self, vote: Vote, place: Place) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::new();
        for (row, entry) in self.entries(vote).iter().enumerate() {
            let answer = entry.answer(place);
            let what = Chosen::of(answer);
            let unsure = what != Chosen::Unsure && answer.is_some_and(|answer| answer.unsure);
            let who = Who { row, unsure };
            match choices.iter_mut().find(|choice| choice.what == what) {
                Some(choice) => choice.who.push(who),
                None => choices.push(Choice { what, who: vec![who] }),
            }
        }
        let key = |choice: &Choice| match choice.what {
            what @ Chosen::Labels(_) => (false, Reverse(choice.who.len()), what.rank()),
            what => (true, Reverse(0), what.rank()),
        };
        order::sort_by(&mut choices, |a, b| key(a).cmp(&key(b)));
        choices
    }
}
