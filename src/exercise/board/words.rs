//! What the board says in words: headings, counts and answers, computed from what was handed in.

use crate::annotation::Codebook;
use crate::exercise::Answer;
use crate::exercise::board::{Board, Chosen, Count, Place, Tally, Vote};

/// The word for the label at `place` of the codebook, as it stands in a sentence.
#[must_use]
pub fn label(codebook: &Codebook, place: usize) -> String {
    codebook.labels.get(place).map_or_else(String::new, |label| label.name.to_lowercase())
}

/// A count with its base: “14 of 27: claim”.
#[must_use]
pub fn count(codebook: &Codebook, place: usize, count: Count) -> String {
    format!("{} of {}: {}", count.yes, count.base(), label(codebook, place))
}

/// How a class stands on a sentence: “14 to 13 on claim”, yes before no, by the label that divides it most;
/// empty where nobody is divided.
#[must_use]
pub fn division(codebook: &Codebook, tally: &Tally) -> String {
    tally.most_divided().map_or_else(String::new, |place| {
        let Count { yes, no } = tally.count(place);
        format!("{yes} to {no} on {}", label(codebook, place))
    })
}

/// Who is not in the base: “1 not sure, 2 not reached”; empty where everybody is.
#[must_use]
pub fn outside(tally: &Tally) -> String {
    let parts = [(tally.unsure, "not sure"), (tally.not_reached, "not reached")];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    parts.collect::<Vec<_>>().join(", ")
}

/// An answer in words: “claim, actor”, “none”, “claim, not sure”, “not reached”.
#[must_use]
pub fn answer(codebook: &Codebook, answer: Option<&Answer>) -> String {
    let what = Chosen::of(answer);
    let is_unsure = what != Chosen::Unsure && answer.is_some_and(|answer| answer.unsure);
    chosen(codebook, what) + if is_unsure { ", not sure" } else { "" }
}

/// A combination in words.
#[must_use]
pub fn chosen(codebook: &Codebook, what: Chosen) -> String {
    match what {
        Chosen::Labels(labels) => {
            let places = (0..codebook.labels.len()).filter(|place| labels >> place & 1 == 1);
            places.map(|place| label(codebook, place)).collect::<Vec<_>>().join(", ")
        }
        Chosen::None => "none".to_owned(),
        Chosen::Unsure => "not sure".to_owned(),
        Chosen::NotReached => "not reached".to_owned(),
    }
}

impl Board {
    /// The name of a sentence: “Sentence 10”, with its article where there are several.
    #[must_use]
    pub fn sentence_name(&self, place: Place) -> String {
        let number = place.sentence + 1;
        match (self.exercise.articles.len(), self.exercise.articles.get(place.article)) {
            (2.., Some(article)) => format!("Sentence {number} of “{}”", article.title),
            _ => format!("Sentence {number}"),
        }
    }

    /// The heading of a sentence: “Sentence 10: 14 to 13 on claim”, or its name where nobody is divided.
    #[must_use]
    pub fn heading(&self, tally: &Tally) -> String {
        let (name, division) = (self.sentence_name(tally.place), division(&self.exercise.codebook, tally));
        if division.is_empty() { name } else { format!("{name}: {division}") }
    }

    /// What stands under the heading: who is not counted, or that all agree.
    #[must_use]
    pub fn under_heading(&self, tally: &Tally) -> String {
        let outside = outside(tally);
        let agreed = match tally.base {
            0 => "Nobody has said yes or no here yet.".to_owned(),
            1 => "One pupil has answered this sentence.".to_owned(),
            base if tally.most_divided().is_none() => format!("All {base} agree on this sentence."),
            _ => String::new(),
        };
        match (agreed.is_empty(), outside.is_empty()) {
            (_, true) => agreed,
            (true, false) => format!("And {outside}."),
            (false, false) => format!("{agreed} And {outside}."),
        }
    }

    /// How the class stands as a whole: “30 submissions received, 26 finished, 4 with sentences not reached.”
    #[must_use]
    pub fn received(&self, vote: Vote) -> String {
        let (all, finished) = (self.entries(vote).len(), self.finished(vote));
        let submissions = if all == 1 { "submission" } else { "submissions" };
        match all - finished {
            0 if all == 0 => "Nothing received yet.".to_owned(),
            0 => format!("{all} {submissions} received, all finished."),
            open => format!(
                "{all} {submissions} received, {finished} finished, {open} with sentences not reached."
            ),
        }
    }
}
