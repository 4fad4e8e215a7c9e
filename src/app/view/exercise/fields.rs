//! The fields of the exercise screens: a line, several lines, a box to tick, a choice.

use yew::{AttrValue, Callback, Event, Html, InputEvent, html};

use crate::app::browser::dom;

/// A field for one line.
pub fn line(id: &str, name: &str, value: &str, on_input: &Callback<String>) -> Html {
    let oninput = on_input.reform(|event: InputEvent| dom::value_of(&event));
    html! {
        <div class="pm-field">
            <label for={id.to_owned()}>{ name.to_owned() }</label>
            <input class="pm-input" id={id.to_owned()} maxlength="200" autocomplete="off" value={value.to_owned()} {oninput} />
        </div>
    }
}

/// A field for several lines.
pub fn area(id: &str, name: &str, rows: &'static str, value: &str, on_input: &Callback<String>) -> Html {
    let oninput = on_input.reform(|event: InputEvent| dom::value_of(&event));
    html! {
        <div class="pm-field">
            <label for={id.to_owned()}>{ name.to_owned() }</label>
            <textarea class="pm-input" id={id.to_owned()} {rows} value={value.to_owned()} {oninput} />
        </div>
    }
}

/// A box to tick, with words that explain it.
pub fn tick(name: &str, more: Html, is_on: bool, on_tick: &Callback<bool>) -> Html {
    let onchange = on_tick.reform(|event: Event| dom::is_ticked(&event));
    html! {
        <label class="pm-check">
            <input type="checkbox" checked={is_on} {onchange} />
            <span>{ name.to_owned() }{ more }</span>
        </label>
    }
}

/// One of several choices.
pub fn choice(group: &'static str, name: &str, is_chosen: bool, on_choice: Callback<()>) -> Html {
    let onchange = on_choice.reform(|_: Event| ());
    html! { <label><input type="radio" name={group} checked={is_chosen} {onchange} />{ " " }{ name.to_owned() }</label> }
}

/// A box that opens to a list of choices; each is a value with its name.
pub fn select(
    name: &str,
    id: &str,
    choices: &[(AttrValue, AttrValue)],
    chosen: &str,
    on_choice: &Callback<String>,
) -> Html {
    let onchange = on_choice.reform(|event: Event| dom::choice_of(&event));
    html! {
        <select class="pm-input" id={id.to_owned()} aria-label={name.to_owned()} {onchange}>
            { for choices.iter().map(|(value, name)| html! {
                <option value={value.clone()} selected={*value == chosen}>{ name.clone() }</option>
            }) }
        </select>
    }
}
