//! Takes what was handed in, in slices, so that the page answers in between.

use std::rc::Rc;

use pressmark::exercise::Exercise;
use pressmark::exercise::board::{Board, Incoming, Item, Reason, Refused, Report, Taking, Vote, pasted};
use pressmark::format::board::items_of_text;
use pressmark::format::zip::{self, Method};
use pressmark::format::{Opened, board, open};
use pressmark::session::Session;
use wasm_bindgen_futures::spawn_local;

use super::state::{Act, Dispatch};
use crate::app::browser::clock::Slices;
use crate::app::browser::deflate;
use crate::app::browser::many::Handle;

/// Files on their way to a board.
struct Intake {
    session: Rc<Session>,
    vote: Vote,
    /// The exercise and its board, as soon as they are known.
    taking: Option<(Rc<Exercise>, Taking)>,
    /// What came before an exercise was known.
    before: Vec<Item>,
}

/// Takes files for a vote, and zips of files; `more` could not be taken at all.
pub fn files(
    known: Option<Rc<Board>>,
    session: Rc<Session>,
    vote: Vote,
    files: Vec<Handle>,
    more: usize,
    dispatch: Dispatch,
) {
    spawn_local(async move {
        let taking = known.map(|board| (Rc::clone(&board.exercise), Taking::new(&board, vote)));
        let mut intake = Intake { session, vote, taking, before: Vec::new() };
        let mut slices = Slices::begin();
        let all = files.len();
        for (index, file) in files.into_iter().enumerate() {
            match file.read().await {
                Ok(bytes) if zip::is_zip(&bytes) => {
                    unpack(&mut intake, &file.name, &bytes, &mut slices, &dispatch).await
                }
                Ok(bytes) => intake.file(&file.name, &bytes),
                Err(megabytes) => intake
                    .refuse(&file.name, format!("This file has {megabytes} MB. No hand-in is that large.")),
            }
            breathe(&mut slices, &dispatch, || format!("Reading file {} of {all}…", index + 1)).await;
        }
        if more > 0 {
            intake.refuse(
                &format!("{more} more files"),
                "Only the first 2,000 files were looked at. Add the others afterwards.".to_owned(),
            );
        }
        dispatch.dispatch(Act::Doing(None));
        intake.finish(&dispatch);
    });
}

/// Takes codes for a vote, one a line.
pub fn codes(known: Option<&Rc<Board>>, session: &Session, vote: Vote, codes: &str, dispatch: &Dispatch) {
    let has_answers = |items: &[Item]| items.iter().any(|item| matches!(item.what, Incoming::Submission(..)));
    let board = match known {
        Some(board) => Some(Rc::clone(board)),
        None => {
            let fits = |exercise: &&Rc<Exercise>| has_answers(&pasted(exercise, codes));
            session.exercises.iter().find(fits).map(|exercise| Rc::new(Board::new(Rc::clone(exercise))))
        }
    };
    match board {
        Some(board) => {
            let (board, report) = board.take(vote, pasted(&board.exercise, codes));
            dispatch.dispatch(Act::Show(Rc::new(board), Some(Rc::new(report))));
        }
        None if codes.trim().is_empty() => {}
        None => {
            let reason = Reason::Code("A code does not hold the exercise, and none on this device fits. Open the exercise here first, or drop one of the files.".to_owned());
            let refused = Refused { from: "Pasted codes".into(), name: String::new(), vote, reason };
            dispatch.dispatch(Act::Told(Rc::new(Report { refused: vec![refused], ..Report::default() })));
        }
    }
}

impl Intake {
    /// Takes a file: a hand-in, a text with codes, or a whole board where there is none yet.
    fn file(&mut self, name: &str, bytes: &[u8]) {
        if let Some((exercise, taking)) = &mut self.taking {
            items_of_text(exercise, name, bytes).into_iter().for_each(|item| taking.add(item));
            return;
        }
        if let Ok(Opened::Document(document)) = open(bytes)
            && let Some(whole) = document.boards.last()
        {
            self.begin(whole);
            return;
        }
        let item = board::item(name, bytes);
        if let Incoming::Submission(_, Some(exercise)) = &item.what {
            let exercise = Rc::clone(exercise);
            self.begin(&Board::new(exercise));
        } else if let Some((exercise, items)) = self.codes(name, bytes) {
            self.begin(&Board::new(exercise));
            return items.into_iter().for_each(|item| self.add(item));
        }
        self.add(item);
    }

    /// A text with codes of an exercise on this device.
    fn codes(&self, name: &str, bytes: &[u8]) -> Option<(Rc<Exercise>, Vec<Item>)> {
        let is_code = |item: &Item| matches!(item.what, Incoming::Submission(..));
        let mut all =
            self.session.exercises.iter().map(|exercise| (exercise, items_of_text(exercise, name, bytes)));
        all.find(|(_, items)| items.iter().any(is_code)).map(|(exercise, items)| (Rc::clone(exercise), items))
    }

    /// An exercise is known: what came before it is taken too.
    fn begin(&mut self, board: &Board) {
        let mut taking = Taking::new(board, self.vote);
        std::mem::take(&mut self.before).into_iter().for_each(|item| taking.add(item));
        self.taking = Some((Rc::clone(&board.exercise), taking));
    }

    fn add(&mut self, item: Item) {
        match &mut self.taking {
            Some((_, taking)) => taking.add(item),
            None => self.before.push(item),
        }
    }

    fn refuse(&mut self, name: &str, why: String) {
        self.add(Item { from: name.into(), what: Incoming::Unreadable(Reason::Unreadable(why)) });
    }

    fn finish(self, dispatch: &Dispatch) {
        match self.taking {
            Some((_, taking)) => {
                let (board, report) = taking.finish();
                dispatch.dispatch(Act::Show(Rc::new(board), Some(Rc::new(report))));
            }
            None => {
                let vote = self.vote;
                let refused = |item: Item| match item.what {
                    Incoming::Unreadable(reason) => {
                        Some(Refused { from: item.from, name: String::new(), vote, reason })
                    }
                    Incoming::Submission(submission, _) => {
                        let reason = Reason::UnknownExercise;
                        Some(Refused { from: item.from, name: submission.name, vote, reason })
                    }
                };
                let refused: Vec<Refused> = self.before.into_iter().filter_map(refused).collect();
                dispatch.dispatch(Act::Told(Rc::new(Report { refused, ..Report::default() })));
            }
        }
    }
}

/// Takes the files of a zip.
async fn unpack(intake: &mut Intake, name: &str, bytes: &[u8], slices: &mut Slices, dispatch: &Dispatch) {
    let contents = match zip::list(bytes) {
        Ok(contents) => contents,
        Err(error) => return intake.refuse(name, error.to_string()),
    };
    for (inside, error) in contents.refused {
        intake.refuse(&inside, error.to_string());
    }
    let all = contents.files.len();
    for (index, packed) in contents.files.into_iter().enumerate() {
        let Some(part) = bytes.get(packed.range.clone()) else { continue };
        let unpacked = match packed.method {
            Method::Stored => Some(part.to_vec()),
            Method::Deflated => deflate::unpack(part, packed.size).await,
        };
        match unpacked.map(|unpacked| packed.check(&unpacked).map(|()| unpacked)) {
            Some(Ok(unpacked)) => intake.file(&packed.name, &unpacked),
            Some(Err(error)) => intake.refuse(&packed.name, error.to_string()),
            None => intake.refuse(&packed.name, zip::PackedError::Damaged.to_string()),
        }
        breathe(slices, dispatch, || format!("Reading file {} of {all} in “{name}”…", index + 1)).await;
    }
}

/// Lets the browser breathe when a slice has lasted long enough, and says how far the work is.
async fn breathe(slices: &mut Slices, dispatch: &Dispatch, words: impl Fn() -> String) {
    if slices.is_over() {
        dispatch.dispatch(Act::Doing(Some(words())));
        slices.end().await;
    }
}
