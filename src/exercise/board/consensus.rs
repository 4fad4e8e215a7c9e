//! The consensus of a class: what most chose, changed by hand, and made into a key or into annotations.

use std::rc::Rc;

use crate::annotation::Annotation;
use crate::article::Article;
use crate::exercise::board::{Board, Count, Place, Vote};
use crate::exercise::{Judgement, Key, KeyEntry};
use crate::id::{AnnotatorId, ArticleId};
use crate::time::Timestamp;

/// The name of the annotator to whom the consensus belongs.
pub const CONSENSUS: &str = "Consensus of the class";

/// A decision that was made by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByHand {
    /// The sentence.
    pub place: Place,
    /// The label's place in the codebook.
    pub label: usize,
    /// Yes, no, or left open.
    pub decision: Option<bool>,
}

/// What was decided on one label of one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// How the class stands.
    pub count: Count,
    /// Yes or no; `None` for no decision: as many yes as no, nobody answered, or left open by hand.
    pub decision: Option<bool>,
    /// Whether it was decided by hand and not by the majority.
    pub by_hand: bool,
}

/// What was decided on a sentence, by label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The sentence.
    pub place: Place,
    /// By label, in the codebook's order.
    pub labels: Vec<Decision>,
}

impl Board {
    /// What is decided on every sentence, in order.
    #[must_use]
    pub fn consensus(&self, vote: Vote) -> Vec<Settled> {
        let settle = |tally: crate::exercise::board::Tally| {
            let counts = (0..tally.yes.len()).map(|label| tally.count(label));
            let decide = |count: Count| Decision { count, decision: count.majority(), by_hand: false };
            Settled { place: tally.place, labels: counts.map(decide).collect() }
        };
        let mut all: Vec<Settled> = self.tallies(vote).into_iter().map(settle).collect();
        for by_hand in &self.by_hand {
            let settled = all.binary_search_by_key(&by_hand.place, |settled| settled.place).ok();
            let settled = settled.and_then(|at| all.get_mut(at));
            if let Some(decision) = settled.and_then(|settled| settled.labels.get_mut(by_hand.label)) {
                *decision = Decision { decision: by_hand.decision, by_hand: true, ..*decision };
            }
        }
        all
    }

    /// The same board with a decision made by hand.
    #[must_use]
    pub fn decided(&self, by_hand: ByHand) -> Self {
        let mut board = self.undecided(by_hand.place, by_hand.label);
        board.by_hand.push(by_hand);
        board
    }

    /// The same board with the decision left to the majority again.
    #[must_use]
    pub fn undecided(&self, place: Place, label: usize) -> Self {
        let mut board = self.clone();
        board.by_hand.retain(|known| (known.place, known.label) != (place, label));
        board
    }

    /// The consensus as a key: what is decided with yes is required, what is left open is accepted, all else
    /// is wrong. The reasons are the counts.
    #[must_use]
    pub fn key(&self, vote: Vote) -> Key {
        let labels = &self.exercise.codebook.labels;
        let mut entries = Vec::new();
        for settled in self.consensus(vote) {
            for (label, decision) in labels.iter().zip(&settled.labels) {
                let judgement = match decision.decision {
                    Some(true) => Judgement::Required,
                    None if decision.by_hand || decision.count.base() > 0 => Judgement::Accepted,
                    _ => continue,
                };
                let Place { article, sentence } = settled.place;
                let (label, reason) = (label.id.clone(), decision.reason());
                entries.push(KeyEntry { article, sentence, label, judgement, reason });
            }
        }
        Key { entries }
    }

    /// The consensus on the article at place `article` of the exercise: the article as it is outside the
    /// exercise, and an annotation of each sentence on which anything was decided. A sentence is *none* where
    /// every label was decided with no, and *not sure* where a label is left open.
    #[must_use]
    pub fn gold(&self, vote: Vote, article: usize, now: Timestamp) -> Option<(Article, Vec<Rc<Annotation>>)> {
        let plain = (**self.exercise.articles.get(article)?).clone();
        let plain = Article { id: ArticleId::new(plain.id.plain()), ..plain };
        let settled = self.consensus(vote).into_iter().filter(|settled| settled.place.article == article);
        let annotation = |settled: Settled| {
            let span = *plain.sentences.get(settled.place.sentence)?;
            let codebook = self.exercise.codebook.labels.iter();
            let said = codebook.zip(&settled.labels).filter(|(_, decision)| decision.decision == Some(true));
            let labels: Vec<_> = said.map(|(label, _)| label.id.clone()).collect();
            let is_open = |decision: &Decision| decision.decision.is_none();
            let is_silent = settled.labels.iter().all(|one| !one.by_hand && one.count.base() == 0);
            let unsure = settled.labels.iter().any(is_open);
            let none = labels.is_empty() && !unsure;
            let annotation = Annotation { labels, none, unsure, ..Annotation::blank(span, now) };
            (!is_silent).then(|| Rc::new(annotation))
        };
        let annotations = settled.filter_map(annotation).collect();
        Some((plain, annotations))
    }

    /// The id of the annotator to whom the consensus belongs: the same for the same exercise.
    #[must_use]
    pub fn consensus_annotator(&self) -> AnnotatorId {
        super::id_of(&["consensus ", self.exercise.id.as_str()])
    }
}

impl Decision {
    /// Why, in the words of a key.
    #[must_use]
    pub fn reason(&self) -> String {
        let (yes, all) = (self.count.yes, self.count.base());
        match (self.by_hand, self.decision) {
            _ if all == 0 => "Settled by hand.".to_owned(),
            (true, Some(_)) => format!("Settled by hand; {yes} of {all} in the class said so."),
            (true, None) => format!("Left open; {yes} of {all} in the class said so."),
            (false, _) => format!("{yes} of {all} in the class said so."),
        }
    }
}
