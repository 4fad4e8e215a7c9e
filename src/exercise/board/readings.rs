//! Two opposite readings of a sentence: what those wrote who chose a label, and those who did not.

use crate::exercise::board::{Board, Count, Place, Vote};
use crate::order;

/// A note of this many characters and more says something; a shorter one is shown after those.
const TELLING: usize = 30;
/// A note of more characters does not fit beside another; it is shown after those that do.
const LONG: usize = 220;

/// The notes on a sentence, by what their writers say of one label. They carry no names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings<'a> {
    /// How many say yes and no.
    pub count: Count,
    /// The notes of those who say yes, the best to show first.
    pub yes: Vec<&'a str>,
    /// The notes of those who say no.
    pub no: Vec<&'a str>,
}

impl<'a> Readings<'a> {
    /// The two notes to show: at turn 0 the first of each side, at each further turn the next ones, round and
    /// round. A side without notes has none to show.
    #[must_use]
    pub fn pair(&self, turn: usize) -> [Option<&'a str>; 2] {
        [&self.yes, &self.no].map(|notes| notes.get(turn.checked_rem(notes.len())?).copied())
    }

    /// How many notes there are on both sides.
    #[must_use]
    pub fn notes(&self) -> usize {
        self.yes.len() + self.no.len()
    }
}

impl Board {
    /// The notes on a sentence, by what their writers say of the label at place `label` of the codebook. First
    /// come notes of those who are sure, of a length that can be read aloud, on few other labels, in order of
    /// arrival.
    #[must_use]
    pub fn readings(&self, vote: Vote, place: Place, label: usize) -> Readings<'_> {
        let (mut count, mut notes) = (Count::default(), [Vec::new(), Vec::new()]);
        for answer in self.entries(vote).iter().filter_map(|entry| entry.answer(place)) {
            let Some(says) = answer.says(label) else { continue };
            *if says { &mut count.yes } else { &mut count.no } += 1;
            let note = answer.note.trim();
            if !note.is_empty() {
                let length = note.chars().count();
                let is_odd = !(TELLING..=LONG).contains(&length);
                let [yes, no] = &mut notes;
                if says { yes } else { no }.push(((answer.unsure, is_odd, answer.labels.count_ones()), note));
            }
        }
        let [yes, no] = notes.map(|mut notes| {
            order::sort_by(&mut notes, |(a, _), (b, _)| a.cmp(b));
            notes.into_iter().map(|(_, note)| note).collect()
        });
        Readings { count, yes, no }
    }
}
