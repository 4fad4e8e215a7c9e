//! Parts of the program that reading and marking do without. Each is a table of functions; where the module is
//! split, the table and all that only it leads to come in a module of their own when they are first needed.

use std::pin::Pin;
use std::sync::OnceLock;

use yew::platform::spawn_local;

use super::store::{Dispatch, Event};

/// The table of a part, as soon as it is here.
pub struct Part<T: 'static> {
    /// Where the module is not split, the table lies in it.
    whole: Option<&'static T>,
    came: OnceLock<&'static T>,
    load: fn() -> Loading<T>,
}

/// A table on its way.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<&'static T, Missing>>>>;

/// A part could not be loaded: the connection is gone, or the site has changed since the page was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

impl<T: Sync> Part<T> {
    /// A part that is in this module if `whole` says so, else comes through `load`.
    pub const fn new(whole: Option<&'static T>, load: fn() -> Loading<T>) -> Self {
        Self { whole, came: OnceLock::new(), load }
    }

    /// The table, if it is here.
    pub fn here(&self) -> Option<&'static T> {
        self.whole.or_else(|| self.came.get().copied())
    }

    /// Loads the part and calls `then` when it is here, at once if it is already. When it cannot be loaded, that
    /// is told on the page and nothing else happens: another press tries again.
    pub fn with(&'static self, dispatch: &Dispatch, then: impl FnOnce(&'static T) + 'static) {
        self.told(dispatch.clone(), Box::new(then));
    }

    fn told(&'static self, dispatch: Dispatch, then: Box<dyn FnOnce(&'static T)>) {
        match self.here() {
            Some(table) => then(table),
            None => self.load(Box::new(move |table| {
                dispatch.dispatch(Event::Part(table.ok_or(Missing).map(|_| ())));
                if let Some(table) = table {
                    then(table);
                }
            })),
        }
    }

    /// Loads the part if it is not here, and calls `then` with it, or with nothing.
    pub fn load(&'static self, then: Box<dyn FnOnce(Option<&'static T>)>) {
        if self.here().is_some() {
            return then(self.here());
        }
        let loading = (self.load)();
        spawn_local(async move {
            if let Ok(table) = loading.await {
                // Whoever else waited for it may have put it here already.
                let _ = self.came.set(table);
            }
            then(self.here());
        });
    }
}

/// `part!(NAME, module, Table, TABLE)` makes the static `NAME`, the part whose functions are in the static `TABLE`;
/// `module` is what its WebAssembly module is called.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident, $module:ident, $type:ty, $table:ident) => {
        $(#[$doc])*
        pub static $name: $crate::app::part::Part<$type> = {
            #[cfg(feature = "split")]
            {
                #[wasm_split_helpers::wasm_split($module, fallible)]
                fn table() -> Result<&'static $type, $crate::app::part::Missing> {
                    Ok(&$table)
                }
                $crate::app::part::Part::new(None, || Box::pin(table()))
            }
            #[cfg(not(feature = "split"))]
            {
                $crate::app::part::Part::new(Some(&$table), || Box::pin(async { Ok(&$table) }))
            }
        };
    };
}

pub(crate) use part;
