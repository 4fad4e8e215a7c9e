//! The frame of the pages that are not an article: top line, notices, head and body.

use yew::{Callback, Children, Html, Properties, component, html};

use super::top::{Top, skip};
use crate::app::browser::dom;
use crate::app::persist::SaveState;
use crate::app::route::Route;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub here: Route,
    pub save: SaveState,
    pub on_download: Callback<()>,
    /// What stands in the head: the title, words and actions.
    pub head: Html,
    /// Sentences under the top line.
    pub notices: Html,
    pub children: Children,
}

#[component]
pub fn Page(props: &Props) -> Html {
    html! {
        <>
            { skip("Skip to the page", Callback::from(|_| dom::focus("main"))) }
            <Top here={props.here.clone()} save={props.save} on_download={props.on_download.clone()} />
            { props.notices.clone() }
            <main class="pm-page" id="main" tabindex="-1">
                <div class="pm-page-head">{ props.head.clone() }</div>
                { props.children.clone() }
            </main>
        </>
    }
}
