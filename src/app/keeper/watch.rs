//! Watches over both stores: whether local storage is still there, and whether the journal answers.

use gloo_timers::callback::Interval;
use pressmark::format::storage::SCHEMA_KEY;

use super::{JOURNAL, Keeper, Mode};
use crate::app::browser::clock;
use crate::app::browser::storage::{self, StorageError};
use crate::app::save::Stand;
use crate::app::store::{Dispatch, Event};

/// How long the journal may take before it counts as refused (milliseconds).
const PATIENCE: u32 = 2000;
/// How often it is looked whether the stores are still there, and what failed is tried again (milliseconds).
const WATCH: u32 = 10_000;

impl Keeper {
    /// Asks the journal for its lines, and begins to watch.
    pub fn start(&mut self, dispatch: &Dispatch) {
        self.dispatch = Some(dispatch.clone());
        self.read();
        let dispatch = dispatch.clone();
        self.watch = Some(Interval::new(WATCH, move || dispatch.dispatch(Event::Watch)));
    }

    /// Reads the journal, as soon as its part is here.
    pub(super) fn read(&mut self) {
        if std::mem::replace(&mut self.is_reading, true) {
            return;
        }
        self.patience();
        if let Some(journal) = JOURNAL.here() {
            return (journal.read)(self);
        }
        let shared = self.dispatch.clone();
        JOURNAL.load(Box::new(move |journal| {
            let event =
                if journal.is_some() { Event::Read } else { Event::Journal(Err(StorageError::Blocked)) };
            if let Some(dispatch) = shared {
                dispatch.dispatch(event);
            }
        }));
    }

    /// Looks after local storage while the journal's part is not here, and asks for that again.
    pub fn watch_alone(&mut self) {
        if self.mode != Mode::Open || self.is_local_gone() {
            return;
        }
        self.room();
        self.flush();
        self.read();
    }

    /// Where the journal does not answer in time, it counts as refused until it does.
    pub(super) fn patience(&self) {
        if let Some(dispatch) = self.dispatch.clone() {
            let turn = self.turn;
            clock::after(PATIENCE, move || dispatch.dispatch(Event::Late(turn))).forget();
        }
    }

    /// The journal has not answered in time what it was asked in this turn; whether it still has not.
    pub fn late(&mut self, turn: u32) -> bool {
        if turn == self.turn && self.mode == Mode::Doubt {
            self.enter(Mode::Gone);
        }
        let is_late = turn == self.turn && (self.journal.stand == Stand::Asked || self.under_way.is_some());
        if is_late {
            self.journal.stand = Stand::Refused;
        }
        is_late
    }

    /// Whether local storage has lost what it had; then the journal is asked before anything is written.
    pub fn is_local_gone(&mut self) -> bool {
        let has_schema = self.ledger.value(SCHEMA_KEY).is_some();
        let owes_schema = self.local.owed.iter().any(|key| key == SCHEMA_KEY);
        let is_gone = self.mode == Mode::Open
            && self.local.stand == Stand::Well
            && has_schema
            && !owes_schema
            && storage::get(SCHEMA_KEY).is_none();
        if is_gone {
            self.mode = Mode::Doubt;
            self.turn += 1;
            match JOURNAL.here() {
                Some(journal) => (journal.ask)(self),
                // It is asked when its part is here.
                None if self.is_reading => {}
                None => self.enter(Mode::Gone),
            }
            self.patience();
        }
        is_gone
    }
}
