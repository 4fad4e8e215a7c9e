//! Storage entries, in and out, without a browser: one key for each annotated sentence, kept in local storage
//! and in the journal.
//!
//! The keys are the index; nothing else lists what is there, so nothing can disagree. `docs/format.md`
//! describes every entry. Start offsets in keys and `end` in values count code points of the article's text.
//! [`Ledger`] knows the newest of every entry and makes one state of both stores.

mod join;
mod key;
mod later;
mod ledger;
mod read;
mod record;
mod room;
mod stamp;
mod write;

pub use join::Joined;
pub use key::{
    CLEARED_KEY, DAMAGED, EARLIER, PREFIX, SCHEMA, SCHEMA_KEY, aside, damaged_key, earlier, earlier_key,
    gone_key, place_key,
};
pub use later::Later;
pub use ledger::{Hearing, Kept, LONGEST_LOCAL, Ledger};
pub use read::{Damaged, Loaded, earlier_mark, heard, load, may_need_more, needs_more};
pub use record::{Line, Record};
pub use room::{ROOM, Room};
pub use write::{Write, writes};

#[cfg(test)]
mod tests;
