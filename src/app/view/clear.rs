//! Asks before everything on this device is forgotten.

use yew::{Callback, Html, Properties, component, html};

use super::dialog::Dialog;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub on_back_up: Callback<()>,
    pub on_clear: Callback<()>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Clear(props: &Props) -> Html {
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={props.on_close.reform(|_| ())}>{ "Cancel" }</button>
            <button type="button" class="pm-button" onclick={props.on_back_up.reform(|_| ())}>{ "Back up first" }</button>
            <button type="submit" class="pm-button pm-button--first">{ "Clear" }</button>
        </>
    };
    html! {
        <Dialog id="clear" title="Clear this device" on_close={props.on_close.clone()} on_submit={props.on_clear.clone()} {foot}>
            <p>{ "This removes all articles and labels here. It cannot be undone; a back-up can be restored." }</p>
        </Dialog>
    }
}
