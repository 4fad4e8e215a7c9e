//! Words made to do harm (`tests/data/hostile.json`) in exercises, submissions and class boards stay words.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use std::rc::Rc;

use common::{article, bundled, moment};
use pressmark::annotation::{Codebook, Label};
use pressmark::exercise::board::{Board, Incoming, Item, Reason, Vote};
use pressmark::exercise::{Exercise, Feedback, Judgement, Key, KeyEntry, Rules, Submission, WarmUp, When};
use pressmark::format::board::{Names, compact, grid, item, read, write as write_board};
use pressmark::format::exercise::{link_text, made, read_link, write, write_submission};
use pressmark::format::{Opened, carrier, codebook, open};
use pressmark::id::{ExerciseId, LabelId};
use pressmark::session::{Action, Session};
use pressmark::text::clean;
use serde_json::Value;

fn corpus() -> Vec<String> {
    let kinds: Value = serde_json::from_str(include_str!("data/hostile.json")).unwrap();
    let lists = kinds.as_object().unwrap().values().flat_map(|list| list.as_array().unwrap());
    lists.map(|it| it.as_str().unwrap().to_owned()).collect()
}

/// An exercise that says `payload` wherever a teacher can write words. Names hold no space at their ends.
fn exercise(payload: &str) -> Rc<Exercise> {
    let words = payload.trim();
    let text = clean(&format!("He said {payload} aloud. Then he left."));
    let label = Label {
        id: LabelId::new("l1"),
        name: words.to_owned(),
        key: '1',
        letter: None,
        definition: payload.to_owned(),
        question: payload.to_owned(),
        example: payload.to_owned(),
        ink: 1,
    };
    let mut article = article(&text.unwrap_or_else(|_| "He left.".into()), Some(5));
    article.title = format!("T{payload}");
    article.source = Some(payload.to_owned());
    let l1 = || LabelId::new("l1");
    let draft = Exercise {
        id: ExerciseId::new(""),
        title: words.to_owned(),
        instructions: payload.to_owned(),
        codebook: Rc::new(Codebook { name: payload.to_owned(), labels: vec![label] }),
        articles: vec![Rc::new(article)],
        rules: Rules::default(),
        warm_up: vec![WarmUp {
            text: format!("He said {payload}."),
            judgements: vec![(l1(), Judgement::Required)],
            reason: payload.to_owned(),
        }],
        key: Key {
            entries: vec![KeyEntry {
                article: 0,
                sentence: 0,
                label: l1(),
                judgement: Judgement::Accepted,
                reason: payload.to_owned(),
            }],
        },
        feedback: Feedback::WhereAndWhy,
        when: When::AtOnce,
        created: moment(0).now,
    };
    Rc::new(made(&draft).unwrap_or_else(|why| panic!("{payload:?}: {why}")))
}

/// What a pupil hands in whose name and note are the payload: the file and what it holds.
fn handed_in(exercise: &Rc<Exercise>, payload: &str) -> (String, Submission) {
    let id = exercise.articles[0].id.clone();
    let actions = [
        Action::TakeExercise(Rc::clone(exercise)),
        Action::Start(payload.to_owned()),
        Action::Label(id.clone(), 0, LabelId::new("l1")),
        Action::Note(id, 0, payload.to_owned()),
    ];
    let start = Session::with_articles(bundled());
    let session = actions.iter().enumerate().fold(start, |now, (turn, it)| now.update(it, moment(turn)).0);
    let submission = session.submission(exercise, session.annotator().unwrap(), moment(50).now);
    (write_submission(&session, exercise, &submission, moment(51).now), submission)
}

#[test]
fn an_exercise_comes_out_of_its_file_and_its_link_as_it_went_in() {
    for payload in corpus() {
        let exercise = exercise(&payload);
        assert_eq!((&*exercise.title, &*exercise.instructions), (payload.trim(), &*payload));
        let file = write(&exercise, moment(9).now);
        assert_eq!(open(file.as_bytes()), Ok(Opened::Exercise(Rc::clone(&exercise))), "{payload:?}");
        assert_eq!(read_link(link_text(&exercise).as_bytes()), Ok(exercise), "{payload:?}");
    }
}

#[test]
fn an_exercise_in_a_page_is_text_and_ends_nothing() {
    for payload in corpus() {
        let text = link_text(&exercise(&payload));
        let page = carrier::put("<body><p>Hi</p></body>", &text).unwrap();
        assert_eq!(page.matches('<').count(), 6, "{payload:?}");
        // A parser of HTML makes one LF of CR LF, and another character of NUL: none may be in it.
        assert!(!page.contains(['\0', '\r', '\n']), "{payload:?}");
        let (_, carried) = page.split_once(" hidden>").unwrap();
        let (carried, _) = carried.split_once("</pre>").unwrap();
        assert_eq!(carried.replace("&lt;", "<").replace("&amp;", "&"), text);
    }
}

#[test]
fn a_submission_comes_to_the_board_with_its_words_and_its_tables_hold_no_formula() {
    for payload in corpus() {
        let exercise = exercise(&payload);
        let (file, submission) = handed_in(&exercise, &payload);
        assert_eq!(&*submission.answers[0][0].note, &*payload);
        let items = vec![item(&payload, file.as_bytes())];
        assert!(matches!(&items[0].what, Incoming::Submission(..)), "{payload:?}");
        let what = Incoming::Unreadable(Reason::OtherKind { what: "a text" });
        let nonsense = Item { from: payload.as_str().into(), what };
        let board = Board::new(Rc::clone(&exercise)).take(Vote::First, items).0;
        let board = board.take(Vote::First, vec![nonsense]).0;
        for stored in [write_board(&board, moment(60).now), compact(&board, moment(60).now)] {
            let (again, notes) = read(stored.as_bytes()).unwrap();
            assert_eq!(notes, [""; 0], "{payload:?}");
            assert_eq!(again.exercise, board.exercise, "{payload:?}");
            assert_eq!(again.first, board.first, "{payload:?}");
            assert_eq!(write_board(&again, moment(60).now), write_board(&board, moment(60).now));
        }
        let rows = board.rows(Vote::First, &board.tallies(Vote::First), None);
        let table = grid(&board, Vote::First, &rows, Names::CodeNames);
        let mut table = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let mut cells: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
        cells.extend(
            table.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()),
        );
        for cell in cells {
            let first = cell.trim_start_matches([' ', '\n', '\u{a0}']).chars().next();
            assert!(!first.is_some_and(|c| "=+-@\t\r＝＋－＠".contains(c)), "{cell:?}");
        }
    }
}

#[test]
fn a_codebook_comes_out_of_its_table_and_its_xml_as_it_went_in() {
    // With many control characters a table is no text to any program.
    for payload in
        corpus().into_iter().filter(|payload| !payload.chars().any(|c| c.is_control() && !c.is_whitespace()))
    {
        let before = &exercise(&payload).codebook;
        let table = codebook::write_csv(before);
        let again = codebook::read(table.as_bytes(), &before.name);
        let again = again.unwrap_or_else(|why| panic!("{payload:?}: {why}: {table:?}")).codebook;
        let single = payload.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(again.labels[0].name, single, "{payload:?}: {table:?}");
        assert_eq!(again.labels[0].definition, payload.trim().replace("\r\n", "\n"), "{table:?}");
        let xml = codebook::write_qdc(before);
        let again = codebook::read(xml.as_bytes(), &before.name);
        let again = again.unwrap_or_else(|why| panic!("{payload:?}: {why}: {xml:?}")).codebook;
        assert_eq!(again.labels.len(), 1, "{xml}");
    }
}
