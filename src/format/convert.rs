//! Values to JSON shapes and back, by hand: what files and storage entries have in common.

use std::rc::Rc;

use crate::annotation::{Annotation, Orphan, Quote};
use crate::article::{self, Article, Cut, Meta, Origin};
use crate::format::value::{Object, Value};
use crate::furniture::{Furniture, Why};
use crate::id::{AnnotatorId, ExerciseId, LabelId};
use crate::session::{Settings, Spacing, TextSize, Theme};
use crate::text::{Language, Offsets, Span, Unit};
use crate::time::Timestamp;

/// Whether an id from a file can be used here: not empty, and no longer than any real one.
pub(super) fn is_usable(id: &str) -> bool {
    !id.is_empty() && id.len() <= 100
}

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

/// Adds to `known`, which holds what the key of a storage entry says, an article without what is said of it.
pub(super) fn article_out(known: Object, article: &Article) -> Object {
    let line = |furniture: &Furniture| {
        Object::default()
            .with("start", start_of(article, furniture.span))
            .with("end", end_of(article, furniture.span))
            .with("why", why_word(furniture.why))
    };
    let added = match article.origin {
        Origin::Bundled => None,
        Origin::Added(when) => Some(when.to_string()),
    };
    known
        .with("title", article.title.as_str())
        .with("language", article.language.tag())
        .with("source", article.source.as_deref())
        .with("date", article.date.as_deref())
        .with_some("added", added)
        .with("text", &*article.text)
        .with("furniture", article.furniture.iter().map(line).collect::<Value>())
}

/// The article that was written, cut anew from its text.
pub(super) fn article_in(text: &str, wire: &Value, cut: Cut) -> Article {
    cut(Rc::from(text), meta_in(wire), furniture_in(text, &Offsets::new(text), wire).as_deref())
}

/// The article that was written with the starts of its sentences, in code points; `None` where they are no longer
/// those that would be found.
pub(super) fn cut_article_in(text: &str, wire: &Value) -> Option<Article> {
    let starts: Vec<usize> = wire.list("starts")?.iter().map(Value::as_number).collect::<Option<_>>()?;
    frozen_article_in(text, wire, &starts)
}

/// The article that was written, with sentences that begin at `starts` (code points); `None` where such sentences
/// do not partition its text.
pub(super) fn frozen_article_in(text: &str, wire: &Value, starts: &[usize]) -> Option<Article> {
    let offsets = Offsets::new(text);
    let start = |start: &usize| offsets.to_byte(text, *start, Unit::CodePoint);
    let starts: Vec<usize> = starts.iter().map(start).collect::<Option<_>>()?;
    let language = wire.text("language").map(Language::new);
    let furniture = furniture_in(text, &offsets, wire)?;
    Article::with_starts(&Rc::from(text), Meta { language, ..meta_in(wire) }, &furniture, &starts)
}

fn meta_in(wire: &Value) -> Meta {
    let filled = |field| wire.text(field).filter(|words| !words.trim().is_empty());
    Meta {
        title: filled("title").map(str::to_owned),
        language: filled("language").map(Language::new),
        source: wire.text("source").map(str::to_owned),
        date: wire.text("date").map(str::to_owned),
        origin: time_in(wire, "added").map_or(Origin::Bundled, Origin::Added),
    }
}

/// The lines set apart, where there is a list of them; those without a place are left out.
fn furniture_in(text: &str, offsets: &Offsets, wire: &Value) -> Option<Vec<Furniture>> {
    let line = |line: &Value| {
        let span = span(text, offsets, Unit::CodePoint, line.number("start"), line.number("end"))?;
        Some(Furniture { span, why: why_of(line.text("why")) })
    };
    Some(wire.list("furniture")?.iter().filter_map(line).collect())
}

/// Whether `id`, where it is given, is the beginning of the hash of `text`, and `hash` the whole of it.
pub(super) fn is_hash_of(text: &str, id: Option<&str>, hash: Option<&str>) -> (bool, bool) {
    let real = article::hash(text);
    (id.is_none_or(|id| real.get(7..23) == Some(id)), hash.is_none_or(|hash| hash == real))
}

/// Adds to a place what is said in an annotation. An entry of storage leaves out what is empty, and the time
/// of the last change when nothing was changed; a file, which names the `annotator`, says them always.
pub(super) fn answer_out(place: Object, annotation: &Annotation, annotator: Option<&AnnotatorId>) -> Object {
    let is_file = annotator.is_some();
    let is_said = |said: bool| said.then_some(true);
    let labels = (is_file || !annotation.labels.is_empty()).then_some(&annotation.labels);
    let is_changed = is_file || annotation.modified != annotation.created;
    place
        .with_some("labels", labels.map(|labels| labels.iter().map(LabelId::as_str).collect::<Value>()))
        .with_some("main", annotation.main.as_ref().map(LabelId::as_str))
        .with_some("none", is_said(annotation.none))
        .with_some("unsure", is_said(annotation.unsure))
        .with_some("note", Some(annotation.note.as_str()).filter(|note| !note.is_empty()))
        .with_some("annotator", annotator.map(AnnotatorId::as_str))
        .with_some("exercise", annotation.exercise.as_ref().map(ExerciseId::as_str))
        .with("created", annotation.created.to_string())
        .with_some("modified", is_changed.then(|| annotation.modified.to_string()))
}

/// The annotation that was written, of the sentence at `span`; `since` is the time of making when it is
/// not given.
pub(super) fn answer_in(wire: &Value, span: Span, since: Timestamp) -> Annotation {
    let modified = time_in(wire, "modified");
    let created = time_in(wire, "created").or(modified).unwrap_or(since);
    let labels = wire.list("labels").unwrap_or_default();
    Annotation {
        span,
        labels: labels.iter().filter_map(Value::as_text).map(LabelId::new).collect(),
        main: wire.text("main").map(LabelId::new),
        none: wire.flag("none").unwrap_or(false),
        unsure: wire.flag("unsure").unwrap_or(false),
        note: wire.text("note").unwrap_or_default().to_owned(),
        exercise: wire.text("exercise").filter(|id| is_usable(id)).map(ExerciseId::new),
        created,
        modified: modified.unwrap_or(created),
    }
}

/// An annotation without a place: offsets only where its words still stand there. A file names the
/// `annotator`.
pub(super) fn orphan_out(article: &Article, orphan: &Orphan, annotator: Option<&AnnotatorId>) -> Object {
    let span = orphan.annotation.span;
    let stands = orphan.stands_in(&article.text);
    let place = Object::default()
        .with_some("start", stands.then(|| start_of(article, span)))
        .with_some("end", stands.then(|| end_of(article, span)));
    answer_out(place, &orphan.annotation, annotator)
        .with("quote", orphan.quote.exact.as_str())
        .with("prefix", orphan.quote.prefix.as_str())
        .with("suffix", orphan.quote.suffix.as_str())
}

/// The annotation without a place that was written.
pub(super) fn orphan_in(article: &Article, wire: &Value, since: Timestamp) -> Orphan {
    let words = |field| wire.text(field).unwrap_or_default().to_owned();
    let quote = Quote { exact: words("quote"), prefix: words("prefix"), suffix: words("suffix") };
    let (start, end) = (wire.number("start"), wire.number("end"));
    let span = span(&article.text, &article.offsets, Unit::CodePoint, start, end)
        .filter(|span| span.of(&article.text) == Some(quote.exact.as_str()));
    Orphan { annotation: Rc::new(answer_in(wire, span.unwrap_or_default(), since)), quote }
}

pub(super) fn settings_out(settings: &Settings, me: Option<&AnnotatorId>) -> Object {
    Object::default()
        .with("me", me.map(AnnotatorId::as_str))
        .with("theme", settings.theme.word())
        .with("text", settings.text.word())
        .with("spacing", settings.spacing.word())
        .with("single_keys", settings.single_keys)
        .with("backed_up", settings.backed_up.map(|when| when.to_string()))
}

/// The settings that were written; words that are not known here give the usual choice.
pub(super) fn settings_in(wire: &Value) -> Settings {
    Settings {
        theme: wire.text("theme").and_then(Theme::from_word).unwrap_or_default(),
        text: wire.text("text").and_then(TextSize::from_word).unwrap_or_default(),
        spacing: wire.text("spacing").and_then(Spacing::from_word).unwrap_or_default(),
        single_keys: wire.flag("single_keys").unwrap_or(true),
        backed_up: time_in(wire, "backed_up"),
    }
}

/// The moment that a field names, if it does.
pub(super) fn time_in(wire: &Value, field: &str) -> Option<Timestamp> {
    wire.text(field).and_then(Timestamp::parse)
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
