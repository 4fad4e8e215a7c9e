//! Values to JSON shapes and back, by hand: what files and storage entries have in common.

use std::rc::Rc;

use crate::annotation::{Annotation, Orphan, Quote};
use crate::article::{self, Article, Meta, Origin};
use crate::format::wire;
use crate::furniture::{Furniture, Why};
use crate::id::{AnnotatorId, ExerciseId, LabelId};
use crate::session::{Settings, Spacing, TextSize, Theme};
use crate::text::{Language, Offsets, Span, Unit};
use crate::time::Timestamp;

/// The start of a span in code points of the article's text.
pub(super) fn start_of(article: &Article, span: Span) -> usize {
    article.offsets.from_byte(&article.text, span.start(), Unit::CodePoint)
}

/// The end of a span in code points of the article's text.
pub(super) fn end_of(article: &Article, span: Span) -> usize {
    article.offsets.from_byte(&article.text, span.end(), Unit::CodePoint)
}

/// The span between two offsets, counted in `unit`; `None` when they do not lie in the text in this order.
pub(super) fn span(
    text: &str,
    offsets: &Offsets,
    unit: Unit,
    start: Option<usize>,
    end: Option<usize>,
) -> Option<Span> {
    let (start, end) = (offsets.to_byte(text, start?, unit)?, offsets.to_byte(text, end?, unit)?);
    (start < end).then(|| Span::new(start, end))
}

/// An article without what is said of it; `None` stands for what the key or the caller knows.
pub(super) fn article_out(article: &Article) -> wire::Article {
    let line = |furniture: &Furniture| wire::Furniture {
        start: Some(start_of(article, furniture.span)),
        end: Some(end_of(article, furniture.span)),
        why: Some(why_word(furniture.why).to_owned()),
    };
    wire::Article {
        title: Some(article.title.clone()),
        language: Some(article.language.tag().to_owned()),
        source: article.source.clone(),
        date: article.date.clone(),
        added: match article.origin {
            Origin::Bundled => None,
            Origin::Added(when) => Some(when.to_string()),
        },
        text: Some(article.text.to_string()),
        furniture: Some(article.furniture.iter().map(line).collect()),
        ..wire::Article::default()
    }
}

/// The article that was written, made anew from its text.
pub(super) fn article_in(text: &str, wire: &wire::Article) -> Article {
    let filled = |field: &Option<String>| field.clone().filter(|words| !words.trim().is_empty());
    let meta = Meta {
        title: filled(&wire.title),
        language: filled(&wire.language).map(|tag| Language::new(&tag)),
        source: wire.source.clone(),
        date: wire.date.clone(),
        origin: time_in(&wire.added).map_or(Origin::Bundled, Origin::Added),
    };
    let Some(lines) = &wire.furniture else { return Article::new(text, meta) };
    let offsets = Offsets::new(text);
    let line = |line: &wire::Furniture| {
        let span = span(text, &offsets, Unit::CodePoint, line.start, line.end)?;
        Some(Furniture { span, why: why_of(line.why.as_deref()) })
    };
    let lines: Vec<Furniture> = lines.iter().filter_map(line).collect();
    Article::with_furniture(Rc::from(text), meta, &lines)
}

/// Whether `id`, where it is given, is the beginning of the hash of `text`, and `hash` the whole of it.
pub(super) fn is_hash_of(text: &str, id: Option<&str>, hash: Option<&str>) -> (bool, bool) {
    let real = article::hash(text);
    (id.is_none_or(|id| real.get(7..23) == Some(id)), hash.is_none_or(|hash| hash == real))
}

/// What is said in an annotation: without its place, empty fields left out, `modified` only when it is
/// not the time of making.
pub(super) fn answer_out(annotation: &Annotation) -> wire::Annotation {
    let labels: Vec<String> = annotation.labels.iter().map(LabelId::to_string).collect();
    wire::Annotation {
        labels: (!labels.is_empty()).then_some(labels),
        main: annotation.main.as_ref().map(LabelId::to_string),
        none: annotation.none.then_some(true),
        unsure: annotation.unsure.then_some(true),
        note: (!annotation.note.is_empty()).then(|| annotation.note.clone()),
        exercise: annotation.exercise.as_ref().map(ExerciseId::to_string),
        created: Some(annotation.created.to_string()),
        modified: (annotation.modified != annotation.created).then(|| annotation.modified.to_string()),
        ..wire::Annotation::default()
    }
}

/// The annotation that was written, of the sentence at `span`; `since` is the time of making when it is
/// not given.
pub(super) fn answer_in(wire: &wire::Annotation, span: Span, since: Timestamp) -> Annotation {
    let created = time_in(&wire.created).or_else(|| time_in(&wire.modified)).unwrap_or(since);
    Annotation {
        span,
        labels: wire.labels.iter().flatten().map(|label| LabelId::new(label)).collect(),
        main: wire.main.as_deref().map(LabelId::new),
        none: wire.none.unwrap_or(false),
        unsure: wire.unsure.unwrap_or(false),
        note: wire.note.clone().unwrap_or_default(),
        exercise: wire.exercise.as_deref().map(ExerciseId::new),
        created,
        modified: time_in(&wire.modified).unwrap_or(created),
    }
}

/// An annotation without a place: offsets only where its words still stand there.
pub(super) fn orphan_out(article: &Article, orphan: &Orphan) -> wire::Annotation {
    let span = orphan.annotation.span;
    let stands = orphan.stands_in(&article.text);
    wire::Annotation {
        start: stands.then(|| start_of(article, span)),
        end: stands.then(|| end_of(article, span)),
        quote: Some(orphan.quote.exact.clone()),
        prefix: Some(orphan.quote.prefix.clone()),
        suffix: Some(orphan.quote.suffix.clone()),
        ..answer_out(&orphan.annotation)
    }
}

/// The annotation without a place that was written.
pub(super) fn orphan_in(article: &Article, wire: &wire::Annotation, since: Timestamp) -> Orphan {
    let words = |field: &Option<String>| field.clone().unwrap_or_default();
    let quote = Quote { exact: words(&wire.quote), prefix: words(&wire.prefix), suffix: words(&wire.suffix) };
    let span = span(&article.text, &article.offsets, Unit::CodePoint, wire.start, wire.end)
        .filter(|span| span.of(&article.text) == Some(quote.exact.as_str()));
    Orphan { annotation: Rc::new(answer_in(wire, span.unwrap_or_default(), since)), quote }
}

pub(super) fn settings_out(settings: &Settings, me: Option<&AnnotatorId>) -> wire::Settings {
    wire::Settings {
        me: me.map(AnnotatorId::to_string),
        theme: Some(settings.theme.word().to_owned()),
        text: Some(settings.text.word().to_owned()),
        spacing: Some(settings.spacing.word().to_owned()),
        single_keys: Some(settings.single_keys),
        backed_up: settings.backed_up.map(|when| when.to_string()),
    }
}

/// The settings that were written; words that are not known here give the usual choice.
pub(super) fn settings_in(wire: &wire::Settings) -> Settings {
    Settings {
        theme: wire.theme.as_deref().and_then(Theme::from_word).unwrap_or_default(),
        text: wire.text.as_deref().and_then(TextSize::from_word).unwrap_or_default(),
        spacing: wire.spacing.as_deref().and_then(Spacing::from_word).unwrap_or_default(),
        single_keys: wire.single_keys.unwrap_or(true),
        backed_up: time_in(&wire.backed_up),
    }
}

/// The moment that a field names, if it does.
pub(super) fn time_in(field: &Option<String>) -> Option<Timestamp> {
    field.as_deref().and_then(Timestamp::parse)
}

fn why_word(why: Why) -> &'static str {
    match why {
        Why::Title => "title",
        Why::TitleRepeated => "title repeated",
        Why::Site => "site",
    }
}

fn why_of(word: Option<&str>) -> Why {
    match word {
        Some("title") => Why::Title,
        Some("title repeated") => Why::TitleRepeated,
        _ => Why::Site,
    }
}
