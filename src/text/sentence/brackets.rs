//! Brackets and quotations that a sentence runs around, so that it is not cut inside them.

use super::{lexicon::Lexicon, marks};

/// Bytes within which a bracket must close to hold its sentence together.
const REACH: usize = 600;

/// What is open at the place the scanner has reached.
pub struct Brackets<'t> {
    text: &'t str,
    /// The byte of the closer before which no sentence ends; 0 when nothing is open.
    held_until: usize,
    /// The byte from which the closer of each kind is known to be out of reach.
    searched: usize,
    /// Whether a straight quote is open; it decides only where the quote mark belongs.
    straight: bool,
    /// Whether a curly quote is open, which careless pages close with a straight one.
    curly: bool,
    /// The character before the quotation that opened last; none at the start of a sentence.
    pub led_by: Option<char>,
}

impl<'t> Brackets<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, held_until: 0, searched: 0, straight: false, curly: false, led_by: None }
    }

    /// Notes that `opener` stands at the byte `at` in the sentence that began at `start`.
    pub fn open(&mut self, at: usize, opener: char, start: usize, lexicon: &Lexicon) {
        let lead = self.text.get(start..at).unwrap_or_default().trim_end();
        let quotation = matches!(opener, '「' | '『' | '“');
        if quotation {
            self.led_by = lead.chars().next_back();
            self.curly |= opener == '“';
        }
        if quotation && !lexicon.facts.quotes_hold || at < self.held_until || at < self.searched {
            return;
        }
        // A quotation in Japanese is cut like any text unless its sentence goes on around it; other
        // brackets hold when their sentence began before them (README rule 7).
        let Some(closer) = self.closer(at, opener) else { return };
        let after = self.text.get(closer..).unwrap_or_default();
        let held = if quotation { !lead.is_empty() || lexicon.goes_on(after) } else { !lead.is_empty() };
        if held {
            self.held_until = closer;
        }
    }

    /// One past the closer that belongs to the opener at `at`.
    fn closer(&mut self, at: usize, opener: char) -> Option<usize> {
        let close = marks::closer_of(opener)?;
        let mut depth = 0_usize;
        for (offset, c) in self.text.get(at..)?.char_indices() {
            if offset > REACH || c == '\n' {
                break;
            } else if c == opener {
                depth += 1;
            } else if c == close {
                depth -= 1;
                if depth == 0 {
                    return Some(at + offset + c.len_utf8());
                }
            }
        }
        // Openers in a row that nothing closes are looked for once, or the search would be quadratic.
        self.searched = at + REACH / 2;
        None
    }

    /// Whether the bytes up to `end` lie wholly inside a bracket that holds its sentence together.
    pub fn holds(&self, end: usize) -> bool {
        end < self.held_until
    }

    /// Notes a straight quote.
    pub fn turn(&mut self) {
        self.straight = !self.straight && !self.curly;
        self.curly = false;
    }

    /// Notes a closing curly quote.
    pub fn unquote(&mut self) {
        self.curly = false;
    }

    /// Whether a straight quote would close something.
    pub fn straight(&self) -> bool {
        self.straight || self.curly
    }

    /// Notes that the scanner jumps over `from..to`, the closers at the end of a sentence.
    pub fn pass(&mut self, from: usize, to: usize) {
        for c in self.text.get(from..to).unwrap_or_default().chars() {
            match c {
                '"' => self.turn(),
                '”' => self.unquote(),
                _ => {}
            }
        }
        self.led_by = None;
    }
}
