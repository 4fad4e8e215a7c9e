//! The session inside Yew: every change goes through `reduce`, which saves it before the next event.

use std::rc::Rc;

use pressmark::format::storage::Line;
use pressmark::session::{Action, Moment, Session};
use yew::{Reducible, UseReducerDispatcher};

use super::browser::clock;
use super::browser::space::Disk;
use super::browser::storage::StorageError;
use super::keeper::{JOURNAL, Keeper, Shared, go_without};
use super::part::Missing;
use super::persist::{self, Save};

/// Everything on this device, and whether it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Store {
    /// Everything on this device.
    pub session: Rc<Session>,
    /// Whether it is kept.
    pub save: Save,
    /// What keeps it.
    pub keeper: Shared,
    /// Whether a part of the program could not be loaded when it was last needed.
    pub missing: bool,
}

/// Sends events to the store; it never changes, so it can be handed down freely.
pub type Dispatch = UseReducerDispatcher<Store>;

/// What reaches the store.
#[derive(Clone, Debug)]
pub enum Event {
    /// Something happens here.
    Act(Action),
    /// Another window wrote this entry, or removed it.
    Elsewhere(String, Option<String>),
    /// The page stands: the journal is asked.
    Start(Dispatch),
    /// The journal can be read: its part is here.
    Read,
    /// The journal's lines, or why there are none.
    Journal(Result<Vec<Line>, StorageError>),
    /// The journal has not answered in time what it was asked in this turn.
    Late(u32),
    /// Lines are on the disk under these numbers, or were refused; whether the journal was emptied before.
    Written(Result<Vec<u64>, StorageError>, bool),
    /// Whether the journal has lines.
    Begun(Result<bool, StorageError>),
    /// The page comes back as it was left, having heard nothing meanwhile.
    Return,
    /// It is time to look after both stores.
    Watch,
    /// Both stores were emptied by somebody else, and the reader keeps what this page shows.
    KeepMine,
    /// The settings are shown: the browser is asked about its disk, and to keep what is here if that is so.
    AskDisk(bool),
    /// What the browser said of its disk.
    Disk(Disk),
    /// The reader removes an entry that was kept beside the work.
    Forget(String),
    /// A part of the program has come, or could not be loaded.
    Part(Result<(), Missing>),
}

impl From<Action> for Event {
    fn from(action: Action) -> Self {
        Self::Act(action)
    }
}

impl Reducible for Store {
    type Action = Event;

    /// Yew calls this once for each event, at once; so it saves here, and the page says only what is true.
    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        if let Event::Part(part) = event {
            return Rc::new(Self { missing: part.is_err(), ..(*self).clone() });
        }
        let shared = self.keeper.clone();
        let mut keeper = shared.0.borrow_mut();
        let session = next(&mut keeper, &self.session, event);
        let save = Save::of(&keeper);
        if Rc::ptr_eq(&session, &self.session) && save == self.save {
            return self;
        }
        Rc::new(Self { session, save, keeper: shared.clone(), missing: self.missing })
    }
}

fn next(keeper: &mut Keeper, session: &Rc<Session>, event: Event) -> Rc<Session> {
    let moment = clock::moment();
    match event {
        Event::Act(action) => {
            let now = keeper.ledger.tick(moment.now);
            let (next, touched) = session.update(&action, Moment { now, ..moment });
            keeper.keep(&next, &touched, now);
            return Rc::new(next);
        }
        Event::Elsewhere(name, value) => {
            return persist::elsewhere(keeper, session, &name, value.as_deref(), moment.now);
        }
        Event::Journal(Err(_)) => {
            keeper.not_joined();
            return go_without(keeper, session, moment.now);
        }
        Event::Late(turn) => {
            if keeper.late(turn) && !keeper.is_joined {
                return go_without(keeper, session, moment.now);
            }
        }
        Event::Part(_) => {}
        Event::Start(dispatch) => keeper.start(&dispatch),
        Event::Return => return persist::heard_again(keeper, session, moment.now),
        Event::Disk(disk) => keeper.disk = disk,
        Event::AskDisk(promise) => keeper.ask_disk(promise),
        Event::KeepMine => keeper.keep_mine(session, moment.now),
        Event::Forget(key) => persist::forget(keeper, &key, moment.now),
        event => match JOURNAL.here() {
            Some(journal) => return (journal.next)(keeper, session, event, moment.now),
            // Nothing else comes of a journal that nobody has asked.
            None => keeper.watch_alone(),
        },
    }
    Rc::clone(session)
}
