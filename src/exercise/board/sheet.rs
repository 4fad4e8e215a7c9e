//! The discussion sheet: the sentences that divide a class most, with two readings each and no names.

use crate::exercise::board::{Board, Tally, Vote, most_divided_first};

/// A sentence of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic<'a> {
    /// “Sentence 10: 14 to 13 on claim”.
    pub heading: String,
    /// The words of the sentence.
    pub words: &'a str,
    /// The counts.
    pub tally: Tally,
    /// The label that divides most, by its place in the codebook.
    pub label: usize,
    /// A note of those who say yes, and one of those who say no.
    pub readings: [Option<&'a str>; 2],
}

impl Board {
    /// The sentences on which somebody said yes and somebody no, most divided first, at most this many.
    #[must_use]
    pub fn discussion(&self, vote: Vote, most: usize) -> Vec<Topic<'_>> {
        let mut tallies = self.tallies(vote);
        most_divided_first(&mut tallies);
        let topic = |tally: Tally| {
            let label = tally.most_divided()?;
            let readings = self.readings(vote, tally.place, label).pair(0);
            Some(Topic {
                heading: self.heading(&tally),
                words: self.sentence(tally.place)?,
                label,
                readings,
                tally,
            })
        };
        tallies.into_iter().filter_map(topic).take(most).collect()
    }
}
