//! Reads boards and rosters, and files and lines that are to go on a board.

use std::rc::Rc;

use crate::exercise::board::{
    Board, ByHand, Earlier, Entry, Incoming, Item, MOST_ENTRIES, MOST_REFUSED, Place, Reason, Refused,
    Roster, Vote, fault, pasted,
};
use crate::exercise::{Answers, Exercise, Receipt, Submission};
use crate::format::board::answer;
use crate::format::board::write::{decision_word, receipt_word, vote_word};
use crate::format::convert;
use crate::format::error::FormatError;
use crate::format::pressmark::{Notes, is_usable, missing, short};
use crate::format::value::Value;
use crate::format::{Opened, json, open, pressmark};
use crate::id::{AnnotatorId, LabelId};
use crate::session::Kind;

/// Reads a board from storage or from its file, and what was not understood, a sentence each.
///
/// # Errors
/// What makes a file unusable as a whole; a file without a board is not complete.
pub fn read(bytes: &[u8]) -> Result<(Board, Vec<String>), FormatError> {
    let mut document = pressmark::read(bytes)?;
    let board = document.boards.pop().ok_or_else(|| missing("the class board"))?;
    Ok((Rc::unwrap_or_clone(board), document.notes))
}

/// Reads a roster.
///
/// # Errors
/// What is no roster.
pub fn read_roster(text: &str) -> Result<Roster, FormatError> {
    let value = json::read(text)?;
    let listed = value.list("roster").ok_or_else(|| missing("the roster"))?;
    let mut roster = Roster::default();
    for named in listed {
        if let (Some(id), Some(name)) = (named.text("id").filter(|id| is_usable(id)), named.text("name")) {
            roster.names.insert(AnnotatorId::new(id), name.to_owned());
        }
    }
    Ok(roster)
}

/// What a file is to a board: what a pupil handed in, or the reason why it is not. A text may hold codes; see
/// [`items_of_text`].
#[must_use]
pub fn item(from: &str, bytes: &[u8]) -> Item {
    item_of(from, open(bytes))
}

fn item_of(from: &str, opened: Result<Opened, FormatError>) -> Item {
    let other = |what| Incoming::Unreadable(Reason::OtherKind { what });
    let what = match opened {
        // What was not understood and is no part of the receipt's hash would be half taken.
        Ok(Opened::Submission { submission, notes, .. })
            if submission.receipt == Receipt::Changed && !notes.is_empty() =>
        {
            let what = notes
                .first()
                .map(|note| format!("it was changed after it was handed in, and {}", small(note)));
            Incoming::Unreadable(Reason::Damaged { what: what.unwrap_or_default() })
        }
        Ok(Opened::Submission { submission, exercise, .. }) => {
            Incoming::Submission(submission, Some(exercise))
        }
        Ok(Opened::Exercise(_)) => other("an exercise"),
        Ok(Opened::Document(document)) if document.kind == Kind::Backup => other("a back-up"),
        Ok(Opened::Document(_)) => other("annotations"),
        Ok(Opened::Text(_)) => other("a text"),
        // These errors speak to somebody who adds an article.
        Err(FormatError::Text(_)) => other("nothing that Pressmark can read"),
        Err(FormatError::WebPage) => other("a web page"),
        Err(FormatError::Packed) => other("a packed file (zip, docx, epub)"),
        Err(FormatError::Pdf) => other("a PDF"),
        Err(error) => Incoming::Unreadable(Reason::Unreadable(error.to_string())),
    };
    Item { from: from.into(), what }
}

/// What a file or the clipboard is to a board where it may also be a text with codes, one a line: the lines if
/// one of them is a code of this exercise, else the file.
#[must_use]
pub fn items_of_text(exercise: &Exercise, from: &str, bytes: &[u8]) -> Vec<Item> {
    let opened = open(bytes);
    let lines = match &opened {
        Ok(Opened::Text(text)) => pasted(exercise, text),
        _ => Vec::new(),
    };
    let is_code = |line: &Item| matches!(line.what, Incoming::Submission(..));
    if !lines.iter().any(is_code) {
        return vec![item_of(from, opened)];
    }
    let named = |line: Item| Item { from: [from, ", ", &small(&line.from)].concat().into(), ..line };
    lines.into_iter().map(named).collect()
}

/// A sentence as a part of another one, without its full stop.
fn small(sentence: &str) -> String {
    let mut characters = sentence.trim_end_matches('.').chars();
    let first = characters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(characters).collect()
}

/// The board that was written, of one of the exercises that stand beside it. Rows that do not fit are left out
/// and named.
pub(in crate::format) fn board_in(
    wire: &Value,
    exercises: &[Rc<Exercise>],
    notes: &mut Notes,
) -> Result<Board, FormatError> {
    let id = wire.text("exercise").ok_or_else(|| missing("which exercise the class board is of"))?;
    let exercise = exercises.iter().find(|exercise| exercise.id.as_str() == id);
    let mut board =
        Board::new(Rc::clone(exercise.ok_or_else(|| missing("the exercise of the class board"))?));
    board.is_made_up = wire.flag("made_up").unwrap_or(false);
    for vote in [Vote::First, Vote::Second] {
        let rows = wire.list(vote_word(vote)).unwrap_or_default();
        add_rows(&mut board, vote, (1, rows), notes);
    }
    let refused = wire.list("refused").unwrap_or_default();
    board.refused = refused.iter().take(MOST_REFUSED).map(refused_in).collect();
    board.unlisted = wire.number("unlisted").unwrap_or(0).min(1_000_000);
    let listed = wire.list("by_hand").unwrap_or_default();
    let by_hand: Vec<ByHand> = listed.iter().filter_map(|wire| by_hand_in(wire, &board)).collect();
    for new in by_hand {
        if board.by_hand.iter().all(|known| (known.place, known.label) != (new.place, new.label)) {
            board.by_hand.push(new);
        }
    }
    Ok(board)
}

/// Adds rows to a board, the first of which has this number. Rows that do not fit are left out and named.
pub(super) fn add_rows(board: &mut Board, vote: Vote, (number, rows): (usize, &[Value]), notes: &mut Notes) {
    for (number, wire) in (number..).zip(rows) {
        let entry = entry_in(wire, &board.exercise);
        let is_doubled = |entry: &Entry| {
            let who = &entry.submission.annotator;
            board.entries(vote).iter().any(|known| known.submission.annotator == *who)
        };
        match entry {
            Ok(entry) if board.entries(vote).len() < MOST_ENTRIES && !is_doubled(&entry) => {
                board.entries_mut(vote).push(entry);
            }
            Ok(entry) => notes.add(format!(
                "Row {number} of the class board ({}) stands there twice or is too much; it was left out.",
                short(&entry.submission.name)
            )),
            Err(why) => notes.add(format!("Row {number} of the class board was left out: {why}.")),
        }
    }
}

fn entry_in(wire: &Value, exercise: &Exercise) -> Result<Entry, String> {
    let words = |field| wire.text(field).unwrap_or_default();
    let annotator = wire.text("annotator").filter(|id| is_usable(id)).ok_or("it has no annotator")?;
    let listed = wire.list("answers").unwrap_or_default().iter();
    let tokens = |text: &str| text.split_whitespace().map(answer).collect::<Option<Vec<_>>>();
    let answers: Option<Answers> = listed.map(|text| text.as_text().and_then(tokens)).collect();
    let mut answers = answers.ok_or("its answers cannot be read")?;
    for note in wire.list("notes").unwrap_or_default() {
        let (place, note) = note.as_text().and_then(note_in).ok_or("a note has no sentence")?;
        let answer = answers.get_mut(place.article).and_then(|answers| answers.get_mut(place.sentence));
        answer.ok_or("a note has no sentence")?.note = note.into();
    }
    if let Some(fault) = fault(exercise, &answers) {
        return Err(fault);
    }
    let all = [Receipt::Intact, Receipt::Changed, Receipt::Code];
    let receipt = all.into_iter().find(|receipt| receipt_word(*receipt) == words("receipt"));
    let submission = Submission {
        exercise: exercise.id.clone(),
        annotator: AnnotatorId::new(annotator),
        name: words("name").to_owned(),
        answers,
        handed_in: convert::time_in(wire, "handed_in"),
        receipt: receipt.unwrap_or(Receipt::Changed),
    };
    let earlier = wire.list("earlier").unwrap_or_default().iter().filter_map(|earlier| {
        let print = u64::from_str_radix(earlier.text("print")?, 16).ok()?;
        Some(Earlier { from: earlier.text("from")?.into(), print })
    });
    Ok(Entry { earlier: earlier.collect(), ..Entry::new(submission, words("from").into()) })
}

/// A note after its article and sentence: `1.10 Who says so?`.
fn note_in(text: &str) -> Option<(Place, &str)> {
    let (place, note) = text.split_once(' ')?;
    let (article, sentence) = place.split_once('.')?;
    let number = |text: &str| text.parse::<usize>().ok()?.checked_sub(1);
    Some((Place { article: number(article)?, sentence: number(sentence)? }, note))
}

fn refused_in(wire: &Value) -> Refused {
    let words = |field| wire.text(field).unwrap_or_default();
    let is_second = words("vote") == vote_word(Vote::Second);
    Refused {
        from: words("from").into(),
        name: words("name").to_owned(),
        vote: if is_second { Vote::Second } else { Vote::First },
        reason: Reason::Unreadable(words("reason").to_owned()),
    }
}

fn by_hand_in(wire: &Value, board: &Board) -> Option<ByHand> {
    let place = place_in(wire)?;
    board.sentence(place)?;
    let label = board.exercise.codebook.order(&LabelId::new(wire.text("label")?));
    let all = [Some(true), Some(false), None];
    let decision = all.into_iter().find(|it| wire.text("decision") == Some(decision_word(*it)))?;
    (label < board.exercise.codebook.labels.len()).then_some(ByHand { place, label, decision })
}

fn place_in(wire: &Value) -> Option<Place> {
    let place = |field| wire.number(field).and_then(|number| number.checked_sub(1));
    Some(Place { article: place("article")?, sentence: place("sentence")? })
}
