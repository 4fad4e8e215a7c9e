//! W3C Web Annotations as JSON-LD (Web Annotation Data Model, 2017), one a sentence and annotator.

use std::fmt::Write as _;

use crate::annotation::{Annotation, Quote};
use crate::article::Article;
use crate::format::convert;
use crate::format::pressmark::{Export, parts};
use crate::format::value::{Object, Value};
use crate::id::{AnnotatorId, LabelId};
use crate::session::Session;
use crate::time::Timestamp;

/// Writes what is asked for, with `now` as the time of writing. Positions count code points. Annotations
/// without a place in the text are left out: a selector must select something.
#[must_use]
pub fn write(session: &Session, what: Export, now: Timestamp) -> String {
    let mut items = Vec::new();
    for (article, work) in parts(session, &what) {
        for (annotator, set) in work {
            let name = session.annotators.iter().find(|a| a.id == *annotator).map(|a| a.name.as_str());
            items.extend(set.placed().map(|(_, mark)| item(article, annotator, name, mark)));
        }
    }
    let id = format!("urn:pressmark:export:{}", urn(&now.to_string()));
    let generator = Object::default()
        .with("id", "urn:pressmark")
        .with("type", "Software")
        .with("name", concat!("Pressmark ", env!("CARGO_PKG_VERSION")));
    let total = items.len();
    let page = Object::default()
        .with("id", format!("{id}:page"))
        .with("type", "AnnotationPage")
        .with("partOf", id.as_str())
        .with("startIndex", 0)
        .with("items", Value::List(items));
    let collection = Object::default()
        .with("@context", "http://www.w3.org/ns/anno.jsonld")
        .with("id", id)
        .with("type", "AnnotationCollection")
        .with("label", "Pressmark annotations")
        .with("generator", generator)
        .with("generated", now.to_string())
        .with("total", total)
        .with("first", page);
    Value::from(collection).pretty()
}

fn item(article: &Article, annotator: &AnnotatorId, name: Option<&str>, mark: &Annotation) -> Value {
    let quote = Quote::of(&article.text, mark.span);
    let (start, end) = (convert::start_of(article, mark.span), convert::end_of(article, mark.span));
    let hash = article.hash.strip_prefix("sha256:").unwrap_or(&article.hash);
    let who = urn(annotator.as_str());
    let bodies = bodies(mark);
    let is_for = |purpose: &&str| bodies.iter().any(|body| body.text("purpose") == Some(purpose));
    let motivation: Value = ["tagging", "classifying", "commenting"].into_iter().filter(is_for).collect();
    let creator = Object::default()
        .with("id", format!("urn:pressmark:annotator:{who}"))
        .with("type", "Person")
        .with_some("nickname", name);
    let words = Object::default()
        .with("type", "TextQuoteSelector")
        .with("exact", quote.exact)
        .with("prefix", quote.prefix)
        .with("suffix", quote.suffix);
    let position =
        Object::default().with("type", "TextPositionSelector").with("start", start).with("end", end);
    let target = Object::default()
        .with("source", format!("urn:sha256:{hash}"))
        .with("selector", [words, position].into_iter().collect::<Value>());
    let item = Object::default()
        .with("id", format!("urn:pressmark:annotation:{}:{who}:{start}", article.id))
        .with("type", "Annotation")
        .with("motivation", motivation)
        .with("creator", creator)
        .with("created", mark.created.to_string())
        .with("modified", mark.modified.to_string())
        .with("body", Value::List(bodies))
        .with("target", target);
    item.into()
}

/// A tag for each answer. Labels, *none* and *not sure* have ids of their own, so that a label that a
/// teacher calls "none" is another thing. The main label is also a class of the sentence.
fn bodies(mark: &Annotation) -> Vec<Value> {
    let mut bodies = Vec::new();
    let mut add = |id: Option<String>, purpose: &str, value: &str| {
        let body = Object::default()
            .with_some("id", id.map(|id| format!("urn:pressmark:{id}")))
            .with("type", "TextualBody")
            .with("purpose", purpose)
            .with("format", "text/plain")
            .with("value", value);
        bodies.push(body.into());
    };
    let id = |label: &LabelId| Some(format!("label:{}", urn(label.as_str())));
    for label in &mark.labels {
        add(id(label), "tagging", label.as_str());
    }
    if let Some(main) = &mark.main {
        add(id(main), "classifying", main.as_str());
    }
    if mark.none {
        add(Some("none".to_owned()), "tagging", "none");
    }
    if mark.unsure {
        add(Some("not-sure".to_owned()), "tagging", "not sure");
    }
    if !mark.note.is_empty() {
        add(None, "commenting", &mark.note);
    }
    bodies
}

/// Text as one part of a URN: letters, digits and hyphens stay, other bytes are percent-encoded (RFC 8141).
fn urn(text: &str) -> String {
    text.bytes().fold(String::new(), |mut urn, byte| {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            urn.push(char::from(byte));
        } else {
            let _ = write!(urn, "%{byte:02X}");
        }
        urn
    })
}
