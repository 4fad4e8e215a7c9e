//! Submissions: one annotator's work in an exercise, with the exercise, and a receipt over both.

use std::fmt::Write as _;
use std::rc::Rc;

use crate::annotation::Annotations;
use crate::article;
use crate::exercise::{Answer, Exercise, Receipt, Submission};
use crate::format::convert;
use crate::format::error::FormatError;
use crate::format::exercise::read::exercises;
use crate::format::exercise::write::{brief, frozen_out, sentences_hash};
use crate::format::pressmark::{
    Labels, Notes, Reading, annotator_out, codebook_out, file, is_usable, missing, short,
};
use crate::format::value::{Object, Value};
use crate::id::AnnotatorId;
use crate::session::{Annotator, Session};
use crate::time::Timestamp;

/// Writes what `submission` holds, with the annotations as they stand in the session, as a file of kind
/// `submission`; `now` is the time of export.
#[must_use]
pub fn write(session: &Session, exercise: &Exercise, submission: &Submission, now: Timestamp) -> String {
    let Submission { annotator, name, .. } = submission;
    let article = |article: &Rc<article::Article>| {
        let nothing = || Rc::new(Annotations::none(article));
        let said = session.annotations(&article.id, annotator).cloned().unwrap_or_else(nothing);
        frozen_out(article, &vec![(annotator, &said)])
    };
    let handed_in = Object::default()
        .with("exercise", exercise.id.as_str())
        .with("annotator", annotator.as_str())
        .with("handed_in", submission.handed_in.map(|at| at.to_string()))
        .with("hash", hash(exercise, submission));
    let who = annotator_out(&Annotator { id: annotator.clone(), name: name.clone() });
    let file = file("submission", now, [who].into_iter().collect(), codebook_out(&exercise.codebook))
        .with("articles", exercise.articles.iter().map(article).collect::<Value>())
        .with("exercises", [brief(exercise)].into_iter().collect::<Value>())
        .with("submission", handed_in);
    Value::from(file).pretty()
}

/// The check number of the receipt: six hexadecimal digits of the hash over what was handed in, by whom and when.
#[must_use]
pub fn receipt(exercise: &Exercise, submission: &Submission) -> String {
    let hash = hash(exercise, submission);
    let digits = hash.get(7..13).unwrap_or_default();
    format!("{}-{}", digits.get(..3).unwrap_or_default(), digits.get(3..).unwrap_or_default())
}

/// `sha256:` and the SHA-256 over the exercise's id, the annotator, the time, and for each sentence its labels, main
/// label, *none*, *not sure* and note.
fn hash(exercise: &Exercise, submission: &Submission) -> String {
    let at = submission.handed_in.map_or_else(String::new, |at| at.to_string());
    let Submission { annotator, name, .. } = submission;
    // Lengths keep a name or a note from passing for the lines after it.
    let mut text = format!("{}\n{annotator}\n{} {name}\n{at}\n", exercise.id, name.len());
    for answer in submission.answers.iter().flatten() {
        let Answer { labels, main, none, unsure, note } = answer;
        let _ =
            writeln!(text, "{labels} {} {none} {unsure} {} {note}", main.map_or(0, |m| m + 1), note.len());
    }
    article::hash(&text)
}

/// The submission of a file, the exercise it is of, and what was not understood.
pub(in crate::format) fn read(file: &Value) -> Result<(Submission, Exercise, Vec<String>), FormatError> {
    let handed_in = file.get("submission");
    let id = handed_in.text("exercise").ok_or_else(|| missing("which exercise it is of"))?;
    let mut all = exercises(file)?;
    let at = all.iter().position(|exercise| exercise.id.as_str() == id);
    let exercise = all.swap_remove(at.ok_or_else(|| missing("the exercise it is of"))?);
    let listed = file.list("annotators").unwrap_or_default();
    let annotator = handed_in.text("annotator").filter(|id| is_usable(id));
    let annotator = annotator.ok_or_else(|| missing("who handed it in"))?;
    let name =
        listed.iter().find(|wire| wire.text("id") == Some(annotator)).and_then(|wire| wire.text("name"));
    let who = Annotator { id: AnnotatorId::new(annotator), name: name.unwrap_or(annotator).to_owned() };
    let mut notes = Notes::default();
    let mut answers = Vec::new();
    let labels = Labels::of_exercise(&exercise.codebook);
    for article in &exercise.articles {
        let wires = file.list("articles").unwrap_or_default();
        let wire = wires.iter().find(|wire| wire.text("id") == Some(article.id.plain()));
        let wire = wire.ok_or_else(|| missing("what is said of one of its articles"))?;
        is_same_text(article, wire)?;
        let mut annotators = vec![who.clone()];
        let said = Reading {
            article,
            wire,
            labels: &labels,
            annotators: &mut annotators,
            notes: &mut notes,
            since: Timestamp(0),
        }
        .all()
        .0;
        let own = said.into_iter().filter(|(by, _)| *by == who.id).map(|(_, annotation)| annotation);
        answers.push(Answer::all(article, &Annotations::laid(article, own), &exercise.codebook));
    }
    let mut submission = Submission {
        exercise: exercise.id.clone(),
        annotator: who.id,
        name: who.name,
        answers,
        handed_in: convert::time_in(handed_in, "handed_in"),
        receipt: Receipt::Intact,
    };
    if handed_in.text("hash") != Some(hash(&exercise, &submission).as_str()) {
        submission.receipt = Receipt::Changed;
    }
    Ok((submission, exercise, notes.finish()))
}

/// Whether an article of a submission, where it says so itself, is the one of the exercise.
fn is_same_text(article: &article::Article, wire: &Value) -> Result<(), FormatError> {
    let title = || short(&article.title);
    let differs = |field, ours: &str| wire.text(field).is_some_and(|theirs| theirs != ours);
    if differs("hash", &article.hash) || differs("text", &article.text) {
        return Err(FormatError::HashMismatch { title: title() });
    }
    if wire.text("sentences_hash").is_some_and(|hash| hash != sentences_hash(article)) {
        return Err(FormatError::Sentences { title: title() });
    }
    Ok(())
}
