//! Text: spans, offsets in three units, decoding, languages, paragraphs and sentences.

mod decode;
mod facts;
mod language;
mod offsets;
mod paragraph;
mod sentence;
mod similar;
mod span;

pub use decode::{LONGEST, MOST_LINES, TextError, clean, decode};
pub use language::{Language, detect};
pub use offsets::{Offsets, Unit};
pub use paragraph::paragraphs;
pub use sentence::sentences;
pub use similar::{find_quote, similarity};
pub use span::Span;
