//! The save state: always in words; what is not kept can be downloaded.

use yew::{Callback, Html, html};

use crate::app::persist::SaveState;

/// The state of saving in words, and what to do where something is not kept.
pub fn saved(state: SaveState, on_download: &Callback<()>) -> Html {
    let word = state.word();
    let download = on_download.reform(|_| ());
    let failed = |before: &str, link: &str, after: &str| {
        html! {
            <span class="pm-save" data-save-state={word} role="alert">
                <span>
                    { before.to_owned() }
                    <button type="button" class="pm-link" onclick={download.clone()}>{ link.to_owned() }</button>
                    { after.to_owned() }
                </span>
            </span>
        }
    };
    match state {
        SaveState::Saved => html! {
            <span class="pm-save" data-save-state={word} role="status">
                <span>{ "Saved" }<span class="pm-wide-only">{ " on this device" }</span></span>
            </span>
        },
        SaveState::Failed => failed("Not saved: storage is full — ", "download a copy", ""),
        SaveState::Blocked => {
            failed("Not saved: this browser keeps nothing. ", "Download a copy", " before you close.")
        }
        SaveState::Newer => failed(
            "Not saved: this was made by a newer Pressmark, which must be used to go on. ",
            "Download a copy",
            " of what you do here.",
        ),
    }
}
