//! Exercises and submissions as files, links and storage entries: frozen, whole, and told when changed.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use std::rc::Rc;

use common::{HARD, PLAIN, Storage, article, bundled, held, moment};
use pressmark::annotation::{Codebook, Label};
use pressmark::article::Article;
use pressmark::exercise::{Exercise, Feedback, Judgement, Key, KeyEntry, Receipt, Rules, WarmUp, When};
use pressmark::format::exercise::{
    from_payload, link_text, made, payload, read_link, receipt, write, write_submission,
};
use pressmark::format::pressmark::{Export, read, write as write_session};
use pressmark::format::storage::{Later, heard, load, may_need_more, needs_more, writes};
use pressmark::format::{FormatError, Opened, open};
use pressmark::id::{ArticleId, ExerciseId, LabelId};
use pressmark::session::{Action, Heard, Session, Touched, plan};
use pressmark::time::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The sentences of [`HARD`], but the first paragraph's two as one: as another segmenter might cut it.
fn cut_otherwise() -> Article {
    let article = article(HARD, None);
    let mut starts: Vec<usize> = article.sentences.iter().map(|span| span.start()).collect();
    starts.remove(1);
    Article::with_starts(&article.text, article.meta(), &article.furniture, &starts).unwrap()
}

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

fn draft() -> Exercise {
    Exercise {
        id: ExerciseId::new(""),
        title: "Who says so?".to_owned(),
        instructions: "Read.\n\nThen mark \u{1F41F} <script>.".to_owned(),
        codebook: Rc::default(),
        articles: vec![Rc::new(cut_otherwise()), Rc::new(article(PLAIN, Some(5)))],
        rules: Rules { notes_on: vec![LabelId::new("claim")], main: true, none: true },
        warm_up: vec![WarmUp {
            text: "The board voted.".to_owned(),
            judgements: vec![(LabelId::new("event"), Judgement::Required)],
            reason: "It happened.".to_owned(),
        }],
        key: Key {
            entries: vec![KeyEntry {
                article: 1,
                sentence: 0,
                label: LabelId::new("event"),
                judgement: Judgement::Accepted,
                reason: "“Monday”".to_owned(),
            }],
        },
        feedback: Feedback::WhereAndWhy,
        when: When::AtOnce,
        created: moment(0).now,
    }
}

fn exercise() -> Rc<Exercise> {
    Rc::new(made(&draft()).expect("the draft is whole"))
}

fn opened(file: &str) -> Rc<Exercise> {
    match open(file.as_bytes()) {
        Ok(Opened::Exercise(exercise)) => exercise,
        other => panic!("no exercise: {other:?}"),
    }
}

/// A pupil's session in the exercise, with every kind of answer.
fn done() -> Session {
    let exercise = exercise();
    let ids: Vec<_> = exercise.articles.iter().map(|article| article.id.clone()).collect();
    let label = |place, label| Action::Label(ids[0].clone(), place, LabelId::new(label));
    let actions = [
        Action::TakeExercise(Rc::clone(&exercise)),
        Action::Start("Heron 12".to_owned()),
        label(0, "claim"),
        label(0, "actor"),
        Action::Main(ids[0].clone(), 0, LabelId::new("actor")),
        Action::Note(ids[0].clone(), 0, "Who is “us”? \u{1F469}\u{200D}\u{1F467}\n=1+1".to_owned()),
        Action::None(ids[0].clone(), 1),
        Action::Unsure(ids[0].clone(), 1),
        Action::Unsure(ids[0].clone(), 2),
        Action::Label(ids[1].clone(), 1, LabelId::new("event")),
    ];
    let start = Session::with_articles(bundled());
    actions.iter().enumerate().fold(start, |session, (turn, action)| session.update(action, moment(turn)).0)
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
