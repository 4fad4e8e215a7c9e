//! A select box with the language of an article, to be corrected.

use pressmark::text::Language;
use yew::{Callback, Event, Html, html};

/// The field; `found` is the language so far.
pub fn languages(id: &'static str, found: &Language, onchange: Callback<Event>) -> Html {
    let is_listed = Language::supported().any(|(tag, _)| tag == found.tag());
    html! {
        <div class="pm-field">
            <label for={id}>{ "Language" }</label>
            <select class="pm-input" {id} {onchange}>
                if !is_listed {
                    <option value={found.tag().to_owned()} selected=true>{ found.name().to_owned() }</option>
                }
                { for Language::supported().map(|(tag, name)| html! {
                    <option value={tag} selected={tag == found.tag()}>{ name }</option>
                }) }
            </select>
        </div>
    }
}
