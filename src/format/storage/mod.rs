//! Local storage entries, in and out, without a browser: one key for each annotated sentence.
//!
//! The keys are the index; nothing else lists what is there, so nothing can disagree. `docs/format.md`
//! describes every entry. Start offsets in keys and `end` in values count code points of the article's text.

mod key;
mod read;
mod write;

pub use key::{PREFIX, SCHEMA, SCHEMA_KEY, damaged_key, place_key};
pub use read::{Damaged, Loaded, heard, is_uncut, load};
pub use write::{Write, writes};

#[cfg(test)]
mod tests;
