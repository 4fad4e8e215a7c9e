//! What happens to files that were picked or dropped: an article gets a preview, annotations are taken in,
//! and what cannot be opened is told.

use std::rc::Rc;

use pressmark::exercise::Exercise;
use pressmark::format::{FormatError, Opened, open};
use pressmark::session::{Plan, Session, plan};
use wasm_bindgen_futures::spawn_local;

use super::board;
use super::browser::clock;
use super::browser::file::{MOST_FILES, Picked, Unread};

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// An article to look at before it is added: its text.
    Article(String),
    /// Annotations or a back-up.
    Plan(String, Rc<Plan>),
    /// An exercise to do.
    Exercise(Rc<Exercise>),
    /// It could not be opened: the sentence that says so.
    Problem(String),
}

/// What each file is.
pub fn outcomes(session: &Session, files: &[Picked]) -> Vec<Outcome> {
    files.iter().map(|file| outcome(session, file)).collect()
}

fn outcome(session: &Session, file: &Picked) -> Outcome {
    let opened = match &file.content {
        Ok(bytes) => open(bytes),
        Err(Unread::TooLarge(megabytes)) => Err(FormatError::TooLarge { megabytes: *megabytes }),
        Err(Unread::Left(taken)) => {
            return Outcome::Problem(format!(
                "Not all files were looked at, only the first {taken}: {MOST_FILES} files, or 100 MB together, are taken at once. Open the others afterwards."
            ));
        }
    };
    match opened {
        Ok(Opened::Text(text)) => Outcome::Article(text),
        Ok(Opened::Document(mut document)) => {
            if let Some(board) = document.boards.last().cloned() {
                spawn_local(board::keep_first(board));
                document.notes.push("The class board in this file is on this device now if there was none. To put it in the place of another, drop the file on the class board.".to_owned());
            }
            Outcome::Plan(file.name.clone(), Rc::new(plan(session, &document, clock::now())))
        }
        Ok(Opened::Exercise(exercise)) => Outcome::Exercise(exercise),
        Ok(Opened::Submission { submission, exercise, .. }) => Outcome::Problem(format!(
            "“{}” is what {} handed in for “{}”. Open the class board and drop it there.",
            file.name, submission.name, exercise.title
        )),
        Err(error) => Outcome::Problem(error.about(&file.name)),
    }
}
