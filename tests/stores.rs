//! Two stores, one truth: whatever became of one of them, nothing that either took is lost, and both say the
//! same in the end.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use std::collections::BTreeMap;

use common::device::{Device, there};
use pressmark::format::storage::{CLEARED_KEY, Hearing, Later, Ledger, Record, Write};
use pressmark::time::Timestamp;
use proptest::prelude::*;

/// 2025-11-25T09:00:00Z.
const START: u64 = 1_764_061_200_000;
const DAY: u64 = 24 * 60 * 60 * 1000;

fn at(turn: u64) -> Timestamp {
    Timestamp(START + turn)
}

fn key(place: usize) -> String {
    format!("pressmark/mark/3f2a/k3v9q2/{place}")
}

fn value(note: &str, when: Timestamp) -> String {
    format!(r#"{{"end":99,"note":"{note}","created":"{when}"}}"#)
}

/// A change of the mark at a place: a note, or none.
#[derive(Clone, Debug)]
struct Change {
    place: usize,
    note: Option<String>,
}

fn change() -> impl Strategy<Value = Change> {
    (0..4_usize, proptest::option::weighted(0.7, "[a-c]{1,2}"))
        .prop_map(|(place, note)| Change { place, note })
}

fn write(change: &Change, when: Timestamp) -> Write {
    let key = key(change.place);
    match &change.note {
        Some(note) => Write::Put { key, value: value(note, when) },
        None => Write::Remove { key },
    }
}

/// Which stores a change reaches before the page dies.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Reach {
    Local,
    Journal,
    Both,
}

fn reach() -> impl Strategy<Value = Reach> {
    prop_oneof![Just(Reach::Local), Just(Reach::Journal), Just(Reach::Both)]
}

/// A device after these changes, and what should be there.
fn device(changes: &[(Change, Reach)]) -> (Device, BTreeMap<String, String>) {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    for (turn, (change, reach)) in changes.iter().enumerate() {
        let when = ledger.tick(at(turn as u64));
        for key in ledger.take(vec![write(change, when)], when) {
            if *reach != Reach::Journal {
                device.write_local(&ledger, &key);
            }
            if *reach != Reach::Local {
                device.write_journal(&mut ledger, &[key]);
            }
        }
    }
    (device, there(&ledger))
}

fn must_be_one(
    device: &mut Device,
    expected: &BTreeMap<String, String>,
    now: Timestamp,
) -> Result<(), TestCaseError> {
    let (ledger, _) = device.open(now);
    prop_assert_eq!(&there(&ledger), expected);
    prop_assert_eq!(&device.in_local(), expected, "local storage was made good");
    prop_assert_eq!(&device.in_journal(), expected, "the journal was made good");
    let (_, again) = device.open(now);
    prop_assert!(
        again.local.is_empty() && again.journal.is_empty(),
        "a second start finds nothing to do: {:?}",
        again
    );
    prop_assert!(
        again.stale.is_empty() && again.changed.is_empty() && again.damaged.is_empty(),
        "{:?}",
        again
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_newest_of_each_entry_wins_wherever_it_was_kept(changes in proptest::collection::vec((change(), reach()), 0..24)) {
        let (mut device, expected) = device(&changes);
        must_be_one(&mut device, &expected, at(100))?;
    }

    #[test]
    fn either_store_alone_gives_back_everything(changes in proptest::collection::vec(change(), 0..24), loses_local: bool) {
        let changes: Vec<_> = changes.into_iter().map(|change| (change, Reach::Both)).collect();
        let (mut device, expected) = device(&changes);
        if loses_local { device.local.clear() } else { device.journal.clear() }
        must_be_one(&mut device, &expected, at(100))?;
    }

    #[test]
    fn local_storage_that_forgot_the_last_seconds_is_made_good(changes in proptest::collection::vec(change(), 0..24), kept in 0..24_usize) {
        let all: Vec<_> = changes.into_iter().map(|change| (change, Reach::Both)).collect();
        let (mut device, expected) = self::device(&all);
        device.local = self::device(all.get(..kept).unwrap_or(&all)).0.local;
        must_be_one(&mut device, &expected, at(100))?;
    }

    #[test]
    fn a_damaged_entry_gives_way_to_the_good_one_and_is_told(
        changes in proptest::collection::vec(change(), 1..24), which in 0..24_usize, in_local: bool,
        garbage in prop_oneof![Just("{\"end\":"), Just(""), Just("[]"), Just("{\"end\":\"9\"}"), Just("no")],
    ) {
        let changes: Vec<_> = changes.into_iter().map(|change| (change, Reach::Both)).collect();
        let (mut device, expected) = device(&changes);
        let Some(key) = expected.keys().nth(which % expected.len().max(1)) else { return Ok(()) };
        if in_local {
            device.local.insert(key.clone(), garbage.to_owned());
        } else {
            let line = device.journal.values_mut().find(|fields| fields[0] == *key).expect("it is there");
            line[2] = garbage.to_owned();
        }
        let (ledger, joined) = device.open(at(100));
        prop_assert_eq!(&there(&ledger), &expected);
        let told: Vec<(&str, &str)> = joined.damaged.iter().map(|it| (it.key.as_str(), it.value.as_str())).collect();
        prop_assert_eq!(told, [(key.as_str(), garbage)]);
        must_be_one(&mut device, &expected, at(100))?;
    }

    #[test]
    fn nothing_comes_back_after_the_device_was_cleared(
        changes in proptest::collection::vec((change(), reach()), 0..24), forgets: bool,
    ) {
        let (mut device, _) = device(&changes);
        let before = device.local.clone();
        let (mut ledger, _) = device.open(at(100));
        let when = ledger.tick(at(200));
        let kept = "pressmark/settings".to_owned();
        let put = Write::Put { key: kept.clone(), value: "{}".into() };
        ledger = Ledger::cleared(when, vec![put, Write::Sweep { prefix: "pressmark/".into(), keep: vec![kept] }]);
        device.journal.clear();
        device.local.clear();
        for key in ledger.keys() {
            device.write_local(&ledger, &key);
        }
        let keys = ledger.keys();
        device.write_journal(&mut ledger, &keys);
        if forgets {
            // The browser was killed before local storage reached the disk.
            device.local = before;
        }
        let (ledger, _) = device.open(at(300));
        let kept: Vec<String> = ledger.keys_of("pressmark/");
        prop_assert_eq!(kept, [CLEARED_KEY, "pressmark/settings"]);
        prop_assert!(device.in_local().keys().all(|key| !key.starts_with("pressmark/mark/")));
        let (ledger, _) = device.open(Timestamp(START + 300 + 2 * DAY));
        prop_assert_eq!(ledger.keys_of("pressmark/mark/"), Vec::<String>::new());
    }
}

#[test]
fn a_tombstone_goes_when_both_stores_have_forgotten() {
    let changes = [
        (Change { place: 1, note: Some("a".into()) }, Reach::Both),
        (Change { place: 1, note: None }, Reach::Both),
    ];
    let (mut device, _) = device(&changes);
    assert!(
        device.local.is_empty(),
        "local storage forgets at once when the journal has it: {:?}",
        device.local
    );
    device.open(at(100));
    assert_eq!(device.journal.len(), 1, "a crash could still bring the entry back from local storage");
    device.open(Timestamp(START + 2 * DAY));
    assert!(device.journal.is_empty());
}

#[test]
fn the_journal_does_not_grow_with_every_change() {
    let typed: Vec<_> =
        (0..500).map(|n| (Change { place: 1, note: Some(format!("note {n}")) }, Reach::Both)).collect();
    assert_eq!(device(&typed).0.journal.len(), 1);
}

#[test]
fn a_text_too_long_for_local_storage_is_in_the_journal_alone() {
    let mut ledger = Ledger::default();
    let key = "pressmark/article/3f2a".to_owned();
    for (length, is_local) in [(249_000, true), (250_001, false)] {
        let text = "é".repeat(length);
        ledger.take(vec![Write::Put { key: key.clone(), value: text.clone() }], at(1));
        let puts = |has_journal| {
            ledger.in_local(&key, has_journal).iter().any(|write| matches!(write, Write::Put { .. }))
        };
        assert_eq!((puts(true), puts(false)), (is_local, true), "{length}");
        assert_eq!(ledger.in_journal(&key).unwrap().0.value.as_deref(), Some(text.as_str()));
    }
}

#[test]
fn an_edit_made_before_the_journal_answered_is_not_lost() {
    let (mut device, _) = device(&[(Change { place: 1, note: Some("old".into()) }, Reach::Both)]);
    let local: Vec<_> = device.local.clone().into_iter().collect();
    let mut ledger = Ledger::of_local(&local);
    let when = ledger.tick(at(50));
    let new = Change { place: 1, note: Some("new".into()) };
    for key in ledger.take(vec![write(&new, when)], when) {
        device.write_local(&ledger, &key);
    }
    let joined = ledger.join(
        device
            .journal
            .iter()
            .map(|(id, fields)| pressmark::format::storage::Line { id: *id, fields: fields.clone() })
            .collect(),
        at(60),
        Some(Later::HERE),
    );
    assert_eq!(ledger.value(&key(1)), Some(value("new", when).as_str()));
    assert_eq!((joined.journal, joined.changed), (vec![key(1)], vec![]));
}

#[test]
fn an_older_tombstone_does_not_take_the_place_of_a_newer_one() {
    let mut ledger = Ledger::default();
    let gone = |when| Record { key: key(3), at: at(when), value: None };
    assert_eq!(ledger.hear(gone(4)), Hearing::Newer);
    assert_eq!(
        ledger.hear(gone(3)),
        Hearing::Older,
        "it must be written over, or a crash brings back what went"
    );
    assert_eq!(ledger.hear(gone(4)), Hearing::Known);
    assert_eq!(ledger.hear(gone(5)), Hearing::Known);
    assert_eq!(ledger.kept(&key(3)).map(|kept| kept.at), Some(at(5)));
}

/// What a window does, or what happens to it.
#[derive(Clone, Debug)]
enum Happening {
    Edits(usize, Change),
    Hears(usize),
    Writes(usize),
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        (0..3_usize, change()).prop_map(|(window, change)| Happening::Edits(window, change)),
        (0..3_usize).prop_map(Happening::Hears),
        (0..3_usize).prop_map(Happening::Writes),
    ]
}

/// A window: its ledger, what it has not heard yet, and what it still owes the journal.
#[derive(Default)]
struct Window {
    ledger: Ledger,
    unheard: Vec<(String, String)>,
    owed: Vec<String>,
}

#[derive(Default)]
struct Windows {
    device: Device,
    windows: [Window; 3],
    /// The reference: of all edits of an entry the latest, by its words where two were made at once.
    model: BTreeMap<String, Record>,
}

impl Windows {
    fn write(&mut self, window: usize, key: &str) {
        let told = self.device.write_local(&self.windows[window].ledger, key);
        for (_, other) in self.windows.iter_mut().enumerate().filter(|(index, _)| *index != window) {
            other.unheard.extend(told.clone());
        }
    }

    fn happen(&mut self, happening: &Happening, now: Timestamp) {
        match happening {
            Happening::Edits(window, change) => {
                let here = &mut self.windows[*window];
                let when = here.ledger.tick(now);
                for key in here.ledger.take(vec![write(change, when)], when) {
                    let here = &mut self.windows[*window];
                    let Some((record, _)) = here.ledger.in_journal(&key) else { continue };
                    here.owed.push(key.clone());
                    let known = self.model.get(&key);
                    if known.is_none_or(|known| record.is_later_than(known.at, known.value.as_deref())) {
                        self.model.insert(key.clone(), record);
                    }
                    self.write(*window, &key);
                }
            }
            Happening::Hears(window) => {
                let here = &mut self.windows[*window];
                if here.unheard.is_empty() {
                    return;
                }
                let (name, value) = here.unheard.remove(0);
                let Some(record) = Record::of_local(&name, &value) else { return };
                let key = record.key.clone();
                if here.ledger.hear(record) == Hearing::Older {
                    self.write(*window, &key);
                }
            }
            Happening::Writes(window) => {
                let here = &mut self.windows[*window];
                let owed = std::mem::take(&mut here.owed);
                self.device.write_journal(&mut here.ledger, &owed);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn windows_come_to_show_the_same_and_no_later_edit_is_lost(
        happenings in proptest::collection::vec((happening(), 0..2_u64), 0..80), closes in 0..4_usize,
    ) {
        let (mut all, mut now) = (Windows::default(), START);
        for (happening, later) in &happenings {
            now += later;
            all.happen(happening, Timestamp(now));
        }
        for _ in 0..1000 {
            let Some(window) = all.windows.iter().position(|window| !window.unheard.is_empty()) else { break };
            all.happen(&Happening::Hears(window), Timestamp(now));
        }
        let expected: BTreeMap<String, String> = all.model.values()
            .filter_map(|record| Some((record.key.clone(), record.value.as_deref()?.to_owned()))).collect();
        for window in &all.windows {
            prop_assert!(window.unheard.is_empty(), "windows do not answer each other for ever");
            prop_assert_eq!(&there(&window.ledger), &expected);
        }
        prop_assert_eq!(&all.device.in_local(), &expected);
        // One of them may die with lines that did not reach the journal: local storage has them.
        for window in (0..3).filter(|window| *window != closes) {
            all.happen(&Happening::Writes(window), Timestamp(now));
        }
        let (ledger, _) = all.device.open(Timestamp(now + 100));
        prop_assert_eq!(&there(&ledger), &expected);
        let lines = all.device.journal.len();
        prop_assert!(lines <= ledger.keys().len(), "superseded lines went at the start");
    }
}
