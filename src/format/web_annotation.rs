//! W3C Web Annotations as JSON-LD (Web Annotation Data Model, 2017), one a sentence and annotator.

use std::fmt::Write as _;

use serde::Serialize;

use crate::annotation::{Annotation, Quote};
use crate::article::Article;
use crate::format::convert;
use crate::format::pressmark::{Export, parts};
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
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        r#type: "AnnotationCollection",
        label: "Pressmark annotations",
        generator: Named {
            id: "urn:pressmark".to_owned(),
            r#type: "Software",
            nickname: None,
            name: Some(concat!("Pressmark ", env!("CARGO_PKG_VERSION"))),
        },
        generated: now.to_string(),
        total: items.len(),
        first: Page {
            id: format!("{id}:page"),
            r#type: "AnnotationPage",
            part_of: id.clone(),
            start_index: 0,
            items,
        },
        id,
    };
    // Shapes of text and numbers cannot fail to be written.
    let mut json = serde_json::to_string_pretty(&collection).unwrap_or_default();
    json.push('\n');
    json
}

fn item<'a>(
    article: &Article,
    annotator: &AnnotatorId,
    name: Option<&'a str>,
    mark: &'a Annotation,
) -> Item<'a> {
    let quote = Quote::of(&article.text, mark.span);
    let (start, end) = (convert::start_of(article, mark.span), convert::end_of(article, mark.span));
    let hash = article.hash.strip_prefix("sha256:").unwrap_or(&article.hash);
    let who = urn(annotator.as_str());
    let body = bodies(mark);
    let is_for = |purpose: &&str| body.iter().any(|body| body.purpose == *purpose);
    Item {
        id: format!("urn:pressmark:annotation:{}:{who}:{start}", article.id),
        r#type: "Annotation",
        motivation: ["tagging", "classifying", "commenting"].into_iter().filter(is_for).collect(),
        creator: Named {
            id: format!("urn:pressmark:annotator:{who}"),
            r#type: "Person",
            nickname: name,
            name: None,
        },
        created: mark.created.to_string(),
        modified: mark.modified.to_string(),
        body,
        target: Target {
            source: format!("urn:sha256:{hash}"),
            selector: (
                QuoteSelector {
                    r#type: "TextQuoteSelector",
                    exact: quote.exact,
                    prefix: quote.prefix,
                    suffix: quote.suffix,
                },
                PositionSelector { r#type: "TextPositionSelector", start, end },
            ),
        },
    }
}

/// A tag for each answer. Labels, *none* and *not sure* have ids of their own, so that a label that a
/// teacher calls "none" is another thing. The main label is also a class of the sentence.
fn bodies(mark: &Annotation) -> Vec<Body<'_>> {
    let body = |id: Option<String>, purpose, value| Body {
        id: id.map(|id| format!("urn:pressmark:{id}")),
        r#type: "TextualBody",
        purpose,
        format: "text/plain",
        value,
    };
    let label = |label: &LabelId| Some(format!("label:{}", urn(label.as_str())));
    let tags = mark.labels.iter().map(|l| body(label(l), "tagging", l.as_str()));
    let main = mark.main.iter().map(|l| body(label(l), "classifying", l.as_str()));
    let none = mark.none.then(|| body(Some("none".to_owned()), "tagging", "none"));
    let unsure = mark.unsure.then(|| body(Some("not-sure".to_owned()), "tagging", "not sure"));
    let note = (!mark.note.is_empty()).then(|| body(None, "commenting", mark.note.as_str()));
    tags.chain(main).chain(none).chain(unsure).chain(note).collect()
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

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: &'static str,
    generator: Named<'a>,
    generated: String,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: usize,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    r#type: &'static str,
    motivation: Vec<&'static str>,
    creator: Named<'a>,
    created: String,
    modified: String,
    body: Vec<Body<'a>>,
    target: Target,
}

#[derive(Serialize)]
struct Named<'a> {
    id: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nickname: Option<&'a str>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    r#type: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct Target {
    source: String,
    selector: (QuoteSelector, PositionSelector),
}

#[derive(Serialize)]
struct QuoteSelector {
    r#type: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Serialize)]
struct PositionSelector {
    r#type: &'static str,
    start: usize,
    end: usize,
}
