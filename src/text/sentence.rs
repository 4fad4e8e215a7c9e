//! Cuts a paragraph into sentences.

mod brackets;
mod closers;
mod items;
mod lexicon;
mod marks;
mod rules;
mod site;

use unicode_segmentation::UnicodeSegmentation;

use self::{brackets::Brackets, items::Items, lexicon::Lexicon, marks::Role, site::Site};
use super::{Language, Span};

/// The sentences of one paragraph, in order, without the white space around them (bytes from the
/// paragraph's first).
///
/// Never fails and never loses a character: between two sentences there is white space only. A language
/// without facts of its own is cut by UAX #29 alone. Linear in the length of the paragraph.
///
/// ```
/// use pressmark::text::{Language, sentences};
/// let text = "“Is it over?” Mr. Aliyev asked. Nobody spoke.";
/// let spans = sentences(text, &Language::new("en"));
/// let parts: Vec<_> = spans.iter().filter_map(|span| span.of(text)).collect();
/// assert_eq!(parts, ["“Is it over?” Mr. Aliyev asked.", "Nobody spoke."]);
/// ```
#[must_use]
pub fn sentences(paragraph: &str, language: &Language) -> Vec<Span> {
    match Lexicon::of(language) {
        Some(lexicon) => scan(paragraph, lexicon),
        None => paragraph
            .split_sentence_bound_indices()
            .filter_map(|(at, piece)| trimmed(paragraph, at, at + piece.len()))
            .collect(),
    }
}

/// Walks from mark to mark; at each the rules decide.
fn scan(text: &str, lexicon: &Lexicon) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut brackets = Brackets::new(text);
    let mut items = Items::default();
    let (mut start, mut at) = (past_space(text, 0), 0);
    let mut cut = |start: &mut usize, end: usize| {
        // After a line the start may lie beyond the next lines already, or many of them would cost many looks.
        if end > *start {
            spans.extend(trimmed(text, *start, end));
            *start = past_space(text, end);
        }
    };
    while let Some((found, c, role)) = marks::next(text, at, lexicon) {
        at = found + c.len_utf8();
        match role {
            // UAX #29 SB4: a paragraph separator always ends a sentence.
            Role::Line => cut(&mut start, at),
            Role::Opening => brackets.open(found, c, start, lexicon),
            Role::Straight => brackets.turn(),
            Role::Unquote => brackets.unquote(),
            Role::Closing | Role::Bullet | Role::Colon => {
                if let Some(item) = items.starts(text, start, found, c) {
                    cut(&mut start, item);
                }
            }
            Role::End(kind) => {
                if let Some(item) = items.starts(text, start, found, c) {
                    cut(&mut start, item);
                    continue;
                }
                let site = Site::read(text, start, found, kind, &brackets, lexicon);
                at = site.run_end;
                if rules::ends(&site) {
                    brackets.pass(at, site.end);
                    at = site.end;
                    cut(&mut start, at);
                }
            }
        }
    }
    cut(&mut start, text.len());
    spans
}

/// The first byte from `at` on that is not white space.
fn past_space(text: &str, at: usize) -> usize {
    text.get(at..).map_or(at, |rest| text.len() - rest.trim_start().len())
}

/// The stretch without the white space around it; nothing when there is only white space.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let piece = text.get(start..end)?;
    let start = start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    (start < end).then(|| Span::new(start, end))
}
