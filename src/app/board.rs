//! The class board that this device keeps: read and written in slices, so that the page answers in between.

use std::rc::Rc;

use pressmark::exercise::board::Board;
use pressmark::format::FormatError;
use pressmark::format::board::{Assembly, Pieces};

use super::browser::boards::{BOARD, board_get, board_put, board_remove};
use super::browser::clock::{self, Slices};
use super::browser::storage::StorageError;

/// Where a board stands that could not be read: it is set aside, never overwritten.
const DAMAGED: &str = "damaged/board";

/// The board that is kept; nothing where there is none. One that cannot be read is set aside.
pub async fn kept() -> Option<Rc<Board>> {
    let pieces = board_get(BOARD).await.ok().flatten()?;
    match assembled(&pieces).await {
        Ok(board) => Some(Rc::new(board)),
        Err(_) => {
            // Where it cannot be set aside it stays until a new board takes its place.
            let _ = board_put(DAMAGED, &pieces).await;
            None
        }
    }
}

/// The board that is kept, if it can be read; it stays as it is.
pub async fn readable() -> Option<Rc<Board>> {
    let pieces = board_get(BOARD).await.ok().flatten()?;
    assembled(&pieces).await.ok().map(Rc::new)
}

/// Keeps a board in the place of what is kept, or nothing. Answers with nothing where it was no longer wanted when
/// all of it was written: then something later is being kept.
pub async fn keep(
    board: Option<Rc<Board>>,
    is_wanted: impl Fn() -> bool,
) -> Option<Result<(), StorageError>> {
    let Some(board) = board else { return Some(board_remove(BOARD).await) };
    let (mut pieces, mut slices) = (Vec::new(), Slices::begin());
    for piece in Pieces::new(&board, clock::now()) {
        pieces.push(piece);
        if slices.is_over() {
            slices.end().await;
        }
        if !is_wanted() {
            return None;
        }
    }
    Some(board_put(BOARD, &pieces).await)
}

/// Keeps a board where this device has none.
pub async fn keep_first(board: Rc<Board>) {
    if board_get(BOARD).await == Ok(None) {
        // What is not kept is still in the file.
        let _ = keep(Some(board), || true).await;
    }
}

async fn assembled(pieces: &[String]) -> Result<Board, FormatError> {
    let (first, rest) = pieces.split_first().ok_or(FormatError::NotPressmark)?;
    let (mut assembly, mut slices) = (Assembly::begin(first)?, Slices::begin());
    for piece in rest {
        assembly.add(piece)?;
        if slices.is_over() {
            slices.end().await;
        }
    }
    Ok(assembly.finish().0)
}
