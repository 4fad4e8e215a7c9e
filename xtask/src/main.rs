//! Builds, serves, tests and measures Pressmark.
fn main() {}
