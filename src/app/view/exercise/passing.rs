//! Exercises and answers on their way: what was made, the link, the file, the page, what is handed in.

use std::rc::Rc;

use pressmark::annotation::{Codebook, Label};
use pressmark::article::Article;
use pressmark::exercise::{Exercise, Key, KeyEntry, WarmUp, code};
use pressmark::format::exercise as format;
use pressmark::format::name::download_name;
use pressmark::format::storage::PREFIX;
use pressmark::format::{FormatError, Opened, carrier, codebook, open};
use pressmark::id::{ArticleId, ExerciseId, LabelId};
use pressmark::session::{Action, Annotator, Session};
use pressmark::time::Timestamp;
use yew::Callback;
use yew::platform::spawn_local;

use super::making::{Change, KeyLine, Making};
use crate::app::browser::{clock, deflate, dom, file, share, source, storage};
use crate::app::route::{At, HERE, Route};
use crate::app::store::Dispatch;

/// What is made of a teacher's choices.
///
/// # Errors
/// The sentence that says what is missing.
pub fn made(making: &Making, session: &Session, now: Timestamp) -> Result<Exercise, String> {
    let articles: Vec<Rc<Article>> =
        making.articles.iter().filter_map(|id| session.article(id)).cloned().collect();
    let Some(first) = articles.first() else { return Err("Choose an article first.".to_owned()) };
    let title = match making.title.trim() {
        "" => first.title.clone(),
        title => title.to_owned(),
    };
    let (codebook, ids) = settled(&making.codebook);
    let id_of = |old: &LabelId| {
        ids.iter().find(|(known, _)| known == old).map_or_else(|| old.clone(), |(_, id)| id.clone())
    };
    let entry = |line: &KeyLine| {
        Some(KeyEntry {
            article: articles.iter().position(|article| article.id == line.article)?,
            sentence: line.sentence,
            label: id_of(&line.label),
            judgement: line.judgement,
            reason: line.reason.trim().to_owned(),
        })
    };
    let entries = making.key.iter().filter_map(entry).collect();
    let written = making.warm_up.iter().filter(|it| making.has_warm_up && !it.text.trim().is_empty());
    let warm_up = written.map(|it| WarmUp {
        text: it.text.trim().to_owned(),
        judgements: it.judgements.iter().map(|(label, judged)| (id_of(label), *judged)).collect(),
        reason: it.reason.trim().to_owned(),
    });
    let mut rules = making.rules.clone();
    rules.notes_on = rules.notes_on.iter().map(id_of).collect();
    let draft = Exercise {
        id: ExerciseId::new(""),
        title,
        instructions: making.instructions.trim().to_owned(),
        codebook: Rc::new(codebook),
        rules,
        warm_up: warm_up.collect(),
        key: Key { entries },
        feedback: making.feedback,
        when: making.when,
        created: now,
        articles,
    };
    format::made(&draft).map_err(|why| why.to_string())
}

/// The codebook with a name for every label, and an id of its name for every label of one's own; and what became of
/// the ids.
fn settled(codebook: &Codebook) -> (Codebook, Vec<(LabelId, LabelId)>) {
    let mut settled = codebook.clone();
    let mut ids = Vec::new();
    for place in 0..settled.labels.len() {
        let Some(label) = codebook.labels.get(place) else { continue };
        let name = super::labels::named(label);
        let id = match label.id.as_str().starts_with("own-") {
            true => codebook::free_id(&settled.labels, &name),
            false => label.id.clone(),
        };
        ids.push((label.id.clone(), id.clone()));
        if let Some(label) = settled.labels.get_mut(place) {
            *label = Label { id, name, ..label.clone() };
        }
    }
    if *codebook != Codebook::default() {
        let names: Vec<String> = settled.labels.iter().map(|label| label.name.clone()).collect();
        settled.name = names.join(", ");
    }
    (settled, ids)
}

/// Where it is kept what a teacher is making.
fn making_key() -> String {
    format!("{PREFIX}making")
}

/// What the teacher was making when the page was left, if anything.
pub fn begun(session: &Session) -> Option<Making> {
    let kept = storage::get(&making_key())?;
    let exercise = format::read_link(kept.as_bytes()).ok()?;
    let plain = |article: &Rc<Article>| ArticleId::new(article.id.plain());
    let articles: Vec<ArticleId> = exercise.articles.iter().map(plain).collect();
    let line = |entry: &KeyEntry| {
        Some(KeyLine {
            article: articles.get(entry.article)?.clone(),
            sentence: entry.sentence,
            label: entry.label.clone(),
            judgement: entry.judgement,
            reason: entry.reason.clone(),
        })
    };
    let has_title = exercise.articles.first().is_none_or(|first| first.title != exercise.title);
    Some(Making {
        title: if has_title { exercise.title.clone() } else { String::new() },
        instructions: exercise.instructions.clone(),
        key: exercise.key.entries.iter().filter_map(line).collect(),
        articles: articles.into_iter().filter(|id| session.article(id).is_some()).collect(),
        codebook: Rc::clone(&exercise.codebook),
        rules: exercise.rules.clone(),
        has_warm_up: !exercise.warm_up.is_empty(),
        warm_up: exercise.warm_up.clone(),
        feedback: exercise.feedback,
        when: exercise.when,
    })
}

/// Keeps what is being made, so that leaving the page loses nothing.
pub fn keep(exercise: Option<&Exercise>) {
    if let Some(exercise) = exercise {
        // Where it cannot be kept the teacher still has it on the page, and what was handed out is kept by itself.
        let _ = storage::put(&making_key(), &format::link_text(exercise));
    }
}

/// Forgets it.
pub fn forget() {
    let _ = storage::remove(&making_key());
}

/// Takes over the codebook in a file, and gives what there is to say of it, a sentence each.
pub fn codebook(files: &[file::Picked], on: &Callback<Change>) -> Vec<String> {
    let Some(file::Picked { name, content }) = files.first() else { return Vec::new() };
    let bytes = content.as_deref().unwrap_or_default();
    match codebook::read(bytes, name.split('.').next().unwrap_or(name)) {
        Ok(codebook::Read { codebook, mut notes }) => {
            notes.insert(0, format!("“{name}” is taken over."));
            on.emit(Change::Codebook(Rc::new(codebook)));
            notes
        }
        Err(why) => vec![format!("“{name}” could not be opened: {why} Nothing was changed.")],
    }
}

/// Saves a codebook: as a table, or as REFI-QDA.
pub fn save_codebook(codebook: &Codebook, is_table: bool) {
    let (codebook, _) = settled(codebook);
    let (ending, kind, text) = match is_table {
        true => ("csv", "text/csv;charset=utf-8", codebook::write_csv(&codebook)),
        false => ("qdc", "application/xml", codebook::write_qdc(&codebook)),
    };
    file::save(&name(&codebook.name, ending), kind, &text);
}

/// The payload of an exercise's link; nothing where the browser cannot deflate.
pub fn payload(exercise: Rc<Exercise>, then: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move {
        let packed = deflate::pack(format::link_text(&exercise).as_bytes()).await;
        then(packed.map(|packed| format::payload(&packed)));
    });
}

/// Opens the payload of a link, or what lies inside the page.
pub fn opened(payload: &str, then: impl FnOnce(Result<Rc<Exercise>, FormatError>) + 'static) {
    if payload == HERE {
        let opened =
            source::carried().ok_or(FormatError::NotPressmark).and_then(|text| open(text.as_bytes()));
        return then(opened.and_then(|opened| match opened {
            Opened::Exercise(exercise) => Ok(exercise),
            _ => Err(FormatError::NotPressmark),
        }));
    }
    let packed = format::from_payload(payload);
    spawn_local(async move {
        let bytes = match packed {
            Some(packed) => deflate::unpack(&packed, format::LONGEST_LINK).await,
            None => None,
        };
        then(bytes.ok_or(FormatError::Link).and_then(|bytes| format::read_link(&bytes)));
    });
}

/// The name of a file that holds an exercise.
pub fn name(title: &str, ending: &str) -> String {
    download_name(title, "", ending)
}

/// Saves an exercise as a file.
pub fn save(exercise: &Exercise) {
    let text = format::write(exercise, clock::now());
    file::save(&name(&exercise.title, "pressmark.json"), "application/json", &text);
}

/// Saves the whole program with an exercise inside, as one page; tells whether it could.
pub fn save_page(exercise: Rc<Exercise>, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let page =
            if dom::is_single_file() { source::page() } else { share::fetched("pressmark.html").await };
        let text = format::write(&exercise, clock::now());
        let page = page.and_then(|page| carrier::put(&page, &text));
        if let Some(page) = &page {
            file::save(&name(&exercise.title, "html"), "text/html", page);
        }
        then(page.is_some());
    });
}

/// What a pupil gives to the teacher.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    /// The file's name.
    pub name: String,
    /// The file's text.
    pub text: String,
    /// The hand-in code.
    pub code: String,
    /// The check number of the receipt.
    pub check: String,
}

/// What the current annotator has to give as it stands now, handed in at `at`.
pub fn parcel(session: &Session, exercise: &Exercise, annotator: &Annotator, at: Timestamp) -> Parcel {
    let submission = session.submission(exercise, annotator, at);
    Parcel {
        name: download_name(&exercise.title, &annotator.name, "pressmark.json"),
        text: format::write_submission(session, exercise, &submission, at),
        code: code::write(exercise, &submission.answers),
        check: format::receipt(exercise, &submission),
    }
}

/// Hands in: the receipt is kept, and the screen shows it.
pub fn hand_in(session: &Session, exercise: &Exercise, dispatch: &Dispatch) {
    let Some(annotator) = session.annotator() else { return };
    // Whole seconds, as the receipt shows and the file writes them.
    let now = clock::now();
    let at = Timestamp(now.0 - now.0 % 1_000);
    let check = format::receipt(exercise, &session.submission(exercise, annotator, at));
    dispatch.dispatch(Action::HandedIn(exercise.id.clone(), at, check).into());
    dom::go(&Route::Exercise(exercise.id.clone(), At::HandedIn).address());
}
