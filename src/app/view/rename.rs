//! Gives an article that the reader added another title, or corrects its language.

use pressmark::text::Language;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_state};

use super::dialog::Dialog;
use super::languages::languages;
use crate::app::browser::dom;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub title: AttrValue,
    pub language: Language,
    /// Takes the title and the language as they are then.
    pub on_rename: Callback<(String, Language)>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Rename(props: &Props) -> Html {
    let draft = use_state(|| (props.title.to_string(), props.language.clone()));
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event| draft.set((dom::value_of(&event), draft.1.clone())))
    };
    let on_language = {
        let draft = draft.clone();
        Callback::from(move |event| draft.set((draft.0.clone(), Language::new(&dom::choice_of(&event)))))
    };
    let on_submit = {
        let (draft, on_rename) = (draft.clone(), props.on_rename.clone());
        Callback::from(move |()| on_rename.emit((*draft).clone()))
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
                <input class="pm-input" id="rename-to" maxlength="200" required=true value={draft.0.clone()} {oninput} />
            </div>
            { languages("rename-language", &draft.1, on_language) }
            <p class="pm-hint">{ "Another language may cut the sentences in other places; marks stay with their words." }</p>
        </Dialog>
    }
}
