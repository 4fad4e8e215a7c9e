//! Too much of anything is refused in words or left out with a note; what breaks off is never half taken in.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use common::{PLAIN, Storage, article, bundled, held, moment};
use pressmark::annotation::LONGEST_NOTE;
use pressmark::article::{MOST_SENTENCES, hash};
use pressmark::format::pressmark::{Export, read, write};
use pressmark::format::storage::{Later, load, writes};
use pressmark::format::{FormatError, Opened, open};
use pressmark::id::LabelId;
use pressmark::session::{Action, Document, Session, Touched, plan};
use pressmark::text::TextError;
use serde_json::{Value, json};

/// A file of annotations with these annotators and articles.
fn file(annotators: &[Value], articles: &[Value]) -> Vec<u8> {
    let file = json!({"format": "pressmark", "version": 1, "kind": "annotations", "annotators": annotators, "articles": articles});
    file.to_string().into_bytes()
}

fn wire(text: &str, annotations: &[Value]) -> Value {
    json!({"hash": hash(text), "title": "Long", "text": text, "annotations": annotations})
}

fn mark(sentence: usize, annotator: &str) -> Value {
    json!({"sentence": sentence, "none": true, "annotator": annotator})
}

fn refusal(file: &[u8]) -> String {
    open(file).expect_err("too much").about("big.json")
}

fn document(file: &[u8]) -> Document {
    read(file).unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn too_many_of_anything_is_refused_with_the_number_that_is_read() {
    let somebody: Vec<Value> = (0..100_000).map(|n| json!({"id": format!("a{n}")})).collect();
    let empty = vec![json!({}); 5_001];
    let long = "Yes.\n".repeat(100_000);
    let everyone: Vec<Value> = (0..201).map(|n| mark(n + 1, &format!("a{n}"))).collect();
    let zeros = format!("{{\"format\": \"pressmark\", \"x\": [{}0]}}", "0,".repeat(4_000_001));
    for (file, told) in [
        (file(&somebody, &[]), "more than 5,000 annotators,"),
        (file(&[], &empty), "more than 5,000 articles,"),
        (zeros.into_bytes(), "more than 4 million values,"),
        (file(&somebody[..300], &[wire(&long, &everyone)]), "more than 20 million rows"),
        (
            file(&[], &[wire(&"Yes.\n".repeat(200_001), &[])]),
            "This text has 200001 lines, more than can be read",
        ),
        (
            file(&[], &[wire(&"Yes! ".repeat(200_001), &[])]),
            "This text has 200001 sentences, more than can be read",
        ),
    ] {
        let refusal = refusal(&file);
        assert!(refusal.contains(told) && refusal.ends_with(" Nothing was changed."), "{refusal}");
    }
}

#[test]
fn commas_within_words_are_no_values() {
    let text = format!("One{} two.", ",".repeat(4_100_000 / 2));
    let text = format!("{text}\\\" {text}");
    assert!(matches!(read(&file(&[], &[wire(&text, &[])])), Err(FormatError::ArticleText { .. })));
    let text = format!("One{} two \\\"said\\\".", ",".repeat(3_900_000));
    let long = json!({"hash": hash(&text), "text": text, "title": text, "annotations": []});
    assert_eq!(document(&file(&[], &[long])).articles.len(), 1);
}

#[test]
fn a_text_of_a_million_sentences_is_no_article() {
    let long = article(&"Yes.\n".repeat(MOST_SENTENCES + 1), None);
    let reason = TextError::TooManySentences { sentences: MOST_SENTENCES + 1 };
    assert_eq!(long.with_at_most(MOST_SENTENCES), Err(reason));
    assert!(article(PLAIN, None).with_at_most(MOST_SENTENCES).is_ok());
}

#[test]
fn ids_and_notes_of_a_megabyte_are_left_out_or_cut_and_told_in_short() {
    let long = "é".repeat(500_000);
    let mut marks = vec![mark(1, &long), mark(2, "k3v9q2"), mark(3, "k3v9q2")];
    marks[1]["note"] = json!(long);
    marks[2]["labels"] = json!([long]);
    marks[2]["exercise"] = json!(long);
    let people = [json!({"id": "k3v9q2", "name": long}), json!({"id": long, "name": "x"})];
    let document = document(&file(&people, &[wire(PLAIN, &marks)]));
    assert_eq!(document.annotators.len(), 1);
    assert!(document.annotators[0].name.len() <= 800);
    let read = &document.articles[0].annotations;
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].1.note.len(), LONGEST_NOTE);
    assert_eq!((read[1].1.exercise.clone(), read[1].1.labels.len()), (None, 0));
    let starts = ["An annotator without a usable id", "Sentence 1", "Sentence 2", "Sentence 3"];
    for (note, start) in document.notes.iter().zip(starts) {
        assert!(note.starts_with(start) && note.chars().count() < 200, "{note}");
    }
    let mut titled = wire(PLAIN, &[]);
    titled["title"] = json!(long);
    titled["source"] = json!(long);
    let titled = &self::document(&file(&[], &[titled])).articles[0].article;
    assert_eq!((titled.title.chars().count(), titled.source.as_ref().unwrap().chars().count()), (300, 300));
}

#[test]
fn annotators_that_no_list_names_are_limited_too() {
    let marks: Vec<Value> = (0..6_000).map(|n| mark(1, &format!("a{n}"))).collect();
    let document = document(&file(&[], &[wire("One. Two.", &marks)]));
    assert_eq!(document.annotators.len(), 5_000);
    assert_eq!(document.articles[0].annotations.len(), 5_000);
    assert!(document.notes.last().unwrap().ends_with("more faults of this kind."));
}

#[test]
fn sentences_of_another_version_are_sought_for_a_limited_time_and_then_kept_without_a_place() {
    let words = |n: usize| format!("Wholly other words number {n} stand in here now.\n");
    let (theirs, ours): (String, String) =
        ((0..200).map(words).collect(), (0..20_000).map(|n| format!("Line {n} is ours.\n")).collect());
    let mut here = article(&ours, Some(1));
    here.title = "Long".into();
    let marks: Vec<Value> = (1..=200).map(|n| mark(n, "k3v9q2")).collect();
    let session = Session::with_articles([here]);
    let plan = plan(&session, &document(&file(&[], &[wire(&theirs, &marks)])), moment(0).now);
    assert_eq!((plan.summary.versions, plan.summary.orphans), (1, 200), "none is lost");
}

#[test]
fn sentences_that_moved_together_are_found_together() {
    let ours: String = (0..3_000).map(|n| format!("Line {n} says nothing new.\n")).collect();
    let theirs = ours.replacen("Line 100 says", "A line that is new.\nLine 100 says", 1);
    let mut here = article(&ours, Some(1));
    here.title = "Long".into();
    let marks: Vec<Value> = (1..=3_001).map(|n| mark(n, "k3v9q2")).collect();
    let session = Session::with_articles([here]);
    let plan = plan(&session, &document(&file(&[], &[wire(&theirs, &marks)])), moment(0).now);
    assert_eq!((plan.summary.new, plan.summary.orphans), (3_000, 1));
}

fn busy() -> Session {
    let session = Session::with_articles(bundled());
    let id = session.articles[1].id.clone();
    let actions = [
        Action::Label(id.clone(), 0, LabelId::new("claim")),
        Action::Note(id.clone(), 1, "a note 🎣".into()),
        Action::Unsure(id, 2),
    ];
    actions.iter().enumerate().fold(session, |session, (turn, action)| session.update(action, moment(turn)).0)
}

#[test]
fn a_file_cut_off_at_any_byte_is_never_taken_for_a_whole_one() {
    let session = busy();
    let whole = write(&session, Export::Article(session.articles[1].id.clone()), moment(9).now);
    let whole = whole.trim_end().as_bytes();
    assert!(matches!(open(whole), Ok(Opened::Document(_))));
    for cut in 0..whole.len() {
        match open(&whole[..cut]) {
            Err(reason) => assert!(reason.about("x").ends_with(" Nothing was changed."), "{reason}"),
            Ok(Opened::Text(text)) => assert!(text.len() < 6, "a brace may be a text: {text}"),
            Ok(_) => panic!("cut at byte {cut}"),
        }
    }
}

#[test]
fn an_entry_cut_off_at_any_byte_costs_only_itself_and_is_kept_aside() {
    let session = busy();
    let mut storage = Storage::default();
    storage.take(writes(&session, &[Touched::Everything], moment(99).now));
    let whole = storage.entries();
    for (index, (key, value)) in whole.iter().enumerate() {
        for cut in (0..value.len()).filter(|cut| value.is_char_boundary(*cut)) {
            let mut entries = whole.clone();
            entries[index].1.truncate(cut);
            let loaded = load(&entries, bundled(), Some(Later::HERE)).expect("what cuts is here");
            let is_kept =
                |it: &pressmark::format::storage::Damaged| it.key == *key && it.value == value[..cut];
            assert!(loaded.damaged.iter().any(is_kept), "{key} cut at {cut}");
            // Without the settings nobody marks now, without the name the id stands for it: no mark is lost.
            if !key.contains("/mark/") {
                assert_eq!(held(&loaded.session).work, held(&session).work, "{key} cut at {cut}");
            }
        }
    }
}
