//! Codebooks in and out: CSV for spreadsheets, and the exchange format of REFI-QDA (`.qdc`).

mod colour;
mod csv;
mod qdc;

use thiserror::Error;

use crate::annotation::{Codebook, Label};
use crate::exercise::MOST_LABELS;
use crate::id::LabelId;
use crate::text::{self, TextError};

pub use csv::write as write_csv;
pub use qdc::write as write_qdc;

/// The most that is read of a codebook, in bytes.
pub const LARGEST: usize = 1_000_000;
/// Names and definitions are cut to these lengths (characters), which are those of an exercise.
const LONGEST_NAME: usize = 200;
const LONGEST_DEFINITION: usize = 5_000;
/// An id made of words is cut to this length (characters), and to so many bytes that a number may follow.
const LONGEST_ID: usize = 60;
const LONGEST_ID_BYTES: usize = 90;

/// A codebook that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The codebook.
    pub codebook: Codebook,
    /// What was not taken as it stood, a sentence each.
    pub notes: Vec<String>,
}

/// Why a codebook could not be read, as whole sentences.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodebookError {
    /// Too much.
    #[error("This file is too large for a codebook: {megabytes} MB, and 1 MB is read. Choose another file.")]
    TooLarge {
        /// Its size in millions of bytes, rounded up.
        megabytes: usize,
    },
    /// No text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// XML that is none, or with a document type.
    #[error(
        "This file begins as XML and is damaged{place}. Export the codebook again as REFI-QDA codebook (.qdc)."
    )]
    Xml {
        /// Where, such as “ in line 3”; empty where that is not known.
        place: String,
    },
    /// A document type, with which XML can be made to grow or to read other files.
    #[error(
        "This XML file has a document type (DTD), which no REFI-QDA codebook needs and which can do harm. It was not read."
    )]
    DocumentType,
    /// XML of another kind.
    #[error("This XML file is no REFI-QDA codebook. Export it as codebook (.qdc), not as a project (.qdpx).")]
    OtherXml,
    /// A table without a column of names.
    #[error(
        "This table has no column “name”. Its first row has to name the columns: id, name, definition, ink."
    )]
    NoNames,
    /// No labels.
    #[error("This codebook has no labels. Choose another file.")]
    Empty,
}

/// Reads a codebook, whether CSV or REFI-QDA: what it is follows from its content. `name` is the codebook's
/// name, such as the file's without its ending.
///
/// # Errors
/// What cannot be read, in words.
///
/// ```
/// use pressmark::format::codebook;
/// let read = codebook::read(b"name;definition\nPro;Speaks for it.\nContra;Speaks against it.", "Debate").unwrap();
/// assert_eq!(read.codebook.labels[1].id.as_str(), "contra");
/// assert_eq!(read.codebook.labels[1].key, '2');
/// ```
pub fn read(bytes: &[u8], name: &str) -> Result<Read, CodebookError> {
    if bytes.len() > LARGEST {
        return Err(CodebookError::TooLarge { megabytes: bytes.len().div_ceil(1_000_000) });
    }
    let text = text::decode(bytes)?;
    let raw = if text.trim_start().starts_with('<') { qdc::read(&text)? } else { csv::read(&text)? };
    codebook(raw, name)
}

/// A label as a file has it.
#[derive(Default)]
struct Raw {
    id: String,
    name: String,
    definition: String,
    question: String,
    example: String,
    ink: Option<u8>,
}

/// The labels of a file, and what was noted on the way.
struct Found {
    labels: Vec<Raw>,
    notes: Vec<String>,
}

fn codebook(found: Found, name: &str) -> Result<Read, CodebookError> {
    let Found { labels: raw, mut notes } = found;
    let (mut labels, mut left): (Vec<Label>, Vec<String>) = (Vec::new(), Vec::new());
    for label in raw {
        let name = cut(&label.name.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_NAME);
        if name.is_empty() {
            continue;
        }
        if labels.len() == MOST_LABELS {
            left.push(name);
            continue;
        }
        let wanted = if label.id.trim().is_empty() { &name } else { &label.id };
        let id = free_id(&labels, wanted);
        if !label.id.is_empty() && label.id != id.as_str() {
            notes.push(format!(
                "The label “{name}” has the id “{id}” now: “{}” cannot be one, or stands twice.",
                cut(&label.id, LONGEST_ID)
            ));
        }
        let ink = free_ink(&labels, label.ink);
        let key = char::from_digit(u32::try_from(labels.len() + 1).unwrap_or(0), 10).unwrap_or('9');
        let words = |words: &str| cut(words.trim(), LONGEST_DEFINITION);
        labels.push(Label {
            id,
            definition: words(&label.definition),
            question: words(&label.question),
            example: words(&label.example),
            name,
            key,
            letter: None,
            ink,
        });
    }
    if !left.is_empty() {
        let (count, list) = (left.len(), left.iter().take(20).cloned().collect::<Vec<_>>().join(", "));
        let more = if count > 20 { " and others" } else { "" };
        notes.push(format!(
            "An exercise has at most {MOST_LABELS} labels, one for each of the keys 1 to 9. Left out: {list}{more}."
        ));
    }
    if labels.is_empty() {
        return Err(CodebookError::Empty);
    }
    Ok(Read { codebook: Codebook { name: cut(name.trim(), LONGEST_NAME), labels }, notes })
}

/// The ink a label asks for, or the first that no label before it has.
fn free_ink(labels: &[Label], wanted: Option<u8>) -> u8 {
    let is_free = |ink: &u8| labels.iter().all(|label| label.ink != *ink);
    wanted.filter(is_free).or_else(|| (1..=9).find(is_free)).unwrap_or(9)
}

/// An id made of words: letters and digits in small, hyphens between them.
fn plain_id(words: &str) -> String {
    let spaced: String = words
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let id = cut(&spaced.split_whitespace().collect::<Vec<_>>().join("-"), LONGEST_ID);
    let id = id.get(..id.floor_char_boundary(LONGEST_ID_BYTES)).unwrap_or_default().trim_end_matches('-');
    if id.is_empty() { "label".to_owned() } else { id.to_owned() }
}

/// An id made of words, as files show it, that no label has yet.
///
/// ```
/// use pressmark::annotation::Codebook;
/// use pressmark::format::codebook::free_id;
/// let labels = Codebook::default().labels;
/// assert_eq!(free_id(&labels, "Loaded word").as_str(), "loaded-word");
/// assert_eq!(free_id(&labels, "Claim!").as_str(), "claim-2");
/// ```
#[must_use]
pub fn free_id(labels: &[Label], words: &str) -> LabelId {
    let id = plain_id(words);
    let is_free = |id: &LabelId| labels.iter().all(|label| label.id != *id);
    let numbered = (2..).map(|number| LabelId::new(&format!("{id}-{number}")));
    let mut all = std::iter::once(LabelId::new(&id)).chain(numbered);
    all.find(is_free).unwrap_or_else(|| LabelId::new(&id))
}

/// The first characters of some words; no space is left at their end, or they would be other words when read again.
fn cut(words: &str, longest: usize) -> String {
    words.chars().take(longest).collect::<String>().trim_end().to_owned()
}
