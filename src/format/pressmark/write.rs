//! Writes a session, or a part of it, as Pressmark JSON.

use std::rc::Rc;

use crate::annotation::{Annotations, Label};
use crate::article::Article;
use crate::format::convert;
use crate::format::pressmark::{FORMAT, OFFSETS, VERSION};
use crate::format::value::{Object, Value};
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
    let is_backup = what == Export::Backup;
    let annotators = annotators(session, is_backup);
    let articles = parts(session, &what).into_iter().map(|(article, work)| self::article(article, &work));
    let nothing_yet = || is_backup.then(|| Value::List(Vec::new()));
    let file = Object::default()
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("kind", if is_backup { "backup" } else { "annotations" })
        .with("exported", now.to_string())
        .with("generator", concat!("Pressmark ", env!("CARGO_PKG_VERSION")))
        .with("offsets", OFFSETS)
        .with("annotators", annotators.into_iter().map(annotator).collect::<Value>())
        .with("codebook", codebook(session))
        .with("articles", articles.collect::<Value>())
        .with_some(
            "settings",
            is_backup.then(|| convert::settings_out(&session.settings, session.me.as_ref())),
        )
        .with_some("exercises", nothing_yet())
        .with_some("boards", nothing_yet());
    Value::from(file).pretty()
}

/// What annotators say of one article, by their ids.
pub(in crate::format) type Parts<'a> = Vec<(&'a AnnotatorId, &'a Rc<Annotations>)>;

/// The articles that an export holds, in the session's order, each with the work that goes with it.
pub(in crate::format) fn parts<'a>(session: &'a Session, what: &Export) -> Vec<(&'a Article, Parts<'a>)> {
    let work = |article: &ArticleId| -> Parts<'a> {
        let all =
            session.work.get(article).into_iter().flat_map(Map::iter).filter(|(_, set)| !set.is_empty());
        all.filter(|(who, _)| *what == Export::Backup || session.me.as_ref() == Some(*who)).collect()
    };
    let parts = session.articles.iter().map(|article| (article.as_ref(), work(&article.id)));
    let is_asked_for = |(article, work): &(&Article, Parts<'a>)| match what {
        Export::Article(id) => article.id == *id,
        Export::Annotated => !work.is_empty(),
        Export::Backup => true,
    };
    parts.filter(is_asked_for).collect()
}

/// The annotators that an export names, by their ids.
fn annotators(session: &Session, everyone: bool) -> Vec<&Annotator> {
    let is_named = |annotator: &&Annotator| everyone || session.me.as_ref() == Some(&annotator.id);
    let mut named: Vec<&Annotator> = session.annotators.iter().filter(is_named).collect();
    order::sort_by(&mut named, |a, b| a.id.cmp(&b.id));
    named
}

fn annotator(annotator: &Annotator) -> Object {
    Object::default().with("id", annotator.id.as_str()).with("name", annotator.name.as_str())
}

fn codebook(session: &Session) -> Object {
    let label = |label: &Label| {
        Object::default()
            .with("id", label.id.as_str())
            .with("name", label.name.as_str())
            .with("key", label.key.to_string())
            .with("definition", label.definition.as_str())
    };
    let labels: Value = session.codebook.labels.iter().map(label).collect();
    Object::default().with("name", session.codebook.name.as_str()).with("labels", labels)
}

fn article(article: &Article, work: &Parts) -> Object {
    let sentence = |(place, span): (usize, &Span)| {
        Object::default()
            .with("number", place + 1)
            .with("start", convert::start_of(article, *span))
            .with("end", convert::end_of(article, *span))
            .with("text", article.sentence(place))
    };
    let annotation = |place: usize, annotator: &AnnotatorId, set: &Annotations| {
        let number = Object::default().with("sentence", place + 1);
        Some(convert::answer_out(number, set.get(place)?, Some(annotator)))
    };
    let annotations = (0..article.sentences.len())
        .flat_map(|place| work.iter().filter_map(move |(who, set)| annotation(place, who, set)));
    let orphans = work.iter().flat_map(|(annotator, set)| {
        set.orphans.iter().map(|orphan| convert::orphan_out(article, orphan, Some(annotator)))
    });
    let known = Object::default().with("id", article.id.as_str()).with("hash", article.hash.as_str());
    convert::article_out(known, article)
        .with("sentences", article.sentences.iter().enumerate().map(sentence).collect::<Value>())
        .with("annotations", annotations.collect::<Value>())
        .with("orphans", orphans.collect::<Value>())
}
