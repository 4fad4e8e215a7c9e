//! CSV for spreadsheets (RFC 4180): UTF-8 with byte order mark, CR LF, one row a sentence and annotator.

use crate::annotation::Annotation;
use crate::article::Article;
use crate::format::convert;
use crate::format::pressmark::{Export, parts};
use crate::id::LabelId;
use crate::session::Session;

/// Writes what is asked for. Every sentence has a row, also one that is not reached: its `state` is `open`.
/// Offsets count code points. No cell begins as a formula does.
///
/// ```
/// use pressmark::format::{csv, pressmark::Export};
/// use pressmark::session::Session;
/// let table = csv::write(&Session::default(), Export::Annotated);
/// assert!(table.starts_with("\u{feff}article,article_id,sentence,text,state,claim,actor,event,main,"));
/// ```
#[must_use]
pub fn write(session: &Session, what: Export) -> String {
    let mut table = String::from("\u{feff}");
    let codebook = match &what {
        Export::Article(id) => session.codebook_of(id),
        _ => &session.codebook,
    };
    let labels: Vec<&LabelId> = codebook.labels.iter().map(|label| &label.id).collect();
    write_row(&mut table, &header(&labels));
    for (article, work) in parts(session, &what) {
        let everyone: Vec<_> = match work.as_slice() {
            [] => vec![None],
            work => work.iter().map(Some).collect(),
        };
        for entry in everyone {
            let id = entry.map(|(id, _)| *id).or(session.me.as_ref());
            let name = session.annotators.iter().find(|a| Some(&a.id) == id).map_or("", |a| a.name.as_str());
            let who = [name, id.map_or("", |id| id.as_str())].map(safe);
            for place in 0..article.sentences.len() {
                let mark = entry.and_then(|(_, set)| set.get(place)).map(AsRef::as_ref);
                write_row(&mut table, &row(article, place, mark, &labels, &who));
            }
        }
    }
    table
}

fn header(labels: &[&LabelId]) -> Vec<String> {
    let before = ["article", "article_id", "sentence", "text", "state"];
    let after = ["main", "none", "not_sure", "note", "annotator", "annotator_id"];
    let last = ["created", "modified", "start", "end"];
    let mut header = before.map(str::to_owned).to_vec();
    header.extend(labels.iter().map(|label| safe(label.as_str())));
    header.extend(after.map(str::to_owned));
    header.extend(last.map(str::to_owned));
    header
}

fn row(
    article: &Article,
    place: usize,
    mark: Option<&Annotation>,
    labels: &[&LabelId],
    who: &[String; 2],
) -> Vec<String> {
    let span = article.sentences.get(place).copied().unwrap_or_default();
    let is = |yes: bool| if yes { "1" } else { "0" }.to_owned();
    let says = |what: fn(&Annotation) -> bool| is(mark.is_some_and(what));
    let words = |field: Option<&str>| safe(field.unwrap_or_default());
    let mut row = vec![
        safe(&article.title),
        article.id.plain().to_owned(),
        (place + 1).to_string(),
        words(article.sentence(place)),
        mark.map(Annotation::state).unwrap_or_default().word().to_owned(),
    ];
    row.extend(labels.iter().map(|label| is(mark.is_some_and(|mark| mark.has(label)))));
    row.extend([
        words(mark.and_then(|mark| mark.main.as_ref()).map(LabelId::as_str)),
        says(|mark| mark.none),
        says(|mark| mark.unsure),
        words(mark.map(|mark| mark.note.as_str())),
    ]);
    row.extend(who.iter().cloned());
    row.extend([
        mark.map_or_else(String::new, |mark| mark.created.to_string()),
        mark.map_or_else(String::new, |mark| mark.modified.to_string()),
        convert::start_of(article, span).to_string(),
        convert::end_of(article, span).to_string(),
    ]);
    row
}

/// Adds a row as RFC 4180 has it. The crate `csv` would do the same for 25 kB of WebAssembly; the tests read
/// every table with it.
pub(super) fn write_row(table: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        if cell.contains(['"', ',', '\r', '\n']) {
            table.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            table.push_str(cell);
        }
    }
    table.push_str("\r\n");
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection"): a leading apostrophe keeps it
/// text.
pub(super) fn safe(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Whether a spreadsheet might take a cell for a formula. Some look past leading spaces and line breaks, and some
/// know the wide forms of the signs.
pub(super) fn is_formula(cell: &str) -> bool {
    let begun = cell.trim_start_matches([' ', '\n', '\u{a0}']);
    begun.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
