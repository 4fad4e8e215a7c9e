//! The shapes of JSON that files and storage entries share: which fields there are, and what kind of value
//! each may hold. `convert` turns them into values of the program and back.
//!
//! Every field may be missing or null when read, so that one odd field never costs the rest. Fields of a
//! newer minor form are ignored.

use crate::format::value::Value;

/// The kind of a value.
pub(super) enum Shape {
    Text,
    Number,
    Flag,
    List(&'static Shape),
    Object(&'static [(&'static str, Shape)]),
}

use Shape::{Flag, List, Number, Object, Text};

/// A whole file.
pub(super) static FILE: Shape = Object(&[
    ("format", Text),
    ("version", Number),
    ("kind", Text),
    ("exported", Text),
    ("generator", Text),
    ("offsets", Text),
    ("annotators", List(&ANNOTATOR)),
    ("codebook", Object(&[("name", Text), ("labels", List(&LABEL))])),
    ("articles", List(&ARTICLE)),
    ("settings", SETTINGS),
    ("exercises", List(&EXERCISE)),
    ("boards", List(&BOARD)),
    ("submission", Object(&[("exercise", Text), ("annotator", Text), ("handed_in", Text), ("hash", Text)])),
]);

/// A class board; its exercise stands among the exercises.
static BOARD: Shape = Object(&[
    ("exercise", Text),
    ("made_up", Flag),
    ("first", List(&ENTRY)),
    ("second", List(&ENTRY)),
    ("refused", List(&Object(&[("from", Text), ("name", Text), ("vote", Text), ("reason", Text)]))),
    ("unlisted", Number),
    ("by_hand", List(&PLACED)),
]);

/// A pupil's row on a board. Answers are tokens, a text for each article.
static ENTRY: Shape = Object(&[
    ("annotator", Text),
    ("name", Text),
    ("from", Text),
    ("handed_in", Text),
    ("receipt", Text),
    ("answers", List(&Text)),
    ("notes", List(&Text)),
    ("earlier", List(&Object(&[("from", Text), ("print", Text)]))),
]);

/// A decision made by hand on a label of a sentence.
static PLACED: Shape =
    Object(&[("article", Number), ("sentence", Number), ("label", Text), ("decision", Text)]);

/// An exercise, whole or brief.
pub(super) static EXERCISE: Shape = Object(&[
    ("id", Text),
    ("title", Text),
    ("instructions", Text),
    ("created", Text),
    ("codebook", Object(&[("name", Text), ("labels", List(&LABEL))])),
    (
        "settings",
        Object(&[
            ("notes_on", List(&Text)),
            ("main", Flag),
            ("none", Flag),
            ("feedback", Text),
            ("when", Text),
        ]),
    ),
    ("articles", List(&ARTICLE)),
    ("warm_up", List(&Object(&[("text", Text), ("reason", Text), ("judgements", List(&JUDGED))]))),
    ("key", List(&JUDGED)),
]);

/// How a label is judged, in a warm-up sentence or on a sentence of an article.
static JUDGED: Shape = Object(&[
    ("article", Number),
    ("sentence", Number),
    ("label", Text),
    ("judgement", Text),
    ("reason", Text),
]);

/// That somebody handed in, as storage remembers it.
pub(super) static HAND_IN: Shape = Object(&[("at", Text), ("times", Number), ("check", Text)]);

/// Somebody who marks. In storage the id stands in the key.
pub(super) static ANNOTATOR: Shape = Object(&[("id", Text), ("name", Text)]);

/// One label.
static LABEL: Shape = Object(&[
    ("id", Text),
    ("name", Text),
    ("key", Text),
    ("definition", Text),
    ("question", Text),
    ("example", Text),
    ("ink", Number),
]);

/// An article. Offsets are code points of its text. In storage the id stands in the key, and instead of
/// sentences there is where they start and which segmenter cut them.
pub(super) static ARTICLE: Shape = Object(&[
    ("id", Text),
    ("hash", Text),
    ("title", Text),
    ("language", Text),
    ("source", Text),
    ("date", Text),
    ("added", Text),
    ("text", Text),
    ("segmenter", Text),
    ("starts", List(&Number)),
    ("furniture", List(&Object(&[("start", Number), ("end", Number), ("why", Text)]))),
    ("sentences", List(&SENTENCE)),
    ("sentences_hash", Text),
    ("annotations", List(&ANNOTATION)),
    ("orphans", List(&ANNOTATION)),
]);

/// A sentence of an article.
static SENTENCE: Shape = Object(&[("number", Number), ("start", Number), ("end", Number), ("text", Text)]);

/// What somebody says of a sentence: by its number in files, by its offsets in storage, by its words when
/// it found no place.
pub(super) static ANNOTATION: Shape = Object(&[
    ("sentence", Number),
    ("start", Number),
    ("end", Number),
    ("labels", List(&Text)),
    ("main", Text),
    ("none", Flag),
    ("unsure", Flag),
    ("note", Text),
    ("annotator", Text),
    ("exercise", Text),
    ("created", Text),
    ("modified", Text),
    ("quote", Text),
    ("prefix", Text),
    ("suffix", Text),
]);

/// The annotations of one annotator that found no place.
pub(super) static ANNOTATIONS: Shape = List(&ANNOTATION);

/// The same as a storage entry, which also says when it was written.
pub(super) static ORPHANS: Shape = Object(&[("orphans", List(&ANNOTATION)), ("written", Text)]);

/// How the page looks and listens, and who marks.
pub(super) const SETTINGS: Shape = Object(&[
    ("me", Text),
    ("theme", Text),
    ("text", Text),
    ("spacing", Text),
    ("single_keys", Flag),
    ("backed_up", Text),
]);

impl Shape {
    /// The first field that holds another kind of value than it should, or stands twice; `name` is the field
    /// in which `value` itself stands.
    pub fn fault(&self, value: &Value, name: &'static str) -> Option<&'static str> {
        match (self, value) {
            (Text, Value::Text(_)) | (Number, Value::Number(_)) | (Flag, Value::Flag(_)) => None,
            (List(shape), Value::List(list)) => list.iter().find_map(|value| shape.fault(value, name)),
            (Object(shapes), Value::Object(object)) => shapes.iter().find_map(|(name, shape)| {
                let mut found = object.all(name);
                let fault =
                    found.next().filter(|it| **it != Value::Null).and_then(|it| shape.fault(it, name));
                fault.or_else(|| found.next().map(|_| *name))
            }),
            _ => Some(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::json;

    #[test]
    fn a_fault_is_told_by_its_field() {
        for (json, fault) in [
            ("{}", None),
            (r#"{"start": 3, "text": null, "a later field": {"start": "x"}}"#, None),
            (r#"{"start": 18446744073709551615}"#, None),
            (r#"{"start": "3"}"#, Some("start")),
            (r#"{"start": -3}"#, Some("start")),
            (r#"{"start": 3.5}"#, Some("start")),
            (r#"{"start": 1e400}"#, Some("start")),
            (r#"{"start": 3, "text": "x", "start": 3}"#, Some("start")),
            (r#"{"text": ["x"]}"#, Some("text")),
            (r#"[1, "x"]"#, Some("sentences")),
        ] {
            let value = json::read(json).ok();
            let found = value.map_or(Some("JSON"), |value| SENTENCE.fault(&value, "sentences"));
            assert_eq!(found, fault, "{json}");
        }
        let list = json::read(r#"[{"labels": ["claim", null]}]"#).unwrap_or(Value::Null);
        assert_eq!(ANNOTATIONS.fault(&list, ""), Some("labels"));
    }
}
