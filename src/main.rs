//! The page: mounts the program into the browser.

fn main() {}
