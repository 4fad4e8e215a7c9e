//! Keeps the board and the real names on this device until they are wiped: read once, and every change written.

use std::rc::Rc;

use pressmark::format::board::{read_roster, write_roster};
use wasm_bindgen_futures::spawn_local;
use yew::{UseReducerHandle, hook, use_effect_with, use_mut_ref};

use super::state::{Act, Kept, State};
use crate::app::board;
use crate::app::browser::boards::{board_get, board_put, board_remove};
use crate::app::browser::clock;

/// The name of the real names in IndexedDB.
const ROSTER: &str = "roster";

/// Reads the board that this device keeps, and keeps every change.
#[hook]
pub fn use_kept(state: &UseReducerHandle<State>) {
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let roster = board_get(ROSTER).await.ok().flatten();
                if let Some(roster) = roster.and_then(|pieces| read_roster(pieces.first()?).ok()) {
                    dispatch.dispatch(Act::Roster(roster));
                }
                let board = board::kept().await;
                dispatch.dispatch(Act::Loaded(board));
            });
        });
    }
    let latest = use_mut_ref(|| 0);
    *latest.borrow_mut() = state.revision;
    let (dispatch, board, kept) = (state.dispatcher(), state.board.clone(), state.kept);
    use_effect_with(state.revision, move |revision| {
        let revision = *revision;
        if kept == Kept::Saving {
            spawn_local(async move {
                // What the change brings to the screen comes first.
                clock::pause().await;
                let is_none = board.is_none();
                if let Some(done) = board::keep(board, || *latest.borrow() == revision).await {
                    let kept = if is_none { Kept::Nothing } else { Kept::Saved };
                    dispatch.dispatch(Act::Kept(revision, done.map_or(Kept::Failed, |()| kept)));
                }
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
                    board_put(ROSTER, &[write_roster(&roster)]).await
                };
                if done.is_err() {
                    dispatch.dispatch(Act::Kept(revision, Kept::Failed));
                }
            });
        }
    });
}
