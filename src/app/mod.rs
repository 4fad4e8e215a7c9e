//! The program in the browser: its store, its screens, and what the whole window hears.

mod board;
mod browser;
mod export;
mod keeper;
mod keys;
mod open;
mod part;
mod persist;
mod route;
mod save;
mod store;
mod view;
mod words;

use browser::{dom, source};
use route::{HERE, Route};
use view::{App, AppProps, PAGES};

/// Puts the program into the page. Where something on this device needs more to be read with, that comes first. An
/// exercise that lies inside the page is opened, unless the address names a screen.
pub fn mount() {
    source::remember();
    if source::carried().is_some() && matches!(dom::hash().as_str(), "" | "#" | "#/") {
        dom::replace(&Route::Open(HERE.to_owned()).address());
    }
    begin();
}

fn begin() {
    match persist::open(view::later()) {
        Some(store) => drop(yew::Renderer::<App>::with_props(AppProps { store }).render()),
        None => PAGES.load(Box::new(|pages| match pages {
            Some(_) => begin(),
            None => dom::unhide("pm-part-missing"),
        })),
    }
}
