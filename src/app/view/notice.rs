//! What could not be done, and what was done with a way back: sentences under the top line.

use yew::{AttrValue, Callback, Html, Properties, component, html};

#[derive(Properties, PartialEq)]
pub struct ProblemProps {
    pub problems: Vec<String>,
    pub on_close: Callback<()>,
}

/// Files that could not be opened, a sentence each.
#[component]
pub fn Problems(props: &ProblemProps) -> Html {
    html! {
        <div class="pm-notice pm-notice--page" role="alert">
            <div class="pm-notice-words">
                { for props.problems.iter().map(|problem| html! { <p>{ problem.clone() }</p> }) }
            </div>
            <button type="button" class="pm-button" onclick={props.on_close.reform(|_| ())}>{ "Close" }</button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct DoneProps {
    pub words: AttrValue,
    /// The way back, where there is one.
    #[prop_or_default]
    pub on_undo: Option<Callback<()>>,
}

/// What was just done to the library, with *Undo*.
#[component]
pub fn Done(props: &DoneProps) -> Html {
    html! {
        <div class="pm-notice pm-notice--page" role="status">
            <p class="pm-notice-words">{ &props.words }</p>
            if let Some(on_undo) = &props.on_undo {
                <button type="button" class="pm-button" onclick={on_undo.reform(|_| ())}>{ "Undo" }</button>
            }
        </div>
    }
}
