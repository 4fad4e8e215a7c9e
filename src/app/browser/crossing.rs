//! Values on their way between Rust and the browser, through serde.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// A value as the browser holds it; `None` where it cannot hold it.
pub fn out(value: &(impl Serialize + ?Sized)) -> Option<JsValue> {
    serde_wasm_bindgen::to_value(value).ok()
}

/// A value that the browser held; `None` where it is of another shape.
pub fn back<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}
