//! Writes boards and rosters.

use std::rc::Rc;

use crate::exercise::board::{Board, ByHand, Entry, Refused, Roster, Vote};
use crate::exercise::{Exercise, Receipt};
use crate::format::board::add_token;
use crate::format::exercise::{brief, whole};
use crate::format::pressmark::{Parts, annotator_out, codebook_out, file};
use crate::format::value::{Object, Value};
use crate::session::Annotator;
use crate::time::Timestamp;

/// Writes a board as a file that opens as this board again, with `now` as the time of export. It holds code
/// names and never a real name.
#[must_use]
pub fn write(board: &Board, now: Timestamp) -> String {
    Value::from(held(board, whole(&board.exercise, &|_| Parts::new()), now)).pretty()
}

/// The same in one line; [`Pieces`](super::Pieces) writes it for storage.
#[must_use]
pub fn compact(board: &Board, now: Timestamp) -> String {
    Value::from(held(board, brief(&board.exercise), now)).compact()
}

/// Writes a roster, for this browser's own storage or where the teacher asks for it.
#[must_use]
pub fn write_roster(roster: &Roster) -> String {
    let named = roster
        .names
        .iter()
        .map(|(id, name)| annotator_out(&Annotator { id: id.clone(), name: name.clone() }));
    Value::from(Object::default().with("roster", named.collect::<Value>())).compact()
}

fn held(board: &Board, exercise: Object, now: Timestamp) -> Object {
    file("backup", now, Value::List(Vec::new()), codebook_out(&board.exercise.codebook))
        .with("articles", Value::List(Vec::new()))
        .with("exercises", [exercise].into_iter().collect::<Value>())
        .with("boards", [board_out(board)].into_iter().collect::<Value>())
}

/// A board without its exercise, which stands in `exercises`.
pub(in crate::format) fn board_out(board: &Board) -> Object {
    let votes = |vote| board.entries(vote).iter().map(entry_out).collect::<Value>();
    let by_hand = board.by_hand.iter().map(|by_hand| by_hand_out(&board.exercise, by_hand));
    Object::default()
        .with("exercise", board.exercise.id.as_str())
        .with("made_up", board.is_made_up)
        .with("first", votes(Vote::First))
        .with("second", votes(Vote::Second))
        .with("refused", board.refused.iter().map(refused_out).collect::<Value>())
        .with("unlisted", board.unlisted)
        .with("by_hand", by_hand.collect::<Value>())
}

pub(super) fn entry_out(entry: &Entry) -> Object {
    let submission = &entry.submission;
    let answers = submission.answers.iter().map(|answers| {
        answers.iter().fold(String::new(), |mut text, answer| {
            if !text.is_empty() {
                text.push(' ');
            }
            add_token(&mut text, answer);
            text
        })
    });
    let notes = submission.answers.iter().enumerate().flat_map(|(article, answers)| {
        let written = answers.iter().enumerate().filter(|(_, answer)| !answer.note.is_empty());
        written.map(move |(sentence, answer)| format!("{}.{} {}", article + 1, sentence + 1, answer.note))
    });
    let earlier = entry.earlier.iter().map(|earlier| {
        Object::default().with("from", &*earlier.from).with("print", format!("{:016x}", earlier.print))
    });
    Object::default()
        .with("annotator", submission.annotator.as_str())
        .with("name", submission.name.as_str())
        .with("from", &*entry.from)
        .with("handed_in", submission.handed_in.map(|when| when.to_string()))
        .with("receipt", receipt_word(submission.receipt))
        .with("answers", answers.collect::<Value>())
        .with("notes", notes.collect::<Value>())
        .with("earlier", earlier.collect::<Value>())
}

fn refused_out(refused: &Refused) -> Object {
    Object::default()
        .with("from", &*refused.from)
        .with("name", refused.name.as_str())
        .with("vote", vote_word(refused.vote))
        .with("reason", refused.reason.to_string())
}

fn by_hand_out(exercise: &Rc<Exercise>, by_hand: &ByHand) -> Object {
    let label = exercise.codebook.labels.get(by_hand.label);
    place_out(by_hand.place.article, by_hand.place.sentence)
        .with("label", label.map(|label| label.id.as_str()))
        .with("decision", decision_word(by_hand.decision))
}

fn place_out(article: usize, sentence: usize) -> Object {
    Object::default().with("article", article + 1).with("sentence", sentence + 1)
}

pub(super) fn receipt_word(receipt: Receipt) -> &'static str {
    match receipt {
        Receipt::Intact => "intact",
        Receipt::Changed => "changed",
        Receipt::Code => "code",
    }
}

pub(super) fn vote_word(vote: Vote) -> &'static str {
    match vote {
        Vote::First => "first",
        Vote::Second => "second",
    }
}

pub(super) fn decision_word(decision: Option<bool>) -> &'static str {
    match decision {
        Some(true) => "yes",
        Some(false) => "no",
        None => "open",
    }
}
