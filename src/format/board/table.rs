//! A board as tables for a spreadsheet or a gradebook: the grid, and the scores against the key.

use crate::exercise::board::{
    Board, Chosen, Marks, Part, Place, Roster, Row, Score, Table, Vote, hidden_name, names, words,
};
use crate::format::board::write::receipt_word;
use crate::format::csv::{safe, write_row};
use crate::id::LabelId;

/// Which names a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names<'a> {
    /// None: *Pupil 1*, *Pupil 2*, and nothing by which a pupil could be found.
    Hidden,
    /// Code names.
    CodeNames,
    /// Real names, because the teacher asked for them.
    RealNames(&'a Roster),
}

/// The grid: a row for each pupil in the order of `rows`, a column for each sentence with its labels' ids, *none*
/// or *not sure*; a cell is empty where a sentence was not reached. The last columns count.
#[must_use]
pub fn grid(board: &Board, vote: Vote, rows: &[Row], shown: Names<'_>) -> String {
    let labels: Vec<&LabelId> = board.exercise.codebook.labels.iter().map(|label| &label.id).collect();
    let mut table = Sheet::new(board, vote, shown);
    let several = board.exercise.articles.len() > 1;
    let number = |place: Place| match several {
        true => format!("{}.{}", place.article + 1, place.sentence + 1),
        false => (place.sentence + 1).to_string(),
    };
    let counts = ["answered", "not_sure", "not_reached", "with_most", "with_most_of"].map(str::to_owned);
    table.header(board.places().map(number).chain(counts));
    for (position, row) in rows.iter().enumerate() {
        let Some(entry) = board.entries(vote).get(row.row) else { continue };
        let answers = board.places().map(|place| cell(&labels, entry.answer(place)));
        let counts = [row.answered, row.unsure, entry.not_reached, row.with_most.part, row.with_most.of];
        table.row(position, row.row, answers.chain(counts.map(|count| count.to_string())));
    }
    table.text
}

/// The scores against a key: a row for each pupil in the order of `rows`; for each label and for all together
/// what was hit, accepted, wrong, missed and open, precision, recall and F1. A share of nothing is empty.
#[must_use]
pub fn scores(board: &Board, vote: Vote, rows: &[Row], key: &Table, shown: Names<'_>) -> String {
    let labels = board.exercise.codebook.labels.iter().map(|label| label.id.as_str());
    let columns = ["hit", "accepted", "wrong", "missed", "open", "precision", "recall", "f1"];
    let heads = |label: &str| columns.map(|column| safe(&format!("{label}_{column}")));
    let mut table = Sheet::new(board, vote, shown);
    let fits = ["fits", "fits_of"].map(str::to_owned);
    table.header(labels.chain(["all"]).flat_map(heads).chain(fits));
    for (position, row) in rows.iter().enumerate() {
        let Some(entry) = board.entries(vote).get(row.row) else { continue };
        let marks: Marks = key.score(&entry.submission);
        let scores = marks.labels.iter().copied().chain([marks.all()]).flat_map(figures);
        let Part { part, of } = marks.fitting();
        table.row(position, row.row, scores.chain([part, of].map(|count| count.to_string())));
    }
    table.text
}

/// A table while it is written; each row begins with who it is.
struct Sheet<'a> {
    board: &'a Board,
    vote: Vote,
    names: Option<Vec<String>>,
    text: String,
}

impl<'a> Sheet<'a> {
    fn new(board: &'a Board, vote: Vote, shown: Names<'_>) -> Self {
        let names = match shown {
            Names::Hidden => None,
            Names::CodeNames => Some(names(board, vote, &Roster::default())),
            Names::RealNames(roster) => Some(names(board, vote, roster)),
        };
        Self { board, vote, names, text: String::from("\u{feff}") }
    }

    fn header(&mut self, columns: impl Iterator<Item = String>) {
        let who: &[&str] = match self.names {
            Some(_) => &["pupil", "code_name", "annotator_id", "handed_in", "again", "receipt"],
            None => &["pupil"],
        };
        let header: Vec<String> = who.iter().map(|name| (*name).to_owned()).chain(columns).collect();
        write_row(&mut self.text, &header);
    }

    fn row(&mut self, position: usize, place: usize, cells: impl Iterator<Item = String>) {
        let mut row = Vec::new();
        match (&self.names, self.board.entries(self.vote).get(place)) {
            (Some(names), Some(entry)) => {
                let submission = &entry.submission;
                row.extend([
                    safe(names.get(place).map_or("", String::as_str)),
                    safe(&submission.name),
                    safe(submission.annotator.as_str()),
                    submission.handed_in.map_or_else(String::new, |when| when.to_string()),
                    entry.earlier.len().to_string(),
                    receipt_word(submission.receipt).to_owned(),
                ]);
            }
            _ => row.push(hidden_name(position)),
        }
        row.extend(cells);
        write_row(&mut self.text, &row);
    }
}

fn cell(labels: &[&LabelId], answer: Option<&crate::exercise::Answer>) -> String {
    let what = Chosen::of(answer);
    let is_unsure = answer.is_some_and(|answer| answer.unsure);
    match what {
        Chosen::Labels(_) => {
            let chosen = labels.iter().enumerate();
            let chosen = chosen.filter(|(place, _)| answer.is_some_and(|answer| answer.has(*place)));
            let ids: Vec<&str> = chosen.map(|(_, id)| id.as_str()).collect();
            safe(&(ids.join(" ") + if is_unsure { "; not sure" } else { "" }))
        }
        Chosen::NotReached => String::new(),
        what => words::chosen(&crate::annotation::Codebook { name: String::new(), labels: Vec::new() }, what),
    }
}

fn figures(score: Score) -> Vec<String> {
    let counts = [score.hit, score.accepted, score.wrong, score.missed, score.open];
    let shares = [score.precision(), score.recall(), score.f1()].map(decimal);
    counts.map(|count| count.to_string()).into_iter().chain(shares).collect()
}

/// A share with three decimals; empty for a share of nothing.
fn decimal(part: Part) -> String {
    part.thousandths().map_or_else(String::new, |all| format!("{}.{:03}", all / 1000, all % 1000))
}
