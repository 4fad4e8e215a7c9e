//! Text: spans, offsets in three units, languages, paragraphs and sentences.

mod facts;
mod language;
mod sentence;
mod similar;
mod span;

pub use language::{Language, detect};
pub use sentence::sentences;
pub use similar::{find_quote, similarity};
pub use span::Span;
