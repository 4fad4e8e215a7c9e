//! Texts by their names in IndexedDB, for the class boards: more than local storage could hold.

use wasm_bindgen::JsValue;

use super::database::{BOARDS, Use};
use super::storage::StorageError;

/// The name of the class board of this device.
pub const BOARD: &str = "board";

/// The text that is kept under `key`.
pub async fn board_get(key: &str) -> Result<Option<String>, StorageError> {
    let using = Use::begin(BOARDS, false).await?;
    let found = using.answer(using.store.get(&key.into())).await?;
    Ok(found.as_string())
}

/// Keeps a text under `key`, in the place of what was there. It is on the disk when this has ended.
pub async fn board_put(key: &str, value: &str) -> Result<(), StorageError> {
    let using = Use::begin(BOARDS, true).await?;
    using.answer(using.store.put_with_key(&JsValue::from_str(value), &key.into())).await?;
    using.end().await
}

/// Removes what is kept under `key`.
pub async fn board_remove(key: &str) -> Result<(), StorageError> {
    let using = Use::begin(BOARDS, true).await?;
    using.answer(using.store.delete(&key.into())).await?;
    using.end().await
}
