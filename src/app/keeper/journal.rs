//! The part that looks after the journal on disk. It is asked for at once; the first screen and what is marked on it
//! do not wait for it.

use std::rc::Rc;

use pressmark::session::Session;
use pressmark::time::Timestamp;

use super::{Keeper, settle};
use crate::app::part::part;
use crate::app::persist;
use crate::app::store::Event;

/// The functions of the part.
pub struct Journal {
    /// Reads the lines, and says so with an event.
    pub read: fn(&Keeper),
    /// Writes what the journal is owed.
    pub flush: fn(&mut Keeper),
    /// Asks whether there are lines.
    pub ask: fn(&Keeper),
    /// The session when the journal does not answer.
    pub without: fn(&mut Keeper, &Rc<Session>, Timestamp) -> Rc<Session>,
    /// The session after an event that has to do with the journal.
    pub next: fn(&mut Keeper, &Rc<Session>, Event, Timestamp) -> Rc<Session>,
}

static TABLE: Journal = Journal {
    read: Keeper::read_lines,
    flush: Keeper::flush_journal,
    ask: Keeper::ask,
    without: settle::go_without,
    next,
};

part!(
    /// The part.
    JOURNAL, journal, Journal, TABLE
);

fn next(keeper: &mut Keeper, session: &Rc<Session>, event: Event, now: Timestamp) -> Rc<Session> {
    match event {
        Event::Read => keeper.read_lines(),
        Event::Journal(Ok(lines)) => return settle::join(keeper, session, lines, now),
        Event::Written(answer, was_renewing) => keeper.written(answer, was_renewing),
        Event::Begun(answer) => keeper.begun(answer),
        Event::Watch => keeper.watch(),
        Event::AskDisk(promise) => keeper.ask_disk(promise),
        Event::KeepMine => keeper.keep_mine(session, now),
        Event::Forget(key) => persist::forget(keeper, &key, now),
        // The others are dealt with where they arrive.
        _ => {}
    }
    Rc::clone(session)
}
