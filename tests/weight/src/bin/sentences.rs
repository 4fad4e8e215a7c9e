//! The same program with the segmenter and the language guess in it; `cargo xtask bench` prints the difference.

use std::hint::black_box;

use pressmark::text::{detect, sentences};

fn main() {
    let text = black_box(String::new());
    black_box(sentences(text.trim(), &detect(&text)));
}
