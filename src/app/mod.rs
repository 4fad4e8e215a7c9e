//! The program in the browser: its store, its screens, and what the whole window hears.

mod browser;
mod export;
mod keeper;
mod keys;
mod open;
mod persist;
mod route;
mod save;
mod store;
mod view;
mod words;

use view::App;

/// Puts the program into the page.
pub fn mount() {
    yew::Renderer::<App>::new().render();
}
