//! Annotations: the codebook, what is said of one sentence, of one article, and how it is undone.

mod anchor;
mod codebook;
mod history;
mod mark;
mod set;

pub use anchor::{Orphan, Quote, place};
pub use codebook::{Codebook, Label};
pub use history::{Edit, Held, History, Step};
pub use mark::{Annotation, LONGEST_NOTE, State};
pub use set::{Annotations, Chunk, Progress};
