//! Texts by their names in IndexedDB, for the class boards: more than local storage could hold.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::database::{BOARDS, Use};
use super::storage::StorageError;

/// The name of the class board of this device.
pub const BOARD: &str = "board";

/// The pieces of text that are kept under `key`.
pub async fn board_get(key: &str) -> Result<Option<Vec<String>>, StorageError> {
    let using = Use::begin(BOARDS, false).await?;
    let found = using.answer(using.store.get(&key.into())).await?;
    if let Some(text) = found.as_string() {
        return Ok(Some(vec![text]));
    }
    let pieces: Option<Array> = found.dyn_into().ok();
    Ok(pieces.map(|pieces| pieces.iter().filter_map(|piece| piece.as_string()).collect()))
}

/// Keeps pieces of text under `key`, in the place of what was there: a single one as it is. They are on the disk
/// when this has ended.
pub async fn board_put(key: &str, pieces: &[String]) -> Result<(), StorageError> {
    let value = match pieces {
        [text] => JsValue::from_str(text),
        pieces => pieces.iter().map(|piece| JsValue::from_str(piece)).collect::<Array>().into(),
    };
    let using = Use::begin(BOARDS, true).await?;
    using.answer(using.store.put_with_key(&value, &key.into())).await?;
    using.end().await
}

/// Removes what is kept under `key`.
pub async fn board_remove(key: &str) -> Result<(), StorageError> {
    let using = Use::begin(BOARDS, true).await?;
    using.answer(using.store.delete(&key.into())).await?;
    using.end().await
}
