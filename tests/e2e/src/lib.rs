//! Drives real browsers through Pressmark.
