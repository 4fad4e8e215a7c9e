//! Keeps the board on this device until it is wiped: it is read once, and every change is written.

use std::rc::Rc;

use pressmark::format::board::{compact, read};
use wasm_bindgen_futures::spawn_local;
use yew::{UseReducerHandle, hook, use_effect_with};

use super::state::{Act, Kept, State};
use crate::app::browser::boards::{BOARD, board_get, board_put, board_remove};
use crate::app::browser::clock;

/// Reads the board that this device keeps, and keeps every change.
#[hook]
pub fn use_kept(state: &UseReducerHandle<State>) {
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let kept = board_get(BOARD).await.ok().flatten();
                let board = kept.and_then(|text| read(text.as_bytes()).ok());
                dispatch.dispatch(Act::Loaded(board.map(|(board, _)| Rc::new(board))));
            });
        });
    }
    let (dispatch, board, kept) = (state.dispatcher(), state.board.clone(), state.kept);
    use_effect_with(state.revision, move |revision| {
        let revision = *revision;
        if kept == Kept::Saving {
            spawn_local(async move {
                let done = match board {
                    Some(board) => {
                        board_put(BOARD, &compact(&board, clock::now())).await.map(|()| Kept::Saved)
                    }
                    None => board_remove(BOARD).await.map(|()| Kept::Nothing),
                };
                dispatch.dispatch(Act::Kept(revision, done.unwrap_or(Kept::Failed)));
            });
        }
    });
}
