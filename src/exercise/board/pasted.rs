//! Codes that are pasted or read aloud: one a line, with or without a code name before it.

use crate::exercise::board::{Incoming, Item, Reason};
use crate::exercise::{Exercise, Submission, code};

/// So much of a line is told where it cannot be read (characters).
const TOLD: usize = 40;

/// The lines of a text as items for the board, empty ones left out; they are named by their number, and one that
/// cannot be read by its words too, or nobody knew whose code it is.
#[must_use]
pub fn pasted(exercise: &Exercise, text: &str) -> Vec<Item> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let item = |(place, line): (usize, &str)| {
        let (number, line) = (place + 1, line.trim());
        match code::read(exercise, line) {
            Ok((name, answers)) => {
                let code = code::write(exercise, &answers);
                let submission = Submission::of_code(exercise, &name, &code, answers);
                let what = Incoming::Submission(submission, None);
                Item { from: format!("Line {number}").into(), what }
            }
            Err(error) => {
                let what = Incoming::Unreadable(Reason::Code(error.to_string()));
                let told: String = line.chars().take(TOLD).collect();
                let more = if told.len() < line.len() { "…" } else { "" };
                Item { from: format!("Line {number}, “{told}{more}”").into(), what }
            }
        }
    };
    lines.map(item).collect()
}
