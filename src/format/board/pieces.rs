//! A board for storage in pieces, so that a thousand rows are written and read in slices: the first piece is the
//! board without its rows, each other one holds some rows of a vote.

use std::rc::Rc;

use crate::exercise::board::{Board, Vote};
use crate::format::board::read::{add_rows, read};
use crate::format::board::write::{compact, entry_out, vote_word};
use crate::format::error::FormatError;
use crate::format::json;
use crate::format::pressmark::{Notes, missing};
use crate::format::value::{Object, Value};
use crate::time::Timestamp;

/// So many rows stand in a piece.
const ROWS: usize = 32;

/// Writes a board piece by piece.
///
/// ```
/// use pressmark::format::board::{Assembly, Pieces};
/// use pressmark::time::Timestamp;
/// let board = std::rc::Rc::new(pressmark::presets::class_of_30().unwrap());
/// let mut pieces = Pieces::new(&board, Timestamp(0));
/// let mut assembly = Assembly::begin(&pieces.next().unwrap()).unwrap();
/// pieces.for_each(|piece| assembly.add(&piece).unwrap());
/// assert_eq!(assembly.finish().0, *board);
/// ```
pub struct Pieces {
    board: Rc<Board>,
    /// The first piece, until it is taken.
    first: Option<String>,
    /// The next row to be written.
    next: (Vote, usize),
}

impl Pieces {
    /// Begins to write; `now` is the time that the first piece tells.
    #[must_use]
    pub fn new(board: &Rc<Board>, now: Timestamp) -> Self {
        let bare = Board {
            exercise: Rc::clone(&board.exercise),
            is_made_up: board.is_made_up,
            first: Vec::new(),
            second: Vec::new(),
            refused: board.refused.clone(),
            unlisted: board.unlisted,
            by_hand: board.by_hand.clone(),
        };
        Self { board: Rc::clone(board), first: Some(compact(&bare, now)), next: (Vote::First, 0) }
    }
}

impl Iterator for Pieces {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        if self.next.0 == Vote::First && self.next.1 >= self.board.first.len() {
            self.next = (Vote::Second, 0);
        }
        let (vote, start) = self.next;
        let rows = self.board.entries(vote).iter().skip(start).take(ROWS).map(entry_out);
        let rows: Vec<Value> = rows.map(Value::from).collect();
        if rows.is_empty() {
            return None;
        }
        self.next.1 += rows.len();
        let piece = Object::default().with("vote", vote_word(vote)).with("rows", Value::List(rows));
        Some(Value::from(piece).compact())
    }
}

/// A board while it is put together again.
pub struct Assembly {
    board: Board,
    told: Vec<String>,
    notes: Notes,
    /// How many rows of this vote were read so far.
    seen: (Vote, usize),
}

impl Assembly {
    /// Begins with the first piece. What was stored in one piece holds its rows already.
    ///
    /// # Errors
    /// What makes the piece unusable.
    pub fn begin(first: &str) -> Result<Self, FormatError> {
        let (board, told) = read(first.as_bytes())?;
        Ok(Self { board, told, notes: Notes::default(), seen: (Vote::First, 0) })
    }

    /// Adds the rows of the next piece. Rows that do not fit are left out and named.
    ///
    /// # Errors
    /// What is no piece of a board.
    pub fn add(&mut self, piece: &str) -> Result<(), FormatError> {
        let piece = json::read(piece)?;
        let vote =
            [Vote::First, Vote::Second].into_iter().find(|it| piece.text("vote") == Some(vote_word(*it)));
        let (vote, rows) =
            vote.zip(piece.list("rows")).ok_or_else(|| missing("the rows of the class board"))?;
        let seen = if vote == self.seen.0 { self.seen.1 } else { 0 };
        self.seen = (vote, seen + rows.len());
        add_rows(&mut self.board, vote, (seen + 1, rows), &mut self.notes);
        Ok(())
    }

    /// The board, and what was not understood, a sentence each.
    #[must_use]
    pub fn finish(self) -> (Board, Vec<String>) {
        let mut told = self.told;
        told.extend(self.notes.finish());
        (self.board, told)
    }
}
