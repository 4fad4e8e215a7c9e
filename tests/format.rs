//! The formats as others see them: golden files, the schema, and a sentence for every bad file.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use common::{HARD, article, bundled, held, moment};
use pressmark::annotation::Annotation;
use pressmark::article::hash;
use pressmark::format::pressmark::{Export, read, write};
use pressmark::format::{FormatError, Opened, csv, open, web_annotation};
use pressmark::id::LabelId;
use pressmark::session::{Action, Scope, Session, plan};
use pressmark::text::{TextError, Unit};
use serde_json::{Value, json};

/// A session with every kind of answer, two annotators, an added article and orphans.
fn full() -> Session {
    let mut session = Session::with_articles(bundled());
    let ids: Vec<_> = session.articles.iter().map(|article| article.id.clone()).collect();
    let (plain, hard) = (ids[0].clone(), ids[1].clone());
    let label = |place, label| Action::Label(hard.clone(), place, LabelId::new(label));
    let first_line = session.articles[0].paragraphs[0].span;
    let actions = [
        label(0, "actor"),
        label(0, "event"),
        label(1, "claim"),
        Action::Note(hard.clone(), 1, "She says “us”: who?\n\u{1F469}\u{200D}\u{1F467} =1+1 <i>".into()),
        Action::None(hard.clone(), 2),
        Action::Unsure(hard.clone(), 3),
        label(3, "claim"),
        Action::Unsure(hard.clone(), 4),
        Action::Label(plain.clone(), 0, LabelId::new("event")),
        Action::Line(session.articles[0].with_line(first_line, true).into(), first_line, true),
        Action::Name("Heron 12".into()),
        Action::StartAsSomeoneElse,
        Action::Note(hard.clone(), 0, "only a note".into()),
        Action::Name("=2+5".into()),
        Action::Add(article("A new pier. It opens soon.", Some(1_764_061_800_000)).into()),
        Action::GoOnAs(pressmark::id::AnnotatorId::from_random(moment(0).random)),
    ];
    for (turn, action) in actions.iter().enumerate() {
        session = session.update(action, moment(turn)).0;
    }
    session
}

fn exported(what: Export) -> String {
    write(&full(), what, moment(100).now)
}

fn changed(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file = serde_json::from_str(&exported(Export::Backup)).expect("our own file is JSON");
    change(&mut file);
    file.to_string().into_bytes()
}

#[test]
fn exports_are_as_the_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../www/schema/pressmark-1.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for what in [Export::Backup, Export::Annotated, Export::Article(full().articles[2].id.clone())] {
        let file: Value = serde_json::from_str(&exported(what)).unwrap();
        let faults: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
    for empty in [Export::Backup, Export::Annotated] {
        let file = write(&Session::default(), empty, moment(0).now);
        assert!(validator.is_valid(&serde_json::from_str(&file).unwrap()));
    }
    let broken = changed(|file| file["articles"][1]["annotations"][0]["labels"] = json!(null));
    assert!(!validator.is_valid(&serde_json::from_slice(&broken).unwrap()));
}

/// Files that were released must open for ever and be written the same again. To make those of a new
/// version: run with `PRESSMARK_GOLDEN=write` once, and never again for a version that is out.
#[test]
fn golden_files_open_and_are_written_the_same_again() {
    for (name, what) in [("backup", Export::Backup), ("annotations", Export::Annotated)] {
        let path = format!("tests/data/versions/1/{name}.pressmark.json");
        if std::env::var_os("PRESSMARK_GOLDEN").is_some() {
            std::fs::write(&path, exported(what.clone())).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap();
        let Ok(Opened::Document(document)) = open(golden.as_bytes()) else { panic!("{name} does not open") };
        assert_eq!(document.notes, Vec::<String>::new());
        let fresh = Session::with_articles(bundled());
        let merged = plan(&fresh, &document, moment(0).now);
        let session = fresh.update(&Action::Merge(merged.into()), moment(0)).0;
        assert_eq!(undated(&write(&session, what, moment(100).now)), undated(&golden), "{name}");
        let back = session.update(&Action::Undo(Scope::Library), moment(1)).0;
        assert!(!back.has_work(), "taking in a file can be undone");
        if name == "backup" {
            assert_eq!(held(&session), held(&full()));
        }
    }
}

/// A file without the lines that name the program's version and explain the labels, which may change.
fn undated(file: &str) -> Vec<&str> {
    let is_kept = |line: &&str| !line.contains("\"generator\":") && !line.contains("\"definition\":");
    file.lines().filter(is_kept).collect()
}

/// Every file that cannot be opened, and what is said of it.
#[test]
fn every_bad_file_has_its_sentence() {
    let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let deep = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
    let good = exported(Export::Backup);
    let half = good.get(..good.len() / 2).unwrap_or(&good[..1000]).to_owned();
    let surrogate = good.replace("only a note", "half \\ud83d an emoji");
    let mut latin = good.clone().into_bytes();
    let at = good.find("Heron").unwrap();
    latin[at] = 0xE9;
    for (file, start) in [
        (Vec::new(), "There is no text to read."),
        (b" \n\t ".to_vec(), "There is no text to read."),
        (vec![b'a'; 4_000_001], "This text is too long: 5 MB."),
        (vec![b' '; 64_000_001], "This file is too large: 65 MB."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "This is not a text."),
        (b"a\0b".to_vec(), "This is not a text."),
        (b"PK\x03\x04....".to_vec(), "This is a packed file (zip, docx, epub)."),
        (b"%PDF-1.7".to_vec(), "This is a PDF, not a text."),
        (
            b"\xEF\xBB\xBF <!DOCTYPE html><script>alert(1)</script>".to_vec(),
            "This is a web page, not a text.",
        ),
        (b"<script>alert(1)</script>".to_vec(), "This is a web page, not a text."),
        (utf16("<html><body>x"), "This is a web page, not a text."),
        (b"{\"name\": \"package\"}".to_vec(), "This JSON file was not made by Pressmark."),
        (b"{}".to_vec(), "This JSON file was not made by Pressmark."),
        (b"[1, 2, 3]".to_vec(), "This JSON file was not made by Pressmark."),
        (deep(100_000).into_bytes(), "This JSON file is nested too deep"),
        ("[".repeat(100_000).into_bytes(), "This JSON file is nested too deep"),
        (format!("{{\"a\":{}}}", deep(100_000)).into_bytes(), "This JSON file is nested too deep"),
        (half.into_bytes(), "This file ends too early, in line "),
        (b"{\"format\": \"pressmark\", \"version\": 1, oops".to_vec(), "This file is damaged in line 1"),
        (surrogate.into_bytes(), "Line "),
        (latin, "Line 11 of this file holds bytes that are not UTF-8."),
        (changed(|f| f["version"] = json!(2)), "This was made by a newer Pressmark."),
        (changed(|f| f["version"] = json!(null)), "This file is not complete: its version is missing."),
        (changed(|f| f["kind"] = json!("exercise")), "This file is not complete: the exercise itself"),
        (changed(|f| f["kind"] = json!("submission")), "This file is not complete: which exercise"),
        (changed(|f| f["kind"] = json!("sonnet")), "This file says that it holds “sonnet”"),
        (
            changed(|f| f["articles"] = json!(null)),
            "This file is not complete: its list of articles is missing.",
        ),
        (
            changed(|f| f["articles"][0]["text"] = json!(null)),
            "This file is not complete: the text of article 1 is missing.",
        ),
        (
            changed(|f| f["articles"][0]["text"] = json!(7)),
            "A field “text” of this file holds another kind of value",
        ),
        (
            changed(|f| f["articles"][1]["text"] = json!("Another text.")),
            "The text of “Pier closes 🎣” was changed after the file was made: it does not match its hash.",
        ),
        (
            changed(|f| f["articles"][1]["id"] = json!("0000000000000000")),
            "The id of “Pier closes 🎣” does not belong to its text.",
        ),
    ] {
        let shown = String::from_utf8_lossy(file.get(..60).unwrap_or(&file)).into_owned();
        let reason = open(&file).expect_err(&shown);
        assert!(reason.to_string().starts_with(start), "{reason:?} for {shown}");
        let told = reason.about("class 7b.json");
        assert!(told.starts_with("\"class 7b.json\" could not be opened: "), "{told}");
        assert!(told.ends_with(". Nothing was changed."), "{told}");
    }
    let surrogate = good.replace("only a note", "half \\ud83d an emoji");
    assert!(matches!(open(surrogate.as_bytes()), Err(FormatError::LoneSurrogate { .. })));
    let text = "\0";
    let nul = changed(|f| {
        f["articles"] = json!([{"title": "Nul", "hash": hash(text), "text": text}]);
    });
    let reason = FormatError::ArticleText { title: "Nul".into(), reason: TextError::Binary };
    assert_eq!(open(&nul), Err(reason));
}

#[test]
fn what_is_a_text_is_taken_for_one() {
    let ends = "[1] A footnote comes first.";
    for text in
        ["The board voted.", ends, "{Note} The board voted.", "<b>Bold</b> words.", "[[Wiki]] text.", HARD]
    {
        assert_eq!(open(text.as_bytes()), Ok(Opened::Text(text.to_owned())));
    }
}

/// Faults inside a good file: the rest is read, and each is told by sentence and reason.
#[test]
fn faults_cost_only_what_they_touch() {
    type Change = fn(&mut Value);
    let table: [(Change, &str, usize); 11] = [
        (
            |a| a["sentences"][0]["end"] = json!(99_999),
            "Sentence 1 of “Pier closes 🎣”: its offsets lie outside the text; it was found by its words.",
            6,
        ),
        (
            |a| a["sentences"][1]["start"] = json!(3),
            "Sentence 2 of “Pier closes 🎣”: other words stand at its offsets; it was found by its words.",
            6,
        ),
        (
            |a| {
                a["sentences"][0]["end"] = json!(99_999);
                a["sentences"][0]["text"] = json!(null)
            },
            "Sentence 1 of “Pier closes 🎣”: its offsets lie outside the text.",
            4,
        ),
        (
            |a| a["annotations"][0]["labels"] = json!(["actor", "rumour"]),
            "Sentence 1 of “Pier closes 🎣”: the label “rumour” has no definition and was left out.",
            6,
        ),
        (
            |a| a["annotations"][0]["labels"] = json!(["rumour"]),
            "Sentence 1 of “Pier closes 🎣”: an annotation says nothing that is understood here.",
            5,
        ),
        (
            |a| a["annotations"][2]["none"] = json!(true),
            "Sentence 2 of “Pier closes 🎣”: it is marked with a label and with none; the label was kept.",
            6,
        ),
        (
            |a| a["annotations"][0]["sentence"] = json!(400),
            "Sentence 400 of “Pier closes 🎣”: it has no place in the text, so what was said of it was left out.",
            5,
        ),
        (
            |a| a["annotations"][0]["sentence"] = json!(null),
            "In “Pier closes 🎣”: an annotation does not say which sentence it is about and was left out.",
            5,
        ),
        (
            |a| a["annotations"][0]["annotator"] = json!(""),
            "Sentence 1 of “Pier closes 🎣”: an annotation does not say who made it and was left out.",
            5,
        ),
        (
            |a| a["annotations"][0]["annotator"] = json!("x7"),
            "Sentence 1 of “Pier closes 🎣”: its annotator x7 is not listed in the file.",
            6,
        ),
        (
            |a| {
                let twice = a["annotations"][0].clone();
                a["annotations"].as_array_mut().unwrap().insert(0, twice)
            },
            "Sentence 1 of “Pier closes 🎣”: it is annotated twice by the same annotator; the first one was read.",
            6,
        ),
    ];
    for (change, note, kept) in table {
        let file = changed(|file| change(&mut file["articles"][1]));
        let document = read(&file).unwrap();
        assert!(document.notes.iter().any(|told| told == note), "{note}: {:?}", document.notes);
        assert_eq!(document.articles[1].annotations.len(), kept, "{note}");
        let session = Session::with_articles(bundled());
        assert!(plan(&session, &document, moment(0).now).is_in_doubt());
    }
    let twice = changed(|file| {
        let (article, annotator) = (file["articles"][1].clone(), file["annotators"][0].clone());
        file["articles"].as_array_mut().unwrap().push(article);
        file["annotators"].as_array_mut().unwrap().push(annotator);
    });
    let document = read(&twice).unwrap();
    assert_eq!((document.articles.len(), document.annotators.len(), document.notes.len()), (3, 2, 2));
    let lost = changed(|file| {
        file["articles"][1]["sentences"][0]["end"] = json!(99_999);
        file["articles"][1]["sentences"][0]["text"] = json!("Words that stand nowhere in it, xyzzy.");
    });
    let document = read(&lost).unwrap();
    assert_eq!(document.articles[1].orphans.len(), 2, "kept in the list of what has no place");
}

#[test]
fn offsets_that_another_program_counted_in_utf16_are_understood() {
    let session = full();
    let hard = &session.articles[1];
    let file = changed(|file| {
        for (place, span) in hard.sentences.iter().enumerate() {
            for (field, byte) in [("start", span.start()), ("end", span.end())] {
                let offset = hard.offsets.from_byte(&hard.text, byte, Unit::Utf16);
                file["articles"][1]["sentences"][place][field] = json!(offset);
            }
        }
    });
    let (theirs, ours) = (read(&file).unwrap(), read(exported(Export::Backup).as_bytes()).unwrap());
    assert_eq!(theirs, ours);
}

#[test]
fn older_and_smaller_forms_are_read() {
    let file = changed(|file| {
        file["a later field"] = json!({"deep": [1, 2, {"x": null}]});
        let article = file["articles"][1].as_object_mut().unwrap();
        for field in ["furniture", "sentences", "orphans", "source", "date", "id"] {
            article.remove(field);
        }
    });
    let (theirs, ours) = (read(&file).unwrap(), read(exported(Export::Backup).as_bytes()).unwrap());
    assert_eq!(theirs, ours);
    let marked = [b"\xEF\xBB\xBF".as_slice(), &file].concat();
    assert_eq!(open(&marked), Ok(Opened::Document(ours)));
}

/// Spreadsheets: every row has all cells, nothing begins a formula, the three answers differ.
#[test]
fn csv_is_safe_for_spreadsheets() {
    let session = full();
    let table = csv::write(&session, Export::Backup);
    assert!(table.starts_with('\u{feff}') && table.ends_with("\r\n"));
    assert_eq!(table, csv::write(&session, Export::Backup));
    let mut rows = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let header = rows.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|h| h == name).unwrap();
    let rows: Vec<::csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(header.len(), 18);
    assert_eq!(rows.len(), 2 + 5 * 2 + 2, "one row a sentence and annotator, also where nothing is said");
    for row in &rows {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
    }
    let hard: Vec<_> = rows.iter().filter(|row| &row[column("article")] == "Pier closes 🎣").collect();
    let formula = hard.iter().find(|row| row[column("text")].starts_with("'=2+5")).expect("kept as text");
    assert!(hard.iter().any(|row| &row[column("annotator")] == "'=2+5"));
    assert_eq!((&formula[column("state")], &formula[column("claim")]), ("none", "0"));
    let first =
        hard.iter().find(|row| &row[column("claim")] == "1" && &row[column("not_sure")] == "0").unwrap();
    assert_eq!(&first[column("note")], "She says “us”: who?\n\u{1F469}\u{200D}\u{1F467} =1+1 <i>");
    let chars = first[column("text")].chars().count();
    let number = |name: &str| first[column(name)].parse::<usize>().unwrap();
    assert_eq!(number("end") - number("start"), chars);
}

/// The quote selector and the position selector of every annotation select the same words.
#[test]
fn web_annotations_select_what_they_quote() {
    let session = full();
    let file: Value =
        serde_json::from_str(&web_annotation::write(&session, Export::Backup, moment(100).now)).unwrap();
    assert_eq!(file["@context"], "http://www.w3.org/ns/anno.jsonld");
    let items = file["first"]["items"].as_array().unwrap();
    assert_eq!((file["total"].as_u64(), items.len()), (Some(6), 6));
    let hard: Vec<char> = HARD.chars().collect();
    for item in items {
        assert_eq!(item["target"]["source"], format!("urn:sha256:{}", &hash(HARD)["sha256:".len()..]));
        let selectors = item["target"]["selector"].as_array().unwrap();
        let (quote, position) = (&selectors[0], &selectors[1]);
        let at = |field: &str| usize::try_from(position[field].as_u64().unwrap()).unwrap();
        let words: String = hard[at("start")..at("end")].iter().collect();
        assert_eq!(quote["exact"], words);
        let before: String = hard[..at("start")].iter().collect();
        assert!(before.ends_with(quote["prefix"].as_str().unwrap()));
        assert!(item["id"].as_str().unwrap().starts_with("urn:pressmark:annotation:"));
    }
    let tags = |item: &Value| -> Vec<(String, String)> {
        let bodies = item["body"].as_array().unwrap().iter();
        bodies
            .map(|b| (b["purpose"].as_str().unwrap().to_owned(), b["value"].as_str().unwrap().to_owned()))
            .collect()
    };
    let all: Vec<(String, String)> = items.iter().flat_map(tags).collect();
    for (purpose, value) in
        [("tagging", "claim"), ("tagging", "none"), ("tagging", "not sure"), ("commenting", "only a note")]
    {
        assert!(all.contains(&(purpose.to_owned(), value.to_owned())), "{purpose} {value}");
    }
    assert_eq!(items[0]["creator"]["nickname"], "Heron 12");
}

#[test]
fn a_long_file_is_read_in_one_walk() {
    let text: String = (0..10_000).map(|n| format!("Sentence {n} — says 🎣 nothing new.\n")).collect();
    let mut session = Session::with_articles([article(&text, Some(5))]);
    let id = session.articles[0].id.clone();
    session = session.update(&Action::Unsure(id.clone(), 0), moment(0)).0;
    let (me, long) = (session.me.clone().unwrap(), session.articles[0].clone());
    let marks = long
        .sentences
        .iter()
        .map(|span| std::rc::Rc::new(Annotation { unsure: true, ..Annotation::blank(*span, moment(1).now) }));
    let set = pressmark::annotation::Annotations::laid(&long, marks);
    session.work.get_mut(&id).unwrap().insert(me, set.into());
    let file = write(&session, Export::Article(id), moment(0).now);
    let begun = std::time::Instant::now();
    let document = read(file.as_bytes()).unwrap();
    assert_eq!((document.articles[0].annotations.len(), document.notes.len()), (10_000, 0));
    assert!(begun.elapsed().as_secs() < 20, "far less even without optimisation: {:?}", begun.elapsed());
}
