//! Looks after both stores: whether each is there, whether the journal answers, and what follows when one is gone.

use gloo_timers::callback::Interval;
use pressmark::format::storage::{Line, SCHEMA_KEY, may_need_more};
use wasm_bindgen_futures::spawn_local;

use super::{Keeper, Mode};
use crate::app::browser::storage::{self, StorageError};
use crate::app::browser::{clock, journal};
use crate::app::save::Stand;
use crate::app::store::{Dispatch, Event};
use crate::app::view::PAGES;

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

    /// Reads the journal. Where a line needs a part to be read with, that is loaded first.
    pub(super) fn read(&mut self) {
        if std::mem::replace(&mut self.is_reading, true) {
            return;
        }
        if let Some(dispatch) = self.dispatch.clone() {
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
        self.patience();
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
            self.ask();
            self.patience();
        }
        is_gone
    }

    /// Asks whether the journal has lines.
    pub(super) fn ask(&self) {
        self.later(async { Event::Begun(journal::is_begun().await) });
    }

    /// Looks after the stores: is each still there, and does it take what it refused?
    pub fn watch(&mut self) {
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
    pub fn begun(&mut self, answer: Result<bool, StorageError>) {
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

fn need_more(lines: &[Line]) -> bool {
    lines.iter().any(|line| match line.fields.as_slice() {
        [key, _, value] => may_need_more(key, value),
        _ => false,
    })
}
