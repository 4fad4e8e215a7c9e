//! A vote as ratings: what the coefficients of agreement are computed of.

use crate::exercise::agreement::Ratings;
use crate::exercise::board::{Board, Place, Vote};

impl Board {
    /// What everybody says of the label at place `label` of the codebook in one article: entries in order of arrival,
    /// sentences in order.
    #[must_use]
    pub fn ratings(&self, vote: Vote, article: usize, label: usize) -> Ratings {
        let entries = self.entries(vote);
        let sentences = self.exercise.articles.get(article).map_or(0, |article| article.sentences.len());
        let said = |entry: usize, sentence: usize| {
            entries.get(entry)?.answer(Place { article, sentence })?.says(label)
        };
        Ratings::new(entries.len(), sentences, &said)
    }
}
