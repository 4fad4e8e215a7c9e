//! Keeps the session in local storage: reads it at the start, writes what was touched, and knows whether
//! everything is kept.

use std::rc::Rc;

use pressmark::article::Cut;
use pressmark::format::storage::{self as entries, Damaged, Write};
use pressmark::seeds;
use pressmark::session::{Session, Touched};

use super::browser::storage::{self, StorageError};
use super::store::Store;

/// Whether everything is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Save {
    /// What the page says.
    pub state: SaveState,
    /// What could not be kept yet.
    pending: Vec<Touched>,
    /// Entries that could not be read; they are set aside, never deleted.
    pub damaged: Rc<Vec<Damaged>>,
}

/// What the page says of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is kept.
    Saved,
    /// Storage is full: the last change is not kept.
    Failed,
    /// The browser keeps nothing.
    Blocked,
    /// A newer program wrote here; this one only reads.
    Newer,
}

impl SaveState {
    /// The word of `data-save-state`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Failed => "failed",
            Self::Blocked | Self::Newer => "blocked",
        }
    }
}

impl Save {
    /// Everything is kept, and every entry could be read.
    pub fn all_well() -> Self {
        Self { state: SaveState::Saved, pending: Vec::new(), damaged: Rc::default() }
    }

    /// Whether something would be lost if the page were closed now.
    pub fn is_unsaved(&self) -> bool {
        !self.pending.is_empty()
    }
}

/// The store as this device left it; `None` when an article must be cut anew and there is nothing to cut it with.
/// Nothing has been written then.
pub fn open(cut: Option<Cut>) -> Option<Store> {
    let mut save = Save::all_well();
    let kept =
        storage::probe().or_else(|error| if error == StorageError::Full { Ok(()) } else { Err(error) });
    let found = kept.and_then(|()| storage::all(entries::PREFIX));
    if found.is_err() {
        save.state = SaveState::Blocked;
    }
    let loaded = entries::load(&found.unwrap_or_default(), seeds::articles(), cut)?;
    if loaded.newer {
        save.state = SaveState::Newer;
    }
    if save.state == SaveState::Saved {
        set_aside(&loaded.damaged);
    }
    save.damaged = Rc::new(loaded.damaged);
    let save = self::save(&loaded.session, loaded.moved, &save);
    Some(Store { session: Rc::new(loaded.session), save, missing: false })
}

/// Moves entries that cannot be read under another key, the new one written before the old one goes.
fn set_aside(damaged: &[Damaged]) {
    for entry in damaged {
        if storage::put(&entries::damaged_key(&entry.key), &entry.value).is_ok() {
            // Where the old entry stays it is found damaged again, which loses nothing.
            let _ = storage::remove(&entry.key);
        }
    }
}

/// Keeps what was touched, and what could not be kept before.
pub fn save(session: &Session, touched: Vec<Touched>, before: &Save) -> Save {
    let mut save = before.clone();
    save.pending.extend(touched);
    if save.pending.is_empty() || matches!(save.state, SaveState::Blocked | SaveState::Newer) {
        return save;
    }
    Touched::distinct(&mut save.pending);
    let kept = entries::writes(session, &save.pending).iter().try_for_each(write);
    save.state = match kept {
        Ok(()) => {
            save.pending.clear();
            SaveState::Saved
        }
        Err(StorageError::Full) => SaveState::Failed,
        Err(StorageError::Blocked) => SaveState::Blocked,
    };
    save
}

fn write(change: &Write) -> Result<(), StorageError> {
    match change {
        Write::Put { key, value } => storage::put(key, value),
        Write::Remove { key } => storage::remove(key),
        Write::Sweep { prefix, keep } => {
            let gone = storage::keys(prefix)?.into_iter().filter(|key| !keep.contains(key));
            gone.into_iter().try_for_each(|key| storage::remove(&key))
        }
    }
}
