//! The page: mounts the program into the browser.

mod app;

fn main() {
    app::mount();
}
