//! What a pupil hands in.

use crate::exercise::Answers;
use crate::id::{AnnotatorId, ExerciseId};
use crate::time::Timestamp;

/// One pupil's work as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The exercise that was done.
    pub exercise: ExerciseId,
    /// Who did it; a code names nobody, so there it is made of the code.
    pub annotator: AnnotatorId,
    /// The code name.
    pub name: String,
    /// The answers: for each article, for each sentence.
    pub answers: Answers,
    /// When it was handed in; a code does not say.
    pub handed_in: Option<Timestamp>,
    /// What is known of its way here.
    pub receipt: Receipt,
}

/// That somebody handed in, as this device remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandIn {
    /// When, the last time.
    pub at: Timestamp,
    /// How many times; the last one counts.
    pub times: usize,
    /// The check number of the receipt.
    pub check: String,
}

/// What is known of a submission's way from the pupil to the teacher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// A file, as it was handed in: its receipt's hash fits.
    Intact,
    /// A file that was changed after it was handed in.
    Changed,
    /// A hand-in code: its check symbols fit, and it holds no notes.
    Code,
}
