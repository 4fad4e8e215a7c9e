//! Saves what is on the board as files.

use std::rc::Rc;

use pressmark::exercise::board::{Board, Vote};

/// What can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Who chose what, a row a pupil and sentence.
    Grid,
    /// A row a pupil, for the gradebook.
    Scores,
    /// Everything, to be opened again.
    Everything,
}

impl Export {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Grid, Self::Scores, Self::Everything];

    /// Its name in the menu.
    pub fn name(self) -> &'static str {
        match self {
            Self::Grid => "Grid as CSV",
            Self::Scores => "Scores as CSV",
            Self::Everything => "Everything as Pressmark JSON",
        }
    }
}

/// Saves it.
pub fn save(_board: &Rc<Board>, _vote: Vote, _article: usize, _what: Export) {}
