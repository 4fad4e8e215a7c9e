//! A codebook as a table: one row a label, with the columns id, name, definition, question, example, ink.

use crate::annotation::Codebook;
use crate::format::codebook::{CodebookError, Found, Raw, colour};
use crate::format::csv::{is_formula, safe, write_row};

/// Writes a codebook. No cell begins as a formula does.
///
/// ```
/// use pressmark::{annotation::Codebook, format::codebook};
/// let table = codebook::write_csv(&Codebook::default());
/// assert!(table.starts_with("\u{feff}id,name,definition,question,example,ink\r\nclaim,Claim,"));
/// ```
#[must_use]
pub fn write(codebook: &Codebook) -> String {
    let mut table = String::from("\u{feff}");
    write_row(&mut table, &["id", "name", "definition", "question", "example", "ink"].map(str::to_owned));
    for label in &codebook.labels {
        let words = [label.id.as_str(), &label.name, &label.definition, &label.question, &label.example];
        let mut row: Vec<String> = words.map(safe_cell).to_vec();
        row.push(label.ink.to_string());
        write_row(&mut table, &row);
    }
    table
}

/// Reads a table with a first row of names; what separates the cells (comma, semicolon or tab) is seen there.
/// Columns of other names are passed over, with a note.
pub(super) fn read(text: &str) -> Result<Found, CodebookError> {
    let head = text.split(['\r', '\n']).next().unwrap_or_default();
    let count = |separator: &char| head.matches(*separator).count();
    let separator = [',', ';', '\t'].into_iter().max_by_key(count).unwrap_or(',');
    let mut rows = rows(text, separator).into_iter();
    let header: Vec<String> =
        rows.next().unwrap_or_default().iter().map(|cell| cell.trim().to_lowercase()).collect();
    let column = |names: &[&str]| header.iter().position(|cell| names.contains(&cell.as_str()));
    let known = [
        column(&["id"]),
        column(&["name", "label", "code"]),
        column(&["definition", "description", "memo"]),
        column(&["question"]),
        column(&["example"]),
        column(&["ink", "colour", "color"]),
    ];
    let [id, Some(name), definition, question, example, ink] = known else {
        return Err(CodebookError::NoNames);
    };
    let labels = rows.map(|row| {
        let cell = |column: Option<usize>| {
            column.and_then(|column| row.get(column)).map_or_else(String::new, |cell| unsafe_cell(cell))
        };
        let colour = cell(ink);
        let number = colour.trim().parse().ok().filter(|ink| (1..=9).contains(ink));
        Raw {
            id: cell(id),
            name: cell(Some(name)),
            definition: cell(definition),
            question: cell(question),
            example: cell(example),
            ink: number.or_else(|| colour::nearest(&colour)),
        }
    });
    let labels = labels.collect();
    let is_other = |(at, name): &(usize, &String)| !known.contains(&Some(*at)) && !name.is_empty();
    let others: Vec<&str> =
        header.iter().enumerate().filter(is_other).take(20).map(|(_, name)| name.as_str()).collect();
    let note = format!("Columns that were passed over: {}.", super::cut(&others.join(", "), 400));
    Ok(Found { labels, notes: if others.is_empty() { Vec::new() } else { vec![note] } })
}

/// A cell that is no formula; one that begins with an apostrophe gets another, so that it comes back as it was.
fn safe_cell(cell: &str) -> String {
    if cell.starts_with('\'') { ["'", cell].concat() } else { safe(cell) }
}

/// A cell without the apostrophe that keeps it from being a formula.
fn unsafe_cell(cell: &str) -> String {
    let bare = cell.strip_prefix('\'').filter(|rest| is_formula(rest) || rest.starts_with('\''));
    bare.unwrap_or(cell).to_owned()
}

/// The rows of a table (RFC 4180, with any separator); a quotation mark that is never closed runs to the end.
fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if is_quoted || cell.is_empty() => is_quoted = !is_quoted,
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c if c == separator && !is_quoted => row.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}
