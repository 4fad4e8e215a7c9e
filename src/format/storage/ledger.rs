//! What this page knows to be the newest of every entry. Both stores are written from it, so that either can
//! be made anew, and what another window wrote is measured by it.

use std::rc::Rc;

use crate::format::storage::key;
use crate::format::storage::record::Record;
use crate::format::storage::stamp::said;
use crate::format::storage::write::Write;
use crate::map::Map;
use crate::time::Timestamp;

/// The longest entry that local storage holds (UTF-16 units); what is longer is in the journal alone.
pub const LONGEST_LOCAL: usize = 250_000;

/// The newest of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When it was written or removed.
    pub at: Timestamp,
    /// Its value; `None` once it was removed, as long as a store may still hold it.
    pub value: Option<Rc<str>>,
    /// The number of the last line of the journal that is known to say so, or to be older.
    pub id: Option<u64>,
}

/// The newest of every entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub(super) entries: Map<String, Kept>,
    pub(super) last: Timestamp,
}

/// What another window's entry is to this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearing {
    /// It is newer, and was taken.
    Newer,
    /// It is what is known.
    Known,
    /// It is older and says something else, or is an older tombstone: ours stays and must stand in local storage
    /// again.
    Older,
}

impl Ledger {
    /// What these entries of local storage say, in any order.
    #[must_use]
    pub fn of_local(entries: &[(String, String)]) -> Self {
        let mut ledger = Self::default();
        let mut records: Vec<Record> =
            entries.iter().filter_map(|(name, value)| Record::of_local(name, value)).collect();
        // In order, so that each is put at the end of the map.
        crate::order::sort_by(&mut records, |a, b| a.key.cmp(&b.key));
        for record in records {
            ledger.hear(record);
        }
        ledger
    }

    /// The moment of a change: now, but later than everything that is known, even if the clock went back.
    pub fn tick(&mut self, now: Timestamp) -> Timestamp {
        self.last = now.max(Timestamp(self.last.0 + 1));
        self.last
    }

    /// Takes changes of this page, made at `at`; gives the keys of the entries that both stores now owe, in
    /// the order in which they must be written. What says the same as before is left as it is.
    pub fn take(&mut self, writes: Vec<Write>, at: Timestamp) -> Vec<String> {
        let mut changed = Vec::new();
        for write in writes {
            match write {
                Write::Put { key, value } => {
                    if self.value(&key).is_none_or(|known| said(known) != said(&value)) {
                        self.set(&key, at, Some(Rc::from(value)));
                        changed.push(key);
                    }
                }
                Write::Remove { key } => {
                    if self.value(&key).is_some() {
                        self.set(&key, at, None);
                    }
                    changed.push(key);
                }
                Write::Sweep { prefix, keep } => {
                    let swept: Vec<String> = self.swept(&prefix, &keep).cloned().collect();
                    for key in &swept {
                        self.set(key, at, None);
                    }
                    changed.extend(swept);
                }
            }
        }
        changed
    }

    fn swept<'a>(&'a self, prefix: &'a str, keep: &'a [String]) -> impl Iterator<Item = &'a String> {
        let all = self.entries.iter().filter(|(_, kept)| kept.value.is_some());
        all.map(|(key, _)| key).filter(move |key| key.starts_with(prefix) && !keep.contains(key))
    }

    fn set(&mut self, key: &str, at: Timestamp, value: Option<Rc<str>>) {
        let id = self.kept(key).and_then(|kept| kept.id);
        self.entries.insert(key.to_owned(), Kept { at, value, id });
        self.last = self.last.max(at);
    }

    /// Takes in what another window wrote, where it is newer.
    pub fn hear(&mut self, record: Record) -> Hearing {
        if let Some(ours) = self.entries.get_mut(&record.key) {
            if ours.value == record.value {
                // A tombstone says its time beside itself: an older one has taken the place of ours.
                if record.value.is_none() && record.at < ours.at {
                    return Hearing::Older;
                }
                ours.at = ours.at.max(record.at);
                return Hearing::Known;
            }
            if !record.is_later_than(ours.at, ours.value.as_deref()) {
                return Hearing::Older;
            }
        }
        self.set(&record.key, record.at, record.value);
        Hearing::Newer
    }

    /// What is known of an entry.
    #[must_use]
    pub fn kept(&self, key: &str) -> Option<&Kept> {
        self.entries.get(&key.to_owned())
    }

    /// The value of an entry that is there.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&str> {
        self.kept(key)?.value.as_deref()
    }

    /// When something was last written, here or elsewhere.
    #[must_use]
    pub fn last(&self) -> Timestamp {
        self.last
    }

    /// Whether nothing was ever kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every entry that is there.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, String)> {
        let there = |(key, kept): (&String, &Kept)| Some((key.clone(), kept.value.as_deref()?.to_owned()));
        self.entries.iter().filter_map(there).collect()
    }

    /// Every key, those of tombstones too.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        self.entries.keys().cloned().collect()
    }

    /// The keys that begin with `prefix` of entries that are there.
    #[must_use]
    pub fn keys_of(&self, prefix: &str) -> Vec<String> {
        self.swept(prefix, &[]).cloned().collect()
    }

    /// What local storage must do so that it says of this key what is known. What is new is written before
    /// anything old goes. With `has_journal`, a text too long for it is left to the journal.
    #[must_use]
    pub fn in_local(&self, key: &str, has_journal: bool) -> Vec<Write> {
        let remove = |key: String| Write::Remove { key };
        match self.kept(key) {
            Some(Kept { value: Some(value), .. }) if has_journal && is_long(value) => {
                vec![remove(key.to_owned())]
            }
            Some(Kept { value: Some(value), .. }) => {
                let put = Write::Put { key: key.to_owned(), value: value.to_string() };
                vec![put, remove(key::gone_key(key))]
            }
            Some(Kept { value: None, at, .. }) => {
                let tombstone = Write::Put { key: key::gone_key(key), value: at.0.to_string() };
                vec![remove(key.to_owned()), tombstone]
            }
            None => vec![remove(key.to_owned())],
        }
    }

    /// What the journal must write of this key, and the number of the line that this makes needless.
    #[must_use]
    pub fn in_journal(&self, key: &str) -> Option<(Record, Option<u64>)> {
        let kept = self.kept(key)?;
        Some((Record { key: key.to_owned(), at: kept.at, value: kept.value.clone() }, kept.id))
    }

    /// The journal holds this record as line `id`. The answer is the tombstone that local storage need not
    /// keep any longer, since the journal has it.
    pub fn confirm(&mut self, record: &Record, id: u64) -> Option<Write> {
        let kept = self.entries.get_mut(&record.key)?;
        kept.id = Some(id);
        let is_tombstone = kept.value.is_none() && kept.at == record.at;
        is_tombstone.then(|| Write::Remove { key: key::gone_key(&record.key) })
    }

    /// Forgets an entry that nothing is to be said of in the journal, as if it had never been known.
    pub fn forget(&mut self, key: &str) {
        self.entries.remove(&key.to_owned());
    }

    /// The journal was made anew: the numbers of its lines mean nothing more.
    pub fn forget_lines(&mut self) {
        for kept in self.entries.values_mut() {
            kept.id = None;
        }
    }

    /// The ledger of a device that was cleared at `at` and keeps these entries alone.
    #[must_use]
    pub fn cleared(at: Timestamp, writes: Vec<Write>) -> Self {
        let mut ledger = Self { last: at, ..Self::default() };
        ledger.take(writes, at);
        ledger.set(key::CLEARED_KEY, at, Some(Rc::from(at.0.to_string())));
        ledger
    }
}

pub(super) fn is_long(value: &str) -> bool {
    value.len() > LONGEST_LOCAL && value.encode_utf16().count() > LONGEST_LOCAL
}
