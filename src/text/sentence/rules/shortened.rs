//! The rules for full stops that shorten words or count: abbreviations, initials, ordinals, list markers.

use super::{
    super::{
        lexicon::{COUNTED, ERA, LABELLED, LISTING, MAYBE, NEVER, NUMBER, UNIT},
        marks,
        site::Site,
    },
    Verdict::{self, Ends, GoesOn},
};
use crate::text::facts::Ordinals;

/// Characters that a phrase of time at the start of a sentence may have.
const OPENING: usize = 28;

/// After an abbreviation a dash carries the sentence on: `WASHINGTON, D.C. — The Senate` (README rule 9).
pub fn dashed_on(site: &Site) -> Option<Verdict> {
    let shortened =
        site.word.contains('.') || site.word.chars().count() == 1 || site.classes() & (NEVER | MAYBE) != 0;
    (site.dashed && shortened).then_some(GoesOn)
}

/// The number or letter of a list item stays with its item (README rule 9).
pub fn list_marker(site: &Site) -> Option<Verdict> {
    let marker = site.word.chars().count() <= 3
        && (site.word.chars().all(|c| c.is_ascii_digit())
            || site.word.chars().count() == 1
            || roman(site.word));
    (marker && !site.word.is_empty() && site.opens_sentence()).then_some(GoesOn)
}

/// An ordinal number: „am 3. Mai“, „Luis X. Erbe“; dates may end a sentence (README rule 6).
pub fn ordinal(site: &Site) -> Option<Verdict> {
    let digits = site.word.chars().all(|c| c.is_ascii_digit()) && !site.word.is_empty();
    let ordinals = site.lexicon.facts.ordinals;
    if site.quoted || site.bracketed || !digits && !roman(site.word) || ordinals == Ordinals::Plain {
        return None;
    }
    // `11. 9. 2001`: a date in numbers.
    let date = digits && site.first().is_some_and(|c| c.is_ascii_digit()) && {
        let next = site.next();
        let dotted = site.rest().get(next.len()..).is_some_and(|rest| rest.starts_with('.'));
        let before =
            site.earlier().strip_suffix('.').is_some_and(|day| day.bytes().all(|b| b.is_ascii_digit()));
        site.word.len() < 3 && (dotted && next.len() < 3 || before && next.len() == 4)
    };
    if date || site.lexicon.is(site.next(), COUNTED) {
        return Some(GoesOn);
    }
    let apart = site.before_word().is_none_or(|c| c.is_whitespace() || marks::opens(c) || marks::dash(c));
    let short = site.word.len() <= if ordinals == Ordinals::DottedVerbLast { 3 } else { 2 } || !digits;
    // `Nr. 5. Der`: a number that an abbreviation leads to counts nothing.
    let led = site.lexicon.is(site.earlier().trim_end_matches('.'), NUMBER);
    let stays = apart && short && !led && !begins(site) && site.first().is_some_and(char::is_alphabetic);
    Some(if stays { GoesOn } else { Ends })
}

/// `Mr.`, `z. B.`, `т. е.`: a title or a link, never the end (README rule 1, CLDR suppressions).
pub fn never_final(site: &Site) -> Option<Verdict> {
    (site.classes() & NEVER != 0 && !site.quoted).then_some(GoesOn)
}

/// `No. 5`, `p. 12`: an abbreviation before a number, an ordinary word otherwise (README rule 1).
pub fn before_number(site: &Site) -> Option<Verdict> {
    let classes = site.classes();
    let counts = site.first().is_some_and(char::is_numeric) || roman(site.next());
    (classes & NUMBER != 0 && counts && !site.opened && !site.bracketed).then_some(GoesOn)
}

/// `2010 г.`, `XX w.`: the end of a sentence before a capital, unless the phrase opens the sentence (`W 2005 r.
/// Polska …`) and no starter follows.
pub fn era(site: &Site) -> Option<Verdict> {
    // `руб.` and `proc.` are measures and nothing else, `г.` and `w.` need their number; `Chr.` belongs to `v.`
    let earlier = site.earlier();
    let initial = earlier.ends_with('.') && earlier.chars().count() == 2;
    let measure = !site.word.contains('.') && site.word.chars().nth(2).is_some() && !initial;
    let dotted = site.word.contains('.') || earlier.ends_with('.');
    if site.classes() & ERA == 0 || !dotted && !measure && !site.counted() {
        return None;
    }
    let opening = site.text.get(site.start..site.at)?.chars().take(OPENING + 1).count() <= OPENING;
    let capital = site.first().is_some_and(char::is_uppercase) && site.dashed == site.opened;
    Some(if begins(site) || capital && (measure || !opening) { Ends } else { GoesOn })
}

/// `etc.`, `и т. д.`: the end of a list, and of the sentence before a capital.
pub fn listing(site: &Site) -> Option<Verdict> {
    if site.classes() & LISTING == 0 {
        return None;
    }
    let capital = site.first().is_some_and(char::is_uppercase) && !matches!(site.follows, Some('(' | '['));
    Some(if capital || begins(site) { Ends } else { GoesOn })
}

/// `5 Mio. Euro`, `300 тыс. рублей`: an abbreviation after a number, before what starts no sentence.
pub fn after_number(site: &Site) -> Option<Verdict> {
    if site.classes() & UNIT == 0 || !site.earlier().chars().any(char::is_numeric) {
        return None;
    }
    Some(if begins(site) { Ends } else { GoesOn })
}

/// `Inc.`, `U.S.`, `5 p.m.`: only a word that starts sentences begins a new one (README rule 1).
pub fn may_be_final(site: &Site) -> Option<Verdict> {
    let named = || site.word.split('.').all(|part| site.lexicon.is(part, NEVER));
    let dotted = site.word.contains('.') && (short_parts(site.word) || named());
    if site.classes() & MAYBE == 0 && !dotted {
        return None;
    }
    // Alone at its start it is no sentence yet: `P.S. I am moving.`
    Some(if begins(site) && !site.opens_sentence() { Ends } else { GoesOn })
}

/// `J. K. Rowling`, `Vitamin C. They`: a single letter is an initial, unless it labels the word before and
/// unless a starter follows (README rule 2).
pub fn initial(site: &Site) -> Option<Verdict> {
    let mut letters = site.word.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    if !letter.is_alphabetic() || marks::unspaced(letter) {
        return None;
    }
    // The last letter of a Hebrew acronym: `ש"ח.`
    if matches!(letter, '\u{5d0}'..='\u{5ea}') && site.before_word() == Some('"') && site.earlier().is_empty()
    {
        return None;
    }
    let labels = site.lexicon.is(site.earlier(), LABELLED);
    Some(if labels || begins(site) { Ends } else { GoesOn })
}

/// Whether what follows an abbreviation begins a sentence: a starter, or a quotation, and no number.
fn begins(site: &Site) -> bool {
    if site.quoted && site.spaced {
        return true;
    }
    let next = site.next();
    let initial =
        next.chars().count() == 1 && site.rest().get(next.len()..).is_some_and(|rest| rest.starts_with('.'));
    let starts = site.lexicon.starts(next) && !initial;
    let bracket = matches!(site.follows, Some('(' | '['));
    starts && !bracket || site.opened && !bracket && site.first().is_some_and(char::is_uppercase)
}

/// Whether the parts between full stops are those of an abbreviation: `U.S`, `Ph.D`, `а.е`.
fn short_parts(word: &str) -> bool {
    word.split('.').all(|part| (1..=3).contains(&part.chars().count()) && !part.chars().all(char::is_numeric))
        && word.split('.').any(|part| part.chars().count() == 1)
}

/// Whether `word` is a Roman number of capitals.
fn roman(word: &str) -> bool {
    !word.is_empty() && word.len() < 8 && word.bytes().all(|b| b"IVXLCDM".contains(&b))
}
