//! What became of the files: what was taken, and each that was not with its reason.

use pressmark::exercise::board::{Board, How, Refused, Report, Vote};
use yew::{Callback, Html, html};

use super::super::dialog::Dialog;
use super::head::act;
use super::state::{Act, Dispatch, Over};
use crate::app::words::count;

/// What was taken, in a sentence.
pub fn taken(report: &Report) -> String {
    let is_new = |how: &How| matches!(how, How::New);
    let new = report.taken.iter().filter(|taken| is_new(&taken.how)).count();
    let again = report.taken.len() - new;
    match (new, again) {
        (0, 0) => "Nothing was taken.".to_owned(),
        (new, 0) => format!("{} taken.", count(new, "submission", "submissions")),
        (0, again) => format!("{} replaced by a later one.", count(again, "submission", "submissions")),
        (new, again) => {
            format!("{} taken, {again} replaced by a later one.", count(new, "submission", "submissions"))
        }
    }
}

/// The dialog with every refusal: those on the board, or those from which no board could be made.
pub fn refused(board: Option<&Board>, report: Option<&Report>, dispatch: &Dispatch) -> Html {
    let fresh = report.into_iter().flat_map(|report| &report.refused);
    // A board does not remember what it holds already, but whoever dropped it is told.
    let listed: Vec<&Refused> = match board {
        Some(board) => board.refused.iter().chain(fresh.filter(|it| it.reason.is_harmless())).collect(),
        None => fresh.collect(),
    };
    let unlisted = board.map_or(0, |board| board.unlisted);
    let on_close: Callback<()> = act(dispatch, || Act::Over(Over::Nothing));
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={act(dispatch, || Act::Dismiss)}>{ "Clear this list" }</button>
            <button type="button" class="pm-button pm-button--first" onclick={on_close.reform(|_| ())}>{ "Close" }</button>
        </>
    };
    html! {
        <Dialog id="not-taken" title="Not taken, and why" {on_close} {foot}>
            if let Some(report) = report {
                <p>{ taken(report) }{ " What stands below was not taken; nothing on the board was changed by it." }</p>
            }
            <ul class="pm-refused">
                for refused in listed {
                    <li>
                        <b>{ refused.from.to_string() }</b>
                        if !refused.name.is_empty() {
                            { format!(" ({})", refused.name) }
                        }
                        if refused.vote == Vote::Second {
                            { ", second vote" }
                        }
                        <p>{ refused.reason.to_string() }</p>
                    </li>
                }
            </ul>
            if unlisted > 0 {
                <p>{ format!("And {unlisted} more.") }</p>
            }
        </Dialog>
    }
}

/// The dialog that asks before the board is wiped.
pub fn wipe(on_export: Callback<()>, dispatch: &Dispatch) -> Html {
    let on_close: Callback<()> = act(dispatch, || Act::Over(Over::Nothing));
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={on_close.reform(|_| ())}>{ "Cancel" }</button>
            <button type="button" class="pm-button" onclick={on_export.reform(|_| ())}>{ "Export first" }</button>
            <button type="button" class="pm-button pm-button--first" onclick={act(dispatch, || Act::Wipe)}>{ "Wipe the board" }</button>
        </>
    };
    html! {
        <Dialog id="wipe" title="Wipe the board" {on_close} {foot}>
            <p>{ "This removes every submission, the second vote, the consensus and the names from this device. What the pupils have on theirs stays." }</p>
        </Dialog>
    }
}
