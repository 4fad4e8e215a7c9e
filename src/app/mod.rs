//! The program in the browser: its store, its screens, and what the whole window hears.

mod browser;
mod export;
mod keys;
mod open;
mod persist;
mod route;
mod store;
mod view;
mod words;

use view::App;

/// Puts the program into the page.
///
/// An exercise that lies inside the page is opened, unless the address names a screen.
pub fn mount() {
    browser::source::remember();
    if browser::source::carried().is_some() && matches!(browser::dom::hash().as_str(), "" | "#" | "#/") {
        browser::dom::replace(&route::Route::Open(route::HERE.to_owned()).address());
    }
    yew::Renderer::<App>::new().render();
}
