//! What the session and both stores come to once it is known what both say.

use std::rc::Rc;

use pressmark::format::storage::{self as entries, Damaged, Write};
use pressmark::seeds;
use pressmark::session::Session;
use pressmark::time::Timestamp;

use super::{Keeper, Mode};
use crate::app::persist::heard;
use crate::app::view;

/// The session when the journal does not answer: local storage alone says what there is. Marks whose article
/// is missing are left as they are, since the journal may hold it.
pub fn go_without(keeper: &mut Keeper, session: &Rc<Session>, now: Timestamp) -> Rc<Session> {
    if keeper.mode() != Mode::Open || keeper.is_joined {
        return Rc::clone(session);
    }
    let session = settled(keeper, session, &[], now, |damaged| damaged.is_by_itself());
    keeper.flush();
    session
}

/// The session after what both stores say was settled: entries that cannot be read are set aside, and those
/// that found their place elsewhere are written again.
pub(super) fn settled(
    keeper: &mut Keeper,
    session: &Rc<Session>,
    changed: &[String],
    now: Timestamp,
    goes_aside: impl Fn(&Damaged) -> bool,
) -> Rc<Session> {
    if changed.is_empty() && !std::mem::take(&mut keeper.is_unsettled) {
        return Rc::clone(session);
    }
    let Some(loaded) = reloaded(keeper) else { return Rc::clone(session) };
    let damaged: Vec<Damaged> = loaded.damaged.into_iter().filter(goes_aside).collect();
    set_aside(keeper, &damaged, now);
    let session = if changed.is_empty() {
        Rc::clone(session)
    } else if session.is_as_loaded() {
        Rc::new(loaded.session)
    } else {
        let hear = |session: Rc<Session>, key: &String| heard(&session, key, keeper.ledger.value(key));
        changed.iter().fold(Rc::clone(session), hear)
    };
    let at = keeper.ledger.tick(now);
    keeper.keep(&session, &loaded.moved, at);
    session
}

/// What the ledger holds. The part that it may need is here then: whoever asked for it waited.
pub(super) fn reloaded(keeper: &Keeper) -> Option<entries::Loaded> {
    entries::load(&keeper.ledger.entries(), seeds::articles(), view::later())
}

/// Puts what cannot be read under another key, with the time; the new is written before the old goes.
pub(super) fn set_aside(keeper: &mut Keeper, damaged: &[Damaged], now: Timestamp) {
    for entry in damaged {
        let is_aside = |key: &String| {
            let rest = entries::aside(key).map(|(_, rest)| rest);
            rest == entry.key.strip_prefix(entries::PREFIX)
                && keeper.ledger.value(key) == Some(entry.value.as_str())
        };
        if !keeper.ledger.keys_of(entries::DAMAGED).iter().any(is_aside) {
            let key = entries::damaged_key(&entry.key, now);
            let at = keeper.ledger.tick(now);
            let changed = keeper.ledger.take(vec![Write::Put { key, value: entry.value.clone() }], at);
            keeper.owe(changed);
            keeper.beside += 1;
        }
        if keeper.ledger.value(&entry.key) == Some(entry.value.as_str()) {
            if keeper.is_joined {
                let at = keeper.ledger.tick(now);
                let changed = keeper.ledger.take(vec![Write::Remove { key: entry.key.clone() }], at);
                keeper.owe(changed);
            } else {
                // Without a tombstone, so that what the journal has of it can come back.
                keeper.ledger.forget(&entry.key);
                keeper.local.owe(vec![entry.key.clone()]);
            }
        }
    }
}
