//! The floor of the segmenter's weight: a program with the parts of the standard library that the page uses
//! anyway, such as memory, case, character classes and formatting.

use std::hint::black_box;

fn main() {
    let text = black_box(String::new());
    let words: Vec<String> = text
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(str::to_lowercase)
        .collect();
    black_box(format!("{words:?} {}", text.chars().filter(|c| c.is_lowercase() || c.is_uppercase()).count()));
}
