//! Files and storage entries, in and out: bytes and text on one side, values and notes on the other.

mod convert;
mod error;
mod json;
mod open;
mod value;
mod wire;

pub mod board;
pub mod carrier;
pub mod codebook;
pub mod csv;
pub mod exercise;
pub mod name;
pub mod pressmark;
pub mod qr;
pub mod storage;
pub mod web_annotation;
pub mod zip;

pub use error::FormatError;
pub use open::{Opened, open};
