//! List items inside a paragraph: `1. … 2. …`, `1) … 2) …`, `a. … b. …`, `• … • …`.

use super::marks;

/// The list that the paragraph is in the middle of.
#[derive(Default)]
pub struct Items {
    /// The item that began last.
    last: Option<Item>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    Number(u32),
    Letter(char),
    Bullet(char),
}

impl Items {
    /// Where the item begins whose marker ends in `c` at the byte `at`, when a sentence must end before
    /// it: it continues the list that the sentence from `start` is an item of, or begins one after a colon.
    pub fn starts(&mut self, text: &str, start: usize, at: usize, c: char) -> Option<usize> {
        if c == ':' {
            return self.after_colon(text, at);
        }
        if marks::bullet(c) {
            let first = text.get(start..at)?.trim().is_empty();
            let goes_on = self.last.replace(Item::Bullet(c)) == Some(Item::Bullet(c));
            return (!first && goes_on).then_some(at);
        }
        // `1.)` is one marker.
        let rest = text.get(at + c.len_utf8()..)?;
        let after = rest.strip_prefix(')').filter(|_| c == '.').unwrap_or(rest);
        if !matches!(c, '.' | ')') || !after.starts_with([' ', '\u{a0}']) {
            return None;
        }
        let before = text.get(start..at)?;
        let before = before.strip_suffix('.').filter(|_| c == ')').unwrap_or(before);
        let (from, marker) = last_word(before);
        let item = read(marker)?;
        if before.get(..from)?.trim().chars().all(|b| marks::bullet(b) || b == '(') {
            self.last = (!matches!(self.last, Some(Item::Bullet(_)))).then_some(item).or(self.last);
            return None;
        }
        let goes_on = match (self.last, item) {
            (Some(Item::Number(last)), Item::Number(next)) => last.checked_add(1) == Some(next),
            (Some(Item::Letter(last)), Item::Letter(next)) => last as u32 + 1 == next as u32,
            _ => false,
        };
        let begins =
            text.get(at + 1..)?.trim_start().starts_with(|next: char| next.is_uppercase() || next == '“');
        (goes_on && begins).then(|| {
            self.last = Some(item);
            start + from
        })
    }

    /// A list that begins after the colon at the byte `at`: `Three steps: 1. Read. 2. Tag.`
    fn after_colon(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = text.get(at + 1..)?;
        let marker = rest.strip_prefix(' ')?;
        let marker = marker.strip_prefix("1.").or_else(|| marker.strip_prefix("1)"))?.strip_prefix(' ')?;
        marker.starts_with(char::is_uppercase).then_some(at + 1)
    }
}

/// The last word of `text` that white space, or its start, stands before; and where it begins.
fn last_word(text: &str) -> (usize, &str) {
    let from = text
        .char_indices()
        .rev()
        .take(5)
        .take_while(|(_, c)| c.is_ascii_alphanumeric())
        .last()
        .map_or(text.len(), |(at, _)| at);
    let stands_free = text
        .get(..from)
        .and_then(|t| t.chars().next_back())
        .is_none_or(|c| c.is_whitespace() || marks::opens(c));
    (from, text.get(from..).filter(|_| stands_free).unwrap_or_default())
}

/// The item that a marker names.
fn read(marker: &str) -> Option<Item> {
    let mut chars = marker.chars();
    match (chars.next()?, chars.next()) {
        (letter, None) if letter.is_ascii_lowercase() => Some(Item::Letter(letter)),
        (digit, _) if digit.is_ascii_digit() && marker.len() < 4 => marker.parse().ok().map(Item::Number),
        _ => None,
    }
}
