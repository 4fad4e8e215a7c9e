//! The frame of the pages that are not an article: top line, notices, head and body.

use yew::{Callback, Html, html};

use super::top::{skip, top};
use crate::app::browser::dom;
use crate::app::route::Route;
use crate::app::save::SaveState;

/// What every page has around it.
#[derive(Clone, PartialEq)]
pub struct Frame {
    /// Which page it is.
    pub here: Route,
    pub save: SaveState,
    pub on_download: Callback<()>,
    /// Sentences under the top line.
    pub notices: Html,
}

/// A page with its head (the title, words and actions) and its body.
pub fn page(frame: &Frame, head: Html, body: Html) -> Html {
    html! {
        <>
            { skip("Skip to the page", Callback::from(|_| dom::focus("main"))) }
            { top(&frame.here, frame.save, &frame.on_download) }
            { frame.notices.clone() }
            <main class="pm-page" id="main" tabindex="-1">
                <div class="pm-page-head">{ head }</div>
                { body }
            </main>
        </>
    }
}
