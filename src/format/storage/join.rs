//! Makes one state of two stores: the newest of each entry wins, what is damaged gives way to what can be
//! read, and each store is told what it lacks.

use std::rc::Rc;

use crate::format::storage::Later;
use crate::format::storage::key::{self, CLEARED_KEY, SCHEMA, SCHEMA_KEY};
use crate::format::storage::ledger::{Kept, Ledger};
use crate::format::storage::read::{Damaged, fault};
use crate::format::storage::record::{Line, Record};
use crate::map::Map;
use crate::order;
use crate::time::Timestamp;

/// How long a tombstone stays after both stores have forgotten its entry (milliseconds). Browsers write local
/// storage to the disk up to a minute late; until then a crash could bring the entry back.
const SETTLES: u64 = 24 * 60 * 60 * 1000;

/// What follows from joining the journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joined {
    /// Keys whose entries the page did not know so.
    pub changed: Vec<String>,
    /// Keys of the entries that local storage owes.
    pub local: Vec<String>,
    /// Keys of the entries that the journal owes.
    pub journal: Vec<String>,
    /// Lines of the journal that are not needed any more.
    pub stale: Vec<u64>,
    /// Entries that could not be read, to be set aside.
    pub damaged: Vec<Damaged>,
    /// Whether a newer program wrote one of the stores: then nothing is to be written.
    pub newer: bool,
}

const NO_LINE: &str = "it is no line of the journal";

impl Ledger {
    /// Takes in the lines of the journal. The ledger holds what local storage said and, since then, this
    /// page; `now` is the moment at which it happens. Without `later` exercises are only looked at.
    pub fn join(&mut self, lines: Vec<Line>, now: Timestamp, later: Option<Later>) -> Joined {
        let mut joined = Joined::default();
        let mut records = records(lines, &mut joined);
        let cleared = self.cleared_at(&records);
        let ours = std::mem::take(&mut self.entries);
        let mut keys: Vec<String> = ours.keys().cloned().collect();
        keys.extend(records.iter().map(|(_, record)| record.key.clone()));
        order::sort_by(&mut keys, Ord::cmp);
        keys.dedup();
        // From the end, where taking one away moves no other.
        let mut ours: Vec<(String, Kept)> = ours.into_iter().collect();
        let mut all = Vec::new();
        for key in keys.into_iter().rev() {
            let ours = ours.pop_if(|(name, _)| *name == key).map(|(_, kept)| kept);
            let mut theirs = Vec::new();
            while let Some(record) = records.pop_if(|(_, record)| record.key == key) {
                theirs.push(record);
            }
            let Some(kept) = joined.decide(&key, ours.clone(), theirs, later) else { continue };
            self.last = self.last.max(kept.at);
            if joined.settle(&key, &kept, ours.as_ref(), cleared, now) {
                all.push((key, kept));
            }
        }
        all.reverse();
        let mut entries = Map::default();
        for (key, kept) in all {
            entries.insert(key, kept);
        }
        self.entries = entries;
        for keys in [&mut joined.changed, &mut joined.local, &mut joined.journal] {
            keys.reverse();
        }
        joined
    }

    /// When this device was last cleared, as either store knows.
    fn cleared_at(&self, records: &[(u64, Record)]) -> Option<Timestamp> {
        let theirs =
            records.iter().filter(|(_, record)| record.key == CLEARED_KEY).map(|(_, record)| record.at);
        theirs.chain(self.kept(CLEARED_KEY).map(|kept| kept.at)).max()
    }
}

/// The records of the lines, by key and then the newest first; a line that is none is damaged.
fn records(lines: Vec<Line>, joined: &mut Joined) -> Vec<(u64, Record)> {
    let mut records = Vec::new();
    for line in lines {
        match Record::of_fields(&line.fields) {
            Some(record) => records.push((line.id, record)),
            None => {
                let key = format!("{}journal/{}", key::PREFIX, line.id);
                joined.damaged.push(Damaged { key, value: line.fields.join("\n"), reason: NO_LINE });
                joined.stale.push(line.id);
            }
        }
    }
    // They are taken from the end: the newest of a key last.
    let age = |(id, record): &(u64, Record)| (record.at, record.value.clone(), *id);
    order::sort_by(&mut records, |a, b| a.1.key.cmp(&b.1.key).then_with(|| age(a).cmp(&age(b))));
    records
}

impl Joined {
    /// The newest of one entry that can be read; `theirs` are the journal's, the newest first.
    fn decide(
        &mut self,
        key: &str,
        ours: Option<Kept>,
        theirs: Vec<(u64, Record)>,
        later: Option<Later>,
    ) -> Option<Kept> {
        let mut lines = theirs.into_iter();
        let first = lines.next();
        // Nearly always both say the same, and nothing more need be asked.
        if let (Some(ours), Some((id, theirs))) = (&ours, &first)
            && (&ours.value, lines.len()) == (&theirs.value, 0)
        {
            return Some(Kept { at: theirs.at.max(ours.at), value: ours.value.clone(), id: Some(*id) });
        }
        let fault = |value: &str| fault(key, value, later);
        let is_readable = |value: Option<&Rc<str>>| value.is_none_or(|value| fault(value).is_none());
        let mut best: Option<Kept> = None;
        let mut is_ours = false;
        let is_known_here = ours.is_some();
        if let Some(ours) = ours {
            if is_readable(ours.value.as_ref()) {
                best = Some(ours);
                is_ours = true;
            } else {
                self.aside(key, ours.value.as_deref(), fault);
                // Only what can be read takes its place; without that it is gone from here.
                self.local.push(key.to_owned());
                self.changed.push(key.to_owned());
            }
        }
        for (id, record) in first.into_iter().chain(lines) {
            let is_known = best.as_ref().is_some_and(|best| {
                best.id.is_some() || (best.at, &best.value) == (record.at, &record.value)
            });
            if is_known {
                match &mut best {
                    Some(best) if best.id.is_none() => best.id = Some(id),
                    _ => self.stale.push(id),
                }
            } else if !is_readable(record.value.as_ref()) {
                self.aside(key, record.value.as_deref(), fault);
                self.stale.push(id);
            } else if best.as_ref().is_none_or(|best| is_later(key, &record, best)) {
                best = Some(Kept { at: record.at, value: record.value, id: Some(id) });
                is_ours = false;
            } else {
                self.stale.push(id);
            }
        }
        if let Some(best) = &best {
            // Local storage need not be told of a tombstone whose entry it does not hold.
            if !is_ours && (is_known_here || best.value.is_some()) {
                self.changed.push(key.to_owned());
                self.local.push(key.to_owned());
            } else if is_ours && best.id.is_none() {
                self.journal.push(key.to_owned());
            }
        }
        self.changed.dedup();
        self.local.dedup();
        best
    }

    /// What follows for an entry; `false` when it is to be forgotten.
    fn settle(
        &mut self,
        key: &str,
        kept: &Kept,
        ours: Option<&Kept>,
        cleared: Option<Timestamp>,
        now: Timestamp,
    ) -> bool {
        if key == SCHEMA_KEY {
            let is_newer =
                |kept: &Kept| kept.value.as_deref().and_then(version).is_some_and(|it| it > SCHEMA);
            self.newer |= is_newer(kept) || ours.is_some_and(is_newer);
            return true;
        }
        let is_old = kept.at.0.saturating_add(SETTLES) < now.0;
        let is_forgotten = match (kept.value.is_none() || key == CLEARED_KEY, cleared) {
            // Nobody but the journal knows of it any more, and has not for a day.
            (true, _) => ours.is_none() && is_old,
            (false, Some(cleared)) => kept.at < cleared,
            (false, None) => false,
        };
        if !is_forgotten {
            return true;
        }
        self.stale.extend(kept.id);
        for keys in [&mut self.local, &mut self.journal, &mut self.changed] {
            keys.pop_if(|last| last == key);
        }
        if ours.is_some_and(|ours| ours.value.is_some()) {
            self.local.push(key.to_owned());
            self.changed.push(key.to_owned());
        }
        false
    }

    fn aside(&mut self, key: &str, value: Option<&str>, fault: impl Fn(&str) -> Option<&'static str>) {
        let value = value.unwrap_or_default().to_owned();
        let reason = fault(&value).unwrap_or_default();
        let damaged = Damaged { key: key.to_owned(), value, reason };
        if !self.damaged.contains(&damaged) {
            self.damaged.push(damaged);
        }
    }
}

/// Whether a record is later than what is known so far. The version of the storage never goes back.
fn is_later(key: &str, record: &Record, best: &Kept) -> bool {
    if key == SCHEMA_KEY {
        let known = best.value.as_deref().and_then(version);
        return record.value.as_deref().and_then(version) > known;
    }
    record.is_later_than(best.at, best.value.as_deref())
}

fn version(value: &str) -> Option<u64> {
    value.parse().ok()
}
