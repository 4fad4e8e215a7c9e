//! Writes a session, or a part of it, as Pressmark JSON.

use std::rc::Rc;

use crate::annotation::{Annotation, Annotations};
use crate::article::Article;
use crate::format::pressmark::{FORMAT, OFFSETS, VERSION};
use crate::format::{convert, wire};
use crate::id::{AnnotatorId, ArticleId};
use crate::session::{Annotator, Session};
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
    let file = wire::File {
        format: FORMAT.to_owned(),
        version: VERSION,
        kind: if is_backup { "backup" } else { "annotations" }.to_owned(),
        exported: Some(now.to_string()),
        generator: Some(concat!("Pressmark ", env!("CARGO_PKG_VERSION")).to_owned()),
        offsets: Some(OFFSETS.to_owned()),
        annotators: Some(annotators.iter().map(|a| annotator(a)).collect()),
        codebook: Some(codebook(session)),
        articles: Some(articles.collect()),
        settings: is_backup.then(|| convert::settings_out(&session.settings, session.me.as_ref())),
        exercises: is_backup.then_some([]),
        boards: is_backup.then_some([]),
    };
    // Shapes of text and numbers cannot fail to be written.
    let mut json = serde_json::to_string_pretty(&file).unwrap_or_default();
    json.push('\n');
    json
}

/// What annotators say of one article, by their ids.
pub(in crate::format) type Parts<'a> = Vec<(&'a AnnotatorId, &'a Rc<Annotations>)>;

/// The articles that an export holds, in the session's order, each with the work that goes with it.
pub(in crate::format) fn parts<'a>(session: &'a Session, what: &Export) -> Vec<(&'a Article, Parts<'a>)> {
    let work = |article: &ArticleId| -> Parts<'a> {
        let all = session.work.get(article).into_iter().flatten().filter(|(_, set)| !set.is_empty());
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
    named.sort_by(|a, b| a.id.cmp(&b.id));
    named
}

fn annotator(annotator: &Annotator) -> wire::Annotator {
    wire::Annotator { id: Some(annotator.id.to_string()), name: Some(annotator.name.clone()) }
}

fn codebook(session: &Session) -> wire::Codebook {
    let labels = session.codebook.labels.iter().map(|label| wire::Label {
        id: Some(label.id.to_string()),
        name: Some(label.name.clone()),
        key: Some(label.key.to_string()),
        definition: Some(label.definition.clone()),
    });
    wire::Codebook { name: Some(session.codebook.name.clone()), labels: Some(labels.collect()) }
}

fn article(article: &Article, work: &Parts) -> wire::Article {
    let sentence = |(place, span): (usize, &crate::text::Span)| wire::Sentence {
        number: Some(place + 1),
        start: Some(convert::start_of(article, *span)),
        end: Some(convert::end_of(article, *span)),
        text: article.sentence(place).map(str::to_owned),
    };
    let mut placed: Vec<(usize, &AnnotatorId, &Rc<Annotation>)> = work
        .iter()
        .flat_map(|(annotator, set)| set.placed().map(|(place, mark)| (place, *annotator, mark)))
        .collect();
    placed.sort_by_key(|(place, annotator, _)| (*place, *annotator));
    let annotation = |(place, annotator, mark): (usize, &AnnotatorId, &Rc<Annotation>)| wire::Annotation {
        sentence: Some(place + 1),
        ..whole(convert::answer_out(mark), annotator, mark)
    };
    let orphans = work.iter().flat_map(|(annotator, set)| {
        set.orphans
            .iter()
            .map(|orphan| whole(convert::orphan_out(article, orphan), annotator, &orphan.annotation))
    });
    wire::Article {
        id: Some(article.id.to_string()),
        hash: Some(article.hash.clone()),
        sentences: Some(article.sentences.iter().enumerate().map(sentence).collect()),
        annotations: Some(placed.into_iter().map(annotation).collect()),
        orphans: Some(orphans.collect()),
        ..convert::article_out(article)
    }
}

/// An annotation with what a file always says: who, the labels, both times.
fn whole(wire: wire::Annotation, annotator: &AnnotatorId, annotation: &Annotation) -> wire::Annotation {
    wire::Annotation {
        annotator: Some(annotator.to_string()),
        labels: Some(wire.labels.unwrap_or_default()),
        modified: Some(annotation.modified.to_string()),
        ..wire
    }
}
