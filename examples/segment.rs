//! Segments JSON lines from standard input, so that the segmenter can be scored from outside.
//!
//! In: `{"id", "lang", "text", "paras": [[start, end], …]}`, offsets in code points; `lang` may be missing and is
//! detected then, without `paras` the whole text is one paragraph. Out: `{"id", "spans": [[start, end], …],
//! "unit": "byte"}`. A line that is no such object is reported on standard error and left out.

use std::io::{self, BufRead, BufWriter, Write};

use pressmark::text::{Language, detect, sentences};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    id: Value,
    lang: Option<String>,
    text: String,
    paras: Option<Vec<(usize, usize)>>,
}

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().split(b'\n').enumerate() {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Document>(&line) {
            Ok(document) => writeln!(out, "{}", segmented(&document))?,
            Err(error) => eprintln!("line {}: {error}", number + 1),
        }
    }
    out.flush()
}

/// The answer for one document, its sentences in bytes of the whole text.
fn segmented(document: &Document) -> Value {
    let text = document.text.as_str();
    let given = document.lang.as_deref().filter(|tag| !tag.is_empty());
    let language = given.map_or_else(|| detect(text), Language::new);
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |code_point: usize| bytes.get(code_point).copied().unwrap_or(text.len());
    let whole = vec![(0, bytes.len())];
    let mut spans = Vec::new();
    for (start, end) in document.paras.as_ref().unwrap_or(&whole) {
        let (start, end) = (byte(*start), byte(*end));
        let paragraph = text.get(start..end).unwrap_or_default();
        spans.extend(
            sentences(paragraph, &language).iter().map(|span| [start + span.start(), start + span.end()]),
        );
    }
    json!({ "id": document.id, "spans": spans, "unit": "byte" })
}
