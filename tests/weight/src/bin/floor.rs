//! The floor of the segmenter's weight: a program that takes a text and does nothing with it.

use std::hint::black_box;

fn main() {
    black_box(black_box(String::new()).trim());
}
