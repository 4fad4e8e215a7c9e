//! What a few stored entries are read with, and reading and marking do without.

use crate::article::{Article, Cut};
use crate::exercise::Exercise;
use crate::format::error::FormatError;
use crate::format::exercise::exercise_in;
use crate::format::value::Value;

/// Functions that may come later than the program itself: they weigh, and few entries need them.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    /// What cuts an article anew that another segmenter cut.
    pub(super) cut: Cut,
    /// What reads an exercise.
    pub(super) exercise: fn(&Value) -> Result<Exercise, FormatError>,
}

impl Later {
    /// The functions. Whoever names this brings them along.
    pub const HERE: Self = Self { cut: Article::cut, exercise: exercise_in };
}
