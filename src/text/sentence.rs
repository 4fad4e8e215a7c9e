//! Cuts a paragraph into sentences.

use unicode_segmentation::UnicodeSegmentation;

use super::{Language, Span};

/// The sentences of one paragraph, in order, without the white space around them (bytes from the
/// paragraph's first).
///
/// Never fails and never loses a character: between two sentences there is white space only.
#[must_use]
pub fn sentences(paragraph: &str, _language: &Language) -> Vec<Span> {
    paragraph
        .split_sentence_bound_indices()
        .filter_map(|(at, piece)| {
            let start = at + (piece.len() - piece.trim_start().len());
            let end = at + piece.trim_end().len();
            (start < end).then(|| Span::new(start, end))
        })
        .collect()
}
