//! The journal's lines: read at the start, then written as changes come, one batch at a time.

use pressmark::format::storage::{self as entries, CLEARED_KEY, Line, may_need_more};
use wasm_bindgen_futures::spawn_local;

use super::{Keeper, Mode};
use crate::app::browser::journal;
use crate::app::browser::storage::StorageError;
use crate::app::save::Stand;
use crate::app::store::Event;
use crate::app::view::PAGES;

/// How many entries are written to the journal at a time.
const BATCH: usize = 2000;

impl Keeper {
    /// Reads the journal. Where a line needs a part to be read with, that is loaded first.
    pub(super) fn read_lines(&self) {
        if self.mode == Mode::Doubt {
            self.ask();
        }
        let Some(dispatch) = self.dispatch.clone() else { return };
        spawn_local(async move {
            let lines = journal::read().await;
            let needs_part = PAGES.here().is_none() && lines.as_ref().is_ok_and(|lines| need_more(lines));
            if needs_part {
                let came = move |pages: Option<_>| {
                    let lines = lines.and_then(|lines| pages.map(|_| lines).ok_or(StorageError::Blocked));
                    dispatch.dispatch(Event::Journal(lines));
                };
                return PAGES.load(Box::new(came));
            }
            dispatch.dispatch(Event::Journal(lines));
        });
    }

    /// The journal's lines were read: the ledger has taken them in, and this is what follows.
    pub(super) fn joined(&mut self, found: &entries::Joined, is_begun: bool) {
        (self.is_joined, self.is_reading) = (true, false);
        self.is_begun = is_begun;
        self.journal.stand = Stand::Well;
        self.turn += 1;
        self.stale.extend(&found.stale);
        self.local.owe(found.local.clone());
        self.journal.owed.clone_from(&found.journal);
        // A clearing that the journal has not heard of, because the page was closed first.
        if found.journal.iter().any(|key| key == CLEARED_KEY) {
            (self.renews, self.journal.owed) = (true, self.ledger.keys());
        }
    }

    /// Writes what the journal is owed.
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
    pub(super) fn written(&mut self, answer: Result<Vec<u64>, StorageError>, was_renewing: bool) {
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
}

fn need_more(lines: &[Line]) -> bool {
    lines.iter().any(|line| match line.fields.as_slice() {
        [key, _, value] => may_need_more(key, value),
        _ => false,
    })
}
