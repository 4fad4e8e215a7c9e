//! Pressmark's pure library: text, articles, annotations and formats, with no knowledge of browsers.

pub mod text;
