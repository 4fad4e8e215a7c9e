//! A place where a sentence may end: its mark, and what stands before and after.

use std::cell::OnceCell;

use super::{
    brackets::Brackets,
    closers::Closers,
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
    let unspaced = before.chars().next_back().is_some_and(marks::unspaced);
    for (offset, c) in before.char_indices().rev() {
        if !(marks::of_word(c) || c == '.') || marks::unspaced(c) != unspaced || before.len() - offset > WORD
        {
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
