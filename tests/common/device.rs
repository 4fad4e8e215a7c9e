//! Local storage and the journal as a browser keeps them, without one.

use std::collections::BTreeMap;

use pressmark::format::storage::{Joined, Later, Ledger, Line, Record, Write};
use pressmark::time::Timestamp;

/// Both stores of a device.
#[derive(Clone, Debug, Default)]
pub struct Device {
    pub local: BTreeMap<String, String>,
    pub journal: BTreeMap<u64, Vec<String>>,
    pub next: u64,
}

impl Device {
    /// A device whose local storage holds these entries, and that has no journal yet.
    pub fn of_local(entries: &[(String, String)]) -> Self {
        Self { local: entries.iter().cloned().collect(), ..Self::default() }
    }

    /// Writes an entry of the ledger into local storage; gives what other windows hear.
    pub fn write_local(&mut self, ledger: &Ledger, key: &str) -> Vec<(String, String)> {
        let mut told = Vec::new();
        for write in ledger.in_local(key, true) {
            match write {
                Write::Put { key, value } => {
                    if self.local.insert(key.clone(), value.clone()).as_ref() != Some(&value) {
                        told.push((key, value));
                    }
                }
                Write::Remove { key } => _ = self.local.remove(&key),
                // The ledger names every key.
                Write::Sweep { .. } => {}
            }
        }
        told
    }

    /// Writes entries of the ledger into the journal, in one transaction, and confirms them.
    pub fn write_journal(&mut self, ledger: &mut Ledger, keys: &[String]) {
        for (record, old) in keys.iter().filter_map(|key| ledger.in_journal(key)).collect::<Vec<_>>() {
            self.next += 1;
            self.journal.insert(self.next, record.fields());
            old.map(|id| self.journal.remove(&id));
            if let Some(Write::Remove { key }) = ledger.confirm(&record, self.next) {
                self.local.remove(&key);
            }
        }
    }

    /// A window that opens: its ledger, and what the join said, done to both stores.
    pub fn open(&mut self, now: Timestamp) -> (Ledger, Joined) {
        let local: Vec<(String, String)> = self.local.clone().into_iter().collect();
        let mut ledger = Ledger::of_local(&local);
        let lines = self.journal.iter().map(|(id, fields)| Line { id: *id, fields: fields.clone() });
        let joined = ledger.join(lines.collect(), now, Some(Later::HERE));
        for key in &joined.local {
            self.write_local(&ledger, key);
        }
        self.write_journal(&mut ledger, &joined.journal);
        for id in &joined.stale {
            self.journal.remove(id);
        }
        (ledger, joined)
    }

    /// What the journal alone says, tombstones left out.
    pub fn in_journal(&self) -> BTreeMap<String, String> {
        let records = self.journal.values().filter_map(|fields| Record::of_fields(fields));
        records.filter_map(|record| Some((record.key, record.value?.to_string()))).collect()
    }

    /// What local storage alone says, tombstones left out.
    pub fn in_local(&self) -> BTreeMap<String, String> {
        self.local.clone().into_iter().filter(|(key, _)| !key.starts_with("pressmark/gone/")).collect()
    }
}

/// What a ledger says is there.
pub fn there(ledger: &Ledger) -> BTreeMap<String, String> {
    ledger.entries().into_iter().collect()
}
