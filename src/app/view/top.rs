//! The top line of the pages: name, screens, save state; below 1024 px the screens stand in *More*.

use yew::{Callback, Html, html};

use super::menu::Menu;
use super::saved::saved;
use crate::app::route::{ClassView, Route};
use crate::app::save::SaveState;

/// The name and the registration mark, a link to the library.
pub fn brand() -> Html {
    html! {
        <a class="pm-brand" href="#/">
            <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <g fill="none" stroke="currentColor" stroke-width="1.6"><circle cx="10" cy="10" r="5.4" /><path d="M10 0v20M0 10h20" /></g>
                <circle cx="10" cy="10" r="2.1" fill="currentColor" />
            </svg>
            <span>{ "Pressmark" }</span>
        </a>
    }
}

/// The links to the screens; `here` is marked.
pub fn screens(here: &Route) -> Html {
    let link = |(route, name): (Route, &str)| {
        let current = (route == *here).then_some("page");
        html! { <a class="pm-quiet" href={route.address()} aria-current={current}>{ name.to_owned() }</a> }
    };
    html! { <>{ for [(Route::Library, "Library"), (Route::Class(ClassView::Article), "Class"), (Route::Help, "Help"), (Route::Settings, "Settings")].into_iter().map(link) }</> }
}

/// A link that moves the focus past the top line. The address stays: it names the screen.
pub fn skip(words: &str, onclick: Callback<yew::MouseEvent>) -> Html {
    html! { <button type="button" class="pm-skip" {onclick}>{ words.to_owned() }</button> }
}

/// The top line of a page.
pub fn top(here: &Route, save: SaveState, on_download: &Callback<()>) -> Html {
    html! {
        <header class="pm-top">
            { brand() }
            <nav aria-label="Screens" class="pm-desk-only">{ screens(here) }</nav>
            <div class="pm-top-rest">
                { saved(save, on_download) }
                <Menu name="More" class="pm-narrow-menu">{ screens(here) }</Menu>
            </div>
        </header>
    }
}
