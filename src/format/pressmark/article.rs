//! Reads one article of a file: its text is verified, its annotations are put where their words stand.

use std::rc::Rc;

use crate::annotation::{Annotation, Codebook, LONGEST_NOTE, Orphan, Quote};
use crate::article::{self, Article};
use crate::format::convert;
use crate::format::error::FormatError;
use crate::format::pressmark::notes::{Notes, short};
use crate::format::pressmark::read::{MOST_ANNOTATORS, missing};
use crate::format::value::Value;
use crate::id::{AnnotatorId, LabelId};
use crate::map::Map;
use crate::order;
use crate::session::Annotator;
use crate::text::{self, Span, Unit};
use crate::time::Timestamp;

/// The article of a file, the `number`th in it, if its text is the one that its hash and id are made of.
pub(super) fn checked(number: usize, wire: &Value) -> Result<Article, FormatError> {
    let text = wire.text("text").ok_or_else(|| missing(&format!("the text of article {number}")))?;
    let title = || match wire.text("title") {
        Some(title) if !title.trim().is_empty() => short(title),
        _ => format!("article {number}"),
    };
    let (id, hash) = (wire.text("id"), wire.text("hash"));
    if hash.is_none() && id.is_none() {
        return Err(missing(&format!("the hash of “{}”", title())));
    }
    let (id, hash) = convert::is_hash_of(text, id, hash);
    if !hash {
        return Err(FormatError::HashMismatch { title: title() });
    }
    if !id {
        return Err(FormatError::IdMismatch { title: title() });
    }
    let told = |reason| FormatError::ArticleText { title: title(), reason };
    text::clean(text).map_err(told)?;
    // Twice as many as can be added: another language may cut a text into more sentences than it had.
    convert::article_in(text, wire, Article::cut).with_at_most(2 * article::MOST_SENTENCES).map_err(told)
}

/// Whether an id from a file can be used here: not empty, and no longer than any real one.
pub(in crate::format) fn is_usable(id: &str) -> bool {
    !id.is_empty() && id.len() <= 100
}

/// The labels that annotations of a file may have.
pub(in crate::format) struct Labels<'a> {
    ours: Codebook,
    /// In order.
    theirs: Vec<&'a str>,
}

impl<'a> Labels<'a> {
    pub fn of(codebook: &'a Value) -> Self {
        let listed = codebook.list("labels").unwrap_or_default();
        let mut theirs: Vec<&str> = listed.iter().filter_map(|label| label.text("id")).collect();
        order::sort_by(&mut theirs, Ord::cmp);
        Self { ours: Codebook::default(), theirs }
    }

    /// The labels of an exercise.
    pub fn of_exercise(codebook: &Codebook) -> Self {
        Self { ours: codebook.clone(), theirs: Vec::new() }
    }

    /// Why a label cannot be used; `None` when it can.
    fn fault(&self, label: &LabelId) -> Option<String> {
        if self.ours.label(label).is_some() {
            return None;
        }
        let name = short(label.as_str());
        Some(if self.theirs.binary_search(&label.as_str()).is_ok() {
            format!("the label “{name}” belongs to another codebook and was left out")
        } else {
            format!("the label “{name}” has no definition and was left out")
        })
    }
}

/// What is said of an article, and what found no place: as in `Incoming`.
type Said = (Vec<(AnnotatorId, Rc<Annotation>)>, Vec<(AnnotatorId, Orphan)>);

/// Where a sentence of a file stands in the text.
#[derive(Clone, Copy)]
enum Place<'a> {
    At(Span),
    /// Nowhere, but these are its words.
    Lost(&'a str),
    /// Nowhere, and there are no words.
    Unknown,
}

/// How much text is searched for misplaced sentences of one article, in bytes: enough for every sentence
/// of an ordinary article, and an end for a file that was made to keep the page busy.
const SEARCHED: usize = 100_000_000;

/// One article of a file while it is read.
pub(in crate::format) struct Reading<'a> {
    pub article: &'a Article,
    pub wire: &'a Value,
    pub labels: &'a Labels<'a>,
    pub annotators: &'a mut Vec<Annotator>,
    pub notes: &'a mut Notes,
    /// The time of annotations that have none.
    pub since: Timestamp,
}

impl<'a> Reading<'a> {
    /// Everything that is said of the article, and what had found no place or finds none now.
    pub fn all(&mut self) -> Said {
        let sentences = self.sentences();
        let (mut annotations, mut orphans) = (Vec::new(), Vec::new());
        // By sentence, so that who has said something of it is a short list.
        let mut listed: Vec<&Value> = self.wire.list("annotations").unwrap_or_default().iter().collect();
        order::sort_by(&mut listed, |a, b| a.number("sentence").cmp(&b.number("sentence")));
        let (mut last, mut seen) = (0, Vec::new());
        for wire in listed {
            let Some((number, place)) = self.sentence(&sentences, wire.number("sentence")) else { continue };
            let Some(annotator) = self.annotator(wire, number) else { continue };
            if number != last {
                seen.clear();
                last = number;
            }
            let span = if let Place::At(span) = place { span } else { Span::default() };
            let annotation = self.judged(convert::answer_in(wire, span, self.since), number);
            if annotation.is_blank() {
                self.note(number, "an annotation says nothing that is understood here");
            } else if seen.contains(&annotator) {
                self.note(number, "it is annotated twice by the same annotator; the first one was read");
            } else if let Place::Lost(words) = place {
                seen.push(annotator.clone());
                let quote = Quote { exact: words.to_owned(), ..Quote::default() };
                orphans.push((annotator, Orphan { annotation: Rc::new(annotation), quote }));
            } else {
                seen.push(annotator.clone());
                annotations.push((annotator, Rc::new(annotation)));
            }
        }
        for wire in self.wire.list("orphans").unwrap_or_default() {
            let Some(annotator) = self.annotator(wire, 0) else { continue };
            let mut orphan = convert::orphan_in(self.article, wire, self.since);
            orphan.annotation = Rc::new(self.judged((*orphan.annotation).clone(), 0));
            orphans.push((annotator, orphan));
        }
        (annotations, orphans)
    }

    /// The sentences that the file lists, by their numbers; faults are noted once here.
    fn sentences(&mut self) -> Map<usize, Place<'a>> {
        let mut sentences = Map::default();
        let mut searches = SEARCHED / self.article.text.len().max(1);
        let number = |(index, wire): (usize, &'a Value)| (wire.number("number").unwrap_or(index + 1), wire);
        let listed = self.wire.list("sentences").unwrap_or_default();
        let mut listed: Vec<(usize, &Value)> = listed.iter().enumerate().map(number).collect();
        // In order, each comes last in the map, whatever the file holds.
        order::sort_by(&mut listed, |a, b| a.0.cmp(&b.0));
        for (number, sentence) in listed {
            if sentences.get(&number).is_some() {
                self.note(number, "its number stands in the file twice; the first one was read");
                continue;
            }
            let place = self.place(sentence, number, &mut searches);
            sentences.insert(number, place);
        }
        sentences
    }

    /// Where a listed sentence stands: at its offsets in code points if its words stand there, else in
    /// UTF-16 units, as other programs count, else where its words are found.
    fn place(&mut self, sentence: &'a Value, number: usize, searches: &mut usize) -> Place<'a> {
        let Article { text, offsets, .. } = self.article;
        let (start, end) = (sentence.number("start"), sentence.number("end"));
        let at = |unit| convert::span(text, offsets, unit, start, end);
        let code_points = at(Unit::CodePoint);
        let Some(words) = sentence.text("text").filter(|words| !words.trim().is_empty()) else {
            if code_points.is_none() {
                self.note(number, "its offsets lie outside the text");
            }
            return code_points.map_or(Place::Unknown, Place::At);
        };
        let says = |span: &Span| span.of(text) == Some(words);
        if let Some(span) = code_points.filter(says).or_else(|| at(Unit::Utf16).filter(says)) {
            return Place::At(span);
        }
        let found = searches.checked_sub(1).and_then(|left| {
            *searches = left;
            let hint = offsets.to_byte(text, start.unwrap_or_default(), Unit::CodePoint);
            text::find_quote(text, words, "", "", hint.unwrap_or_default())
        });
        let reason = match (code_points, found) {
            (None, Some(_)) => "its offsets lie outside the text; it was found by its words",
            (None, None) => "its offsets lie outside the text, and its words were not found",
            (Some(_), Some(_)) => "other words stand at its offsets; it was found by its words",
            (Some(_), None) => "other words stand at its offsets, and its words were not found",
        };
        self.note(number, reason);
        found.map_or(Place::Lost(words), Place::At)
    }

    /// The sentence that an annotation names, as the file lists it, else as it is cut here; `None` when
    /// nothing can be made of it.
    fn sentence(
        &mut self,
        sentences: &Map<usize, Place<'a>>,
        number: Option<usize>,
    ) -> Option<(usize, Place<'a>)> {
        let Some(number) = number else {
            self.note(0, "an annotation does not say which sentence it is about and was left out");
            return None;
        };
        let ours = || self.article.sentences.get(number.checked_sub(1)?).copied();
        let place = match sentences.get(&number) {
            Some(place) => *place,
            None if sentences.is_empty() => ours().map_or(Place::Unknown, Place::At),
            None => Place::Unknown,
        };
        if let Place::Unknown = place {
            self.note(number, "it has no place in the text, so what was said of it was left out");
            return None;
        }
        Some((number, place))
    }

    /// Who says it; one who is not listed is taken in under the id.
    fn annotator(&mut self, wire: &Value, number: usize) -> Option<AnnotatorId> {
        let id = match (wire.text("annotator"), self.annotators.as_slice()) {
            (None, [only]) => return Some(only.id.clone()),
            (Some(id), _) if convert::is_usable(id) => AnnotatorId::new(id),
            _ => {
                self.note(number, "an annotation does not say who made it and was left out");
                return None;
            }
        };
        if self.annotators.iter().all(|known| known.id != id) {
            if self.annotators.len() >= MOST_ANNOTATORS {
                self.note(number, "there are more annotators than can be read, and this one was left out");
                return None;
            }
            self.note(number, format_args!("its annotator {} is not listed in the file", short(id.as_str())));
            self.annotators.push(Annotator { name: id.to_string(), id: id.clone() });
        }
        Some(id)
    }

    /// An annotation with only what can be used here; the rest is noted.
    fn judged(&mut self, mut annotation: Annotation, number: usize) -> Annotation {
        let mut labels: Vec<LabelId> = Vec::new();
        for label in std::mem::take(&mut annotation.labels) {
            match self.labels.fault(&label) {
                Some(fault) => self.note(number, fault),
                None if !labels.contains(&label) => self.labels.ours.insert(&mut labels, label),
                None => {}
            }
        }
        if annotation.none && !labels.is_empty() {
            self.note(number, "it is marked with a label and with none; the label was kept");
            annotation.none = false;
        }
        if annotation.note.len() > LONGEST_NOTE {
            self.note(number, "its note is longer than 20,000 bytes and was cut");
            annotation.note.truncate(annotation.note.floor_char_boundary(LONGEST_NOTE));
        }
        if annotation.main.as_ref().is_some_and(|main| !labels.contains(main)) {
            annotation.main = None;
        }
        Annotation { labels, ..annotation }
    }

    /// Notes a fault of a sentence; 0 stands for the article as a whole.
    fn note(&mut self, number: usize, reason: impl std::fmt::Display) {
        match number {
            0 => self.notes.add(format!("In “{}”: {reason}.", short(&self.article.title))),
            _ => self.notes.about(number, &self.article.title, reason),
        }
    }
}
