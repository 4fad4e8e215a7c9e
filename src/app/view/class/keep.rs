//! Keeps the board and the real names on this device until they are wiped: read once, and every change written.

use std::rc::Rc;

use pressmark::format::board::{compact, read, read_roster, write_roster};
use wasm_bindgen_futures::spawn_local;
use yew::{UseReducerHandle, hook, use_effect_with};

use super::state::{Act, Kept, State};
use crate::app::browser::boards::{BOARD, board_get, board_put, board_remove};
use crate::app::browser::clock;

/// The name of the real names in IndexedDB.
const ROSTER: &str = "roster";
/// Where a board stands that could not be read: it is set aside, never overwritten.
const DAMAGED: &str = "damaged/board";

/// Reads the board that this device keeps, and keeps every change.
#[hook]
pub fn use_kept(state: &UseReducerHandle<State>) {
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let roster = board_get(ROSTER).await.ok().flatten();
                if let Some(roster) = roster.and_then(|text| read_roster(&text).ok()) {
                    dispatch.dispatch(Act::Roster(roster));
                }
                let kept = board_get(BOARD).await.ok().flatten();
                let board = match kept.map(|text| read(text.as_bytes()).map_err(|_| text)) {
                    Some(Ok((board, _))) => Some(Rc::new(board)),
                    Some(Err(text)) => {
                        // Where it cannot be set aside it stays until a new board takes its place.
                        let _ = board_put(DAMAGED, &text).await;
                        None
                    }
                    None => None,
                };
                dispatch.dispatch(Act::Loaded(board));
            });
        });
    }
    let (dispatch, board, kept) = (state.dispatcher(), state.board.clone(), state.kept);
    use_effect_with(state.revision, move |revision| {
        let revision = *revision;
        if kept == Kept::Saving {
            spawn_local(async move {
                // What the change brings to the screen comes first.
                clock::pause().await;
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
    let (dispatch, roster, revision) = (state.dispatcher(), Rc::clone(&state.roster), state.revision);
    use_effect_with(state.naming, move |naming| {
        if *naming > 0 {
            spawn_local(async move {
                let done = if roster.names.is_empty() {
                    board_remove(ROSTER).await
                } else {
                    board_put(ROSTER, &write_roster(&roster)).await
                };
                if done.is_err() {
                    dispatch.dispatch(Act::Kept(revision, Kept::Failed));
                }
            });
        }
    });
}
