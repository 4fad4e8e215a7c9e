//! The shapes of JSON that files and storage entries share; they are turned into values by hand in `convert`.
//!
//! Every field may be missing or null when read, so that one odd field never costs the rest. Fields of a
//! newer minor form are ignored. The order here is the order in which fields are written.

use serde::{Deserialize, Serialize};

/// The first look at a file: whose it is and what it holds.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Head {
    pub format: Option<String>,
    pub version: Option<u64>,
    pub kind: Option<String>,
}

/// A whole file.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct File {
    pub format: String,
    pub version: u64,
    pub kind: String,
    pub exported: Option<String>,
    pub generator: Option<String>,
    pub offsets: Option<String>,
    pub annotators: Option<Vec<Annotator>>,
    pub codebook: Option<Codebook>,
    pub articles: Option<Vec<Article>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<Settings>,
    /// Empty in this version: a place for those that come.
    #[serde(skip_serializing_if = "Option::is_none", skip_deserializing)]
    pub exercises: Option<[u8; 0]>,
    /// Empty in this version: a place for those that come.
    #[serde(skip_serializing_if = "Option::is_none", skip_deserializing)]
    pub boards: Option<[u8; 0]>,
}

/// Somebody who marks. In storage the id stands in the key.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Annotator {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub name: Option<String>,
}

/// The labels of a file.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Codebook {
    pub name: Option<String>,
    pub labels: Option<Vec<Label>>,
}

/// One label.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Label {
    pub id: Option<String>,
    pub name: Option<String>,
    pub key: Option<String>,
    pub definition: Option<String>,
}

/// An article. Offsets are code points of its text. In storage the id stands in the key.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Article {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    pub title: Option<String>,
    pub language: Option<String>,
    pub source: Option<String>,
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub added: Option<String>,
    pub text: Option<String>,
    pub furniture: Option<Vec<Furniture>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentences: Option<Vec<Sentence>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annotations: Option<Vec<Annotation>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orphans: Option<Vec<Annotation>>,
}

/// A line set apart.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Furniture {
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub why: Option<String>,
}

/// A sentence of an article.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Sentence {
    pub number: Option<usize>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub text: Option<String>,
}

/// What somebody says of a sentence: by its number in files, by its offsets in storage, by its words when
/// it found no place.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Annotation {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub none: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsure: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annotator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
}

/// How the page looks and listens, and who marks.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    pub me: Option<String>,
    pub theme: Option<String>,
    pub text: Option<String>,
    pub spacing: Option<String>,
    pub single_keys: Option<bool>,
    pub backed_up: Option<String>,
}
