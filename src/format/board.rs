//! Class boards in files and storage: a back-up that holds one exercise and its board, and is opened as such.

mod pieces;
mod read;
mod table;
mod write;

pub use pieces::{Assembly, Pieces};
pub(super) use read::board_in;
pub use read::{item, items_of_text, read, read_roster};
pub use table::{Names, grid, scores};
pub(super) use write::board_out;
pub use write::{compact, write, write_roster};

use crate::exercise::Answer;

/// Adds an answer in short: the numbers of its labels from 1, `!` after the main one, `0` for none, `?` for not
/// sure, and `.` where there is no answer. Notes stand apart.
fn add_token(text: &mut String, answer: &Answer) {
    let before = text.len();
    for (place, digit) in ('1'..='9').enumerate().filter(|(place, _)| answer.has(*place)) {
        text.push(digit);
        if answer.main.map(usize::from) == Some(place) {
            text.push('!');
        }
    }
    if answer.none {
        text.push('0');
    }
    if answer.unsure {
        text.push('?');
    }
    if text.len() == before {
        text.push('.');
    }
}

/// The answer that a token stands for; `None` for what is no token.
fn answer(token: &str) -> Option<Answer> {
    let mut answer = Answer::default();
    let mut last = None;
    for character in token.chars() {
        match character {
            '1'..='9' => {
                let place = character.to_digit(10)?.checked_sub(1)?;
                answer.labels |= 1 << place;
                last = u8::try_from(place).ok();
            }
            '!' if answer.main.is_none() && last.is_some() => answer.main = last,
            '0' => answer.none = true,
            '?' => answer.unsure = true,
            '.' if token == "." => {}
            _ => return None,
        }
    }
    (!token.is_empty()).then_some(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_says_what_the_answer_says() {
        for (text, labels, main, none, unsure) in [
            (".", 0, None, false, false),
            ("0", 0, None, true, false),
            ("?", 0, None, false, true),
            ("0?", 0, None, true, true),
            ("13", 0b101, None, false, false),
            ("13!?", 0b101, Some(2), false, true),
            ("123456789", 0b1_1111_1111, None, false, false),
        ] {
            let expected = Answer { labels, main, none, unsure, ..Answer::default() };
            let mut written = String::new();
            add_token(&mut written, &expected);
            assert_eq!((written.as_str(), answer(text)), (text, Some(expected)));
        }
        for odd in ["", "..", "1.", "!", "1!2!", "a", "1 2", "é"] {
            assert_eq!(answer(odd), None, "{odd}");
        }
    }
}
