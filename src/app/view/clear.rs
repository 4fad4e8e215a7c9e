//! Asks before everything on this device is forgotten.

use yew::{Callback, Html, html};

use super::dialog::Dialog;

/// The dialog; its first button clears.
pub fn clear(on_back_up: &Callback<()>, on_clear: Callback<()>, on_close: &Callback<()>) -> Html {
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={on_close.reform(|_| ())}>{ "Cancel" }</button>
            <button type="button" class="pm-button" onclick={on_back_up.reform(|_| ())}>{ "Back up first" }</button>
            <button type="submit" class="pm-button pm-button--first">{ "Clear" }</button>
        </>
    };
    html! {
        <Dialog id="clear" title="Clear this device" on_close={on_close.clone()} on_submit={on_clear} {foot}>
            <p>{ "This removes all articles and labels here. It cannot be undone; a back-up can be restored." }</p>
        </Dialog>
    }
}
