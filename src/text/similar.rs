//! How alike two texts are, and where a quoted passage stands in a text that may have changed.

use super::Span;
use crate::order;

/// Characters of either text that [`similarity`] looks at; more would cost time and tell nothing new.
const COMPARED: usize = 4_096;
/// Characters of the prefix, and of the suffix, that are compared with what surrounds a place.
const CONTEXT: usize = 48;
/// The least similarity at which a passage still counts as the quoted one.
const ALIKE: f32 = 0.7;
/// What nearness to the hint is worth beside likeness of the surroundings, which is worth 1.
const NEARNESS: f32 = 0.25;
/// Occurrences that are looked at on either side of the hint.
const OCCURRENCES: usize = 1_000;
/// Places that are looked at closely when the quote does not occur word for word.
const CANDIDATES: usize = 8;
/// Words by which either end of such a place may move.
const NUDGES: usize = 8;

/// How alike `a` and `b` are, from 0 (nothing in common) to 1 (the same): Dice's coefficient over
/// character bigrams (Dice 1945), blind to case, to the width of white space and to the shape of quotes.
///
/// Only the first 4,096 characters of each count, so the cost is bounded whatever comes in.
///
/// ```
/// use pressmark::text::similarity;
/// assert_eq!(similarity("Baku wrote.", "Baku  wrote."), 1.0);
/// assert!(similarity("Baku wrote.", "Baku wrote again.") > 0.7);
/// assert_eq!(similarity("Baku", "Kyiv"), 0.0);
/// ```
#[must_use]
pub fn similarity(a: &str, b: &str) -> f32 {
    let (a, b) = (bigrams(a), bigrams(b));
    let (mut shared, mut left, mut right) = (0, a.iter().peekable(), b.iter().peekable());
    while let (Some(x), Some(y)) = (left.peek(), right.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = left.next(),
            std::cmp::Ordering::Greater => _ = right.next(),
            std::cmp::Ordering::Equal => {
                shared += 1;
                _ = (left.next(), right.next());
            }
        }
    }
    dice(shared, a.len(), b.len())
}

/// Where `quote` stands in `text` (bytes), or `None` when nothing there is enough like it.
///
/// Places where it occurs word for word come first; among them the surroundings most like `prefix`
/// (what stood before) and `suffix` (what stood after) win, then nearness to `hint`, the byte where the
/// quote once began. Without any, the passage most like it, whole words, similarity at least 0.7.
///
/// Linear in the length of the text and of the quote, whatever they hold.
///
/// ```
/// use pressmark::text::find_quote;
/// let text = "He left. She stayed. He left.";
/// let found = find_quote(text, "He left.", "She stayed. ", "", 0);
/// assert_eq!(found.map(|span| span.start()), Some(21));
/// ```
#[must_use]
pub fn find_quote(text: &str, quote: &str, prefix: &str, suffix: &str, hint: usize) -> Option<Span> {
    let quote = quote.trim();
    if quote.is_empty() {
        return None;
    }
    let before: Vec<char> = letters(prefix.chars().rev()).take(CONTEXT).collect();
    let after: Vec<char> = letters(suffix.chars()).take(CONTEXT).collect();
    let worth = |span: Span| {
        surroundings(text, span, &before, &after) + NEARNESS * nearness(text, span.start(), hint)
    };
    let exact = best(occurrences(text, quote, hint).map(|span| (worth(span), span)));
    exact.or_else(|| {
        let places = alike(text, quote, hint).into_iter().filter_map(|span| {
            let (likeness, span) = settle(text, quote, span);
            (likeness >= ALIKE).then(|| (likeness * 2.0 + worth(span), span))
        });
        best(places)
    })
}

/// The span of the highest worth; the first of equals.
fn best(spans: impl Iterator<Item = (f32, Span)>) -> Option<Span> {
    spans.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, span)| span)
}

/// Where `quote` occurs word for word: the [`OCCURRENCES`] nearest to `hint` on either side.
fn occurrences(text: &str, quote: &str, hint: usize) -> impl Iterator<Item = Span> {
    let hint = text.floor_char_boundary(hint);
    let back = text.get(..hint).unwrap_or_default().rmatch_indices(quote).map(|(at, _)| at);
    // An occurrence that `hint` stands inside begins less than a quote's length before it.
    let from = text.floor_char_boundary(hint.saturating_sub(quote.len()));
    let near = text
        .get(from..text.ceil_char_boundary(hint + quote.len()))
        .and_then(|t| t.find(quote))
        .map(|at| from + at);
    let on = text.get(hint..).unwrap_or_default().match_indices(quote).map(move |(at, _)| hint + at);
    let starts = on.take(OCCURRENCES).chain(near).chain(back.take(OCCURRENCES));
    starts.map(|at| Span::new(at, at + quote.len()))
}

/// 1 at the hint, falling to 0 a whole text away.
fn nearness(text: &str, start: usize, hint: usize) -> f32 {
    1.0 - start.abs_diff(hint) as f32 / text.len().max(hint).max(1) as f32
}

/// The share of the surroundings that agrees, counted outwards from `span` until they first differ.
fn surroundings(text: &str, span: Span, before: &[char], after: &[char]) -> f32 {
    let left = text.get(..span.start()).unwrap_or_default().chars().rev();
    let right = text.get(span.end()..).unwrap_or_default().chars();
    let agreeing = |here: &mut dyn Iterator<Item = char>, wanted: &[char]| {
        here.zip(wanted).take_while(|(a, b)| a == *b).count()
    };
    let agreed = agreeing(&mut letters(left), before) + agreeing(&mut letters(right), after);
    agreed as f32 / (before.len() + after.len()).max(1) as f32
}

/// The characters without white space, whose width changes when a page is copied again; at most four
/// times the context is read, or a long gap would be read again at every place.
fn letters(chars: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    chars.take(4 * CONTEXT).filter(|c| !c.is_whitespace())
}

/// Dice's coefficient; two texts without bigrams are the same.
fn dice(shared: usize, a: usize, b: usize) -> f32 {
    if a + b == 0 { 1.0 } else { 2.0 * shared as f32 / (a + b) as f32 }
}

/// The folded characters of `text` with their byte offsets: lower case, one space for any white space,
/// plain quotes, since these change when an article is edited or copied and the words do not.
fn folded(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut spaced = true;
    text.char_indices().filter_map(move |(at, c)| {
        let was_spaced = std::mem::replace(&mut spaced, c.is_whitespace());
        match c {
            _ if spaced => (!was_spaced).then_some((at, ' ')),
            '“' | '”' | '„' | '«' | '»' => Some((at, '"')),
            '‘' | '’' => Some((at, '\'')),
            _ => c.to_lowercase().next().map(|lower| (at, lower)),
        }
    })
}

/// The sorted bigrams of the first [`COMPARED`] characters, with a space at both ends so that a text of
/// one letter has some too.
fn bigrams(text: &str) -> Vec<(char, char)> {
    let chars = folded(text.trim()).take(COMPARED).map(|(_, c)| c);
    let mut last = ' ';
    let mut pairs: Vec<_> = chars.map(|c| (std::mem::replace(&mut last, c), c)).collect();
    if !pairs.is_empty() {
        pairs.push((last, ' '));
    }
    pairs.sort_unstable();
    pairs
}

/// Up to [`CANDIDATES`] passages about as long as `quote` that share most bigrams with it.
///
/// A window slides over the text and one count of shared bigrams is kept up to date, so each of the
/// three lengths tried costs one pass.
fn alike(text: &str, quote: &str, hint: usize) -> Vec<Span> {
    let mut sorted: Vec<(char, char)> = pairs(folded(quote)).map(|(_, pair)| pair).collect();
    sorted.sort_unstable();
    let length = sorted.len();
    // Each different bigram once, and beside it how often the quote and the window have it.
    let mut slots: Vec<(char, char)> = Vec::new();
    let mut wanted: Vec<(usize, usize)> = Vec::new();
    for pair in sorted {
        match wanted.last_mut() {
            Some((count, _)) if slots.last() == Some(&pair) => *count += 1,
            _ => {
                slots.push(pair);
                wanted.push((1, 0));
            }
        }
    }
    if wanted.is_empty() {
        return Vec::new();
    }
    let ids: Vec<(usize, Option<usize>)> =
        pairs(folded(text)).map(|(at, pair)| (at, slots.binary_search(&pair).ok())).collect();
    let mut found: Vec<(f32, Span)> = Vec::new();
    for window in [length, length * 4 / 5, length * 5 / 4] {
        let window = window.clamp(1, ids.len().max(1));
        let (mut shared, first) = (0, found.len());
        wanted.iter_mut().for_each(|(_, held)| *held = 0);
        for (index, (end, id)) in ids.iter().enumerate() {
            if let Some((want, held)) = id.and_then(|id| wanted.get_mut(id)) {
                shared += usize::from(*held < *want);
                *held += 1;
            }
            let Some((start, gone)) = (index + 1).checked_sub(window).and_then(|from| ids.get(from)) else {
                continue;
            };
            let likeness = dice(shared, length, window);
            if let Some((want, held)) = gone.and_then(|id| wanted.get_mut(id)) {
                *held -= 1;
                shared -= usize::from(*held < *want);
            }
            if likeness < ALIKE - 0.2 {
                continue;
            }
            let next = (likeness + 0.01 * nearness(text, *start, hint), Span::new(*start, *end));
            match found.get_mut(first..).and_then(<[_]>::last_mut) {
                Some(last) if last.1.overlap(next.1) * 2 > last.1.len() => {
                    if next.0 > last.0 {
                        *last = next;
                    }
                }
                _ => found.push(next),
            }
        }
    }
    order::sort_by(&mut found, |a, b| b.0.total_cmp(&a.0));
    found.into_iter().take(CANDIDATES).map(|(_, span)| span).collect()
}

/// Neighbouring characters with the byte offset of the first.
fn pairs(chars: impl Iterator<Item = (usize, char)>) -> impl Iterator<Item = (usize, (char, char))> {
    let mut last: Option<(usize, char)> = None;
    chars.filter_map(move |next| last.replace(next).map(|(at, c)| (at, (c, next.1))))
}

/// Moves the ends of `span` to the ends of words, so that it is as like `quote` as it can be.
fn settle(text: &str, quote: &str, span: Span) -> (f32, Span) {
    let likeness =
        |start: usize, end: usize| text.get(start..end).map_or(0.0, |part| similarity(part, quote));
    let pick = |edges: Vec<usize>, fallback: usize, worth: &dyn Fn(usize) -> f32| {
        let scored = edges.into_iter().map(|edge| (worth(edge), edge));
        scored
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map_or(fallback, |(_, edge)| edge)
    };
    let start = pick(edges(text, span.start(), true), span.start(), &|edge| likeness(edge, span.end()));
    let end = pick(edges(text, span.end(), false), span.end(), &|edge| likeness(start, edge));
    let start = pick(edges(text, start, true), start, &|edge| likeness(edge, end));
    (likeness(start, end), Span::new(start, end))
}

/// The nearest starts (or ends) of words on both sides of the byte `at`.
fn edges(text: &str, at: usize, starts: bool) -> Vec<usize> {
    let reach = NUDGES * 16;
    let edge = |i: usize| {
        let before = text.get(..i).and_then(|t| t.chars().next_back()).is_none_or(char::is_whitespace);
        let after = text.get(i..).and_then(|t| t.chars().next()).is_none_or(char::is_whitespace);
        text.is_char_boundary(i) && before == starts && after != starts
    };
    let back = (at.saturating_sub(reach)..at).rev().filter(|i| edge(*i)).take(NUDGES);
    (at..text.len().min(at + reach) + 1).filter(|i| edge(*i)).take(NUDGES).chain(back).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, quote: &str, prefix: &str, suffix: &str, hint: usize) -> Option<&'t str> {
        find_quote(text, quote, prefix, suffix, hint).and_then(|span| span.of(text))
    }

    #[test]
    fn likeness_runs_from_nothing_to_everything() {
        assert_eq!(similarity("", ""), 1.0);
        assert_eq!(similarity("", "a"), 0.0);
        assert_eq!(similarity("a", "A"), 1.0);
        assert_eq!(similarity("“So what?”", "\"So\n what?\""), 1.0);
        assert!(similarity("The bridge fell in May.", "The old bridge fell in May.") > 0.8);
        assert!(similarity("The bridge fell in May.", "Nobody asked the mayor.") < 0.4);
    }

    #[test]
    fn the_surroundings_choose_among_equal_quotes() {
        let text = "It rained. He left. It snowed. He left. It thawed.";
        assert_eq!(find_quote(text, "He left.", "It snowed. ", " It thawed.", 0).map(Span::start), Some(31));
        assert_eq!(find_quote(text, "He left.", "It rained. ", " It snowed.", 49).map(Span::start), Some(11));
        assert_eq!(find_quote(text, "He left.", "", "", 30).map(Span::start), Some(31));
        assert_eq!(find_quote(text, "He left.", "", "", 32).map(Span::start), Some(31));
        assert_eq!(find_quote(text, "He left.", "", "", 3).map(Span::start), Some(11));
    }

    #[test]
    fn a_changed_passage_is_found_whole_words() {
        let text = "Nobody slept. The old stone bridge over the river fell last night. Boats wait.";
        let quote = "The old bridge over the river fell last night.";
        assert_eq!(
            found(text, quote, "Nobody slept. ", "", 14),
            Some("The old stone bridge over the river fell last night.")
        );
        assert_eq!(found(text, "Ministers met in the capital to speak of grain.", "", "", 0), None);
        let recopied = "“We will stay,”\u{a0}she said.\nThey left.";
        assert_eq!(
            found(recopied, "\"We will stay,\" she said.", "", "", 0),
            Some("“We will stay,”\u{a0}she said.")
        );
    }

    #[test]
    fn odd_input_has_an_answer() {
        assert_eq!(find_quote("", "x", "", "", 9), None);
        assert_eq!(find_quote("x", "", "", "", 0), None);
        assert_eq!(find_quote("x", "  ", "", "", 0), None);
        assert_eq!(find_quote("é", "é", "é", "é", 1), Some(Span::new(0, 2)));
        assert_eq!(find_quote("ab", "a much longer quote than the text", "", "", 7), None);
        // Found by fuzzing: the hint inside the last occurrence.
        assert_eq!(find_quote("one \"two three", "\"two three", "", "", 9), Some(Span::new(4, 14)));
        assert_eq!(find_quote("aaaa", "aa", "", "", 1).map(Span::start), Some(1));
    }

    #[test]
    fn hostile_input_costs_little() {
        let started = std::time::Instant::now();
        for unit in ["a", "a ", " ", "é", "ab.", "\u{3000}x"] {
            let text = unit.repeat(1_000_000 / unit.len());
            let quote = format!("{}b{}", unit.repeat(300), unit.repeat(300));
            let _ = find_quote(&text, &quote, &text, &text, 500_000);
            let _ = find_quote(&text, unit, &text, &text, 500_000);
            let _ = similarity(&text, &text);
        }
        assert!(started.elapsed().as_secs() < 40, "took {:?}", started.elapsed());
    }
}
