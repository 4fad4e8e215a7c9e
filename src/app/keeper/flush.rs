//! Writes what each store owes, as far as it takes it.

use pressmark::format::storage::{Write, gone_key};

use super::{JOURNAL, Keeper, Mode};
use crate::app::browser::storage::{self, StorageError};
use crate::app::save::Stand;

impl Keeper {
    /// Writes what each store owes, as far as it takes it.
    pub fn flush(&mut self) {
        if self.mode != Mode::Open || self.is_local_gone() {
            return;
        }
        self.flush_local();
        if let Some(journal) = JOURNAL.here() {
            (journal.flush)(self);
        }
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
