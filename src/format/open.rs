//! Opens any file: what it is follows from its content, never from its name.

use std::rc::Rc;

use crate::exercise::{Exercise, Submission};
use crate::format::error::FormatError;
use crate::format::json;
use crate::format::pressmark;
use crate::session::Document;
use crate::text;

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// Annotations or a back-up.
    Document(Document),
    /// An exercise to do.
    Exercise(Rc<Exercise>),
    /// Somebody's work in an exercise, as it was handed in.
    Submission {
        /// The work.
        submission: Submission,
        /// The exercise, which comes with it.
        exercise: Rc<Exercise>,
        /// What was not understood, a sentence each.
        notes: Vec<String>,
    },
    /// The clean text of an article, to be looked at before it is added.
    Text(String),
}

/// Opens a file.
///
/// # Errors
/// Whatever cannot be read; [`FormatError::about`] says so in words.
///
/// ```
/// use pressmark::format::{FormatError, Opened, open};
/// assert_eq!(open(b"The board voted.\r\n"), Ok(Opened::Text("The board voted.\n".to_owned())));
/// assert_eq!(open(b"<!doctype html><p>Hello"), Err(FormatError::WebPage));
/// ```
pub fn open(bytes: &[u8]) -> Result<Opened, FormatError> {
    if bytes.len() > pressmark::LARGEST {
        return Err(FormatError::TooLarge { megabytes: (bytes.len() as u64).div_ceil(1_000_000) });
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => return Err(FormatError::Packed),
        [b'%', b'P', b'D', b'F', ..] => return Err(FormatError::Pdf),
        _ => {}
    }
    if begins_like_an_object(bytes) {
        return pressmark::opened(bytes);
    }
    let text = text::decode(bytes)?;
    let start = text.trim_start();
    if begins_like_an_object(start.as_bytes()) {
        return pressmark::opened(start.as_bytes());
    }
    if start.starts_with('[') {
        // Never a file of ours, but perhaps an article that begins with a bracket.
        match json::read(start).map_err(FormatError::from) {
            Ok(_) => return Err(FormatError::NotPressmark),
            Err(FormatError::TooDeep) => return Err(FormatError::TooDeep),
            Err(_) => {}
        }
    }
    if is_web_page(start) { Err(FormatError::WebPage) } else { Ok(Opened::Text(text)) }
}

/// Whether bytes begin as a JSON object does: a brace, then a quotation mark or the other brace.
fn begins_like_an_object(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let inner = bytes.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    inner.is_some_and(|inner| inner.starts_with(b"\"") || inner.starts_with(b"}") || inner.starts_with(b"{"))
}

fn is_web_page(text: &str) -> bool {
    let cut = text.floor_char_boundary(1024);
    let head = text.get(..cut).unwrap_or_default().to_ascii_lowercase();
    let starts = ["<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<title", "<div"];
    let is_marked = |head: &str| starts.iter().any(|start| head.starts_with(start));
    is_marked(&head) || ((head.starts_with("<?xml") || head.starts_with("<!--")) && head.contains("<html"))
}
