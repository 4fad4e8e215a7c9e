//! Text: spans, offsets in three units, languages, paragraphs and sentences.

mod span;

pub use span::Span;
