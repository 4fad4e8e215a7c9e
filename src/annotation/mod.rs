//! Annotations: the codebook, what is said of one sentence, and of one article.

mod anchor;
mod codebook;
mod mark;
mod set;

pub use anchor::{Orphan, Quote, place};
pub use codebook::{Codebook, Label};
pub use mark::{Annotation, LONGEST_NOTE, State};
pub use set::{Annotations, Chunk, Progress};
