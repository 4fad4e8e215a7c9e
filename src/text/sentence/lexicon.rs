//! The facts of a language, indexed by word.

use std::sync::OnceLock;

use super::marks;
use crate::text::{
    Language,
    facts::{self, Facts},
};

/// What is known of a word; several can be true of one.
pub type Classes = u16;

/// An abbreviation that never ends a sentence: `Mr.`
pub const NEVER: Classes = 1;
/// An abbreviation that may end a sentence: `Inc.`
pub const MAYBE: Classes = 2;
/// An abbreviation only before a number: `No. 5`
pub const NUMBER: Classes = 4;
/// A word that starts sentences and is no name.
pub const STARTER: Classes = 8;
/// A verb of saying and asking.
pub const REPORTS: Classes = 16;
/// A word that an ordinal stands before, and no new sentence: `3. Mai`
pub const COUNTED: Classes = 32;
/// A name that is written with an exclamation mark: `Yahoo!`
pub const NAME: Classes = 64;
/// A word that a single letter follows as a label: `Vitamin C`
pub const LABELLED: Classes = 128;
/// An abbreviation only after a number, and possibly the end: `5 Mio.`, `2010 г.`
pub const UNIT: Classes = 256;
/// What years are counted in, after their number: `2010 г.`
pub const ERA: Classes = 512;
/// An abbreviation that closes a list: `etc.`
pub const LISTING: Classes = 1024;

/// The facts of one language with an index over all their words.
pub struct Lexicon {
    pub facts: &'static Facts,
    words: Vec<(&'static str, Classes)>,
}

impl Lexicon {
    /// The lexicon of `language`, indexed at the first call; none for a language without facts.
    pub fn of(language: &Language) -> Option<&'static Self> {
        static INDEXED: [OnceLock<Lexicon>; facts::ALL.len()] = [const { OnceLock::new() }; facts::ALL.len()];
        let primary = language.tag().split('-').next().unwrap_or_default();
        let at = facts::ALL.iter().position(|facts| facts.tag.eq_ignore_ascii_case(primary))?;
        Some(
            INDEXED.get(at)?.get_or_init(|| Self::index(facts::ALL.get(at).copied().unwrap_or(&facts::NONE))),
        )
    }

    fn index(facts: &'static Facts) -> Self {
        let lists = [
            (facts.never, NEVER),
            (facts.maybe, MAYBE),
            (facts.listing, LISTING),
            (facts.number, NUMBER),
            (facts.starters, STARTER),
            (facts.reports, REPORTS),
            (facts.counted, COUNTED),
            (facts.names, NAME),
            (facts.labelled, LABELLED),
            (facts.units, UNIT),
            (facts.eras, ERA),
        ];
        // Some hundred words, once a language: inserting them in order is quick, and lighter than a sort.
        let mut words: Vec<(&str, Classes)> = Vec::new();
        for (list, class) in lists {
            for word in list.split(' ') {
                match words.binary_search_by(|(listed, _)| (*listed).cmp(word)) {
                    Ok(at) => words.iter_mut().skip(at).take(1).for_each(|(_, classes)| *classes |= class),
                    Err(at) => words.insert(at, (word, class)),
                }
            }
        }
        Self { facts, words }
    }

    /// What is known of `word`: as it is written, or of its lower-case form when it has capitals.
    pub fn classes(&self, word: &str) -> Classes {
        let known = |word: &str| {
            let at = self.words.binary_search_by(|(listed, _)| (*listed).cmp(word)).ok()?;
            self.words.get(at).map(|(_, classes)| *classes)
        };
        if word.is_empty() {
            return 0;
        }
        known(word).unwrap_or_else(|| {
            // Words and abbreviations are short, a long one is neither; and a single capital is an initial.
            if word.len() > 40 || !word.chars().any(char::is_uppercase) || word.chars().nth(1).is_none() {
                return 0;
            }
            // The lower case of the Turkish `İ` is written with a dot above that no list has.
            let mut lower = word.to_lowercase();
            if !lower.is_ascii() {
                lower.retain(|c| c != '\u{307}');
            }
            known(&lower).unwrap_or(0)
        })
    }

    /// Whether `word` starts sentences; a single capital too, which is no initial when no full stop follows.
    pub fn starts(&self, word: &str) -> bool {
        let single = word.chars().nth(1).is_none() && word.chars().any(char::is_uppercase);
        if single { self.is(&word.to_lowercase(), STARTER) } else { self.is(word, STARTER) }
    }

    /// Whether `word` is of any of `classes`.
    pub fn is(&self, word: &str, classes: Classes) -> bool {
        self.classes(word) & classes != 0
    }

    /// Whether what follows a closed quotation carries its sentence on: `「…。」と`.
    pub fn goes_on(&self, after: &str) -> bool {
        let begins = |list: &str| list.split_whitespace().any(|word| after.starts_with(word));
        after.chars().next().is_some_and(marks::continues)
            || begins(self.facts.after_quote) && !begins(self.facts.starters)
    }
}
