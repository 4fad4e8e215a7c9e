//! Writes a session, or a part of it, as Pressmark JSON.

use std::rc::Rc;

use crate::annotation::{Annotations, Codebook, Label};
use crate::article::Article;
use crate::exercise::Exercise;
use crate::exercise::board::Board;
use crate::format::pressmark::{FORMAT, OFFSETS, VERSION};
use crate::format::value::{Object, Value};
use crate::format::{board, convert, exercise};
use crate::id::{AnnotatorId, ArticleId};
use crate::map::Map;
use crate::order;
use crate::session::{Annotator, Session};
use crate::text::Span;
use crate::time::Timestamp;

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Export {
    /// One article with the current annotator's annotations.
    Article(ArticleId),
    /// Every article that the current annotator has annotated, with those annotations.
    Annotated,
    /// Everything of everyone on this device.
    Backup,
}

/// Writes what is asked for, with `now` as the time of export. The same session gives the same bytes, but
/// for that time: articles in the session's order, annotations by sentence and then by annotator.
///
/// ```
/// use pressmark::format::pressmark::{Export, write};
/// use pressmark::session::Session;
/// use pressmark::time::Timestamp;
/// let file = write(&Session::default(), Export::Backup, Timestamp(0));
/// assert!(file.starts_with("{\n  \"format\": \"pressmark\",\n  \"version\": 1,\n  \"kind\": \"backup\","));
/// ```
#[must_use]
pub fn write(session: &Session, what: Export, now: Timestamp) -> String {
    with_boards(session, what, &[], now)
}

/// A back-up with these class boards, which the session does not hold; their exercises are added where the session
/// does not have them.
#[must_use]
pub fn write_backup(session: &Session, boards: &[Rc<Board>], now: Timestamp) -> String {
    with_boards(session, Export::Backup, boards, now)
}

fn with_boards(session: &Session, what: Export, boards: &[Rc<Board>], now: Timestamp) -> String {
    let is_backup = what == Export::Backup;
    let annotators = annotators(session, is_backup);
    let articles = parts(session, &what).into_iter().map(|(article, work)| article_out(article, &work));
    let mut known: Vec<&Rc<Exercise>> = session.exercises.iter().collect();
    for board in boards {
        if known.iter().all(|exercise| exercise.id != board.exercise.id) {
            known.push(&board.exercise);
        }
    }
    let exercises = || known.iter().map(|it| exercise::whole(it, &|id| work_on(session, id, true)));
    let codebook = match &what {
        Export::Article(id) => session.codebook_of(id),
        _ => &session.codebook,
    };
    let kind = if is_backup { "backup" } else { "annotations" };
    let annotators = annotators.into_iter().map(annotator_out).collect();
    let file = file(kind, now, annotators, codebook_out(codebook))
        .with("articles", articles.collect::<Value>())
        .with_some(
            "settings",
            is_backup.then(|| convert::settings_out(&session.settings, session.me.as_ref())),
        )
        .with_some("exercises", is_backup.then(|| exercises().collect::<Value>()))
        .with_some(
            "boards",
            is_backup.then(|| boards.iter().map(|it| board::board_out(it)).collect::<Value>()),
        );
    Value::from(file).pretty()
}

/// The first fields of a file of this kind.
pub(in crate::format) fn file(
    kind: &'static str,
    now: Timestamp,
    annotators: Value,
    codebook: Object,
) -> Object {
    Object::default()
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("kind", kind)
        .with("exported", now.to_string())
        .with("generator", concat!("Pressmark ", env!("CARGO_PKG_VERSION")))
        .with("offsets", OFFSETS)
        .with("annotators", annotators)
        .with("codebook", codebook)
}

/// What annotators say of one article, by their ids.
pub(in crate::format) type Parts<'a> = Vec<(&'a AnnotatorId, &'a Rc<Annotations>)>;

/// The articles that an export holds, in the session's order, each with the work that goes with it.
pub(in crate::format) fn parts<'a>(session: &'a Session, what: &Export) -> Vec<(&'a Article, Parts<'a>)> {
    let in_exercise = match what {
        Export::Article(id) => session.article(id).filter(|_| id.exercise().is_some()),
        _ => None,
    };
    let work = |article: &ArticleId| work_on(session, article, *what == Export::Backup);
    let articles = session.articles.iter().chain(in_exercise);
    let parts = articles.map(|article| (article.as_ref(), work(&article.id)));
    let is_asked_for = |(article, work): &(&Article, Parts<'a>)| match what {
        Export::Article(id) => article.id == *id,
        Export::Annotated => !work.is_empty(),
        Export::Backup => true,
    };
    parts.filter(is_asked_for).collect()
}

/// What is said of an article, by everyone or by the current annotator.
fn work_on<'a>(session: &'a Session, article: &ArticleId, by_everyone: bool) -> Parts<'a> {
    let all = session.work.get(article).into_iter().flat_map(Map::iter).filter(|(_, set)| !set.is_empty());
    all.filter(|(who, _)| by_everyone || session.me.as_ref() == Some(*who)).collect()
}

/// The annotators that an export names, by their ids.
fn annotators(session: &Session, everyone: bool) -> Vec<&Annotator> {
    let is_named = |annotator: &&Annotator| everyone || session.me.as_ref() == Some(&annotator.id);
    let mut named: Vec<&Annotator> = session.annotators.iter().filter(is_named).collect();
    order::sort_by(&mut named, |a, b| a.id.cmp(&b.id));
    named
}

pub(in crate::format) fn annotator_out(annotator: &Annotator) -> Object {
    Object::default().with("id", annotator.id.as_str()).with("name", annotator.name.as_str())
}

pub(in crate::format) fn codebook_out(codebook: &Codebook) -> Object {
    let label = |label: &Label| {
        Object::default()
            .with("id", label.id.as_str())
            .with("name", label.name.as_str())
            .with("key", label.key.to_string())
            .with("definition", label.definition.as_str())
    };
    let labels: Value = codebook.labels.iter().map(label).collect();
    Object::default().with("name", codebook.name.as_str()).with("labels", labels)
}

/// The sentences of an article, by number, with their words.
fn sentences_out(article: &Article) -> Value {
    let sentence = |(place, span): (usize, &Span)| {
        Object::default()
            .with("number", place + 1)
            .with("start", convert::start_of(article, *span))
            .with("end", convert::end_of(article, *span))
            .with("text", article.sentence(place))
    };
    article.sentences.iter().enumerate().map(sentence).collect()
}

/// An article with all that is said of it.
pub(in crate::format) fn article_out(article: &Article, work: &Parts) -> Object {
    let annotation = |place: usize, annotator: &AnnotatorId, set: &Annotations| {
        let number = Object::default().with("sentence", place + 1);
        Some(convert::answer_out(number, set.get(place)?, Some(annotator)))
    };
    let annotations = (0..article.sentences.len())
        .flat_map(|place| work.iter().filter_map(move |(who, set)| annotation(place, who, set)));
    let orphans = work.iter().flat_map(|(annotator, set)| {
        set.orphans.iter().map(|orphan| convert::orphan_out(article, orphan, Some(annotator)))
    });
    let known = Object::default().with("id", article.id.plain()).with("hash", article.hash.as_str());
    convert::article_out(known, article)
        .with("sentences", sentences_out(article))
        .with("annotations", annotations.collect::<Value>())
        .with("orphans", orphans.collect::<Value>())
}
