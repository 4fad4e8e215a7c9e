//! Boards as files and tables: there and back, golden exports, and what is damaged.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use std::rc::Rc;

use pressmark::exercise::board::{
    Board, ByHand, Incoming, Item, Place, Reason, Roster, Table, Vote, exercise_of, exercise_of_codes, names,
    pasted,
};
use pressmark::exercise::{Answer, Exercise, Receipt, Submission, code};
use pressmark::format::board::{
    Assembly, Names, Pieces, compact, grid, item, items_of_text, read, read_roster, scores, write,
    write_roster,
};
use pressmark::format::pressmark::write_backup;
use pressmark::format::{FormatError, Opened, exercise, open};
use pressmark::id::AnnotatorId;
use pressmark::presets;
use pressmark::session::Session;
use pressmark::time::Timestamp;
use serde_json::Value;

const NOW: Timestamp = Timestamp(1_795_600_000_000);

/// The made-up class with everything that a board can hold.
fn full() -> Board {
    let board = presets::class_of_30_with_second_vote().unwrap();
    let mut again = (*board.first[3].submission).clone();
    again.handed_in = again.handed_in.map(|when| Timestamp(when.0 + 1));
    again.answers[0][0] =
        Answer { labels: 0b011, main: Some(1), note: "=1+1, “hm”\n".into(), ..Answer::default() };
    let line = [code::write(&board.exercise, &again.answers), "Wren 1".to_owned()];
    let mut items = pasted(&board.exercise, &format!("{} {}\nnot a code\n", line[1], line[0]));
    items.push(Item { from: "again.json".into(), what: Incoming::Submission(again, None) });
    let (board, report) = board.take(Vote::First, items);
    assert_eq!((report.taken.len(), report.refused.len()), (2, 1));
    let place = |sentence| Place { article: 0, sentence };
    let board = board.decided(ByHand { place: place(9), label: 0, decision: None });
    board.decided(ByHand { place: place(4), label: 2, decision: Some(true) })
}

/// The same with the reasons as words, as files hold them.
fn in_words(mut board: Board) -> Board {
    for refused in &mut board.refused {
        refused.reason = Reason::Unreadable(refused.reason.to_string());
    }
    board
}

#[test]
fn the_made_up_exercise_has_the_id_of_what_it_holds() {
    let ours = presets::exercise().unwrap();
    assert_eq!(exercise::made(&ours).unwrap(), *ours);
}

/// As for the other kinds, see tests/format.rs. The stored form says the same without spaces.
#[test]
fn a_golden_board_opens_and_is_written_the_same_again() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/versions/1/board.pressmark.json");
    if std::env::var_os("PRESSMARK_GOLDEN").is_some() {
        std::fs::write(path, write(&full(), NOW)).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap();
    let (board, notes) = read(golden.as_bytes()).unwrap();
    assert_eq!(notes, Vec::<String>::new());
    assert_eq!(board.first.len(), 31);
    assert_eq!(write(&board, NOW), golden);
    assert_eq!(read(compact(&board, NOW).as_bytes()).unwrap().0, board);
}

#[test]
fn a_board_comes_back_from_its_file_and_from_storage() {
    let board = full();
    for file in [write(&board, NOW), compact(&board, NOW)] {
        let (back, notes) = read(file.as_bytes()).unwrap();
        assert_eq!((back, notes), (in_words(board.clone()), Vec::<String>::new()));
    }
    let (back, _) = read(write(&board, NOW).as_bytes()).unwrap();
    assert_eq!(write(&back, NOW), write(&board, NOW), "a second export has the same bytes");
    let Ok(Opened::Document(document)) = open(write(&board, NOW).as_bytes()) else { panic!("it opens") };
    assert_eq!((document.boards.len(), document.exercises.len()), (1, 1));
}

#[test]
fn what_came_before_the_board_was_stored_is_known_after() {
    let board = full();
    let (back, _) = read(compact(&board, NOW).as_bytes()).unwrap();
    let before = presets::class_of_30().unwrap();
    let items = before.first.iter().map(|entry| {
        let what = Incoming::Submission((*entry.submission).clone(), None);
        Item { from: Rc::clone(&entry.from), what }
    });
    let (after, report) = back.take(Vote::First, items.collect());
    assert_eq!((after.first.clone(), report.taken.len()), (back.first, 0));
    let lines = pasted(&board.exercise, "\nnot a code");
    let (after, _) = after.take(Vote::First, lines);
    assert_eq!(after.not_taken(), 2, "the replaced one; the line is listed once");
}

#[test]
fn a_back_up_holds_boards_and_their_exercises() {
    let board = Rc::new(in_words(full()));
    let file = write_backup(&Session::default(), &[Rc::clone(&board)], NOW);
    let Ok(Opened::Document(document)) = open(file.as_bytes()) else { panic!("it opens") };
    assert_eq!(document.boards, [board]);
}

#[test]
fn a_board_comes_back_from_its_pieces_however_many_rows_it_has() {
    let whole = full();
    for (first, second) in [(0, 0), (1, 0), (0, 3), (30, 30), (31, 32), (32, 33), (65, 1)] {
        let rows = |count: usize| {
            let of = |number: usize| {
                let mut entry = whole.first[number % 30].clone();
                let mut submission = (*entry.submission).clone();
                submission.annotator = AnnotatorId::new(&format!("row{number}"));
                entry.submission = Rc::new(submission);
                entry
            };
            (0..count).map(of).collect()
        };
        let board = Rc::new(Board { first: rows(first), second: rows(second), ..in_words(whole.clone()) });
        let pieces: Vec<String> = Pieces::new(&board, NOW).collect();
        assert_eq!(pieces.len(), 1 + first.div_ceil(32) + second.div_ceil(32));
        let mut assembly = Assembly::begin(&pieces[0]).unwrap();
        pieces.iter().skip(1).for_each(|piece| assembly.add(piece).unwrap());
        assert_eq!(assembly.finish(), ((*board).clone(), Vec::<String>::new()));
    }
}

#[test]
fn a_piece_that_is_damaged_is_an_error_and_a_damaged_row_is_named() {
    let board = Rc::new(full());
    let pieces: Vec<String> = Pieces::new(&board, NOW).collect();
    let begun = || Assembly::begin(&pieces[0]).unwrap();
    assert!(
        Assembly::begin("{}").is_err()
            && begun().add("").is_err()
            && begun().add("{\"vote\":\"first\"}").is_err()
    );
    let mut assembly = begun();
    assembly.add(&pieces[1].replacen("\"answers\":[\"", "\"answers\":[\"x ", 1)).unwrap();
    let (_, notes) = assembly.finish();
    assert_eq!(notes, ["Row 1 of the class board was left out: its answers cannot be read."]);
    let (whole, _) = Assembly::begin(&compact(&board, NOW)).unwrap().finish();
    assert_eq!(whole, in_words(full()), "what was stored in one piece is read for ever");
}

#[test]
fn files_are_as_the_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../www/schema/pressmark-1.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let empty = Board::new(presets::exercise().unwrap());
    for file in [write(&full(), NOW), compact(&full(), NOW), write(&empty, NOW)] {
        let value: Value = serde_json::from_str(&file).unwrap();
        let faults: Vec<String> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
    let odd = write(&full(), NOW).replace("\"receipt\": \"code\"", "\"receipt\": \"perhaps\"");
    assert!(!validator.is_valid(&serde_json::from_str(&odd).unwrap()));
}

#[test]
fn damage_is_told_and_the_rest_is_read() {
    let file = compact(&full(), NOW);
    let with = |from: &str, to: &str| {
        assert!(file.contains(from), "{from}");
        read(file.replacen(from, to, 1).as_bytes())
    };
    let (board, notes) = with("\"answers\":[\"", "\"answers\":[\"x ").unwrap();
    assert_eq!(board.first.len(), full().first.len() - 1);
    assert_eq!(notes, ["Row 1 of the class board was left out: its answers cannot be read."]);
    let (_, notes) = with("\"answers\":[\"", "\"answers\":[\". ").unwrap();
    assert!(notes[0].contains("it answers 13 sentences of “Diplomatic"), "{notes:?}");
    let (_, notes) = with("\"answers\":[\"", "\"answers\":[\"9 ").unwrap();
    assert!(notes[0].starts_with("Row 1 of the class board was left out"), "{notes:?}");
    let first = format!("\"annotator\":\"{}\"", full().first[0].submission.annotator);
    let second = format!("\"annotator\":\"{}\"", full().first[1].submission.annotator);
    let (board, notes) = with(&second, &first).unwrap();
    assert_eq!((board.first.len(), notes.len()), (full().first.len() - 1, 1), "{notes:?}");
    let missing = with("\"boards\":[", "\"other\":[").unwrap_err();
    assert!(matches!(missing, FormatError::Missing { .. }));
    assert!(matches!(
        with("\"first\":[", "\"first\":7,\"x\":["),
        Err(FormatError::WrongValue { field: "first" })
    ));
    assert!(matches!(read(&file.as_bytes()[..file.len() / 2]), Err(FormatError::Truncated { .. })));
    let other = with("\"boards\":[{\"exercise\":\"01", "\"boards\":[{\"exercise\":\"02");
    assert!(matches!(other, Err(FormatError::Missing { .. })));
}

#[test]
fn a_roster_comes_back_and_is_in_no_file() {
    let board = full();
    let roster = Roster::default().with(&board.first[0], "Mia Berg").with(&board.first[1], "Ole “O” Dahl");
    assert_eq!(read_roster(&write_roster(&roster)).unwrap(), roster);
    assert!(read_roster("{}").is_err() && read_roster("").is_err());
    assert_eq!(names(&board, Vote::First, &roster)[..2], ["Mia Berg", "Ole “O” Dahl"]);
    let rows = board.rows(Vote::First, &board.tallies(Vote::First), None);
    let table = |shown| grid(&board, Vote::First, &rows, shown);
    assert!(!write(&board, NOW).contains("Mia") && !table(Names::CodeNames).contains("Mia"));
    assert!(table(Names::RealNames(&roster)).contains("\r\nMia Berg,"));
    let hidden = table(Names::Hidden) + &key_scores(&board, Names::Hidden);
    for entry in &board.first {
        let who = &entry.submission;
        assert!(!hidden.contains(&who.name) && !hidden.contains(who.annotator.as_str()));
    }
}

fn key_scores(board: &Board, shown: Names<'_>) -> String {
    let rows = board.rows(Vote::First, &board.tallies(Vote::First), None);
    let key = Table::new(&board.exercise, &board.exercise.key).unwrap();
    scores(board, Vote::First, &rows, &key, shown)
}

#[test]
fn tables_are_as_they_were_released() {
    let board = full();
    let rows = board.rows(Vote::First, &board.tallies(Vote::First), None);
    for (name, now) in [
        ("grid.csv", grid(&board, Vote::First, &rows, Names::CodeNames)),
        ("scores.csv", key_scores(&board, Names::Hidden)),
    ] {
        let path = [concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/board/"), name].concat();
        let width = |record: csv::StringRecord| record.len();
        let mut table = csv::Reader::from_reader(now.as_bytes());
        let (columns, rows) =
            (width(table.headers().unwrap().clone()), table.records().map(|row| width(row.unwrap())));
        assert_eq!(rows.filter(|row| *row == columns).count(), board.first.len(), "{name}");
        assert_eq!(now, std::fs::read_to_string(&path).unwrap_or_default(), "{name}");
    }
}

#[test]
fn no_name_is_a_formula() {
    let exercise = presets::exercise().unwrap();
    let submission = Submission {
        exercise: exercise.id.clone(),
        annotator: AnnotatorId::new("-1"),
        name: "=HYPERLINK(\"x\")\u{202e}\u{7}".to_owned(),
        answers: vec![vec![Answer::default(); 12]],
        handed_in: None,
        receipt: Receipt::Intact,
    };
    let items = vec![Item { from: "x".into(), what: Incoming::Submission(submission, None) }];
    let (board, _) = Board::new(exercise).take(Vote::First, items);
    let rows = board.rows(Vote::First, &board.tallies(Vote::First), None);
    let table = grid(&board, Vote::First, &rows, Names::CodeNames);
    assert!(
        table.contains("\r\n\"'=HYPERLINK(\"\"x\"\")\",\"'=HYPERLINK(\"\"x\"\")\",'-1,,0,intact,,"),
        "{table}"
    );
}

#[test]
fn a_line_is_a_code_with_or_without_a_name() {
    let board = presets::class_of_30().unwrap();
    let of = |row: usize| code::write(&board.exercise, &board.first[row].submission.answers);
    let text = format!(
        "Heron 12: {}\n\n  {}\r\nPupils:\nTern 9\t{}\n{}",
        of(0),
        of(1).to_lowercase(),
        of(2),
        &of(3)[1..]
    );
    let items = pasted(&board.exercise, &text);
    let (after, report) = Board::new(Rc::clone(&board.exercise)).take(Vote::First, items);
    let taken: Vec<(&str, &str)> =
        report.taken.iter().map(|taken| (&*taken.from, taken.name.as_str())).collect();
    assert_eq!(taken, [("Line 1", "Heron 12"), ("Line 3", ""), ("Line 5", "Tern 9")]);
    let lines: Vec<&str> = report.refused.iter().map(|refused| &*refused.from).collect();
    let cut = format!("Line 6, “{}”", &of(3)[1..]);
    assert_eq!(lines, ["Line 4, “Pupils:”", cut.as_str()], "what cannot be read is told with its words");
    assert!(after.first.iter().all(|entry| entry.is_code() && entry.submission.handed_in.is_none()));
    let (again, report) = after.take(Vote::First, pasted(&board.exercise, &text));
    assert_eq!((again.first == after.first, report.taken.len()), (true, 0));
}

#[test]
fn a_new_board_is_of_the_exercise_that_most_of_it_belongs_to() {
    let ours = presets::exercise().unwrap();
    let other =
        Rc::new(exercise::made(&Exercise { title: "Another".to_owned(), ..(*ours).clone() }).unwrap());
    let made_up = presets::class_of_30().unwrap();
    let of = |exercise: &Rc<Exercise>, row: usize| Item {
        from: "x".into(),
        what: Incoming::Submission((*made_up.first[row].submission).clone(), Some(Rc::clone(exercise))),
    };
    assert_eq!(exercise_of(&[of(&other, 0), of(&ours, 1), of(&ours, 2)]), Some(Rc::clone(&ours)));
    assert_eq!(exercise_of(&[of(&other, 0), of(&ours, 1)]), Some(Rc::clone(&other)));
    assert_eq!(exercise_of(&[item("x", b"One.")]), None);
    let line = code::write(&other, &made_up.first[0].submission.answers);
    let text = format!("Pupils\nHeron 12 {line}");
    assert_eq!(exercise_of_codes(&text, &[Rc::clone(&ours), Rc::clone(&other)]), Some(other));
    assert_eq!(exercise_of_codes("Pupils", &[ours]), None);
}

#[test]
fn what_is_no_submission_is_named() {
    let board = presets::class_of_30().unwrap();
    let told = |bytes: &[u8]| match item("x", bytes).what {
        Incoming::Unreadable(reason) => reason.to_string(),
        Incoming::Submission(..) => panic!("a submission"),
    };
    let exercise = exercise::write(&board.exercise, NOW);
    for (bytes, holds) in [
        (exercise.as_bytes(), "This file holds an exercise, not what a pupil handed in."),
        (write(&board, NOW).as_bytes(), "This file holds a back-up, not"),
        (b"The board voted.".as_slice(), "This file holds a text, not"),
        (b"PK\x03\x04", "a packed file (zip, docx, epub), not what a pupil handed in."),
        (b"%PDF-1.4", "a PDF, not"),
        (b"<!doctype html><p>Hello", "a web page, not"),
        (b"{\"format\": \"pressmark\"", "ends too early"),
        (b"\x00\x01", "nothing that Pressmark can read, not"),
        (b"", "nothing that Pressmark can read, not"),
    ] {
        let told = told(bytes);
        assert!(told.contains(holds) && told.ends_with('.'), "{told}");
    }
    let line = code::write(&board.exercise, &board.first[0].submission.answers);
    let text = format!("Heron 12 {line}\nand a remark");
    let items = items_of_text(&board.exercise, "codes.txt", text.as_bytes());
    assert_eq!(
        items.iter().map(|item| &*item.from).collect::<Vec<_>>(),
        ["codes.txt, line 1", "codes.txt, line 2, “and a remark”"]
    );
    assert_eq!(items_of_text(&board.exercise, "a.txt", b"One. Two.\nThree.").len(), 1);
}

#[test]
fn a_handed_in_file_goes_on_the_board_and_a_broken_one_is_not_half_taken() {
    let file = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/versions/1/submission.pressmark.json"
    ))
    .unwrap();
    let taken = |file: &str| -> (Rc<Exercise>, Item) {
        let item = item("x", file.as_bytes());
        let exercise = match open(file.as_bytes()) {
            Ok(Opened::Submission { exercise, .. }) => exercise,
            other => panic!("{other:?}"),
        };
        (exercise, item)
    };
    let (exercise, whole) = taken(&file);
    let (board, report) = Board::new(Rc::clone(&exercise)).take(Vote::First, vec![whole]);
    assert_eq!((board.first.len(), report.taken[0].name.as_str()), (1, "Heron 12"));
    let (_, changed) = taken(&file.replacen("Who is “us”?", "Who is “them”?", 1));
    let (board, _) = Board::new(Rc::clone(&exercise)).take(Vote::First, vec![changed]);
    assert!(board.first[0].is_changed());
    let (_, broken) =
        taken(&file.replacen("\"claim\",\n            \"actor\"", "\"claims\",\n            \"actor\"", 1));
    let Incoming::Unreadable(reason) = broken.what else { panic!("half taken: {broken:?}") };
    assert!(reason.to_string().contains("changed after it was handed in, and"), "{reason}");
    let (board, report) = presets::class_of_30().unwrap().take(Vote::First, vec![item("x", file.as_bytes())]);
    assert!(matches!(&report.refused[0].reason, Reason::OtherExercise { .. }));
    assert_eq!(board.first.len(), 30);
}
