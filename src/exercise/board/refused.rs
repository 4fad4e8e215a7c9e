//! Why a file or a line is not on the board, as the sentences that the teacher sees.

use std::rc::Rc;

use thiserror::Error;

use crate::exercise::board::{MOST_ENTRIES, Vote};

/// A file or a line that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file or the line.
    pub from: Rc<str>,
    /// The code name in it, where one could be read.
    pub name: String,
    /// The vote it was meant for.
    pub vote: Vote,
    /// Why.
    pub reason: Reason,
}

/// Why a file or a line could not be taken. Each text is whole sentences: what is the matter, then what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// Exactly this is on the board.
    #[error("This is on the board already: it came from “{of}”. There is nothing to do.")]
    Duplicate {
        /// Where it came from the first time.
        of: Rc<str>,
    },
    /// The same code, and no name that would tell two pupils apart.
    #[error(
        "The same code is on the board already, from “{of}”. If two pupils answered alike, put each one’s code name before the code."
    )]
    SameCode {
        /// Where it came from the first time.
        of: Rc<str>,
    },
    /// It was on the board, and something else took its place.
    #[error(
        "This was on the board before and was replaced by “{by}”. If this is the one that counts, take {name} off the board and add it again."
    )]
    Replaced {
        /// Whose it is.
        name: String,
        /// What took its place.
        by: Rc<str>,
    },
    /// The board holds a later hand-in of the same pupil.
    #[error(
        "{name} handed in again after this: “{by}” is later and stays. If this is the one that counts, take {name} off the board and add it again."
    )]
    Older {
        /// Whose it is.
        name: String,
        /// The later one.
        by: Rc<str>,
    },
    /// Several pupils have the name before a code.
    #[error(
        "{count} pupils on the board are called “{name}”, so it is not certain whose code this is. Ask for the file, or put another code name before the code."
    )]
    WhichOne {
        /// The name.
        name: String,
        /// How many have it.
        count: usize,
    },
    /// Work on another exercise.
    #[error(
        "This is work on another exercise, “{title}”. Open the class board of that exercise and add it there."
    )]
    OtherExercise {
        /// The title of the other exercise.
        title: String,
    },
    /// Work on an exercise of which nothing else is known.
    #[error(
        "This is work on another exercise, and the file does not say which. Ask which link or file it was done from."
    )]
    UnknownExercise,
    /// The same exercise with another text, or with other sentences.
    #[error(
        "This was done on another version of the text: {what}. Answers on different sentences cannot be laid side by side. Hand out one version, and add this to a board of its own."
    )]
    OtherText {
        /// The first difference, as half a sentence.
        what: String,
    },
    /// The same text with other labels.
    #[error(
        "This was done with other labels ({labels}) than this board has. Hand out one version of the exercise, and add this to a board of its own."
    )]
    OtherLabels {
        /// The names of the labels it was done with.
        labels: String,
    },
    /// The same text and labels; the instructions, the rules, the warm-up or the key differ.
    #[error(
        "This was done on another version of this exercise: text and labels are the same, but the instructions, the rules, the warm-up or the key were changed. Add it to a board of its own."
    )]
    OtherVersion,
    /// Answers that do not fit the exercise.
    #[error("This file is damaged: {what}. Ask the pupil to hand in again.")]
    Damaged {
        /// What does not fit, as half a sentence.
        what: String,
    },
    /// A file that could not be read; its own sentence says why.
    #[error("{0}")]
    Unreadable(String),
    /// A code that could not be read; its own sentence says why.
    #[error("{0}")]
    Code(String),
    /// A file of another kind.
    #[error("This file holds {what}, not what a pupil handed in. Ask for the file that “Hand in” saves.")]
    OtherKind {
        /// What it holds, with its article.
        what: &'static str,
    },
    /// No room.
    #[error(
        "The board is full: it holds {MOST_ENTRIES} pupils. Export it and wipe it, or take some off, then add this again."
    )]
    Full,
}

impl Reason {
    /// Whether nothing is amiss: it is on the board already, and the board need not remember it came again.
    #[must_use]
    pub fn is_harmless(&self) -> bool {
        matches!(self, Self::Duplicate { .. })
    }
}
