//! Codes that are pasted or read aloud: one a line, with or without a code name before it.

use crate::exercise::board::{Incoming, Item, Reason};
use crate::exercise::{Exercise, Submission, code};

/// The lines of a text as items for the board, empty ones left out; they are named by their number.
#[must_use]
pub fn pasted(exercise: &Exercise, text: &str) -> Vec<Item> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let item = |(place, line): (usize, &str)| {
        let what = match code::read(exercise, line.trim()) {
            Ok((name, answers)) => {
                let code = code::write(exercise, &answers);
                Incoming::Submission(Submission::of_code(exercise, &name, &code, answers), None)
            }
            Err(error) => Incoming::Unreadable(Reason::Code(error.to_string())),
        };
        Item { from: format!("Line {}", place + 1).into(), what }
    };
    lines.map(item).collect()
}
