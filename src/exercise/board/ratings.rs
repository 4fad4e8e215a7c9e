//! A vote as ratings: what the coefficients of agreement are computed of.

use crate::exercise::agreement::Ratings;
use crate::exercise::board::{Board, Place, Vote};

impl Board {
    /// What everybody says of the label at place `label` of the codebook: entries in order of arrival, sentences
    /// in order.
    #[must_use]
    pub fn ratings(&self, vote: Vote, label: usize) -> Ratings {
        let (entries, places): (_, Vec<Place>) = (self.entries(vote), self.places().collect());
        let said =
            |entry: usize, sentence: usize| entries.get(entry)?.answer(*places.get(sentence)?)?.says(label);
        Ratings::new(entries.len(), places.len(), &said)
    }
}
