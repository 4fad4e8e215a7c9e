//! The part that looks after the journal on disk. It is asked for at once; the first screen and what is marked on it
//! do not wait for it.

use std::rc::Rc;

use pressmark::format::storage::Line;
use pressmark::session::Session;
use pressmark::time::Timestamp;

use super::settle::{reloaded, set_aside, settled};
use super::{Keeper, Mode};
use crate::app::part::part;
use crate::app::store::Event;
use crate::app::view;

/// The functions of the part.
pub struct Journal {
    /// Reads the lines, and says so with an event.
    pub read: fn(&Keeper),
    /// Writes what the journal is owed.
    pub flush: fn(&mut Keeper),
    /// Asks whether there are lines.
    pub ask: fn(&Keeper),
    /// The session after an event that has to do with the journal.
    pub next: fn(&mut Keeper, &Rc<Session>, Event, Timestamp) -> Rc<Session>,
}

static TABLE: Journal =
    Journal { read: Keeper::read_lines, flush: Keeper::flush_journal, ask: Keeper::ask, next };

part!(
    /// The part.
    JOURNAL, journal, Journal, TABLE
);

fn next(keeper: &mut Keeper, session: &Rc<Session>, event: Event, now: Timestamp) -> Rc<Session> {
    match event {
        Event::Read => keeper.read_lines(),
        Event::Journal(Ok(lines)) => return join(keeper, session, lines, now),
        Event::Written(answer, was_renewing) => keeper.written(answer, was_renewing),
        Event::Begun(answer) => keeper.begun(answer),
        Event::Watch => keeper.watch(),
        // The others are dealt with where they arrive.
        _ => {}
    }
    Rc::clone(session)
}

/// The session once the journal has answered with its lines. An edit made before stays.
fn join(keeper: &mut Keeper, session: &Rc<Session>, lines: Vec<Line>, now: Timestamp) -> Rc<Session> {
    // A page that was told to write nothing takes nothing over: what it shows may be kept nowhere else.
    if matches!(keeper.mode(), Mode::Gone | Mode::Newer) {
        keeper.is_reading = false;
        return Rc::clone(session);
    }
    let is_begun = !lines.is_empty();
    let found = keeper.ledger.join(lines, now, view::later());
    keeper.joined(&found, is_begun);
    if found.newer {
        keeper.enter(Mode::Newer);
        return reloaded(keeper).map_or_else(|| Rc::clone(session), |loaded| Rc::new(loaded.session));
    }
    set_aside(keeper, &found.damaged, now);
    let session = settled(keeper, session, &found.changed, now, |_| true);
    keeper.flush();
    session
}
