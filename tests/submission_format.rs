//! Submissions of any exercise come back as they were handed in, by file and by code; what is odd is told.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use std::rc::Rc;

use common::{HARD, PLAIN, article, bundled, held, moment};
use pressmark::annotation::{Codebook, Label};
use pressmark::exercise::{Exercise, Feedback, Judgement, Key, KeyEntry, Receipt, Rules, Submission, WarmUp};
use pressmark::exercise::{When, code};
use pressmark::format::exercise::{link_text, made, read_link, receipt, write, write_submission};
use pressmark::format::pressmark::{Export, read, write as write_session};
use pressmark::format::{FormatError, Opened, csv, open};
use pressmark::id::{ExerciseId, LabelId};
use pressmark::session::{Action, Session, plan};
use proptest::prelude::*;
use serde_json::{Value, json};

fn label(n: u8) -> Label {
    Label {
        id: LabelId::new(&format!("l{n}")),
        name: format!("Label {n}"),
        key: char::from(b'0' + n),
        letter: None,
        definition: String::new(),
        question: String::new(),
        example: String::new(),
        ink: n,
    }
}

/// Two articles and as many labels of the teacher's own; none means the usual ones.
fn draft(labels: u8) -> Exercise {
    let own = Codebook { name: "Mine".to_owned(), labels: (1..=labels).map(label).collect() };
    Exercise {
        id: ExerciseId::new(""),
        title: "Who says so?".to_owned(),
        instructions: String::new(),
        codebook: Rc::new(if labels == 0 { Codebook::default() } else { own }),
        articles: vec![Rc::new(article(HARD, Some(3))), Rc::new(article(PLAIN, None))],
        rules: Rules::default(),
        warm_up: Vec::new(),
        key: Key::default(),
        feedback: Feedback::default(),
        when: When::default(),
        created: moment(0).now,
    }
}

fn exercise(labels: u8) -> Rc<Exercise> {
    Rc::new(made(&draft(labels)).expect("the draft is whole"))
}

/// What was done: which sentence of which article, what, which label, which note.
type Deed = (usize, usize, u8, usize, String);

fn done(exercise: &Rc<Exercise>, deeds: &[Deed]) -> Session {
    let start = [Action::TakeExercise(Rc::clone(exercise)), Action::Start("Heron 12 \u{1F41F}".to_owned())];
    let deed = |(at, place, kind, which, note): &Deed| {
        let article = &exercise.articles[at % exercise.articles.len()];
        let (id, place) = (article.id.clone(), place % article.sentences.len());
        let labels = &exercise.codebook.labels;
        let label = labels[which % labels.len()].id.clone();
        match kind {
            0 => Action::None(id, place),
            1 => Action::Unsure(id, place),
            2 => Action::Note(id, place, note.clone()),
            3 => Action::Main(id, place, label),
            _ => Action::Label(id, place, label),
        }
    };
    let actions = start.into_iter().chain(deeds.iter().map(deed)).enumerate();
    let session = Session::with_articles(bundled());
    actions.fold(session, |session, (turn, action)| session.update(&action, moment(turn)).0)
}

fn submission(session: &Session, exercise: &Exercise) -> Submission {
    session.submission(exercise, session.annotator().unwrap(), moment(50).now)
}

fn handed_in(session: &Session, exercise: &Exercise) -> String {
    write_submission(session, exercise, &submission(session, exercise), moment(51).now)
}

/// A little of everything.
fn some() -> Vec<Deed> {
    let deed = |place, kind, which, note: &str| (0, place, kind, which, note.to_owned());
    vec![
        deed(0, 4, 0, ""),
        deed(0, 4, 1, ""),
        deed(0, 3, 1, ""),
        deed(0, 2, 0, "Why \u{1F469}\u{200D}\u{1F467}?\n=1"),
        deed(1, 0, 0, ""),
        deed(2, 1, 0, ""),
    ]
}

#[test]
fn what_is_odd_in_a_submission_is_told_and_the_rest_is_read() {
    let exercise = exercise(3);
    let file: Value = serde_json::from_str(&handed_in(&done(&exercise, &some()), &exercise)).unwrap();
    let check = |change: &dyn Fn(&mut Value), expected: &str| {
        let mut changed = file.clone();
        change(&mut changed["articles"][0]);
        match open(changed.to_string().as_bytes()) {
            Ok(Opened::Submission { submission, notes, .. }) => {
                assert!(notes.join(" ").contains(expected), "{expected}: {notes:?}");
                assert!(submission.answers[0][1].none, "{expected}: the rest is read");
            }
            other => panic!("{expected}: {other:?}"),
        }
    };
    check(&|it| it["annotations"][0]["labels"] = json!(["l1", "claim"]), "“claim” has no definition");
    check(
        &|it| it["annotations"][0]["sentence"] = json!(99),
        "Sentence 99 of “Pier closes 🎣”: it has no place",
    );
    check(&|it| it["annotations"][0]["annotator"] = json!("x"), "is not listed");
    check(&|it| it["annotations"][2] = it["annotations"][0].clone(), "annotated twice");
    check(&|it| it["sentences"][0]["start"] = json!(9_999), "outside the text");
}

#[test]
fn a_submission_of_another_text_or_without_its_parts_is_refused() {
    let exercise = exercise(3);
    let file: Value = serde_json::from_str(&handed_in(&done(&exercise, &some()), &exercise)).unwrap();
    let check = |change: &dyn Fn(&mut Value), expected: &str| {
        let mut changed = file.clone();
        change(&mut changed);
        let error = open(changed.to_string().as_bytes()).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}");
    };
    check(&|it| it["articles"][0]["text"] = json!("Other."), "does not match its hash");
    check(&|it| it["articles"][0]["hash"] = json!("sha256:00"), "does not match its hash");
    check(&|it| it["articles"][0]["sentences_hash"] = json!("sha256:00"), "do not fit its text");
    check(&|it| it["articles"] = json!([]), "what is said of one of its articles is missing");
    check(&|it| it["exercises"] = json!([]), "the exercise it is of is missing");
    check(&|it| it["exercises"][0]["title"] = json!("Other"), "was changed after it was made");
    check(&|it| it["submission"] = json!({}), "which exercise it is of is missing");
    check(&|it| it["submission"]["annotator"] = json!(""), "who handed it in is missing");
    check(&|it| it["submission"]["hash"] = json!(7), "“hash”");
}

#[test]
fn what_is_too_long_or_cannot_be_told_apart_is_refused_before_it_is_handed_out() {
    let check = |change: &dyn Fn(&mut Exercise), expected: &str| {
        let mut draft = draft(3);
        change(&mut draft);
        let error = made(&draft).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}");
    };
    let labels = |it: &mut Exercise, change: &dyn Fn(&mut Label)| {
        change(&mut Rc::make_mut(&mut it.codebook).labels[1])
    };
    let warm_up = |text: usize, reason: usize| WarmUp {
        text: "ä".repeat(text),
        reason: "ä".repeat(reason),
        ..WarmUp::default()
    };
    check(&|it| it.title = "ä".repeat(501), "its title: more than 500 characters");
    check(&|it| it.instructions = "ä".repeat(20_001), "its instructions: more than 20000 characters");
    check(&|it| it.warm_up = vec![warm_up(5_001, 0)], "a warm-up sentence: more than 5000");
    check(&|it| it.warm_up = vec![warm_up(1, 5_001)], "a reason: more than 5000");
    check(&|it| it.warm_up = vec![warm_up(1, 1); 51], "too many warm-up sentences: more than 50");
    check(&|it| labels(it, &|label| label.name = "x".repeat(201)), "the name of a label");
    check(&|it| labels(it, &|label| label.name = "LABEL 1".to_owned()), "the name of a label stands twice");
    check(&|it| labels(it, &|label| label.definition = "x".repeat(5_001)), "what it says of a label");
    check(&|it| labels(it, &|label| label.id = LabelId::new("two words")), "“two words”");
    check(&|it| labels(it, &|label| label.id = LabelId::new("l1")), "a label stands twice");
    check(
        &|it| Rc::make_mut(&mut it.codebook).labels.extend((4..=9).chain([1]).map(label)),
        "too many labels: more than 9",
    );
    let longest = Exercise { title: "ä".repeat(500), instructions: "ä".repeat(20_000), ..draft(9) };
    assert!(made(&longest).is_ok());
}

#[test]
fn labels_have_different_inks_and_the_keys_in_their_order() {
    let mut draft = draft(4);
    for (label, ink) in Rc::make_mut(&mut draft.codebook).labels.iter_mut().zip([7, 7, 0, 1]) {
        (label.ink, label.key, label.letter) = (ink, '9', Some('x'));
    }
    let labels = made(&draft).unwrap().codebook.labels.clone();
    let of = |label: &Label| (label.ink, label.key, label.letter);
    assert_eq!(
        labels.iter().map(of).collect::<Vec<_>>(),
        [(7, '1', None), (1, '2', None), (2, '3', None), (3, '4', None)]
    );
}

#[test]
fn the_order_in_which_a_teacher_judged_makes_no_other_exercise() {
    let entry = |article, sentence, label: &str, judgement| KeyEntry {
        article,
        sentence,
        label: LabelId::new(label),
        judgement,
        reason: String::new(),
    };
    let with = |entries: Vec<KeyEntry>, notes_on: [&str; 2]| {
        let rules = Rules { notes_on: notes_on.map(LabelId::new).to_vec(), ..Rules::default() };
        made(&Exercise { key: Key { entries }, rules, ..draft(3) }).unwrap()
    };
    let (required, accepted) = (Judgement::Required, Judgement::Accepted);
    let lines =
        || vec![entry(0, 1, "l1", required), entry(0, 1, "l2", accepted), entry(1, 0, "l3", required)];
    let turned = || {
        lines().into_iter().rev().chain([
            entry(1, 0, "l3", accepted),
            entry(9, 0, "l1", required),
            entry(0, 0, "l9", required),
        ])
    };
    let exercise = with(lines(), ["l1", "l2"]);
    assert_eq!(exercise.key.entries, lines());
    assert_eq!(with(turned().collect(), ["l2", "l1"]), exercise);
}

#[test]
fn an_exercise_with_faulty_sentences_is_refused() {
    let file: Value = serde_json::from_str(&write(&exercise(3), moment(1).now)).unwrap();
    let changes: [&dyn Fn(&mut Value); 5] = [
        &|it| it["sentences"][1]["text"] = json!("Other words."),
        &|it| it["sentences"][1]["end"] = json!(70),
        &|it| it["sentences"][1]["number"] = json!(7),
        &|it| it["sentences_hash"] = json!("sha256:00"),
        &|it| _ = it["sentences"].as_array_mut().unwrap().remove(2),
    ];
    for change in changes {
        let mut changed = file.clone();
        change(&mut changed["exercises"][0]["articles"][0]);
        let title = "Pier closes 🎣".to_owned();
        assert_eq!(open(changed.to_string().as_bytes()), Err(FormatError::Sentences { title }));
    }
}

#[test]
fn a_key_of_many_lines_is_read_at_once() {
    let mut file: Value = serde_json::from_str(&write(&exercise(3), moment(1).now)).unwrap();
    let line = |n: usize| json!({ "article": 1, "sentence": 1 + n % 3, "label": format!("l{}", 1 + n % 9), "judgement": "wrong" });
    file["exercises"][0]["key"] = (0..100_000).map(line).collect();
    assert!(matches!(open(file.to_string().as_bytes()), Err(FormatError::ExerciseChanged { .. })));
}

#[test]
fn the_table_of_an_exercise_has_its_own_labels() {
    let exercise = exercise(2);
    let session = done(&exercise, &some());
    let table = csv::write(&session, Export::Article(exercise.articles[0].id.clone()));
    let mut lines = table.lines();
    assert!(lines.next().unwrap().contains(",state,l1,l2,main,"));
    let id = exercise.articles[0].id.plain();
    assert!(lines.next().unwrap().starts_with(&format!("Pier closes 🎣,{id},1,")));
}

/// As for the other kinds, see tests/format.rs.
#[test]
fn a_golden_backup_brings_exercises_back() {
    let exercise = exercise(9);
    let session = done(&exercise, &some());
    let file = write_session(&session, Export::Backup, moment(100).now);
    let path = "tests/data/versions/1/backup_exercises.pressmark.json";
    if std::env::var_os("PRESSMARK_GOLDEN").is_some() {
        std::fs::write(path, &file).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap();
    assert_eq!(golden, file);
    let document = read(golden.as_bytes()).expect("a golden file opens");
    let plan = plan(&Session::with_articles(bundled()), &document, moment(101).now);
    let again = Session::with_articles(bundled()).update(&Action::Merge(Rc::new(plan)), moment(101)).0;
    assert_eq!((held(&again), &again.exercises), (held(&session), &session.exercises));
}

#[test]
fn nothing_that_is_cut_short_makes_reading_panic_or_passes_for_whole() {
    let exercise = exercise(3);
    let session = done(&exercise, &some());
    let backup = write_session(&session, Export::Backup, moment(1).now);
    for file in [write(&exercise, moment(1).now), handed_in(&session, &exercise), backup] {
        let whole = file.trim_end().len();
        // Before the first field's name it is no file of ours yet.
        for end in 6..whole {
            assert!(open(&file.as_bytes()[..end]).is_err(), "{end} of {whole} bytes");
        }
    }
    let link = link_text(&exercise);
    for end in 0..link.len() {
        assert_eq!(read_link(&link.as_bytes()[..end]), Err(FormatError::Link));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_submission_comes_back_by_file_and_by_code(
        labels in 0_u8..=9,
        deeds in proptest::collection::vec((0_usize..2, 0_usize..8, 0_u8..8, 0_usize..9, "(?s)[a-z=\"<\n\u{301}א\u{1F469}\u{200D}]{0,9}"), 0..40),
    ) {
        let exercise = exercise(labels);
        let session = done(&exercise, &deeds);
        let submission = submission(&session, &exercise);
        let file = handed_in(&session, &exercise);
        let opened = open(file.as_bytes());
        let Ok(Opened::Submission { submission: theirs, exercise: same, notes }) = opened else { panic!("{opened:?}") };
        prop_assert_eq!((&theirs, &same, notes), (&submission, &exercise, Vec::new()));
        prop_assert_eq!(theirs.receipt, Receipt::Intact);
        prop_assert_eq!(receipt(&same, &theirs), receipt(&exercise, &submission));

        let bare = submission.answers.iter().map(|of| of.iter().map(|answer| {
            let mut bare = answer.clone();
            (bare.note, bare.main) = ("".into(), None);
            bare
        }).collect::<Vec<_>>()).collect::<Vec<_>>();
        let line = format!("{}  {}", submission.name, code::write(&exercise, &submission.answers));
        prop_assert_eq!(code::read(&exercise, &line), Ok((submission.name, bare)));
    }
}
