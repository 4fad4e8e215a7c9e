//! The program in the browser: its store, its screens, and what the whole window hears.

mod browser;
mod export;
mod keys;
mod open;
mod part;
mod persist;
mod route;
mod store;
mod view;
mod words;

use browser::dom;
use view::{App, AppProps, PAGES};

/// Puts the program into the page. Where articles on this device must be cut anew, what cuts them comes first.
pub fn mount() {
    match persist::open(view::cut()) {
        Some(store) => drop(yew::Renderer::<App>::with_props(AppProps { store }).render()),
        None => PAGES.load(Box::new(|pages| match pages {
            Some(_) => mount(),
            None => dom::unhide("pm-part-missing"),
        })),
    }
}
