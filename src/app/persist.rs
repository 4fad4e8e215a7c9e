//! What the stores say to the session: at the start local storage, later other windows; and what the page shows of it.

use std::cell::RefCell;
use std::rc::Rc;

use pressmark::format::storage::{
    self as entries, CLEARED_KEY, Hearing, Later, Ledger, Record, Room, SCHEMA, SCHEMA_KEY, Write,
};
use pressmark::seeds;
use pressmark::session::{Action, Moment, Session};
use pressmark::time::Timestamp;

use super::browser::space::Disk;
use super::browser::storage::{self, StorageError};
use super::keeper::{Keeper, Mode, Shared};
use super::save::{SaveState, Stand};
use super::store::Store;
use super::view;

/// What the page shows of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Save {
    /// In words.
    pub state: SaveState,
    /// Whether the page shows what both stores say, as far as both answer.
    pub is_ready: bool,
    /// Whether something would be lost if the page were closed now.
    pub is_unsaved: bool,
    /// Another number when something else is kept beside the work.
    pub beside: u32,
    /// How full local storage is.
    pub room: Room,
    /// What the browser says of its disk.
    pub disk: Disk,
}

impl Save {
    /// Everything is kept.
    #[cfg(test)]
    pub fn all_well() -> Self {
        Self {
            state: SaveState::Saved,
            is_ready: true,
            is_unsaved: false,
            beside: 0,
            room: Room::default(),
            disk: Disk::default(),
        }
    }

    /// How a keeper stands.
    pub fn of(keeper: &Keeper) -> Self {
        let state = keeper.state();
        let is_ready =
            keeper.is_joined || keeper.journal.stand != Stand::Asked || keeper.mode() == Mode::Newer;
        let is_unsaved = match state {
            SaveState::Gone => true,
            SaveState::Failed | SaveState::Blocked => !keeper.local.owed.is_empty(),
            SaveState::Newer => keeper.has_unwritten,
            _ => false,
        };
        Self {
            state,
            is_ready,
            is_unsaved,
            beside: keeper.beside,
            room: keeper.room_counted(),
            disk: keeper.disk,
        }
    }
}

/// The store as local storage left it; `None` when something there needs a `later` that is not here. Nothing has
/// been written then. The journal is asked once the page stands.
pub fn open(later: Option<Later>) -> Option<Store> {
    let kept =
        storage::probe().or_else(|error| if error == StorageError::Full { Ok(()) } else { Err(error) });
    let found = kept.and_then(|()| storage::all(entries::PREFIX));
    let stand = if found.is_ok() { Stand::Well } else { Stand::Refused };
    let ledger = Ledger::of_local(&found.unwrap_or_default());
    let loaded = entries::load(&ledger.entries(), seeds::articles(), later)?;
    let mut keeper = Keeper::new(ledger, stand);
    keeper.is_unsettled = !loaded.damaged.is_empty() || !loaded.moved.is_empty();
    if loaded.newer {
        keeper.enter(Mode::Newer);
    }
    let save = Save::of(&keeper);
    let keeper = Shared(Rc::new(RefCell::new(keeper)));
    Some(Store { session: Rc::new(loaded.session), save, keeper, missing: false })
}

/// The session after an entry was written, or removed, by somebody else.
pub fn heard(session: &Rc<Session>, key: &str, value: Option<&str>) -> Rc<Session> {
    match entries::heard(session, key, value, view::later()) {
        Some(heard) => Rc::new(session.update(&Action::Heard(heard), Moment::default()).0),
        None => Rc::clone(session),
    }
}

/// The session after another window wrote this entry of local storage.
pub fn elsewhere(
    keeper: &mut Keeper,
    session: &Rc<Session>,
    name: &str,
    value: Option<&str>,
    now: Timestamp,
) -> Rc<Session> {
    let same = Rc::clone(session);
    // What is removed is told by its tombstone.
    let Some(value) = value else { return same };
    if !matches!(keeper.mode(), Mode::Open | Mode::Doubt) {
        return same;
    }
    if name == SCHEMA_KEY {
        if value.parse::<u64>().is_ok_and(|version| version > SCHEMA) {
            keeper.enter(Mode::Newer);
        }
        return same;
    }
    let Some(record) = Record::of_local(name, value) else { return same };
    if name == CLEARED_KEY && keeper.ledger.value(SCHEMA_KEY).is_some() {
        if keeper.ledger.kept(CLEARED_KEY).is_none_or(|known| known.at < record.at) {
            keeper.ledger.tick(record.at);
            keeper.enter(Mode::Gone);
        }
        return same;
    }
    let key = record.key.clone();
    let theirs = record.value.clone();
    let mine = keeper.mine_before(&record).and_then(|kept| kept.value.clone());
    match keeper.ledger.hear(record) {
        Hearing::Newer => {
            // It may be one of those that only Settings show.
            keeper.beside += 1;
            keep_earlier(keeper, &key, mine, now);
            heard(session, &key, theirs.as_deref())
        }
        Hearing::Known => same,
        Hearing::Older => {
            keeper.local.owe(vec![key.clone()]);
            keep_earlier(keeper, &key, theirs, now);
            keeper.flush();
            same
        }
    }
}

/// Keeps the earlier of two marks that two windows made of one sentence.
fn keep_earlier(keeper: &mut Keeper, key: &str, earlier: Option<Rc<str>>, now: Timestamp) {
    if let (Some(key), Some(value)) = (entries::earlier_key(key), earlier) {
        let at = keeper.ledger.tick(now);
        let changed = keeper.ledger.take(vec![Write::Put { key, value: value.to_string() }], at);
        keeper.owe(changed);
        keeper.beside += 1;
        keeper.flush();
    }
}

/// The session after everything in local storage was looked at again: other windows may have written it.
pub fn heard_again(keeper: &mut Keeper, session: &Rc<Session>, now: Timestamp) -> Rc<Session> {
    let entries = storage::all(entries::PREFIX).unwrap_or_default();
    entries
        .iter()
        .fold(Rc::clone(session), |session, (key, value)| elsewhere(keeper, &session, key, Some(value), now))
}

/// The entries under `prefix` that are kept beside the work, with what they hold.
pub fn beside(keeper: &Keeper, prefix: &str) -> Vec<(String, String)> {
    let value = |key: String| Some((keeper.ledger.value(&key)?.to_owned(), key));
    keeper.ledger.keys_of(prefix).into_iter().filter_map(value).map(|(value, key)| (key, value)).collect()
}

/// Removes such an entry, because the reader said so.
pub fn forget(keeper: &mut Keeper, key: &str, now: Timestamp) {
    if keeper.mode() == Mode::Open {
        let at = keeper.ledger.tick(now);
        let changed = keeper.ledger.take(vec![Write::Remove { key: key.to_owned() }], at);
        keeper.owe(changed);
        keeper.beside += 1;
        keeper.flush();
    }
}
