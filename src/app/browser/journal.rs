//! The journal in IndexedDB: lines of text under numbers that are never given twice. A line takes the place of
//! the one it makes needless in the same transaction, so that the journal does not grow with every change.

use js_sys::Array;
use pressmark::format::storage::Line;
use wasm_bindgen::JsValue;
use web_sys::IdbObjectStore;

use super::crossing;
use super::database::{self, BOARDS, JOURNAL, Use};
use super::storage::StorageError;

/// A line to be written, and the number of the one that goes for it.
pub type Entry = (Vec<String>, Option<u64>);

/// All lines.
pub async fn read() -> Result<Vec<Line>, StorageError> {
    let using = Use::begin(JOURNAL, false).await?;
    let ids = using.answer(using.store.get_all_keys()).await?;
    let values = using.answer(using.store.get_all()).await?;
    let (ids, values) = (Array::from(&ids), Array::from(&values));
    let lines = ids.iter().zip(values.iter());
    Ok(lines.filter_map(|(id, value)| Some(Line { id: number(&id)?, fields: fields(value) })).collect())
}

/// Whether there is a line at all.
pub async fn is_begun() -> Result<bool, StorageError> {
    let using = Use::begin(JOURNAL, false).await?;
    has_lines(&using).await
}

async fn has_lines(using: &Use) -> Result<bool, StorageError> {
    let first = using.answer(using.store.get_all_keys_with_key_and_limit(&JsValue::UNDEFINED, 1)).await?;
    Ok(Array::from(&first).length() > 0)
}

/// Writes lines and gives their numbers, once all are on the disk. Where `is_begun` says that there were lines
/// and there are none, somebody emptied it: nothing is written then.
pub async fn append(entries: Vec<Entry>, stale: Vec<u64>, is_begun: bool) -> Result<Vec<u64>, StorageError> {
    // In a database that was made anew the old numbers may be given again, to other lines.
    let is_same = database::is_open();
    let using = Use::begin(JOURNAL, true).await?;
    if is_begun && !has_lines(&using).await? {
        using.abort();
        return Err(StorageError::Gone);
    }
    for id in entries.iter().filter_map(|(_, id)| *id).chain(stale).filter(|_| is_same) {
        // A line that is gone already does not matter.
        let _ = using.store.delete(&key(id));
    }
    write(using, entries).await
}

/// Forgets every line and every board, then writes these lines.
pub async fn renew(entries: Vec<Entry>) -> Result<Vec<u64>, StorageError> {
    let boards = Use::begin(BOARDS, true).await?;
    boards.answer(boards.store.clear()).await?;
    boards.end().await?;
    let using = Use::begin(JOURNAL, true).await?;
    using.answer(using.store.clear()).await?;
    write(using, entries).await
}

async fn write(using: Use, entries: Vec<Entry>) -> Result<Vec<u64>, StorageError> {
    let add = |store: &IdbObjectStore, fields: &[String]| {
        let line = crossing::out(fields).ok_or(StorageError::Blocked)?;
        store.add(&line).map_err(|_| StorageError::Full)
    };
    let requests: Result<Vec<_>, _> = entries.iter().map(|(fields, _)| add(&using.store, fields)).collect();
    let requests = requests?;
    using.end().await?;
    let id = |request: &web_sys::IdbRequest| request.result().ok().and_then(|id| number(&id)).unwrap_or(0);
    Ok(requests.iter().map(id).collect())
}

/// The fields of a line; what is no list of texts becomes one text, to be set aside.
fn fields(value: JsValue) -> Vec<String> {
    let text = || js_sys::JSON::stringify(&value).ok().and_then(|text| text.as_string());
    let list =
        Array::is_array(&value).then(|| Array::from(&value).iter().map(|field| field.as_string()).collect());
    list.flatten().unwrap_or_else(|| vec![text().unwrap_or_default()])
}

fn number(id: &JsValue) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a key generator counts from 1"
    )]
    id.as_f64().map(|id| id as u64)
}

fn key(id: u64) -> JsValue {
    #[expect(clippy::cast_precision_loss, reason = "a key generator ends at 2^53")]
    JsValue::from_f64(id as f64)
}
