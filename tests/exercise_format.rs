//! Exercises and submissions as files, links and storage entries: frozen, whole, and told when changed.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use std::rc::Rc;

use common::pupil::{cut_otherwise, done, draft, exercise};
use common::{HARD, article, moment};
use pressmark::annotation::{Codebook, Label};
use pressmark::exercise::{Exercise, Feedback, Judgement, Key, KeyEntry, Receipt, Rules, WarmUp, When};
use pressmark::format::exercise::{
    from_payload, link_text, made, payload, read_link, receipt, write, write_submission,
};
use pressmark::format::pressmark::{Export, write as write_session};
use pressmark::format::{FormatError, Opened, open};
use pressmark::id::LabelId;
use pressmark::session::Session;
use proptest::prelude::*;
use serde_json::{Value, json};

fn labels(count: u8) -> Codebook {
    let label = |n: u8| Label {
        id: LabelId::new(&format!("l{n}")),
        name: format!("Läbel {n} <b>"),
        key: char::from(b'0' + n),
        letter: None,
        definition: "=1+1 \u{1F469}\u{200D}\u{1F467}".to_owned(),
        question: if n == 1 { "Who?".to_owned() } else { String::new() },
        example: String::new(),
        ink: 10 - n,
    };
    Codebook { name: "Mine".to_owned(), labels: (1..=count).map(label).collect() }
}

fn opened(file: &str) -> Rc<Exercise> {
    match open(file.as_bytes()) {
        Ok(Opened::Exercise(exercise)) => exercise,
        other => panic!("no exercise: {other:?}"),
    }
}

fn handed_in(session: &Session) -> String {
    let exercise = exercise();
    let submission = session.submission(&exercise, session.annotator().unwrap(), moment(50).now);
    write_submission(session, &exercise, &submission, moment(51).now)
}

#[test]
fn an_exercise_comes_back_from_a_file_and_from_a_link() {
    let exercise = exercise();
    assert_eq!(opened(&write(&exercise, moment(1).now)), exercise);
    let text = link_text(&exercise);
    assert_eq!(read_link(text.as_bytes()), Ok(Rc::clone(&exercise)));
    assert_eq!(from_payload(&payload(text.as_bytes())), Some(text.clone().into_bytes()));
    assert!(text.len() < write(&exercise, moment(1).now).len() / 2, "a link holds nothing that follows");
}

#[test]
fn the_sentences_are_frozen_as_the_teacher_saw_them() {
    let exercise = opened(&write(&exercise(), moment(1).now));
    assert_eq!(exercise.articles[0].sentences, cut_otherwise().sentences);
    assert_ne!(exercise.articles[0].sentences, article(HARD, None).sentences);
    assert_eq!(exercise.articles[0].id.plain(), article(HARD, None).id.as_str());
}

#[test]
fn the_same_exercise_has_the_same_id_and_a_changed_one_another() {
    assert_eq!(exercise().id, exercise().id);
    assert_eq!(exercise().id.as_str().len(), 16);
    let other = made(&Exercise { title: "Who says what?".to_owned(), ..draft() }).unwrap();
    assert_ne!(other.id, exercise().id);
}

#[test]
fn an_exercise_that_was_changed_is_refused_in_words() {
    let file: Value = serde_json::from_str(&write(&exercise(), moment(1).now)).unwrap();
    let check = |change: &dyn Fn(&mut Value), expected: &str| {
        let mut changed = file.clone();
        change(&mut changed["exercises"][0]);
        let error = open(changed.to_string().as_bytes()).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}");
    };
    check(&|it| it["title"] = json!("Other"), "was changed after it was made");
    check(&|it| it["key"] = json!([]), "was changed after it was made");
    check(&|it| it["articles"][0]["text"] = json!("Other."), "does not match its hash");
    check(&|it| it["articles"][0]["sentences"][1]["start"] = json!(3), "do not fit its text");
    check(&|it| it["articles"][0]["sentences"] = json!([]), "do not fit its text");
    check(&|it| it["articles"][0]["language"] = json!(null), "do not fit its text");
    check(&|it| it["articles"] = json!([]), "article is missing");
    check(&|it| it["articles"][1] = it["articles"][0].clone(), "an article stands twice");
    check(&|it| it["articles"] = json!(vec![it["articles"][0].clone(); 51]), "too many articles");
    check(&|it| it["codebook"]["labels"][1] = it["codebook"]["labels"][0].clone(), "a label stands twice");
    check(&|it| it["codebook"]["labels"] = json!([]), "labels is missing");
    check(&|it| it["title"] = json!("  "), "title is missing");
    check(&|it| it["warm_up"] = json!("x"), "warm_up");
    assert_eq!(read_link(b"{\"title\": 3}"), Err(FormatError::Link));
    assert_eq!(read_link(b"\xff"), Err(FormatError::Link));
}

#[test]
fn a_submission_comes_back_with_the_exercise_and_its_receipt() {
    let session = done();
    let file = handed_in(&session);
    let Ok(Opened::Submission { submission, exercise: theirs, notes }) = open(file.as_bytes()) else {
        panic!("no submission: {file}");
    };
    assert_eq!(notes, Vec::<String>::new());
    assert_eq!(theirs, exercise());
    assert_eq!(submission, session.submission(&theirs, session.annotator().unwrap(), moment(50).now));
    assert_eq!(submission.receipt, Receipt::Intact);
    let check = receipt(&theirs, &submission);
    assert!(check.len() == 7 && file.contains(&check.replace('-', "")), "{check}");
}

#[test]
fn a_submission_that_was_changed_is_taken_and_told() {
    let file: Value = serde_json::from_str(&handed_in(&done())).unwrap();
    let changes: [&dyn Fn(&mut Value); 4] = [
        &|it| it["articles"][0]["annotations"][0]["labels"] = json!(["event"]),
        &|it| it["articles"][0]["annotations"][0]["note"] = json!("Other"),
        &|it| it["annotators"][0]["name"] = json!("Wren 3"),
        &|it| it["submission"]["handed_in"] = json!("2026-01-01T00:00:00Z"),
    ];
    for change in changes {
        let mut changed = file.clone();
        change(&mut changed);
        match open(changed.to_string().as_bytes()) {
            Ok(Opened::Submission { submission, .. }) => assert_eq!(submission.receipt, Receipt::Changed),
            other => panic!("not taken: {other:?}"),
        }
    }
}

#[test]
fn files_are_as_the_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../www/schema/pressmark-1.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for file in [
        write(&exercise(), moment(1).now),
        handed_in(&done()),
        write_session(&done(), Export::Backup, moment(1).now),
        write_session(&done(), Export::Article(exercise().articles[0].id.clone()), moment(1).now),
    ] {
        let file: Value = serde_json::from_str(&file).unwrap();
        let faults: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
        let mut broken = file;
        broken["exercises"] = json!([{ "id": 3 }]);
        assert!(!validator.is_valid(&broken));
    }
}

/// As for the other kinds, see tests/format.rs.
#[test]
fn golden_files_open_and_are_written_the_same_again() {
    for (name, file) in [("exercise", write(&exercise(), moment(1).now)), ("submission", handed_in(&done()))]
    {
        let path = format!("tests/data/versions/1/{name}.pressmark.json");
        if std::env::var_os("PRESSMARK_GOLDEN").is_some() {
            std::fs::write(&path, &file).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap();
        assert!(open(golden.as_bytes()).is_ok(), "{path}");
        assert_eq!(golden, file, "{path}");
    }
}

/// What a link holds once it is inflated.
#[test]
fn a_golden_link_opens_and_is_written_the_same_again() {
    let path = "tests/data/versions/1/link.json";
    if std::env::var_os("PRESSMARK_GOLDEN").is_some() {
        std::fs::write(path, link_text(&exercise())).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap();
    assert_eq!(read_link(golden.as_bytes()), Ok(exercise()));
    assert_eq!(link_text(&exercise()), golden);
}

#[test]
fn a_file_cut_short_anywhere_is_refused_and_never_panics() {
    let file = handed_in(&done());
    for (at, _) in file.char_indices().filter(|(at, _)| at % 7 == 0) {
        assert!(open(&file.as_bytes()[..at]).is_err() || at == 0, "{at}");
    }
}

fn words() -> impl Strategy<Value = String> {
    "[a-zA-Z =\"<>\u{301}א\u{1F469}\u{200D}“”\n]{0,24}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_exercise_comes_back_as_it_was_made(
        title in words(), instructions in words(), count in 0_u8..=9, main: bool, none: bool,
        warm_up in proptest::collection::vec((words(), words(), 0_u8..12), 0..4),
        key in proptest::collection::vec((0_usize..3, 0_usize..9, 0_u8..12, 0_usize..3, words()), 0..20),
        (feedback, when) in (0_usize..4, any::<bool>()),
    ) {
        let all = [Judgement::Required, Judgement::Accepted, Judgement::Wrong];
        let label = |n: u8| LabelId::new(&if count == 0 { ["claim", "actor", "event"][usize::from(n) % 3].to_owned() } else { format!("l{n}") });
        let draft = Exercise {
            title: format!("x{title}"),
            instructions,
            codebook: Rc::new(if count == 0 { Codebook::default() } else { labels(count) }),
            rules: Rules { notes_on: vec![label(1), label(11)], main, none },
            warm_up: warm_up.into_iter().map(|(text, reason, n)| WarmUp { text, reason, judgements: vec![(label(n), all[usize::from(n) % 3])] }).collect(),
            key: Key { entries: key.into_iter().map(|(article, sentence, n, judgement, reason)| KeyEntry { article, sentence, label: label(n), judgement: all[judgement], reason }).collect() },
            feedback: [Feedback::Nothing, Feedback::HowMany, Feedback::Where, Feedback::WhereAndWhy][feedback],
            when: if when { When::AtOnce } else { When::AfterHandIn },
            ..draft()
        };
        let exercise = Rc::new(made(&draft).expect("the draft is whole"));
        prop_assert_eq!(opened(&write(&exercise, moment(1).now)), Rc::clone(&exercise));
        prop_assert_eq!(read_link(link_text(&exercise).as_bytes()), Ok(Rc::clone(&exercise)));
        prop_assert_eq!(made(&exercise).map(Rc::new), Ok(exercise));
    }
}
