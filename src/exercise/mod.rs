//! Exercises: what a teacher hands out, what a pupil hands in, and how the answers of a class compare.

pub mod agreement;
mod answer;
pub mod board;
pub mod code;
mod fit;
mod key;
mod model;
mod submission;

pub use answer::{Answer, Answers};
pub use fit::Fit;
pub use key::{Judgement, Key, KeyEntry};
pub use model::{Exercise, Feedback, MOST_LABELS, Rules, WarmUp, When};
pub use submission::{HandIn, Receipt, Submission};
