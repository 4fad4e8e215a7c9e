//! Finds the place of an annotation again when the sentences were cut differently, or the text changed.

use std::rc::Rc;

use crate::annotation::Annotation;
use crate::article::Article;
use crate::text::Span;

/// The words of a sentence and those around it: how it is found again in another version of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The sentence.
    pub exact: String,
    /// Up to 32 characters before it.
    pub prefix: String,
    /// Up to 32 characters after it.
    pub suffix: String,
}

/// How many characters stand before and after a quoted sentence.
const AROUND: usize = 32;

impl Quote {
    /// The quote of a stretch of `text` (bytes); empty when it does not fit the text.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Self {
        let before = text.get(..span.start()).unwrap_or_default();
        let after = text.get(span.end()..).unwrap_or_default();
        let cut = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        Self {
            exact: span.of(text).unwrap_or_default().to_owned(),
            prefix: before.get(cut..).unwrap_or_default().to_owned(),
            suffix: after.chars().take(AROUND).collect(),
        }
    }
}

/// An annotation that found no place in this version of the text: shown with its words, kept, exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// The annotation; its span is the one it had, empty when that was in another version of the text.
    pub annotation: Rc<Annotation>,
    /// The words it was about.
    pub quote: Quote,
}

impl Orphan {
    /// Whether its words stand in `text` where its span says.
    #[must_use]
    pub fn stands_in(&self, text: &str) -> bool {
        let span = self.annotation.span;
        !span.is_empty() && span.of(text) == Some(self.quote.exact.as_str())
    }
}

/// Two stretches are the same sentence, cut differently, when they share this part of the longer one.
const SAME: f64 = 0.6;

/// The place of the sentence in `article` that an annotation with this span is about: the very same
/// sentence, else the one that shares most of it (more than 60 % of the longer); `None` when there is none.
#[must_use]
pub fn place(article: &Article, span: Span) -> Option<usize> {
    let from = article.sentences.partition_point(|s| s.end() <= span.start());
    let near = article.sentences.iter().enumerate().skip(from).take_while(|(_, s)| s.start() < span.end());
    let share = |s: &Span| s.overlap(span) as f64 / s.len().max(span.len()).max(1) as f64;
    let best = near.max_by(|(_, a), (_, b)| share(a).total_cmp(&share(b)));
    best.filter(|(_, s)| share(s) > SAME).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Meta, Origin};

    fn article(text: &str) -> Article {
        Article::new(
            text,
            Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled },
        )
    }

    #[test]
    fn a_quote_carries_its_surroundings() {
        let text = "Ünder. Said é once. More.";
        let at = text.find("Said").unwrap();
        let quote = Quote::of(text, Span::new(at, at + "Said é once.".len()));
        assert_eq!(
            (quote.exact.as_str(), quote.prefix.as_str(), quote.suffix.as_str()),
            ("Said é once.", "Ünder. ", " More.")
        );
    }

    #[test]
    fn a_sentence_cut_a_little_differently_is_found() {
        let a = article("The board voted to close the pier. Nobody spoke.");
        assert_eq!(place(&a, Span::new(0, 30)), Some(0));
        assert_eq!(place(&a, Span::new(35, 48)), Some(1));
        assert_eq!(place(&a, Span::new(0, 10)), None, "a small part is not the sentence");
        assert_eq!(place(&a, Span::new(900, 1000)), None);
    }
}
