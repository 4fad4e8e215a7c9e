//! All that one annotator says of one article: annotations by sentence, in chunks that are shared between
//! versions, so that one change touches one chunk and everything else compares by pointer.

use std::ops::Range;
use std::rc::Rc;

use crate::annotation::anchor::{self, Orphan, Quote};
use crate::annotation::{Annotation, State};
use crate::article::Article;

/// How far an annotator has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Sentences that were answered: with labels, *none*, or *not sure*.
    pub answered: usize,
    /// Those of them that are *not sure*.
    pub unsure: usize,
    /// Sentences with any annotation, a mere note included.
    pub marked: usize,
    /// All sentences.
    pub sentences: usize,
}

impl std::iter::Sum for Progress {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |all, part| Self {
            answered: all.answered + part.answered,
            unsure: all.unsure + part.unsure,
            marked: all.marked + part.marked,
            sentences: all.sentences + part.sentences,
        })
    }
}

/// The annotations of one block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The place of its first sentence.
    pub first: usize,
    /// One entry for each sentence of the block.
    pub marks: Vec<Option<Rc<Annotation>>>,
    /// How many of them are answered.
    pub progress: Progress,
}

impl Chunk {
    fn new(first: usize, marks: Vec<Option<Rc<Annotation>>>) -> Self {
        let mut progress = Progress { sentences: marks.len(), ..Progress::default() };
        for mark in marks.iter().flatten() {
            progress.marked += 1;
            progress.answered += usize::from(mark.state() != State::Open);
            progress.unsure += usize::from(mark.unsure);
        }
        Self { first, marks, progress }
    }

    /// Whether two versions of a chunk share the very same annotations of the sentences at `places`.
    #[must_use]
    pub fn is_same(self: &Rc<Self>, other: &Rc<Self>, mut places: Range<usize>) -> bool {
        Rc::ptr_eq(self, other)
            || places.all(|place| match (self.get(place), other.get(place)) {
                (Some(ours), Some(theirs)) => Rc::ptr_eq(ours, theirs),
                (ours, theirs) => ours.is_none() && theirs.is_none(),
            })
    }

    /// The annotation of the sentence at `place` in the article.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Rc<Annotation>> {
        self.marks.get(place.checked_sub(self.first)?)?.as_ref()
    }
}

/// All that one annotator says of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotations {
    /// One chunk for each block of the article.
    pub chunks: Vec<Rc<Chunk>>,
    /// What found no place in this version of the text.
    pub orphans: Rc<Vec<Orphan>>,
}

impl Annotations {
    /// Nothing said yet.
    #[must_use]
    pub fn none(article: &Article) -> Self {
        Self::laid(article, [])
    }

    /// Lays annotations on the sentences of `article`: on the same sentence, else on the one it became
    /// when it was cut differently; what finds no free place becomes an orphan.
    #[must_use]
    pub fn laid(article: &Article, annotations: impl IntoIterator<Item = Rc<Annotation>>) -> Self {
        Self::all_laid(article, annotations.into_iter().collect())
    }

    fn all_laid(article: &Article, annotations: Vec<Rc<Annotation>>) -> Self {
        let mut marks: Vec<Option<Rc<Annotation>>> = vec![None; article.sentences.len()];
        let (mut moved, mut orphans) = (Vec::new(), Vec::new());
        for annotation in annotations {
            let at = article.sentence_at(annotation.span.start());
            let same = at.filter(|place| article.sentences.get(*place) == Some(&annotation.span));
            match same.and_then(|place| marks.get_mut(place)) {
                Some(slot @ None) => *slot = Some(annotation),
                _ => moved.push(annotation),
            }
        }
        for annotation in moved {
            let place = anchor::place(article, annotation.span);
            match place.and_then(|place| Some((marks.get_mut(place)?, article.sentences.get(place)?))) {
                Some((slot @ None, span)) => {
                    *slot = Some(Rc::new(Annotation { span: *span, ..(*annotation).clone() }))
                }
                // It is there already: a page died between writing it anew and removing the old.
                Some((Some(there), span))
                    if there.agrees(&Annotation { span: *span, ..(*annotation).clone() }) => {}
                _ => orphans.push(Orphan { quote: Quote::of(&article.text, annotation.span), annotation }),
            }
        }
        let chunk = |block: &crate::article::Block| {
            let marks = marks.get(block.sentences.clone()).unwrap_or_default().to_vec();
            Rc::new(Chunk::new(block.sentences.start, marks))
        };
        Self { chunks: article.blocks.iter().map(chunk).collect(), orphans: Rc::new(orphans) }
    }

    /// The same, with more that has no place.
    #[must_use]
    pub fn with_orphans(mut self, orphans: Vec<Orphan>) -> Self {
        Rc::make_mut(&mut self.orphans).extend(orphans);
        self
    }

    /// The annotation of the sentence at `place`.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Rc<Annotation>> {
        self.chunks.get(self.chunk_of(place)?)?.get(place)
    }

    /// The same, with another annotation (or none) of the sentence at `place`; unchanged when there is no
    /// such sentence.
    #[must_use]
    pub fn with(&self, place: usize, annotation: Option<Rc<Annotation>>) -> Self {
        let mut changed = self.clone();
        if let Some(chunk) = self.chunk_of(place).and_then(|index| changed.chunks.get_mut(index)) {
            let mut marks = chunk.marks.clone();
            if let Some(slot) = place.checked_sub(chunk.first).and_then(|at| marks.get_mut(at)) {
                *slot = annotation;
            }
            *chunk = Rc::new(Chunk::new(chunk.first, marks));
        }
        changed
    }

    /// Every annotation that has a place, in the order of the text, with the place of its sentence.
    pub fn placed(&self) -> impl Iterator<Item = (usize, &Rc<Annotation>)> {
        self.chunks.iter().flat_map(|chunk| {
            chunk.marks.iter().enumerate().filter_map(|(at, mark)| Some((chunk.first + at, mark.as_ref()?)))
        })
    }

    /// How far the annotator has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.chunks.iter().map(|chunk| chunk.progress).sum()
    }

    /// The place of the first sentence that is not answered, from `place` on and then from the start.
    #[must_use]
    pub fn next_open(&self, place: usize) -> Option<usize> {
        let open = |p: &usize| self.get(*p).is_none_or(|a| a.state() == State::Open);
        let count = self.progress().sentences;
        (place..count).chain(0..place.min(count)).find(open)
    }

    /// Whether nothing at all is kept here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.progress().marked == 0 && self.orphans.is_empty()
    }

    fn chunk_of(&self, place: usize) -> Option<usize> {
        self.chunks.partition_point(|chunk| chunk.first <= place).checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Meta, Origin};
    use crate::text::Span;
    use crate::time::Timestamp;

    fn article(sentences: usize) -> Article {
        let text: Vec<String> = (0..sentences).map(|n| format!("Sentence {n} stands here.")).collect();
        Article::new(
            &text.join("\n"),
            Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled },
        )
    }

    fn unsure(span: Span) -> Rc<Annotation> {
        Rc::new(Annotation { unsure: true, ..Annotation::blank(span, Timestamp(1)) })
    }

    #[test]
    fn one_change_touches_one_chunk() {
        let article = article(100);
        let before = Annotations::none(&article);
        let after = before.with(40, Some(unsure(article.sentences[40])));
        let shared = before.chunks.iter().zip(&after.chunks).filter(|(a, b)| Rc::ptr_eq(a, b)).count();
        assert_eq!((after.chunks.len(), shared), (4, 3));
        assert_eq!(after.progress(), Progress { answered: 1, unsure: 1, marked: 1, sentences: 100 });
        assert_eq!(after.get(40).map(|a| a.span), Some(article.sentences[40]));
        assert_eq!(after.with(40, None), before);
    }

    #[test]
    fn the_next_open_sentence_is_searched_round_the_end() {
        let article = article(3);
        let all = Annotations::none(&article)
            .with(1, Some(unsure(article.sentences[1])))
            .with(2, Some(unsure(article.sentences[2])));
        assert_eq!(all.next_open(1), Some(0));
        assert_eq!(all.with(0, Some(unsure(article.sentences[0]))).next_open(1), None);
    }

    #[test]
    fn what_finds_no_place_is_kept_as_an_orphan_with_its_words() {
        let article = article(3);
        let cut =
            Annotation { none: true, ..(*unsure(Span::new(0, article.sentences[0].end() - 1))).clone() };
        let moved = Rc::new(cut);
        let lost = unsure(Span::new(2, 5));
        let laid = Annotations::laid(&article, [moved, lost.clone(), unsure(article.sentences[0])]);
        assert_eq!(laid.progress().marked, 1);
        assert_eq!(laid.orphans.len(), 2, "the place was taken by the exact sentence");
        assert_eq!(laid.orphans[1].quote.exact, "nte");
        assert_eq!(laid.orphans[1].annotation, lost);
    }
}
