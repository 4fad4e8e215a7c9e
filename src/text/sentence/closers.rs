//! What belongs to a sentence after its mark: closing quotes and brackets, footnote marks, emoticons.

use super::marks::{self, Kind};

/// What closes after a run of marks.
pub struct Closers {
    /// One past the last of them (byte).
    pub end: usize,
    /// A quotation closes.
    pub quote: bool,
    /// A bracket closes.
    pub bracket: bool,
}

impl Closers {
    /// Reads the closers at the byte `at`; `straight` tells whether a straight quote is open.
    pub fn read(text: &str, at: usize, kind: Kind, straight: bool) -> Self {
        let mut closers = Self { end: at, quote: false, bracket: false };
        let mut straight = straight;
        while let Some(rest) = text.get(closers.end..) {
            let mut chars = rest.chars();
            let Some(c) = chars.next() else { break };
            let then = chars.next();
            let free = then.is_none_or(|then| {
                !marks::of_word(then) || marks::closes(then) || matches!(then, '\'' | '’')
            });
            let length = if marks::closes(c) && (free || !matches!(c, '»' | '›')) {
                closers.bracket |= marks::closes_bracket(c);
                closers.quote |= !marks::closes_bracket(c);
                c.len_utf8()
            } else if marks::either(c) && (if kind == Kind::Full && c == '"' { straight } else { free }) {
                straight &= c != '"';
                closers.quote = true;
                c.len_utf8()
            } else if let Some(length) = footnote(rest) {
                length
            } else if let Some(length) = emoticon(rest) {
                length
            } else if let Some(length) = set_apart(rest, straight) {
                closers.quote = true;
                length
            } else {
                break;
            };
            closers.end += length;
        }
        closers
    }
}

/// The length of a footnote mark such as `[12]` or `²` at the start of `text` (README rule 7).
fn footnote(text: &str) -> Option<usize> {
    if let Some(mark) = text.chars().next().filter(|c| matches!(c, '¹' | '²' | '³' | '⁴'..='⁹' | '⁰'))
    {
        return Some(mark.len_utf8());
    }
    let inside = text.strip_prefix('[')?;
    let end = inside.char_indices().take(5).find(|(_, c)| *c == ']')?.0;
    let short = end > 0 && inside.get(..end)?.chars().all(char::is_alphanumeric);
    short.then_some(end + 2)
}

/// The length of an emoticon or an emoji, which belongs to the sentence before it: `Thanks! :)`
fn emoticon(text: &str) -> Option<usize> {
    let face = text.trim_start_matches([' ', '\u{a0}']);
    let gap = text.len() - face.len();
    if gap > 2 {
        return None;
    }
    let emoji =
        |c: &char| matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}');
    let length: usize = face.chars().take(8).take_while(emoji).map(char::len_utf8).sum();
    if length > 0 {
        return Some(gap + length);
    }
    let mouth = face.strip_prefix([':', ';', '=']).filter(|_| gap > 0)?;
    let mouth = mouth.strip_prefix('-').unwrap_or(mouth);
    let rest = mouth
        .strip_prefix([')', '(', 'D', 'P', 'p', '/', '|', 'O', 'o', '*'])?
        .trim_start_matches([')', '(']);
    rest.chars().next().is_none_or(char::is_whitespace).then(|| text.len() - rest.len())
}

/// The length of white space and a quote that closes after it, as French sets it: `… . »`
fn set_apart(text: &str, straight: bool) -> Option<usize> {
    let mut chars = text.chars();
    let space = chars.next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'))?;
    let quote = chars.next().filter(|c| matches!(c, '»' | '”' | ')' | ']') || *c == '"' && straight)?;
    let free =
        chars.next().is_none_or(|c| c.is_whitespace() || marks::kind(c).is_some() || marks::continues(c));
    free.then_some(space.len_utf8() + quote.len_utf8())
}
