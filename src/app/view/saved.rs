//! The save state: always in words; what is not kept can be downloaded.

use yew::{Callback, Html, html};

use crate::app::save::SaveState;

/// The state of saving in words, and what to do where something is not kept. What changes with every key is
/// no live region: it would be read aloud each time.
pub fn saved(state: SaveState, on_download: &Callback<()>) -> Html {
    let word = state.word();
    let download = on_download.reform(|_| ());
    let told = |before: &str, link: &str, after: &str| {
        let button = html! { <button type="button" class="pm-link" onclick={download.clone()}>{ link.to_owned() }</button> };
        html! {
            <span class="pm-save" data-save-state={word} role="alert">
                <span>{ before.to_owned() }{ button }{ after.to_owned() }</span>
            </span>
        }
    };
    match state {
        SaveState::Saved => html! {
            <span class="pm-save" data-save-state={word}>
                <span>{ "Saved" }<span class="pm-wide-only">{ " on this device" }</span></span>
            </span>
        },
        SaveState::Saving => {
            html! { <span class="pm-save" data-save-state={word}><span>{ "Saving…" }</span></span> }
        }
        SaveState::NotOnDisk => told("Saved in this browser, not yet on disk — ", "download a copy", ""),
        SaveState::LocalFull => told("Saved on disk, local storage is full — ", "download a copy", ""),
        SaveState::LocalBlocked => told("Saved on disk, local storage is blocked — ", "download a copy", ""),
        SaveState::Failed => told("Not saved: storage is full — ", "download a copy", ""),
        SaveState::Blocked => {
            told("Not saved: this browser keeps nothing. ", "Download a copy", " before you close.")
        }
        SaveState::Newer => told(
            "Not saved: this was made by a newer Pressmark, which must be used to go on. ",
            "Download a copy",
            " of what you do here.",
        ),
        SaveState::Gone => {
            told("Not saved: this device was cleared. ", "Download a copy", " or keep your work.")
        }
    }
}
