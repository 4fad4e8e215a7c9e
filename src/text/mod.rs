//! Text: spans, offsets in three units, languages, paragraphs and sentences.

mod language;
mod sentence;
mod span;

pub use language::{Language, detect};
pub use sentence::sentences;
pub use span::Span;
