//! Files and storage entries, in and out: bytes and text on one side, values and notes on the other.

mod convert;
mod error;
mod open;
mod wire;

pub mod pressmark;
pub mod storage;

pub use error::FormatError;
pub use open::{Opened, open};
