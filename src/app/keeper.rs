//! Keeps every change in both stores: local storage at once, the journal as soon as the one before it is on
//! the disk. It holds the ledger, knows what each store owes, and makes good when one of them comes back.

mod flush;
mod journal;
mod lines;
mod settle;
mod tend;
mod watch;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use pressmark::format::storage::{self as entries, CLEARED_KEY, Kept, Ledger, Record, Room, Write, writes};
use pressmark::session::{Session, Touched};
use pressmark::time::Timestamp;
use wasm_bindgen_futures::spawn_local;

use super::browser::space::{self, Disk};
use super::browser::storage;
use super::save::{SaveState, Stand};
use super::store::{Dispatch, Event};

pub use journal::JOURNAL;
pub use settle::go_without;

/// Whether this page may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It may.
    Open,
    /// Local storage was found empty; the journal is asked whether it is, too.
    Doubt,
    /// Both stores were emptied by somebody else: nothing is written until the reader says so.
    Gone,
    /// A newer program wrote here.
    Newer,
}

/// How long another window may take to hear of a change (milliseconds).
const SOON: u64 = 500;

/// One of the two stores: how it stands, and the keys of the entries that it owes, in the order of writing.
#[derive(Debug, Default)]
pub struct Side {
    pub stand: Stand,
    pub owed: Vec<String>,
}

impl Side {
    pub fn owe(&mut self, keys: Vec<String>) {
        if self.owed.is_empty() {
            self.owed = keys;
            return;
        }
        let new: Vec<String> = keys.into_iter().filter(|key| !self.owed.contains(key)).collect();
        self.owed.extend(new);
    }
}

/// What keeps the session.
#[derive(Debug)]
pub struct Keeper {
    pub ledger: Ledger,
    mode: Mode,
    pub local: Side,
    pub journal: Side,
    /// The journal's lines were taken into the ledger.
    pub is_joined: bool,
    /// Changes were made that this page may not write.
    pub has_unwritten: bool,
    /// The entry that this page wrote last.
    mine: Option<(String, Timestamp)>,
    /// Counts the changes to what is kept beside the work, which nothing else shows.
    pub beside: u32,
    /// Local storage holds entries that cannot be read, or that found their place elsewhere.
    pub is_unsettled: bool,
    /// What is said of the disk.
    pub disk: Disk,
    room: (Timestamp, Room),
    is_reading: bool,
    /// What is on its way to the journal.
    under_way: Option<Vec<Record>>,
    /// The journal is to be emptied before anything is written to it.
    renews: bool,
    /// The journal is known to have lines.
    is_begun: bool,
    stale: Vec<u64>,
    turn: u32,
    dispatch: Option<Dispatch>,
    watch: Option<Interval>,
}

/// A keeper that several versions of the store share.
#[derive(Clone, Debug)]
pub struct Shared(pub Rc<RefCell<Keeper>>);

#[cfg(test)]
impl Shared {
    /// A keeper of nothing.
    pub fn of_nothing() -> Self {
        Self(Rc::new(RefCell::new(Keeper::new(Ledger::default(), Stand::Well))))
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Keeper {
    /// A keeper of what local storage holds; the journal has not answered yet.
    pub fn new(ledger: Ledger, local: Stand) -> Self {
        Self {
            ledger,
            mode: Mode::Open,
            local: Side { stand: local, owed: Vec::new() },
            journal: Side::default(),
            is_joined: false,
            has_unwritten: false,
            mine: None,
            beside: 0,
            is_unsettled: false,
            disk: Disk::default(),
            room: Default::default(),
            is_reading: false,
            under_way: None,
            renews: false,
            is_begun: false,
            stale: Vec::new(),
            turn: 0,
            dispatch: None,
            watch: None,
        }
    }

    /// Whether this page may write.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// From now on it may, or may not.
    pub fn enter(&mut self, mode: Mode) {
        self.mode = mode;
        storage::close(matches!(mode, Mode::Gone | Mode::Newer));
    }

    /// How full local storage is; counted anew when something has changed.
    pub fn room(&mut self) -> Room {
        let last = self.ledger.last();
        if self.room.0 != last || self.room.1.limit == 0 {
            self.room = (last, self.ledger.room(space::is_webkit()));
        }
        self.room.1
    }

    /// What was counted last.
    pub fn room_counted(&self) -> Room {
        self.room.1
    }

    /// Asks the browser about its disk, and to keep what is here if `promise` says so.
    pub fn ask_disk(&mut self, promise: bool) {
        self.room();
        self.later(async move {
            if promise {
                space::promise().await;
            }
            Event::Disk(space::disk().await)
        });
    }

    pub(super) fn later(&self, event: impl Future<Output = Event> + 'static) {
        if let Some(dispatch) = self.dispatch.clone() {
            spawn_local(async move { dispatch.dispatch(event.await) });
        }
    }

    /// What the page says of saving.
    pub fn state(&self) -> SaveState {
        match self.mode {
            Mode::Newer => SaveState::Newer,
            Mode::Gone => SaveState::Gone,
            Mode::Doubt => SaveState::Saving,
            Mode::Open => {
                let journal_owes = self.under_way.is_some() || !self.journal.owed.is_empty() || self.renews;
                let local_owes = !self.local.owed.is_empty();
                SaveState::of(self.local.stand, local_owes, self.journal.stand, journal_owes)
            }
        }
    }

    /// Keeps what was touched in `session` at the moment `at`.
    pub fn keep(&mut self, session: &Session, touched: &[Touched], at: Timestamp) {
        if touched.is_empty() {
            return;
        }
        if matches!(self.mode, Mode::Gone | Mode::Newer) {
            self.has_unwritten = true;
            return;
        }
        let writes = writes(session, touched, at);
        if touched.contains(&Touched::Everything) {
            return self.clear(writes, at);
        }
        let changed = self.ledger.take(writes, at);
        self.mine = changed.last().map(|key| (key.clone(), at));
        self.owe(changed);
        self.flush();
    }

    /// What this page wrote last, where another window wrote over it so soon that it cannot have heard it. That
    /// window may be closed before it does, so this one keeps it, too.
    pub fn mine_before(&self, theirs: &Record) -> Option<&Kept> {
        let (key, at) = self.mine.as_ref()?;
        let is_soon = *key == theirs.key && theirs.at.0 < at.0 + SOON;
        self.ledger.kept(key).filter(|kept| is_soon && kept.at == *at)
    }

    /// Both stores owe these entries.
    pub fn owe(&mut self, keys: Vec<String>) {
        self.local.owe(keys.clone());
        self.journal.owe(keys.into_iter().filter(|key| self.ledger.kept(key).is_some()).collect());
    }

    /// Forgets everything but these entries, in both stores. The first thing written says so, because other
    /// windows hear it, and because after a crash it keeps from coming back what local storage still has.
    fn clear(&mut self, writes: Vec<Write>, at: Timestamp) {
        self.ledger = Ledger::cleared(at, writes);
        self.local.owed = vec![CLEARED_KEY.to_owned()];
        self.flush_local();
        let old = storage::keys(entries::PREFIX).unwrap_or_default();
        let old = old.into_iter().filter(|key| self.ledger.value(key).is_none());
        for key in old {
            // What cannot be removed is older than the time of clearing, and not read again.
            let _ = storage::remove(&key);
        }
        self.local.owe(self.ledger.keys());
        self.journal.owed = self.ledger.keys();
        self.renews = true;
        self.flush();
    }

    /// Writes everything that the page shows into both stores, as new.
    pub fn keep_mine(&mut self, session: &Session, now: Timestamp) {
        let at = self.ledger.tick(now);
        let aside = [entries::DAMAGED, entries::EARLIER].map(|prefix| self.ledger.keys_of(prefix)).concat();
        let put = |key: String| Some(Write::Put { value: self.ledger.value(&key)?.to_owned(), key });
        let mut all: Vec<Write> = aside.into_iter().filter_map(put).collect();
        all.extend(writes(session, &[Touched::Everything], at));
        self.ledger = Ledger::default();
        self.ledger.take(all, at);
        self.enter(Mode::Open);
        self.has_unwritten = false;
        self.local.owed = self.ledger.keys();
        self.journal.owed = self.ledger.keys();
        (self.is_begun, self.stale) = (false, Vec::new());
        self.flush();
        if !self.is_joined {
            self.read();
        }
    }

    /// The journal could not be read.
    pub fn not_joined(&mut self) {
        self.is_reading = false;
        self.journal.stand = Stand::Refused;
    }
}
