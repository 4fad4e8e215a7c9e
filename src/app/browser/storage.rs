//! Local storage. It may be missing, blocked or full, and each is answered, never thrown.

use std::cell::Cell;

use thiserror::Error;
use web_sys::Storage;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The browser lets this page keep nothing.
    #[error("This browser keeps nothing for this page.")]
    Blocked,
    /// There is no room left, or what was written did not come back.
    #[error("Storage is full.")]
    Full,
    /// What was there has been taken away.
    #[error("What was kept here is gone.")]
    Gone,
}

thread_local! {
    static IS_CLOSED: Cell<bool> = const { Cell::new(false) };
}

/// Lets nothing more be written here, or lets it again.
pub fn close(is_closed: bool) {
    IS_CLOSED.set(is_closed);
}

fn storage() -> Result<Storage, StorageError> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.ok_or(StorageError::Blocked)
}

fn open(storage: Storage) -> Result<Storage, StorageError> {
    if IS_CLOSED.get() { Err(StorageError::Blocked) } else { Ok(storage) }
}

/// Writes, reads and removes one small entry: whether anything can be kept.
pub fn probe() -> Result<(), StorageError> {
    const KEY: &str = "pressmark/probe";
    storage()?;
    put(KEY, "1")?;
    remove(KEY)
}

/// Every entry of this program.
pub fn all(prefix: &str) -> Result<Vec<(String, String)>, StorageError> {
    let storage = storage()?;
    let read = |key: String| Some((storage.get_item(&key).ok()??, key)).map(|(value, key)| (key, value));
    Ok(keys_of(&storage, prefix).into_iter().filter_map(read).collect())
}

/// The keys that begin with `prefix`.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    Ok(keys_of(&storage()?, prefix))
}

fn keys_of(storage: &Storage, prefix: &str) -> Vec<String> {
    let count = storage.length().unwrap_or(0);
    let key = |index| storage.key(index).ok().flatten();
    (0..count).filter_map(key).filter(|key| key.starts_with(prefix)).collect()
}

/// What stands under `key`.
pub fn get(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok().flatten()
}

/// Writes an entry and reads it back.
pub fn put(key: &str, value: &str) -> Result<(), StorageError> {
    let storage = storage().and_then(open)?;
    storage.set_item(key, value).map_err(|_| StorageError::Full)?;
    match storage.get_item(key) {
        Ok(Some(kept)) if kept == value => Ok(()),
        _ => Err(StorageError::Full),
    }
}

/// Removes an entry.
pub fn remove(key: &str) -> Result<(), StorageError> {
    storage().and_then(open)?.remove_item(key).map_err(|_| StorageError::Blocked)
}
