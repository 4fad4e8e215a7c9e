//! Gives an article that the reader added another title.

use yew::{AttrValue, Callback, Html, Properties, component, html, use_state};

use super::dialog::Dialog;
use crate::app::browser::dom;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub title: AttrValue,
    pub on_rename: Callback<String>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Rename(props: &Props) -> Html {
    let title = use_state(|| props.title.to_string());
    let oninput = {
        let title = title.clone();
        Callback::from(move |event| title.set(dom::value_of(&event)))
    };
    let on_submit = {
        let (title, on_rename) = (title.clone(), props.on_rename.clone());
        Callback::from(move |()| on_rename.emit((*title).clone()))
    };
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={props.on_close.reform(|_| ())}>{ "Cancel" }</button>
            <button type="submit" class="pm-button pm-button--first">{ "Rename" }</button>
        </>
    };
    html! {
        <Dialog id="rename" title="Rename article" on_close={props.on_close.clone()} {on_submit} {foot}>
            <div class="pm-field">
                <label for="rename-to">{ "Title" }</label>
                <input class="pm-input" id="rename-to" maxlength="200" required=true value={(*title).clone()} {oninput} />
            </div>
        </Dialog>
    }
}
