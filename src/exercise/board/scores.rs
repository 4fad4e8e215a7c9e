//! Against the key: what each pupil hit, missed, and chose that does not fit.

use crate::exercise::board::{Board, Part, Vote};
use crate::exercise::{Answer, Exercise, Judgement, Key, Submission};

/// A key laid out by sentence, so that thousands of answers can be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// For each sentence of the exercise, in order, how each label is judged.
    rows: Vec<Vec<Judgement>>,
    labels: usize,
}

/// One pupil's answers on one label, or on all, against the key.
///
/// Precision is hits of hits and wrong ones, recall hits of hits and missed ones, F1 their harmonic mean (van
/// Rijsbergen, *Information Retrieval*, 1979, ch. 7). What the key accepts counts for neither side. Sentences
/// without a yes or no are judged not at all: what was required there is counted as *open*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Chosen and required.
    pub hit: usize,
    /// Chosen and accepted.
    pub accepted: usize,
    /// Chosen and wrong.
    pub wrong: usize,
    /// Required and not chosen.
    pub missed: usize,
    /// Neither chosen nor required: rightly left, or accepted and left.
    pub left: usize,
    /// Required on sentences that were not reached or are *not sure* without a label.
    pub open: usize,
}

/// One pupil against the key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// By label, in the codebook's order.
    pub labels: Vec<Score>,
}

impl Table {
    /// Lays out a key; `None` where there is no key.
    #[must_use]
    pub fn new(exercise: &Exercise, key: &Key) -> Option<Self> {
        let labels = exercise.codebook.labels.len();
        let mut starts = Vec::new();
        let mut sentences = 0;
        for article in &exercise.articles {
            starts.push(sentences..sentences + article.sentences.len());
            sentences += article.sentences.len();
        }
        let mut rows = vec![vec![Judgement::Wrong; labels]; sentences];
        for entry in &key.entries {
            let sentence = starts.get(entry.article).and_then(|range| range.clone().nth(entry.sentence));
            let row = sentence.and_then(|sentence| rows.get_mut(sentence));
            let label = exercise.codebook.order(&entry.label);
            if let Some(judgement) = row.and_then(|row| row.get_mut(label)) {
                *judgement = entry.judgement;
            }
        }
        (!key.is_empty()).then_some(Self { rows, labels })
    }

    /// How one pupil stands.
    #[must_use]
    pub fn score(&self, submission: &Submission) -> Marks {
        let mut labels = vec![Score::default(); self.labels];
        for (answer, row) in submission.answers.iter().flatten().zip(&self.rows) {
            for (place, (score, judgement)) in labels.iter_mut().zip(row).enumerate() {
                score.add(answer, place, *judgement);
            }
        }
        Marks { labels }
    }
}

impl Board {
    /// How everybody stands against a key, in order of arrival.
    #[must_use]
    pub fn scores(&self, vote: Vote, key: &Table) -> Vec<Marks> {
        self.entries(vote).iter().map(|entry| key.score(&entry.submission)).collect()
    }
}

impl Marks {
    /// All labels together.
    #[must_use]
    pub fn all(&self) -> Score {
        self.labels.iter().copied().sum()
    }

    /// How many answers, label by label, fit the key.
    #[must_use]
    pub fn fitting(&self) -> Part {
        let all = self.all();
        let part = all.hit + all.accepted + all.left;
        Part { part, of: part + all.wrong + all.missed }
    }
}

impl Score {
    fn add(&mut self, answer: &Answer, place: usize, judgement: Judgement) {
        *match (answer.says(place), judgement) {
            (Some(true), Judgement::Required) => &mut self.hit,
            (Some(true), Judgement::Accepted) => &mut self.accepted,
            (Some(true), Judgement::Wrong) => &mut self.wrong,
            (Some(false), Judgement::Required) => &mut self.missed,
            (Some(false), _) => &mut self.left,
            (None, Judgement::Required) => &mut self.open,
            (None, _) => return,
        } += 1;
    }

    /// Hits of all that was chosen and judged; of nothing where nothing was.
    #[must_use]
    pub fn precision(self) -> Part {
        Part { part: self.hit, of: self.hit + self.wrong }
    }

    /// Hits of all that was required where an answer was given.
    #[must_use]
    pub fn recall(self) -> Part {
        Part { part: self.hit, of: self.hit + self.missed }
    }

    /// The harmonic mean of precision and recall: 2 hits of 2 hits, wrong and missed ones.
    #[must_use]
    pub fn f1(self) -> Part {
        Part { part: 2 * self.hit, of: 2 * self.hit + self.wrong + self.missed }
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), |all, one| Self {
            hit: all.hit + one.hit,
            accepted: all.accepted + one.accepted,
            wrong: all.wrong + one.wrong,
            missed: all.missed + one.missed,
            left: all.left + one.left,
            open: all.open + one.open,
        })
    }
}
