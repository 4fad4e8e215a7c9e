//! Exercises and the work in them in storage entries, back-ups and imports.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use std::rc::Rc;

use common::pupil::{done, exercise};
use common::{Storage, bundled, held, moment};
use pressmark::format::pressmark::{Export, read, write as write_session};
use pressmark::format::storage::{Later, heard, load, may_need_more, needs_more, writes};
use pressmark::id::ArticleId;
use pressmark::session::{Action, Heard, Session, Touched, plan};
use pressmark::time::Timestamp;

/// Stored articles name the segmenter that cut them, so only what is read is compared.
#[test]
fn stored_exercises_of_version_1_open() {
    let path = "tests/data/versions/1/storage_exercises.json";
    let hand_in = Action::HandedIn(exercise().id.clone(), moment(59).now, "4f2-a91".to_owned());
    let session = done().update(&hand_in, moment(60)).0;
    if std::env::var_os("PRESSMARK_GOLDEN").is_some() {
        let mut storage = Storage::default();
        storage.take(writes(&session, &[Touched::Everything], Timestamp(9)));
        std::fs::write(path, serde_json::to_string_pretty(&storage.0).unwrap()).unwrap();
    }
    let golden: Storage = Storage(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap());
    let loaded = load(&golden.entries(), bundled(), Some(Later::HERE)).expect("all is here");
    assert_eq!((&*loaded.damaged, loaded.newer), (&[][..], false));
    assert_eq!(held(&loaded.session), held(&session));
    assert_eq!(
        (&loaded.session.exercises, &loaded.session.hand_ins),
        (&session.exercises, &session.hand_ins)
    );
}

#[test]
fn storage_keeps_exercises_their_work_and_what_was_handed_in() {
    let mut session = done();
    let mut storage = Storage::default();
    let hand_in = Action::HandedIn(exercise().id.clone(), moment(59).now, "4f2-a91".to_owned());
    session = session.update(&hand_in, moment(60)).0;
    storage.take(writes(&session, &[Touched::Everything], Timestamp(9)));
    let loaded = load(&storage.entries(), bundled(), Some(Later::HERE)).expect("all is here");
    assert_eq!(loaded.damaged, []);
    assert_eq!(held(&loaded.session), held(&session));
    assert_eq!(
        (&loaded.session.exercises, &loaded.session.hand_ins),
        (&session.exercises, &session.hand_ins)
    );
    // Step by step it is the same as at once.
    let mut steps = Storage::default();
    let gone = Action::DropExercise(exercise().id.clone());
    for (turn, action) in [gone, Action::Undo(pressmark::session::Scope::Library)].iter().enumerate() {
        let (next, touched) = session.update(action, moment(70 + turn));
        session = next;
        steps.take(writes(&session, &touched, Timestamp(9)));
        let is_there = steps.0.keys().any(|key| key.starts_with("pressmark/exercise/"));
        assert_eq!(is_there, turn == 1);
    }
    let marks = |storage: &Storage| -> Vec<(String, String)> {
        storage.entries().into_iter().filter(|(key, _)| key.starts_with("pressmark/mark/")).collect()
    };
    assert_eq!(marks(&steps), marks(&storage));
}

#[test]
fn another_window_hears_of_an_exercise() {
    let session = done();
    let mut storage = Storage::default();
    storage.take(writes(&session, &[Touched::Everything], Timestamp(9)));
    let (key, value) = storage.0.iter().find(|(key, _)| key.starts_with("pressmark/exercise/")).unwrap();
    let other = Session::with_articles(bundled());
    let Some(Heard::Exercise(exercise)) = heard(&other, key, Some(value), Some(Later::HERE)) else {
        panic!("not heard")
    };
    assert_eq!(*exercise, *session.exercises[0]);
    let gone = heard(&session, key, None, None).expect("it is told, too, when an exercise goes");
    let after = session.update(&Action::Heard(gone), moment(1)).0;
    assert!(after.exercises.is_empty() && !after.has_work());
    let damaged = value.replace("Who says so?", "Who says what?");
    assert_eq!(heard(&other, key, Some(&damaged), Some(Later::HERE)), None);
    // Where what reads it is still to come, nothing is opened, so that nothing is taken for damaged.
    assert!(needs_more(key, Some(value)) && may_need_more(key, value) && !needs_more(key, None));
    assert_eq!(load(&[(key.clone(), value.clone())], bundled(), None), None);
    assert_eq!(heard(&other, key, Some(value), None), None);
    assert_eq!(
        load(&[(key.clone(), damaged)], bundled(), Some(Later::HERE)).expect("all is here").damaged.len(),
        1
    );
}

#[test]
fn a_backup_brings_exercises_and_the_work_in_them_back() {
    let session = done();
    let file = write_session(&session, Export::Backup, moment(9).now);
    let fresh = Session::with_articles(bundled());
    let document = read(file.as_bytes()).expect("our own file opens");
    let plan = plan(&fresh, &document, moment(10).now);
    let again = fresh.update(&Action::Merge(Rc::new(plan)), moment(10)).0;
    assert_eq!(held(&again), held(&session));
    assert_eq!(again.exercises, session.exercises);
    assert_eq!(write_session(&again, Export::Backup, moment(9).now), file);
    let undone = again.update(&Action::Undo(pressmark::session::Scope::Library), moment(11)).0;
    assert!(undone.exercises.is_empty() && !undone.has_work());
}

#[test]
fn marks_of_an_exercise_come_back_into_the_exercise() {
    let session = done();
    let article = &session.exercises[0].articles[0];
    let file = write_session(&session, Export::Article(article.id.clone()), moment(9).now);
    let document = read(file.as_bytes()).expect("our own file opens");
    let taken_into = |here: &Session| {
        let plan = plan(here, &document, moment(10).now);
        (here.update(&Action::Merge(Rc::new(plan.clone())), moment(10)).0, plan)
    };
    let fresh = Session::with_articles(bundled());
    let exercise = Action::TakeExercise(Rc::clone(&session.exercises[0]));
    let (again, plan) = taken_into(&fresh.update(&exercise, moment(0)).0);
    assert!(!plan.is_in_doubt(), "{:?}", plan.notes);
    assert_eq!(again.work.get(&article.id), session.work.get(&article.id));
    let library = ArticleId::new(article.id.plain());
    assert!(again.work.get(&library).is_none_or(|work| work.values().all(|said| said.is_empty())));
    let (elsewhere, plan) = taken_into(&fresh);
    assert!(
        plan.notes[0].contains("were made in an exercise that is not on this device"),
        "{:?}",
        plan.notes
    );
    assert!(elsewhere.work.get(&library).is_some_and(|work| work.values().any(|said| !said.is_empty())));
}
