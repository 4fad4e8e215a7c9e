//! Pressmark JSON: one self-describing format for annotations and back-ups, version 1.
//!
//! `docs/format.md` describes it field by field; `www/schema/pressmark-1.schema.json` is its JSON Schema.

mod article;
mod notes;
mod read;
mod write;

pub use read::read;
pub(super) use write::parts;
pub use write::{Export, write};

/// The version of the format that this program writes. It reads every version up to it.
pub const VERSION: usize = 1;
/// The most that is read of one file, in bytes.
pub const LARGEST: usize = 64_000_000;
/// What a file calls the format.
const FORMAT: &str = "pressmark";
/// What a file calls the unit of its offsets.
const OFFSETS: &str = "unicode-code-points";
