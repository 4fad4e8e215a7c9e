//! Writes what each store owes, as far as it takes it, and hears what became of it.

use pressmark::format::storage::{Write, gone_key};

use super::{Keeper, Mode};
use crate::app::browser::journal;
use crate::app::browser::storage::{self, StorageError};
use crate::app::save::Stand;
use crate::app::store::Event;

/// How many entries are written to the journal at a time.
const BATCH: usize = 2000;

impl Keeper {
    /// Writes what each store owes, as far as it takes it.
    pub fn flush(&mut self) {
        if self.mode != Mode::Open || self.is_local_gone() {
            return;
        }
        self.flush_local();
        self.flush_journal();
    }

    pub(super) fn flush_local(&mut self) {
        if self.local.owed.is_empty() {
            return;
        }
        let mut left = Vec::new();
        let has_journal = self.is_joined && self.journal.stand == Stand::Well;
        self.local.stand = Stand::Well;
        for key in std::mem::take(&mut self.local.owed) {
            let all = self.ledger.in_local(&key, has_journal);
            // Once there is no room, nothing more is put, but what goes may make some.
            let is_full = self.local.stand != Stand::Well;
            let stand = self.local.stand;
            let done = all.iter().try_for_each(|write| match write {
                Write::Put { .. } if is_full => Err(StorageError::Full),
                write => do_local(write),
            });
            self.local.stand = match done {
                Err(_) if is_full => stand,
                Ok(()) => stand,
                Err(StorageError::Full) => Stand::Full,
                Err(_) => Stand::Refused,
            };
            if done.is_err() {
                left.push(key);
            }
        }
        self.local.owed = left;
    }

    pub(super) fn flush_journal(&mut self) {
        let owes = !self.journal.owed.is_empty() || !self.stale.is_empty() || self.renews;
        if !self.is_joined || self.under_way.is_some() || !owes {
            return;
        }
        let rest = self.journal.owed.split_off(self.journal.owed.len().min(BATCH));
        let keys = std::mem::replace(&mut self.journal.owed, rest);
        let known: Vec<_> = keys.iter().filter_map(|key| self.ledger.in_journal(key)).collect();
        let lines: Vec<_> = known.iter().map(|(record, id)| (record.fields(), *id)).collect();
        // What is needless goes last, when everything that makes it so is written.
        let stale = if self.journal.owed.is_empty() { std::mem::take(&mut self.stale) } else { Vec::new() };
        self.under_way = Some(known.into_iter().map(|(record, _)| record).collect());
        self.turn += 1;
        let (renews, is_begun) = (std::mem::take(&mut self.renews), self.is_begun);
        self.later(async move {
            let written = if renews {
                journal::renew(lines).await
            } else {
                journal::append(lines, stale, is_begun).await
            };
            Event::Written(written, renews)
        });
        self.patience();
    }

    /// What was on its way to the journal is on the disk, or was refused.
    pub fn written(&mut self, answer: Result<Vec<u64>, StorageError>, was_renewing: bool) {
        let records = self.under_way.take().unwrap_or_default();
        self.turn += 1;
        match answer {
            Ok(ids) => {
                self.journal.stand = Stand::Well;
                self.is_begun |= !ids.is_empty();
                for (record, id) in records.iter().zip(ids) {
                    if let Some(write) = self.ledger.confirm(record, id) {
                        self.forget_tombstone(&write);
                    }
                }
                self.flush();
            }
            Err(error) => {
                let later = std::mem::take(&mut self.journal.owed);
                let refused: Vec<String> = records.into_iter().map(|record| record.key).collect();
                self.journal.owed.clone_from(&refused);
                self.journal.owe(later);
                self.renews |= was_renewing;
                if error == StorageError::Gone {
                    self.journal.stand = Stand::Well;
                    return self.journal_gone();
                }
                self.journal.stand = if error == StorageError::Full { Stand::Full } else { Stand::Refused };
                // A text that was too long for local storage has no other place now.
                self.local.owe(refused);
                self.flush_local();
            }
        }
    }

    /// The journal has the tombstone, so local storage need not; unless it still owes it the removal itself.
    pub(super) fn forget_tombstone(&self, write: &Write) {
        if self.local.owed.iter().all(|key| *write != Write::Remove { key: gone_key(key) }) {
            // One that stays is forgotten at the next start.
            let _ = do_local(write);
        }
    }
}

fn do_local(write: &Write) -> Result<(), StorageError> {
    match write {
        Write::Put { key, value } => storage::put(key, value),
        Write::Remove { key } => storage::remove(key),
        // The ledger knows every key, and names each.
        Write::Sweep { .. } => Ok(()),
    }
}
