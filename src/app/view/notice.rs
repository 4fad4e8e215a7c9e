//! What could not be done, and what was done with a way back: sentences under the top line.

use pressmark::format::storage::Room;
use pressmark::session::Session;
use yew::{Callback, Html, html};

use crate::app::store::{Dispatch, Event};
use crate::app::words::count;

/// Files that could not be opened, a sentence each.
pub fn problems(problems: &[String], on_close: &Callback<()>) -> Html {
    html! {
        <div class="pm-notice pm-notice--page" role="alert">
            <div class="pm-notice-words">
                { for problems.iter().map(|problem| html! { <p>{ problem.clone() }</p> }) }
            </div>
            <button type="button" class="pm-button" onclick={on_close.reform(|_| ())}>{ "Close" }</button>
        </div>
    }
}

/// What was just done to the library, with *Undo* where there is a way back.
pub fn done(words: String, on_undo: Option<Callback<()>>) -> Html {
    html! {
        <div class="pm-notice pm-notice--page" role="status">
            <p class="pm-notice-words">{ words }</p>
            if let Some(on_undo) = on_undo {
                <button type="button" class="pm-button" onclick={on_undo.reform(|_| ())}>{ "Undo" }</button>
            }
        </div>
    }
}

/// Both stores were emptied by another window or by the browser, while this page was open.
pub fn gone(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    html! {
        <div class="pm-notice pm-notice--page" role="alert">
            <p class="pm-notice-words">
                { "This device was cleared, in another window or by the browser. What you see here is kept nowhere else, and nothing is written until you say so." }
            </p>
            <button type="button" class="pm-button" onclick={move |_| dispatch.dispatch(Event::KeepMine)}>{ "Keep my work" }</button>
        </div>
    }
}

/// A word in time: local storage is nearly full, or there is much work that no copy holds.
pub fn kept_here_only(session: &Session, room: Room, on_back_up: &Callback<()>) -> Html {
    let words = if room.is_nearly_full() {
        let percent = room.percent();
        format!(
            "This browser’s storage is nearly full ({percent} %). Back up, then delete articles you are done with."
        )
    } else if session.is_copy_due() {
        let marked = count(session.in_no_copy(), "marked sentence is", "marked sentences are");
        format!("{marked} in this browser only. A browser can lose what it keeps; a copy cannot.")
    } else {
        return Html::default();
    };
    html! {
        <div class="pm-notice pm-notice--page" role="status">
            <p class="pm-notice-words">{ words }</p>
            <button type="button" class="pm-button" onclick={on_back_up.reform(|_| ())}>{ "Back up now" }</button>
        </div>
    }
}
