//! Facts about boards.

mod answers;
mod intake;
mod properties;
mod votes;

use super::*;
use crate::exercise::Answer;
use crate::presets;
use crate::time::Timestamp;

thread_local! {
    static EXERCISE: Rc<Exercise> = presets::exercise().expect("the article is bundled");
}

fn empty() -> Board {
    Board::new(EXERCISE.with(Rc::clone))
}

fn made_up() -> Board {
    presets::class_of_30().expect("the article is bundled")
}

/// Work that has the same labels on each of the twelve sentences.
fn work(board: &Board, id: &str, name: &str, labels: u16, at: u64) -> Submission {
    let answers = vec![vec![Answer { labels, ..Answer::default() }; 12]];
    Submission {
        exercise: board.exercise.id.clone(),
        annotator: AnnotatorId::new(id),
        name: name.to_owned(),
        answers,
        handed_in: Some(Timestamp(at)),
        receipt: Receipt::Intact,
    }
}

fn item(from: &str, submission: Submission) -> Item {
    Item { from: from.into(), what: Incoming::Submission(submission, None) }
}

fn code(board: &Board, from: &str, name: &str, code: &str, labels: u16) -> Item {
    let answers = work(board, "", "", labels, 0).answers;
    item(from, Submission::of_code(&board.exercise, name, code, answers))
}

/// Answers in short: letters of labels, `0` none, `?` not sure, `.` not reached, a note after a colon; what is
/// not given is not reached.
fn answers(short: &str) -> Answers {
    let answer = |short: &str| {
        let (short, note) = short.split_once(':').unwrap_or((short, ""));
        let bit = |letter| "cae".find(letter).map_or(0, |place| 1 << place);
        let labels = short.chars().map(bit).fold(0, |all, bit| all | bit);
        let (none, unsure) = (short.contains('0'), short.contains('?'));
        Answer { labels, main: None, none, unsure, note: note.replace('_', " ").into() }
    };
    let mut given: Vec<Answer> = short.split(' ').map(answer).collect();
    given.resize(12, Answer::default());
    vec![given]
}

/// A board on which each pupil answers so, in a vote.
fn voted(board: &Board, vote: Vote, pupils: &[(&str, &str)]) -> Board {
    let items = pupils.iter().map(|(name, short)| {
        let submission = Submission { answers: answers(short), ..work(board, name, name, 0, 5) };
        item(name, submission)
    });
    let (board, report) = board.take(vote, items.collect());
    assert_eq!(report.refused, []);
    board
}

fn class(pupils: &[(&str, &str)]) -> Board {
    voted(&empty(), Vote::First, pupils)
}

fn place(sentence: usize) -> Place {
    Place { article: 0, sentence }
}
