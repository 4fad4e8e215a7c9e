//! Exercises and submissions as Pressmark JSON: whole in a file, brief in a link and in storage.

mod judged;
mod labels;
mod link;
mod read;
mod submission;
mod write;

pub use link::{LONGEST as LONGEST_LINK, from_payload, payload, read as read_link, text as link_text};
pub use read::made;
pub(super) use read::{exercise_in, exercises};
pub(super) use submission::read as read_submission;
pub use submission::{receipt, write as write_submission};
pub use write::write;
pub(super) use write::{brief, whole};
