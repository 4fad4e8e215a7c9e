//! Decides whether a sentence ends at a mark: the rules in their order, the first that answers decides.

mod shortened;

use super::{
    lexicon::{MAYBE, NAME, NEVER, NUMBER, REPORTS, STARTER},
    marks::{self, Kind},
    site::{self, Site},
};

/// What a rule says of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A sentence ends here.
    Ends,
    /// The sentence goes on.
    GoesOn,
}
use Verdict::{Ends, GoesOn};

/// A rule answers, or leaves the mark to the next one.
type Rule = fn(&Site) -> Option<Verdict>;

/// The rules, in the order in which they are asked.
const RULES: [Rule; 23] = [
    last,
    held,
    carried_on,
    quoted_in_passing,
    name_with_mark,
    asked_in_passing,
    full,
    stuck,
    lower_case,
    bare_bracket,
    attribution,
    strong,
    omission,
    shortened::dashed_on,
    shortened::list_marker,
    shortened::ordinal,
    shortened::never_final,
    shortened::before_number,
    shortened::era,
    shortened::listing,
    shortened::after_number,
    shortened::may_be_final,
    shortened::initial,
];

/// Whether a sentence ends at `site`; where no rule speaks, it does.
pub fn ends(site: &Site) -> bool {
    RULES.iter().find_map(|rule| rule(site)) != Some(GoesOn)
}

/// The text, or its line, ends here (UAX #29 SB2, SB4).
fn last(site: &Site) -> Option<Verdict> {
    site.follows.is_none().then_some(Ends)
}

/// A bracket that opened inside the sentence stays whole, also when it holds sentences (README rule 7).
fn held(site: &Site) -> Option<Verdict> {
    let unspaced = site.kind == Kind::Full && !site.spaced && site.bracketed && site.held_to_end;
    (site.held || unspaced).then_some(GoesOn)
}

/// A comma, a colon or another mark that carries the sentence on follows (UAX #29 SB8a).
fn carried_on(site: &Site) -> Option<Verdict> {
    let next = site.follows?;
    let more = marks::kind(next).is_some_and(|kind| !(site.spaced && kind == Kind::Ellipsis));
    let closer = marks::closes(next) && !(site.spaced && matches!(next, '»' | '”' | '›'));
    (marks::continues(next) || more || closer).then_some(GoesOn)
}

/// A quotation or a title in a script without spaces, inside a sentence that goes on: `以“谁是英雄？”为题`,
/// `「はい。」と言った` (README rule 8).
fn quoted_in_passing(site: &Site) -> Option<Verdict> {
    if !site.quoted || site.kind != Kind::Full && !site.follows.is_some_and(marks::unspaced) {
        return None;
    }
    let after = site.text.get(site.end..)?.trim_start();
    let title = site.text.get(site.run_end..site.end)?.contains(['》', '〉']);
    let embedded = site.led_by.is_some_and(|c| marks::unspaced(c) && !site.lexicon.facts.quotes_hold)
        && !site.text.get(site.at..)?.starts_with('。');
    (title || embedded || site.lexicon.goes_on(after) || reports_soon(site, after)).then_some(GoesOn)
}

/// Whether a verb of saying stands in the next clause of an unspaced script: `……？”他问道。`
fn reports_soon(site: &Site, after: &str) -> bool {
    let Some((end, _)) = after.char_indices().take(10).find(|(_, c)| !marks::unspaced(*c)) else {
        return false;
    };
    let clause = after.get(..end).unwrap_or_default();
    site.lexicon
        .facts
        .reports
        .split_whitespace()
        .any(|verb| clause.len() > verb.len() && clause.ends_with(verb))
}

/// A question or an exclamation that a particle turns into part of a sentence: `本当か？と聞いた`.
fn asked_in_passing(site: &Site) -> Option<Verdict> {
    let marked =
        site.kind == Kind::Full && !site.spaced && site.text.get(site.at..)?.starts_with(['！', '？']);
    let after = site.text.get(site.end..)?;
    (marked
        && site.lexicon.facts.quotes_hold
        && after.starts_with(['と', 'っ'])
        && site.lexicon.goes_on(after))
    .then_some(GoesOn)
}

/// A mark that has no other use ends the sentence, with a space after it or without (UAX #29 SB11).
fn full(site: &Site) -> Option<Verdict> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_numeric());
    if site.kind != Kind::Full {
        return None;
    }
    let decimal =
        site.text.get(site.at..)?.starts_with('．') && digit(site.follows) && digit(site.word.chars().last());
    // Urdu ends initials with the mark that ends sentences: `ایم۔ اے۔`
    let initial = site.text.get(site.at..)?.starts_with('۔') && site.lexicon.is(site.word, NEVER);
    Some(if decimal || initial { GoesOn } else { Ends })
}

/// Without a space the mark belongs to a number, a name or an address (UAX #29 SB6, SB7), unless the space
/// was forgotten: `The war ended.Nobody won.`
fn stuck(site: &Site) -> Option<Verdict> {
    if site.spaced {
        return None;
    }
    let next = site.follows?;
    // Latin marks in a script without spaces: `他来了!大家`, `ですか?はい`.
    if marks::unspaced(next) && site.kind != Kind::Stop && site.kind != Kind::Ellipsis {
        return Some(Ends);
    }
    let word = site.next();
    let mut letters = word.chars();
    let titled = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    let clean = site
        .text
        .get(site.next_at + word.len()..)?
        .chars()
        .next()
        .is_none_or(|c| !matches!(c, '.' | '/' | '@' | ':' | '='));
    let ended = site.word.chars().count() > 2
        && site.word.chars().skip(1).all(char::is_lowercase)
        && !matches!(site.before_word(), Some('/' | '@' | ':' | '#'))
        && site.classes() & (NEVER | MAYBE | NUMBER) == 0;
    let sum = site.word.len() > 1 && site.word.bytes().all(|b| b.is_ascii_digit()) && !site.opens_sentence();
    let ended = ended || sum || site.quoted && !site.word.contains('.');
    let forgotten = ended && titled && word.chars().count() > 1 && (clean || site.lexicon.is(word, NEVER));
    // Spanish and French set no space before their opening marks when they hurry.
    let opened = (site.opened || site.dashed && site.quoted) && ended && titled;
    Some(if forgotten || opened { Ends } else { GoesOn })
}

/// A lower-case word continues the sentence, in any script that has case (UAX #29 SB8, here after `!` and
/// `?` too); `iPhone` and `eBay` are no lower-case words.
fn lower_case(site: &Site) -> Option<Verdict> {
    let mut letters = site.next().chars();
    let lower = letters.next().is_some_and(char::is_lowercase);
    let branded = letters.next().is_some_and(char::is_uppercase);
    if !lower {
        return None;
    }
    let begun = branded && site.classes() == 0;
    // Spanish opens questions in the middle of sentences, and after a full stop it opens a sentence.
    let asked = matches!(site.follows, Some('¿' | '¡')) && site.kind != Kind::Ellipsis && site.classes() == 0;
    // Who begins one sentence with a small letter begins the next so too; and addresses begin none.
    let plain =
        site.word.chars().count() > 2 && site.word.chars().all(char::is_lowercase) && site.classes() == 0;
    let plain = plain && site.kind != Kind::Ellipsis && !site.quoted && !site.dashed;
    let careless = site.first_of_sentence().is_some_and(char::is_lowercase);
    let address = site.rest().starts_with("http");
    (!begun && !asked && !(plain && (careless || address))).then_some(GoesOn)
}

/// A mark that stands alone in its bracket comments on a word: `a free (!) lunch`.
fn bare_bracket(site: &Site) -> Option<Verdict> {
    let alone = site.word.is_empty() && site.text.get(..site.at)?.ends_with(['(', '[', '（']);
    (alone && site.bracketed).then_some(GoesOn)
}

/// The speaker of a quoted question follows: “Is it over?” Mr. Aliyev asked. (README rule 5)
fn attribution(site: &Site) -> Option<Verdict> {
    if !site.quoted || site.kind != Kind::Strong && site.kind != Kind::Ellipsis || site.opened {
        return None;
    }
    // A dash after a quotation leads to its speaker: «Когда?» — Путин не ответил.
    if site.dashed {
        return Some(GoesOn);
    }
    let mut rest = site.rest();
    for count in 0..6 {
        let word = site::word_of(rest);
        let classes = site.lexicon.classes(word);
        let named = word.chars().next().is_some_and(char::is_uppercase);
        if count > 0 && classes & REPORTS != 0 && !named {
            return Some(GoesOn);
        }
        if word.is_empty()
            || count == 0 && classes & STARTER != 0 && word != "I"
            || !named && word.chars().count() > 3
        {
            return None;
        }
        rest = rest.get(word.len()..)?;
        let joined = rest.trim_start_matches(['.', '\'', '’', '-', ' ', '\u{a0}']);
        let gap = rest.len() - joined.len();
        if gap == 0 || gap > 4 {
            return None;
        }
        rest = joined;
    }
    None
}

/// A name that is written with an exclamation mark: `Yahoo! Inc.` (README rule 10)
fn name_with_mark(site: &Site) -> Option<Verdict> {
    let named =
        site.kind != Kind::Stop && site.kind != Kind::Ellipsis && !site.quoted && site.classes() & NAME != 0;
    (named && !site.lexicon.is(site.next(), STARTER)).then_some(GoesOn)
}

/// A question or an exclamation ends its sentence (UAX #29 SB11).
fn strong(site: &Site) -> Option<Verdict> {
    (site.kind == Kind::Strong).then_some(Ends)
}

/// Dots at the start of a sentence, and `…` set apart, leave words out and end nothing: `… and later`, `credit …
/// While`; other dots end the sentence before a capital. Without case nothing tells, and they end nothing.
fn omission(site: &Site) -> Option<Verdict> {
    if site.kind != Kind::Ellipsis {
        return None;
    }
    let run = site.text.get(site.at..site.run_end)?;
    let apart = site.word.is_empty() && (site.opens_sentence() || run == "…") && site.spaced_before();
    // The English pronoun is a capital anywhere.
    let begins =
        site.first().is_some_and(char::is_uppercase) && site.next() != "I" || site.opened && !site.held;
    Some(if (apart || !begins) && !site.quoted { GoesOn } else { Ends })
}
