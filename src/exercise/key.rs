//! The answer key: how the teacher judges each label of each sentence, and why.

use crate::id::LabelId;

/// How a label on a sentence is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// It should be there.
    Required,
    /// It may be there.
    Accepted,
    /// It should not be there.
    #[default]
    Wrong,
}

/// One line of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    /// The place of the article in the exercise.
    pub article: usize,
    /// The place of the sentence in the article (0 is the first).
    pub sentence: usize,
    /// The label.
    pub label: LabelId,
    /// How it is judged.
    pub judgement: Judgement,
    /// Why; may be empty.
    pub reason: String,
}

/// The teacher's own answers, by article, sentence and label. A key without entries is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// Its lines, in any order, each article, sentence and label once.
    pub entries: Vec<KeyEntry>,
}

impl Key {
    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The line on a label of a sentence, if there is one.
    #[must_use]
    pub fn entry(&self, article: usize, sentence: usize, label: &LabelId) -> Option<&KeyEntry> {
        let is_it = |e: &&KeyEntry| e.article == article && e.sentence == sentence && e.label == *label;
        self.entries.iter().find(is_it)
    }

    /// How a label on a sentence is judged; what the key does not name is wrong.
    #[must_use]
    pub fn judgement(&self, article: usize, sentence: usize, label: &LabelId) -> Judgement {
        self.entry(article, sentence, label).map(|entry| entry.judgement).unwrap_or_default()
    }
}
