//! Looks after both stores once the journal's part is here: what follows when one is gone or comes back.

use pressmark::format::storage::SCHEMA_KEY;

use super::{Keeper, Mode};
use crate::app::browser::journal;
use crate::app::browser::storage::{self, StorageError};
use crate::app::save::Stand;
use crate::app::store::Event;

impl Keeper {
    /// Asks whether the journal has lines.
    pub(super) fn ask(&self) {
        self.later(async { Event::Begun(journal::is_begun().await) });
    }

    /// Looks after the stores: is each still there, and does it take what it refused?
    pub(super) fn watch(&mut self) {
        if self.mode != Mode::Open || self.is_local_gone() {
            return;
        }
        let is_idle = self.under_way.is_none() && self.journal.owed.is_empty();
        match self.journal.stand {
            // It never answered, and so has not been read.
            Stand::Refused if !self.is_joined => self.read(),
            Stand::Well if self.is_begun && is_idle => self.ask(),
            _ => {}
        }
        self.room();
        self.flush();
    }

    /// The journal said whether it has lines.
    pub(super) fn begun(&mut self, answer: Result<bool, StorageError>) {
        let has_lines = answer == Ok(true);
        let is_in_doubt = self.mode == Mode::Doubt;
        if is_in_doubt && has_lines {
            self.mode = Mode::Open;
            self.local.owed = self.ledger.keys();
            self.flush();
        } else if is_in_doubt {
            self.enter(Mode::Gone);
        } else if answer == Ok(false) && self.under_way.is_none() && self.is_begun {
            self.journal_gone();
        }
    }

    /// The journal was emptied: it is written anew from what is known, if local storage is still there.
    pub(super) fn journal_gone(&mut self) {
        if self.mode != Mode::Open {
            return;
        }
        if self.ledger.value(SCHEMA_KEY).is_some() && storage::get(SCHEMA_KEY).is_none() {
            self.enter(Mode::Gone);
            return;
        }
        self.ledger.forget_lines();
        (self.is_begun, self.stale) = (false, Vec::new());
        self.journal.owed = self.ledger.keys();
        self.flush();
    }
}
