//! The article that comes with the program and is shown first.

/// Its id: the beginning of the hash of its text.
pub const ID: &str = "8255b76595d74fd8";
/// Its headline.
pub const TITLE: &str = "Diplomatic Tensions Rise as Baku Demands Answers Following Missile Impact on Embassy Perimeter in Ukrainian Capital";
/// How many sentences it has.
pub const SENTENCES: usize = 12;
/// Its address.
pub const ADDRESS: &str = "#/read/8255b76595d74fd8";
