//! Storage of every version is opened for ever, and a start that dies midway loses nothing.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use common::device::Device;
use pressmark::format::storage::{Later, Ledger, Line, SCHEMA, load, writes};
use pressmark::session::{Session, Theme};
use pressmark::time::Timestamp;
use serde_json::Value;

fn fixture() -> Value {
    serde_json::from_str(include_str!("data/versions/1/storage.json")).unwrap()
}

fn local(fixture: &Value) -> Vec<(String, String)> {
    let entries = fixture["local"].as_object().unwrap().iter();
    entries.map(|(key, value)| (key.clone(), value.as_str().unwrap().to_owned())).collect()
}

fn journal(fixture: &Value) -> Vec<Line> {
    let texts = |line: &Value| {
        line.as_array().unwrap()[1..].iter().map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    let lines = fixture["journal"].as_array().unwrap().iter();
    lines.map(|line| Line { id: line[0].as_u64().unwrap(), fields: texts(line) }).collect()
}

fn opened(entries: &[(String, String)]) -> Session {
    load(entries, Vec::new(), Some(Later::HERE)).expect("there is something to cut with").session
}

/// What is said of each sentence, in words.
fn said(session: &Session) -> Vec<String> {
    let article = session.articles.first().expect("there is an article");
    let mine = session.mine(article);
    let words = |place| {
        let Some(mark) = mine.get(place) else { return "open".to_owned() };
        let labels: Vec<&str> = mark.labels.iter().map(|label| label.as_str()).collect();
        format!("{} {}{}", mark.state().word(), labels.join(" "), mark.note)
    };
    (0..article.sentences.len())
        .map(words)
        .chain(mine.orphans.iter().map(|it| it.quote.exact.clone()))
        .collect()
}

#[test]
fn storage_of_version_1_opens() {
    assert_eq!(SCHEMA, 1, "a new version brings a fixture of its own");
    let session = opened(&local(&fixture()));
    assert_eq!(said(&session), ["labelled claim", "none Says who?", "open", "Four."]);
    assert_eq!((session.settings.theme, session.annotators[0].name.as_str()), (Theme::Dark, "Heron 12"));
}

#[test]
fn storage_of_version_1_is_joined_with_its_journal() {
    let mut ledger = Ledger::of_local(&local(&fixture()));
    let joined = ledger.join(journal(&fixture()), Timestamp(1_795_511_600_000), Some(Later::HERE));
    assert!(joined.damaged.is_empty() && !joined.newer);
    assert_eq!(
        said(&opened(&ledger.entries())),
        ["labelled claim", "none Says who?", "unsure event", "Four."]
    );
}

#[test]
fn a_newer_version_in_either_store_is_seen() {
    for in_journal in [false, true] {
        let (mut local, mut journal) = (local(&fixture()), journal(&fixture()));
        match in_journal {
            true => journal[0].fields[2] = "2".to_owned(),
            false => local
                .iter_mut()
                .filter(|(key, _)| key == "pressmark/schema")
                .for_each(|it| it.1 = "2".to_owned()),
        }
        assert!(
            Ledger::of_local(&local).join(journal, Timestamp(0), Some(Later::HERE)).newer,
            "{in_journal}"
        );
    }
}

/// The only change of stored entries so far: sentences that another segmenter cut are laid anew and written
/// under new keys. The new is written before the old goes, so a start that dies after any step loses nothing.
#[test]
fn a_start_that_dies_while_marks_are_laid_anew_loses_none_and_makes_none() {
    let mut stored = local(&fixture());
    for (key, _) in &mut stored {
        *key = key.replace("/k3v9q2/5", "/k3v9q2/6");
    }
    let expected = said(&opened(&local(&fixture())));
    assert_eq!(said(&opened(&stored)), expected);
    let loaded = load(&stored, Vec::new(), Some(Later::HERE)).unwrap();
    let mut ledger = Ledger::of_local(&stored);
    let changed = ledger.take(
        writes(&loaded.session, &loaded.moved, Timestamp(2_000_000_000_000)),
        Timestamp(2_000_000_000_000),
    );
    assert!(changed.len() > 1, "{changed:?}");
    for steps in 0..=changed.len() {
        let mut device = Device::of_local(&stored);
        for key in &changed[..steps] {
            device.write_local(&ledger, key);
        }
        let (ledger, _) = device.open(Timestamp(2_000_000_000_001));
        assert_eq!(said(&opened(&ledger.entries())), expected, "after {steps} steps");
    }
}
