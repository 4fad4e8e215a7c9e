//! The browser: the only files that name it. Everything else is handed values.

pub mod boards;
pub mod clock;
pub mod crossing;
pub mod database;
pub mod deflate;
pub mod dom;
pub mod file;
pub mod journal;
pub mod listen;
pub mod many;
pub mod share;
pub mod source;
pub mod space;
pub mod storage;
