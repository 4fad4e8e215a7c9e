//! What was not understood in a file, a sentence each, up to a number that somebody would read.

use std::fmt::Display;

/// How many notes are kept; the rest is counted.
const MOST: usize = 100;
/// Words of a file are quoted up to this length (characters).
const QUOTED: usize = 60;

/// Collects notes.
#[derive(Default)]
pub(in crate::format) struct Notes {
    kept: Vec<String>,
    more: usize,
}

impl Notes {
    /// Keeps a note, a whole sentence.
    pub fn add(&mut self, note: String) {
        if self.kept.len() < MOST {
            self.kept.push(note);
        } else {
            self.more += 1;
        }
    }

    /// Keeps a note about a sentence of an article.
    pub fn about(&mut self, number: usize, title: &str, reason: impl Display) {
        self.add(format!("Sentence {number} of “{}”: {reason}.", short(title)));
    }

    /// All that was noted.
    pub fn finish(mut self) -> Vec<String> {
        if self.more > 0 {
            self.kept.push(format!("{} more faults of this kind.", self.more));
        }
        self.kept
    }
}

/// Words of a file, cut so that they fit into a sentence.
pub(in crate::format) fn short(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTED) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default()),
        None => line,
    }
}
