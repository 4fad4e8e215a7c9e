//! Annotations made under the first segmenter, plain UAX #29, after the sentences are cut by the present one.

#![allow(clippy::expect_used, reason = "tests say what they expect")]

use std::collections::BTreeMap;

use pressmark::article::Article;
use pressmark::format::pressmark::{Export, write};
use pressmark::format::storage::{Loaded, Write, load, writes};
use pressmark::seeds;
use pressmark::text::{Span, Unit};
use pressmark::time::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences as the first segmenter cut them (bytes).
fn first_cut(article: &Article) -> Vec<Span> {
    let words = |span: Span| span.of(&article.text).unwrap_or_default();
    let cut = |paragraph: Span| {
        words(paragraph).split_sentence_bound_indices().filter_map(move |(at, piece)| {
            let start = paragraph.start() + at + piece.len() - piece.trim_start().len();
            let end = paragraph.start() + at + piece.trim_end().len();
            (start < end).then(|| Span::new(start, end))
        })
    };
    article.paragraphs.iter().flat_map(|paragraph| cut(paragraph.span)).collect()
}

/// What a browser kept of it: every sentence marked, each with a note that names its words.
fn kept(article: &Article) -> Vec<(String, String)> {
    let point = |byte| article.offsets.from_byte(&article.text, byte, Unit::CodePoint);
    let mark = |span: &Span| {
        let key = format!("pressmark/mark/{}/k3v9q2/{}", article.id, point(span.start()));
        let note = span.of(&article.text).unwrap_or_default();
        let value = serde_json::json!({ "end": point(span.end()), "labels": ["claim"], "note": note, "created": "2026-11-24T09:12:03Z" });
        (key, value.to_string())
    };
    let fixed = [
        ("pressmark/schema".to_owned(), "1".to_owned()),
        ("pressmark/annotator/k3v9q2".to_owned(), r#"{"name":"Heron 12"}"#.to_owned()),
        ("pressmark/settings".to_owned(), r#"{"me":"k3v9q2"}"#.to_owned()),
    ];
    fixed.into_iter().chain(first_cut(article).iter().map(mark)).collect()
}

fn opened(entries: &[(String, String)]) -> Loaded {
    load(entries, seeds::articles(), None).expect("no text is stored, so nothing has to be cut")
}

/// Local storage after these writes.
fn after(entries: &[(String, String)], changes: &[Write]) -> Vec<(String, String)> {
    let mut storage: BTreeMap<String, String> = entries.iter().cloned().collect();
    for change in changes {
        match change {
            Write::Put { key, value } => drop(storage.insert(key.clone(), value.clone())),
            Write::Remove { key } => drop(storage.remove(key)),
            Write::Sweep { prefix, keep } => {
                storage.retain(|key, _| !key.starts_with(prefix) || keep.contains(key))
            }
        }
    }
    storage.into_iter().collect()
}

#[test]
fn the_first_segmenter_cut_some_bundled_article_differently() {
    let is_other = |article: &Article| first_cut(article) != article.sentences;
    assert!(seeds::articles().iter().any(is_other), "else the tests below show nothing");
}

#[test]
fn every_mark_finds_its_sentence_or_is_kept_as_an_orphan_with_its_words() {
    for article in seeds::articles() {
        let made = first_cut(&article).len();
        let loaded = opened(&kept(&article));
        assert!(loaded.damaged.is_empty(), "{:?}", loaded.damaged);
        let set = loaded.session.mine(&article);
        assert_eq!(set.placed().count() + set.orphans.len(), made, "{}: nothing is dropped", article.title);
        for (place, mark) in set.placed() {
            let sentence = article.sentence(place).unwrap_or_default();
            assert!(
                sentence.contains(&mark.note) || mark.note.contains(sentence),
                "“{}” on “{sentence}”",
                mark.note
            );
            assert!(mark.note.len().min(sentence.len()) * 10 > mark.note.len().max(sentence.len()) * 6);
        }
        for orphan in set.orphans.iter() {
            assert_eq!(orphan.quote.exact, orphan.annotation.note, "an orphan keeps its words");
        }
    }
}

#[test]
fn what_moved_is_written_once_and_then_stays() {
    for article in seeds::articles() {
        let entries = kept(&article);
        let loaded = opened(&entries);
        let entries = after(&entries, &writes(&loaded.session, &loaded.moved, Timestamp(1)));
        let again = opened(&entries);
        assert_eq!(again.session.work, loaded.session.work, "{}", article.title);
        assert!(again.moved.is_empty() && again.damaged.is_empty());
    }
}

#[test]
fn orphans_are_exported_with_their_words() {
    for article in seeds::articles() {
        let session = opened(&kept(&article)).session;
        let file = write(&session, Export::Article(article.id.clone()), Timestamp(0));
        let file: serde_json::Value = serde_json::from_str(&file).expect("the export is JSON");
        let listed = file["articles"][0]["orphans"].as_array().map_or(0, Vec::len);
        assert_eq!(listed, session.mine(&article).orphans.len());
        assert!(
            session
                .mine(&article)
                .orphans
                .iter()
                .all(|orphan| file.to_string().contains(&orphan.quote.exact))
        );
    }
}
