//! Words made to do harm (`tests/data/hostile.json`) go through every reader and every writer, and stay words.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use common::{Storage, bundled, held, moment};
use pressmark::article::{Article, hash};
use pressmark::format::name::{backup_name, download_name};
use pressmark::format::pressmark::{Export, read, write};
use pressmark::format::storage::{Later, load, writes};
use pressmark::format::{FormatError, csv, web_annotation};
use pressmark::session::{Action, Document, Session, Touched, plan};
use pressmark::text::clean;
use serde_json::{Value, json};

/// Every payload with its kind.
fn corpus() -> Vec<(String, String)> {
    let kinds: Value = serde_json::from_str(include_str!("data/hostile.json")).unwrap();
    let kinds = kinds.as_object().unwrap();
    let of = |(kind, list): (&String, &Value)| -> Vec<(String, String)> {
        list.as_array().unwrap().iter().map(|it| (kind.clone(), it.as_str().unwrap().to_owned())).collect()
    };
    kinds.iter().flat_map(of).collect()
}

/// A file that says `payload` in every field that holds words.
fn file(payload: &str) -> Value {
    let text = format!("He said {payload} aloud. Then he left.\n\n{payload}\n");
    let text = clean(&text).unwrap_or_else(|_| "He said nothing. Then he left.".into());
    let id: String = payload.chars().take(20).collect();
    let mark = |number: u64| {
        json!({"sentence": number, "labels": ["claim", payload], "main": payload, "note": payload,
               "annotator": id, "exercise": payload, "created": payload, "modified": payload})
    };
    json!({"format": "pressmark", "version": 1, "kind": "backup", "exported": payload, "generator": payload,
        "offsets": payload, "annotators": [{"id": id, "name": payload}],
        "codebook": {"name": payload, "labels": [{"id": payload, "name": payload, "key": payload, "definition": payload}]},
        "articles": [{"hash": hash(&text), "title": payload, "language": payload, "source": payload, "date": payload,
            "added": payload, "text": text, "furniture": [{"start": 0, "end": 1, "why": payload}],
            "annotations": [mark(1), mark(2)],
            "orphans": [{"quote": payload, "prefix": payload, "suffix": payload, "labels": [payload], "note": payload, "annotator": id}]}],
        "settings": {"me": id, "theme": payload, "text": payload, "spacing": payload, "backed_up": payload}})
}

fn document(payload: &str) -> Document {
    read(file(payload).to_string().as_bytes()).unwrap_or_else(|why| panic!("{payload:?}: {why}"))
}

/// A device that took in the file.
fn session(payload: &str) -> Session {
    let fresh = Session::with_articles(bundled());
    let plan = plan(&fresh, &document(payload), moment(0).now);
    fresh.update(&Action::Merge(plan.into()), moment(0)).0
}

/// The article that the file brought.
fn brought(session: &Session) -> &Article {
    session.articles.iter().find(|article| bundled().iter().all(|known| known.id != article.id)).unwrap()
}

#[test]
fn words_come_out_of_pressmark_json_as_they_went_in() {
    for (kind, payload) in corpus() {
        let session = session(&payload);
        let article = brought(&session);
        assert_eq!(article.source.as_deref(), Some(&*payload), "{kind}");
        assert_eq!(article.date.as_deref(), Some(&*payload), "{kind}");
        if !payload.trim().is_empty() {
            assert_eq!(article.title, payload, "{kind}");
            assert_eq!(session.annotators[0].name, payload.trim(), "{kind}");
        }
        let me = session.me.clone().unwrap();
        let set = session.annotations(&article.id, &me).unwrap();
        assert!(
            set.placed()
                .all(|(_, mark)| mark.note == payload && mark.labels.len() == 1 && mark.main.is_none())
        );
        assert_eq!(set.orphans[0].quote.exact, payload, "{kind}");
        let first = write(&session, Export::Backup, moment(9).now);
        let fresh = Session::with_articles(bundled());
        let planned = plan(&fresh, &read(first.as_bytes()).unwrap(), moment(0).now);
        let again = fresh.update(&Action::Merge(planned.into()), moment(1)).0;
        assert_eq!(held(&again), held(&session), "{payload:?}");
        assert_eq!(write(&again, Export::Backup, moment(9).now), first, "{payload:?}");
    }
}

#[test]
fn words_come_out_of_storage_as_they_went_in() {
    for (_, payload) in corpus() {
        let session = session(&payload);
        let mut storage = Storage::default();
        let mut all = vec![Touched::Settings];
        all.extend(session.annotators.iter().map(|it| Touched::Annotator(it.id.clone())));
        for article in &session.articles {
            all.extend([Touched::Article(article.id.clone()), Touched::Work(article.id.clone())]);
        }
        storage.take(writes(&session, &all, moment(99).now));
        assert!(storage.0.keys().all(|key| key.starts_with("pressmark/")));
        let loaded = load(&storage.entries(), bundled(), Some(Later::HERE)).expect("what cuts is here");
        assert_eq!((loaded.damaged, loaded.moved), (vec![], vec![]), "{payload:?}");
        assert_eq!(held(&loaded.session), held(&session), "{payload:?}");
    }
}

#[test]
fn no_cell_begins_as_a_formula_and_every_cell_holds_its_words() {
    for (_, payload) in corpus() {
        let session = session(&payload);
        let table = csv::write(&session, Export::Backup);
        let mut rows = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let header = rows.headers().unwrap().clone();
        let column = |name: &str| header.iter().position(|it| it == name).unwrap();
        let rows: Vec<::csv::StringRecord> = rows.records().map(Result::unwrap).collect();
        for cell in rows.iter().flat_map(|row| row.iter()) {
            let first = cell.trim_start_matches([' ', '\n', '\u{a0}']).chars().next();
            let is_formula = |c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
            assert!(!first.is_some_and(is_formula), "{cell:?}");
        }
        let article = brought(&session);
        let row = rows.iter().find(|row| row[column("article_id")] == *article.id.as_str()).unwrap();
        for (name, words) in
            [("article", &*article.title), ("note", &*payload), ("text", article.sentence(0).unwrap())]
        {
            let cell = &row[column(name)];
            assert_eq!(cell.strip_prefix('\'').filter(|_| cell != words).unwrap_or(cell), words, "{name}");
        }
    }
}

#[test]
fn names_in_json_ld_are_names_and_words_are_values() {
    for (_, payload) in corpus() {
        let file = web_annotation::write(&session(&payload), Export::Backup, moment(9).now);
        let file: Value = serde_json::from_str(&file).unwrap();
        for item in file["first"]["items"].as_array().unwrap() {
            for id in [&item["id"], &item["creator"]["id"], &item["target"]["source"]] {
                let id = id.as_str().unwrap();
                let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '%');
                assert!(id.starts_with("urn:") && id.chars().all(is_plain), "{id}");
            }
            assert_eq!(item["creator"]["nickname"], payload.trim());
            let bodies = item["body"].as_array().unwrap();
            assert!(bodies.iter().any(|body| body["purpose"] == "commenting" && body["value"] == *payload));
            assert!(bodies.iter().all(|body| body["format"] == "text/plain"));
        }
    }
}

#[test]
fn a_file_is_saved_under_a_name_that_every_system_takes() {
    let reserved = ["con", "prn", "aux", "nul", "com", "lpt"];
    for (_, payload) in corpus() {
        let long = payload.repeat(40);
        for name in [
            download_name(&payload, &payload, "pressmark.json"),
            download_name(&payload, "", "csv"),
            download_name("", &payload, "csv"),
            download_name(&long, &long, "pressmark.json"),
            backup_name(moment(0).now),
        ] {
            assert!(name.len() <= 255, "{} bytes: {name}", name.len());
            let stem = name.strip_suffix(".pressmark.json").or_else(|| name.strip_suffix(".csv")).unwrap();
            assert!(stem.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')), "{name:?}");
            assert!(!stem.starts_with(['-', '_']) && !stem.is_empty(), "{name:?}");
            let lower = stem.to_lowercase();
            let device = reserved.iter().find_map(|it| lower.strip_prefix(it));
            assert!(device.is_none_or(|rest| rest.chars().count() > 1), "{name:?}");
        }
    }
}

#[test]
fn a_refusal_quotes_the_name_of_the_file_and_no_more_than_a_line_of_its_words() {
    for (_, payload) in corpus() {
        let told = FormatError::Packed.about(&payload);
        assert!(told.starts_with(&format!("\"{payload}\" could not be opened: ")), "{told}");
        let long = format!("{payload} ").repeat(500);
        let mut file = file(&payload);
        file["kind"] = json!(long);
        let reason = read(file.to_string().as_bytes()).unwrap_err().to_string();
        assert!(reason.chars().count() < 200, "{reason}");
        for note in document(&payload).notes {
            assert!(note.chars().count() < 300 && !note.contains('\n'), "{note:?}");
        }
    }
}
