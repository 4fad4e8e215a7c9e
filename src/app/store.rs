//! The session inside Yew: every change goes through `reduce`, which saves it before the next event.

use std::rc::Rc;

use pressmark::format::storage;
use pressmark::session::{Action, Session};
use yew::{Reducible, UseReducerDispatcher};

use super::browser::clock;
use super::part::Missing;
use super::persist::{self, Save};
use super::view;

/// Everything on this device, and whether it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Store {
    /// Everything on this device.
    pub session: Rc<Session>,
    /// Whether it is kept.
    pub save: Save,
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
        let action = match event {
            Event::Act(action) => action,
            Event::Elsewhere(key, value) => {
                match storage::heard(&self.session, &key, value.as_deref(), view::cut()) {
                    Some(heard) => Action::Heard(heard),
                    None => return self,
                }
            }
            Event::Part(part) => return Rc::new(Self { missing: part.is_err(), ..(*self).clone() }),
        };
        let (session, touched) = self.session.update(&action, clock::moment());
        let save = persist::save(&session, touched, &self.save);
        Rc::new(Self { session: Rc::new(session), save, missing: self.missing })
    }
}
