//! A place where a sentence may end: its mark, and what stands before and after.

use std::cell::OnceCell;

use super::{
    brackets::Brackets,
    lexicon::{Classes, Lexicon},
    marks::{self, Kind},
};

/// Bytes of a word that are looked at, so that no text makes a look long.
const WORD: usize = 48;

/// A mark with its surroundings. Offsets are bytes of `text`.
pub struct Site<'t> {
    pub text: &'t str,
    pub lexicon: &'t Lexicon,
    /// Where the sentence began.
    pub start: usize,
    /// The first mark of the run.
    pub at: usize,
    /// One past the last mark of the run: `?!`, `...`, `. . .`
    pub run_end: usize,
    /// One past the closers that belong to the sentence: quotes, brackets, footnote marks.
    pub end: usize,
    pub kind: Kind,
    /// A quotation closes after the mark.
    pub quoted: bool,
    /// A bracket closes after the mark.
    pub bracketed: bool,
    /// The mark lies in a bracket that the sentence runs around.
    pub held: bool,
    /// That bracket closes right after the mark.
    pub held_to_end: bool,
    /// The character before the quotation that opened last.
    pub led_by: Option<char>,
    /// White space follows, or a line or the text ends.
    pub spaced: bool,
    /// A quote or a bracket opens before the next word.
    pub opened: bool,
    /// A dash stands before the next word.
    pub dashed: bool,
    /// The first character after the white space.
    pub follows: Option<char>,
    /// The byte where the next word begins.
    pub next_at: usize,
    /// The word before the mark with the full stops inside it: `U.S` of `U.S.`
    pub word: &'t str,
    /// What is known of the word, once it is asked for.
    known: OnceCell<Classes>,
}

impl<'t> Site<'t> {
    /// Reads what stands around the mark at the byte `at`.
    pub fn read(
        text: &'t str,
        start: usize,
        at: usize,
        kind: Kind,
        brackets: &Brackets,
        lexicon: &'t Lexicon,
    ) -> Self {
        let word = word_before(text, start, at);
        let (run_end, kind) = run(text, at, kind);
        let closers = Closers::read(text, run_end, kind, brackets.straight());
        let rest = text.get(closers.end..).unwrap_or_default();
        let gap =
            rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n' && c != '\r').len();
        let rest = rest.get(gap..).unwrap_or_default();
        let follows = rest.chars().next().filter(|c| *c != '\n' && *c != '\r');
        let (mut opened, mut dashed, mut before) = (false, false, 0);
        for c in rest.chars().take(12) {
            match c {
                _ if marks::dash(c) => dashed = true,
                _ if marks::opens(c) => opened = true,
                ' ' | '\u{a0}' | '\u{202f}' if before > 0 => {}
                _ => break,
            }
            before += c.len_utf8();
        }
        Self {
            text,
            lexicon,
            start,
            at,
            run_end,
            end: closers.end,
            kind,
            quoted: closers.quote,
            bracketed: closers.bracket,
            held: brackets.holds(closers.end),
            held_to_end: brackets.holds(run_end),
            led_by: brackets.led_by,
            spaced: gap > 0 || follows.is_none(),
            opened,
            dashed,
            follows,
            next_at: closers.end + gap + before,
            word,
            known: OnceCell::new(),
        }
    }

    /// The text from the next word on.
    pub fn rest(&self) -> &'t str {
        self.text.get(self.next_at..).unwrap_or_default()
    }

    /// The next word, without what an apostrophe joins to it: `They` of `They’re`.
    pub fn next(&self) -> &'t str {
        word_of(self.rest())
    }

    /// The first character of the next word.
    pub fn first(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// What is known of the word before the mark: of `U.S`, of `s.` written with its forerunner `u. s`,
    /// and of what stands after an apostrophe or a hyphen, `art` of `l’art`.
    pub fn classes(&self) -> Classes {
        *self.known.get_or_init(|| self.look_up())
    }

    fn look_up(&self) -> Classes {
        if self.word.is_empty() {
            return 0;
        }
        let earlier = if self.word.chars().nth(3).is_none() { self.earlier() } else { "" };
        if earlier.ends_with('.') {
            let classes = self.lexicon.classes(&[earlier, self.word].concat());
            if classes != 0 {
                return classes;
            }
        }
        let classes = self.lexicon.classes(self.word);
        let tail = self.word.rsplit(['\'', '’', '-']).next().unwrap_or_default();
        if classes != 0 || tail.len() == self.word.len() { classes } else { self.lexicon.classes(tail) }
    }

    /// The word before the word, with its full stop.
    pub fn earlier(&self) -> &'t str {
        let before = self.text.get(self.start..self.at.saturating_sub(self.word.len())).unwrap_or_default();
        let end = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        if end.len() == before.len() {
            return "";
        }
        let dots = end.len() - end.strip_suffix('.').unwrap_or(end).len();
        let word = word_before(end, 0, end.len() - dots);
        end.get(end.len() - dots - word.len()..).unwrap_or_default()
    }

    /// Whether nothing but openers stands in the sentence before the word.
    pub fn opens_sentence(&self) -> bool {
        if self.at - self.start > 2 * WORD {
            return false;
        }
        let before = self.text.get(self.start..self.at.saturating_sub(self.word.len())).unwrap_or_default();
        before.chars().all(|c| marks::opens(c) || marks::dash(c) || marks::bullet(c) || c == ' ')
    }

    /// Whether a number stands before the word, or before it and the initials that belong to it: `49 a. C.`
    pub fn counted(&self) -> bool {
        let mut before =
            self.text.get(self.start..self.at.saturating_sub(self.word.len())).unwrap_or_default();
        for _ in 0..3 {
            let spaced = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
            let Some(shorter) = spaced.strip_suffix('.') else { break };
            before = shorter.strip_suffix(char::is_alphabetic).unwrap_or(shorter);
        }
        let word = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        word.ends_with(char::is_numeric) || word.ends_with(['I', 'V', 'X'])
    }

    /// The first letter of the sentence, when it stands near its start.
    pub fn first_of_sentence(&self) -> Option<char> {
        self.text.get(self.start..self.at)?.chars().take(8).find(|c| c.is_alphanumeric())
    }

    /// Whether the mark stands apart from any word: after white space or at the start.
    pub fn spaced_before(&self) -> bool {
        let before = self.text.get(self.start..self.at).unwrap_or_default();
        before.chars().next_back().is_none_or(|c| c.is_whitespace() || marks::opens(c))
    }

    /// The character before the word.
    pub fn before_word(&self) -> Option<char> {
        self.text.get(self.start..self.at.saturating_sub(self.word.len()))?.chars().next_back()
    }
}

/// The word that starts `text`.
pub fn word_of(text: &str) -> &str {
    let end = text
        .char_indices()
        .find(|(at, c)| *at > WORD || !marks::of_word(*c) || matches!(c, '\'' | '’' | '-' | '_'))
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The word that ends at the byte `at`, with full stops inside it, not before `start`.
fn word_before(text: &str, start: usize, at: usize) -> &str {
    let before = text.get(start..at).unwrap_or_default();
    let mut from = before.len();
    for (offset, c) in before.char_indices().rev() {
        if !(marks::of_word(c) || c == '.') || before.len() - offset > WORD {
            break;
        }
        from = offset;
    }
    before.get(from..).unwrap_or_default().trim_start_matches(['.', '\'', '’', '-', '_'])
}

/// The end of the run of marks at `at`, and what kind of end they make together.
fn run(text: &str, at: usize, kind: Kind) -> (usize, Kind) {
    let rest = text.get(at..).unwrap_or_default();
    let (mut end, mut dots, mut kind) = (0, 0, kind);
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        match marks::kind(c) {
            Some(next) => {
                dots += usize::from(next == Kind::Stop);
                // The strongest mark of a run decides: `?..`, `…!`, `。”`.
                kind = match (kind, next) {
                    (Kind::Full, _) | (_, Kind::Full) => Kind::Full,
                    (Kind::Strong, _) | (_, Kind::Strong) => Kind::Strong,
                    (Kind::Ellipsis, _) | (_, Kind::Ellipsis) => Kind::Ellipsis,
                    _ => Kind::Stop,
                };
                end = offset + c.len_utf8();
            }
            None if offset == 0 => end = c.len_utf8(),
            // Dots set apart, `. . .`, are one mark.
            None if matches!(c, ' ' | '\u{a0}')
                && dots > 0
                && chars.peek().is_some_and(|(_, c)| *c == '.') => {}
            None => break,
        }
    }
    (at + end, if dots > 1 && kind == Kind::Stop { Kind::Ellipsis } else { kind })
}

/// What closes after a run of marks.
struct Closers {
    end: usize,
    quote: bool,
    bracket: bool,
}

impl Closers {
    /// Reads the closers at the byte `at`; `straight` tells whether a straight quote is open.
    fn read(text: &str, at: usize, kind: Kind, straight: bool) -> Self {
        let mut closers = Self { end: at, quote: false, bracket: false };
        let mut straight = straight;
        while let Some(rest) = text.get(closers.end..) {
            let mut chars = rest.chars();
            let Some(c) = chars.next() else { break };
            let then = chars.next();
            let free = then.is_none_or(|then| {
                !marks::of_word(then) || marks::closes(then) || matches!(then, '\'' | '’')
            });
            let length = if marks::closes(c) && !(matches!(c, '»' | '›') && !free) {
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
