//! What holds for every session, made by chance: nothing is lost by writing, storing, undoing.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use common::{Deed, Storage, bundled, deeds, held, moment};
use pressmark::article::Article;
use pressmark::format::pressmark::{Export, read, write};
use pressmark::format::storage::{Later, Loaded, load, writes};
use pressmark::session::{Action, Kind, Scope, Session, Touched, plan};
use pressmark::text::{Span, Unit};
use proptest::prelude::*;

/// The session after these deeds, its storage kept after each of them.
fn done(deeds: &[Deed]) -> (Session, Storage) {
    let (mut session, mut storage) = (Session::with_articles(bundled()), Storage::default());
    for (turn, deed) in deeds.iter().enumerate() {
        let Some(action) = deed.action(&session) else { continue };
        let (next, touched) = session.update(&action, moment(turn));
        storage.take(writes(&next, &touched, moment(turn).now));
        session = next;
    }
    (session, storage)
}

/// A fresh device after it took in this file.
fn imported(file: &str) -> Session {
    let fresh = Session::with_articles(bundled());
    let document = read(file.as_bytes()).expect("our own file opens");
    let plan = plan(&fresh, &document, moment(0).now);
    assert_eq!(plan.notes, Vec::<String>::new());
    fresh.update(&Action::Merge(plan.into()), moment(0)).0
}

/// What a device opens with the present segmenter at hand.
fn opened(entries: &[(String, String)]) -> Loaded {
    load(entries, bundled(), Some(Later::HERE)).expect("there is something to cut with")
}

fn assert_partition(article: &Article) -> Result<(), TestCaseError> {
    let mut parts: Vec<Span> = article.sentences.clone();
    parts.extend(article.furniture.iter().map(|f| f.span));
    parts.sort();
    let mut end = 0;
    for part in parts {
        prop_assert!(part.start() >= end && !part.is_empty());
        prop_assert!(article.text[end..part.start()].trim().is_empty());
        end = part.end();
    }
    prop_assert!(article.text[end..].trim().is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn storage_gives_back_what_was_kept_change_by_change(deeds in deeds(0..16, 40)) {
        let (session, storage) = done(&deeds);
        // Everything was written with the starts of its sentences: nothing has to be cut.
        let loaded = load(&storage.entries(), bundled(), None).expect("nothing has to be cut");
        prop_assert_eq!(&loaded.damaged, &[]);
        prop_assert_eq!(&loaded.moved, &[]);
        prop_assert_eq!(held(&loaded.session), held(&session));
    }

    #[test]
    fn storage_gives_back_what_was_kept_at_once_in_any_order(deeds in deeds(0..16, 30)) {
        let (session, _) = done(&deeds);
        let mut storage = Storage::default();
        storage.0.insert("pressmark/mark/old/old/1".into(), "{}".into());
        storage.0.insert("another program".into(), "stays".into());
        storage.take(writes(&session, &[Touched::Everything], moment(99).now));
        prop_assert!(storage.0.remove("another program").is_some());
        let mut entries = storage.entries();
        entries.reverse();
        prop_assert_eq!(held(&opened(&entries).session), held(&session));
    }

    #[test]
    fn a_backup_gives_back_everything_and_is_written_the_same_again(deeds in deeds(0..16, 40)) {
        let (session, _) = done(&deeds);
        let file = write(&session, Export::Backup, moment(0).now);
        let again = imported(&file);
        prop_assert_eq!(held(&again), held(&session));
        prop_assert_eq!(write(&again, Export::Backup, moment(0).now), file);
    }

    #[test]
    fn annotations_are_written_the_same_again(deeds in deeds(0..12, 40)) {
        let (session, _) = done(&deeds);
        let exports = session.articles.iter().map(|article| Export::Article(article.id.clone()));
        for export in exports.chain([Export::Annotated]) {
            let file = write(&session, export.clone(), moment(0).now);
            let document = read(file.as_bytes()).expect("our own file opens");
            prop_assert_eq!(document.kind, Kind::Annotations);
            // Another version of a bundled text joins it; only what is its own article comes back as it was.
            let known = Session::with_articles(bundled());
            if !plan(&known, &document, moment(0).now).is_in_doubt() {
                prop_assert_eq!(write(&imported(&file), export, moment(0).now), file);
            }
        }
    }

    #[test]
    fn taking_in_a_file_twice_changes_nothing_more(deeds in deeds(0..12, 30)) {
        let (session, _) = done(&deeds);
        let file = write(&session, Export::Backup, moment(0).now);
        let document = read(file.as_bytes()).expect("our own file opens");
        let plan = plan(&session, &document, moment(99).now);
        prop_assert!(plan.edits.is_empty(), "{:?}", plan.summary);
        prop_assert!(!plan.is_in_doubt());
    }

    #[test]
    fn undoing_all_gives_the_beginning_and_redoing_all_the_end(before in deeds(0..12, 20), after in deeds(0..6, 30)) {
        let (started, _) = done(&before);
        let mut storage = Storage::default();
        storage.take(writes(&started, &[Touched::Everything], moment(99).now));
        // Loaded anew, so that nothing can be undone that was done before.
        let mut session = opened(&storage.entries()).session;
        // Who marks is no step: it stays when everything else is taken back.
        session = session.update(&Action::Name("Heron".into()), moment(5)).0;
        let (start, scope) = (held(&session), Scope::Article(session.articles[0].id.clone()));
        for (turn, deed) in after.iter().enumerate() {
            let deed = Deed { article: 0, ..deed.clone() };
            let Some(action) = deed.action(&session) else { continue };
            session = session.update(&action, moment(1000 + turn)).0;
        }
        let end = held(&session);
        while session.undoable(&scope).is_some() {
            session = session.update(&Action::Undo(scope.clone()), moment(2000)).0;
        }
        prop_assert_eq!(held(&session), start);
        while session.redoable(&scope).is_some() {
            session = session.update(&Action::Redo(scope.clone()), moment(3000)).0;
        }
        prop_assert_eq!(held(&session), end);
    }

    #[test]
    fn sentences_and_furniture_partition_every_article(deeds in deeds(0..8, 20)) {
        let (session, _) = done(&deeds);
        for article in &session.articles {
            assert_partition(article)?;
            for span in &article.sentences {
                let words = span.of(&article.text).expect("a sentence lies in the text");
                for (unit, length) in [
                    (Unit::Byte, words.len()),
                    (Unit::CodePoint, words.chars().count()),
                    (Unit::Utf16, words.encode_utf16().count()),
                ] {
                    let at = |byte| article.offsets.from_byte(&article.text, byte, unit);
                    prop_assert_eq!(at(span.end()) - at(span.start()), length);
                    prop_assert_eq!(article.offsets.to_byte(&article.text, at(span.start()), unit), Some(span.start()));
                }
            }
        }
    }

    #[test]
    fn no_bytes_can_make_opening_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0..4000_usize) {
        let _ = pressmark::format::open(&bytes);
        let (session, _) = done(&[]);
        let file = write(&session, Export::Backup, moment(0).now);
        let mut broken = file.into_bytes();
        broken.truncate(cut);
        broken.extend_from_slice(&bytes);
        let _ = pressmark::format::open(&broken);
    }
}
