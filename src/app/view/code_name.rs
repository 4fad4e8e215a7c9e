//! The field of the code name: what is typed stays as it is typed, what is kept has no space at its ends.

use pressmark::session::Action;
use yew::{AttrValue, Callback, Html, InputEvent, Properties, component, html, use_state};

use crate::app::browser::dom;
use crate::app::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The name as it is kept.
    pub name: AttrValue,
    pub dispatch: Dispatch,
}

#[component]
pub fn CodeName(props: &Props) -> Html {
    let typed = use_state(|| None::<String>);
    let oninput = {
        let (typed, dispatch) = (typed.clone(), props.dispatch.clone());
        Callback::from(move |event: InputEvent| {
            let name = dom::value_of(&event);
            typed.set(Some(name.clone()));
            dispatch.dispatch(Action::Name(name).into());
        })
    };
    // What was typed is shown as long as it is the name that is kept, or nothing yet: an emptied field stays empty
    // until a name is typed, though the old one is kept.
    let is_its_own = |typed: &&String| typed.trim().is_empty() || typed.trim() == props.name.as_str();
    let value =
        typed.as_ref().filter(is_its_own).map_or_else(|| props.name.clone(), |typed| typed.clone().into());
    html! {
        <div class="pm-field">
            <label for="code">{ "Code name" }</label>
            <input class="pm-input" id="code" maxlength="200" placeholder="Suggested at the first mark" {value} {oninput} aria-describedby="code-hint" />
            <p class="pm-hint" id="code-hint">{ "Written into what you export. It need not be your name." }</p>
        </div>
    }
}
