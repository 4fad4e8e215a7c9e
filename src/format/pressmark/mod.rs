//! Pressmark JSON: one self-describing format for annotations and back-ups, version 1.
//!
//! `docs/format.md` describes it field by field; `www/schema/pressmark-1.schema.json` is its JSON Schema.

mod article;
mod notes;
mod read;
mod write;

pub(super) use article::{Labels, Reading, is_usable};
pub(super) use notes::{Notes, short};
pub use read::read;
pub(super) use read::{missing, opened};
pub use write::{Export, write, write_backup};
pub(super) use write::{Parts, annotator_out, article_out, codebook_out, file, parts};

/// The version of the format that this program writes. It reads every version up to it.
pub const VERSION: usize = 1;
/// The most that is read of one file, in bytes.
pub const LARGEST: usize = 64_000_000;
/// What a file calls the format.
const FORMAT: &str = "pressmark";
/// What a file calls the unit of its offsets.
const OFFSETS: &str = "unicode-code-points";
