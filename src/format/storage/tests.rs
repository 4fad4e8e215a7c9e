//! What storage must promise, case by case; `tests/property.rs` holds what is true of every session.

use super::key::SEGMENTER;
use super::*;
use crate::article::{Article, Meta, Origin};
use crate::id::{AnnotatorId, ArticleId};
use crate::session::{Action, Heard, Moment, Session, Touched};
use crate::time::Timestamp;

const TEXT: &str = "\u{1F469}\u{200D}\u{1F467} left. The board voted.";

/// 2025-11-25T09:12:03Z.
const NOW: Timestamp = Timestamp(1_764_061_923_000);

fn article(text: &str) -> Article {
    let meta = Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled };
    Article::new(text, meta)
}

fn marked() -> (Session, Vec<Touched>, ArticleId) {
    let session = Session::with_articles([article(TEXT)]);
    let id = session.articles[0].id.clone();
    let (session, touched) = session.update(&Action::None(id.clone(), 1), Moment { now: NOW, random: 7 });
    (session, touched, id)
}

fn entries(session: &Session, touched: &[Touched]) -> Vec<(String, String)> {
    let put = |write| match write {
        Write::Put { key, value } => Some((key, value)),
        _ => None,
    };
    writes(session, touched, NOW).into_iter().filter_map(put).collect()
}

/// What a device opens with this segmenter at hand.
fn opened(stored: &[(String, String)], bundled: Vec<Article>) -> Loaded {
    load(stored, bundled, Some(Later::HERE)).unwrap()
}

#[test]
fn an_article_that_another_segmenter_cut_waits_for_one_and_is_then_written_again() {
    let (session, touched, id) = marked();
    let name = format!("pressmark/article/{id}");
    let (_, good) = entries(&session, &touched).into_iter().find(|(key, _)| *key == name).unwrap();
    assert!(good.contains(&format!(r#""segmenter":"{SEGMENTER}","starts":[0,10],"written":"#)), "{good}");
    assert!(!needs_more(&name, Some(&good)));
    let without = format!(r#"{{"title":"T","language":"en","text":"{TEXT}","furniture":[]}}"#);
    for value in [&good.replace(SEGMENTER, "another"), &good.replace("[0,10]", "[0,9]"), &without] {
        let stored = [(name.clone(), value.to_owned())];
        assert_eq!(load(&stored, Vec::new(), None), None, "{value}");
        let loaded = opened(&stored, Vec::new());
        assert_eq!(loaded.session.articles[0].sentences, session.articles[0].sentences);
        assert_eq!(loaded.moved, [Touched::Article(id.clone())]);
        let again = entries(&loaded.session, &loaded.moved);
        assert!(again.iter().any(|(key, value)| *key == name && !needs_more(key, Some(value))), "{again:?}");
        assert!(needs_more(&name, Some(value)));
        assert_eq!(heard(&session, &name, Some(value), None), None);
        assert!(heard(&session, &name, Some(value), Some(Later::HERE)).is_some());
    }
}

#[test]
fn the_first_mark_writes_the_text_before_the_mark() {
    let (session, touched, id) = marked();
    let entries = entries(&session, &touched);
    let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "pressmark/schema",
            &format!("pressmark/article/{id}"),
            "pressmark/annotator/700000",
            "pressmark/settings",
            &format!("pressmark/mark/{id}/700000/10"),
        ]
    );
    assert_eq!(entries[4].1, r#"{"end":26,"none":true,"created":"2025-11-25T09:12:03Z"}"#);
}

#[test]
fn what_cannot_be_read_is_reported_and_the_rest_is_read() {
    let (session, touched, id) = marked();
    let mut stored = entries(&session, &touched);
    for (key, value, reason) in [
        (format!("pressmark/mark/{id}/700000/0"), "{\"end\":", "it is not written as this program writes"),
        (format!("pressmark/mark/{id}/700000/1"), "{\"end\":999}", "its place lies outside the article"),
        ("pressmark/mark/0123/700000/0".to_owned(), "{\"end\":9}", "its article is missing"),
        ("pressmark/mark/0123".to_owned(), "x", "its name is incomplete"),
        (
            "pressmark/article/0123".to_owned(),
            "{\"text\":\"Other.\"}",
            "the text is not the one that its name says",
        ),
        ("pressmark/schema".to_owned(), "one", "it is not written as this program writes"),
    ] {
        stored.push((key.clone(), value.to_owned()));
        let loaded = opened(&stored, Vec::new());
        assert_eq!(loaded.damaged, [Damaged { key, value: value.to_owned(), reason }]);
        assert_eq!(loaded.session.work, session.work);
        stored.pop();
    }
}

#[test]
fn a_newer_version_is_read_as_far_as_it_goes_and_nothing_is_called_damaged() {
    let (session, touched, id) = marked();
    let mut stored = entries(&session, &touched);
    stored.push(("pressmark/schema".to_owned(), "2".to_owned()));
    stored.push((format!("pressmark/mark/{id}/700000/0"), "[]".to_owned()));
    let loaded = opened(&stored, vec![article(TEXT)]);
    assert!(loaded.newer && loaded.damaged.is_empty());
    assert_eq!(loaded.session.work, session.work);
}

#[test]
fn marks_of_sentences_that_are_cut_differently_now_are_written_again() {
    let (_, _, id) = marked();
    let stored = [(format!("pressmark/mark/{id}/k3v9q2/11"), r#"{"end":26,"none":true}"#.to_owned())];
    let loaded = opened(&stored, vec![article(TEXT)]);
    assert_eq!(loaded.moved, [Touched::Work(id.clone())]);
    let again = writes(&loaded.session, &loaded.moved, NOW);
    assert!(matches!(&again[0], Write::Put { key, .. } if key.ends_with("/10")));
    assert!(matches!(&again[1], Write::Sweep { prefix, .. } if *prefix == format!("pressmark/mark/{id}/")));
    assert_eq!(loaded.session.annotators[0].name, "k3v9q2", "the id stands for a name that is lost");
}

#[test]
fn a_stored_article_takes_the_place_of_the_bundled_one() {
    let (session, _, id) = marked();
    let (renamed, touched) = session.update(&Action::Rename(id.clone(), "Mine".into()), Moment::default());
    let loaded = opened(&entries(&renamed, &touched), vec![article(TEXT), article("Last.")]);
    let titles: Vec<&str> = loaded.session.articles.iter().map(|a| a.title.as_str()).collect();
    assert_eq!(titles, ["Mine", "Last."]);
    assert_eq!(loaded.session.articles[0].origin, Origin::Bundled);
}

#[test]
fn an_article_that_went_takes_its_entries_along() {
    let (session, _, id) = marked();
    let (gone, touched) = session.update(&Action::Delete(id.clone()), Moment::default());
    let sweep = |kind: &str| Write::Sweep { prefix: format!("pressmark/{kind}/{id}/"), keep: Vec::new() };
    assert_eq!(
        writes(&gone, &touched, NOW),
        [
            sweep("mark"),
            sweep("orphans"),
            Write::Remove { key: format!("pressmark/article/{id}") },
            Write::Remove { key: place_key(&id) },
        ]
    );
}

#[test]
fn another_window_is_heard() {
    let (session, touched, id) = marked();
    let quiet = Session::with_articles([article(TEXT)]);
    for (key, value) in entries(&session, &touched) {
        let heard = heard(&quiet, &key, Some(&value), None);
        assert_eq!(heard.is_some(), key != "pressmark/schema", "{key}");
    }
    let me = AnnotatorId::new("700000");
    let mark = session.annotations(&id, &me).and_then(|set| set.get(1)).cloned();
    let start = session.articles[0].sentences[1].start();
    let key = format!("pressmark/mark/{id}/700000/10");
    let value = r#"{"end":26,"none":true,"created":"2025-11-25T09:12:03Z"}"#;
    let said = heard(&quiet, &key, Some(value), None);
    assert_eq!(said, Some(Heard::Mark(id.clone(), me.clone(), start, mark)));
    assert_eq!(heard(&quiet, &key, None, None), Some(Heard::Mark(id.clone(), me.clone(), start, None)));
    assert_eq!(heard(&quiet, &format!("pressmark/article/{id}"), None, None), Some(Heard::Gone(id.clone())));
    assert_eq!(heard(&quiet, "pressmark/mark/0123/700000/0", Some(value), None), None);
    assert_eq!(heard(&quiet, &key, Some("{"), None), None);
    let cut_otherwise = value.replace("26", "20");
    assert_eq!(
        heard(&quiet, &key, Some(&cut_otherwise), None),
        None,
        "it is laid on a sentence at the next start"
    );
}

/// Found by fuzzing: its annotator was in no list, and so in no back-up.
#[test]
fn a_mark_that_is_heard_before_its_name_is_named_by_its_id() {
    let (_, _, id) = marked();
    let quiet = Session::with_articles([article(TEXT)]);
    let value = r#"{"end":26,"none":true,"created":"2025-11-25T09:12:03Z"}"#;
    let hear = |session: &Session, key: &str, value| {
        let heard = heard(session, key, Some(value), None).expect("it is understood");
        session.update(&Action::Heard(heard), Moment::default()).0
    };
    let marked = hear(&quiet, &format!("pressmark/mark/{id}/k3v9q2/10"), value);
    assert_eq!(marked.annotators.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["k3v9q2"]);
    let named = hear(&marked, "pressmark/annotator/k3v9q2", r#"{"name":"Heron 12"}"#);
    assert_eq!(named.annotators.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Heron 12"]);
}

#[test]
fn marks_without_a_place_are_written_heard_and_read_in_the_old_form_too() {
    let (session, touched, id) = marked();
    let mut stored = entries(&session, &touched);
    let key = format!("pressmark/orphans/{id}/700000");
    let list =
        r#"[{"none":true,"created":"2025-11-25T09:12:03Z","quote":"It was.","prefix":"","suffix":""}]"#;
    stored.push((key.clone(), list.to_owned()));
    let loaded = opened(&stored, Vec::new()).session;
    let me = AnnotatorId::new("700000");
    let orphans = loaded.annotations(&id, &me).map(|set| (*set.orphans).clone()).unwrap_or_default();
    assert_eq!(orphans[0].quote.exact, "It was.");
    let again = entries(&loaded, &[Touched::Work(id.clone())]);
    let written = again.iter().find(|(name, _)| *name == key).map(|(_, value)| value.as_str());
    let value = format!("{{\"orphans\":{list},\"written\":\"2025-11-25T09:12:03Z\"}}");
    assert_eq!(written, Some(value.as_str()));
    let said = heard(&session, &key, Some(&value), None);
    assert_eq!(said, Some(Heard::Orphans(id, me, orphans.into())));
}

#[test]
fn a_mark_that_undo_brought_back_says_when_it_was_written() {
    let (session, touched, id) = marked();
    let later = Timestamp(NOW.0 + 60_000);
    let (key, value) = entries(&session, &touched).pop().unwrap();
    let back =
        writes(&session, &[Touched::Mark(id, AnnotatorId::new("700000"), TEXT.find("The").unwrap())], later);
    assert_eq!(value, r#"{"end":26,"none":true,"created":"2025-11-25T09:12:03Z"}"#);
    let value = r#"{"end":26,"none":true,"created":"2025-11-25T09:12:03Z","written":"2025-11-25T09:13:03Z"}"#;
    assert_eq!(back.last(), Some(&Write::Put { key: key.clone(), value: value.to_owned() }));
    assert_eq!(Record::of_local(&key, value).map(|record| record.at), Some(later));
}

#[test]
fn a_mark_costs_the_same_in_a_short_and_in_a_long_article() {
    let size = |text: &str| {
        let session = Session::with_articles([article(text)]);
        let id = session.articles[0].id.clone();
        let touched = [Touched::Mark(id.clone(), AnnotatorId::new("000000"), 0)];
        let (session, _) = session.update(&Action::Unsure(id, 0), Moment::default());
        entries(&session, &touched).iter().map(|(key, value)| key.len() + value.len()).sum::<usize>()
    };
    assert_eq!(size("Short."), size(&format!("Short.{}", "\nOne more line.".repeat(1000))));
}
