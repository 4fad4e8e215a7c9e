//! What the browser says of its disk: how much is used, and whether it has promised to keep it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the browser says of its disk; what it does not tell is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disk {
    /// Bytes that this site uses, and may use.
    pub used: Option<(u64, u64)>,
    /// Whether the browser has promised not to clear it by itself.
    pub is_promised: Option<bool>,
}

/// Asks the browser for both.
pub async fn disk() -> Disk {
    let estimate = asked("estimate").await;
    let bytes = |name: &str| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of bytes")]
        let whole = |bytes: f64| bytes as u64;
        estimate.as_ref().and_then(|it| get(it, name)).and_then(|it| it.as_f64()).map(whole)
    };
    let used = bytes("usage").zip(bytes("quota"));
    Disk { used, is_promised: asked("persisted").await.and_then(|it| it.as_bool()) }
}

/// Asks the browser to keep what is here even when the disk is full. Some ask the reader first, and may wait for
/// ever: nothing waits for the answer.
pub async fn promise() -> Option<bool> {
    asked("persist").await?.as_bool()
}

/// What `navigator.storage` answers to a question; nothing where it is missing.
async fn asked(question: &str) -> Option<JsValue> {
    let manager = get(&navigator()?, "storage")?;
    let ask: Function = get(&manager, question)?.dyn_into().ok()?;
    let promise: Promise = ask.call0(&manager).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

fn navigator() -> Option<JsValue> {
    get(&web_sys::window()?.into(), "navigator")
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

/// Whether the engine is WebKit, whose local storage has half the room as soon as one character is not Latin-1.
pub fn is_webkit() -> bool {
    let vendor = navigator().and_then(|it| get(&it, "vendor")).and_then(|vendor| vendor.as_string());
    vendor.is_some_and(|vendor| vendor.starts_with("Apple"))
}
