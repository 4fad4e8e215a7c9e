//! Values on their way to the browser, through serde. The way back is `js_sys`: what serde says of a wrong type
//! names floating-point numbers, and the code that writes those out is heavier than all of the journal.

use serde::Serialize;
use wasm_bindgen::JsValue;

/// A value as the browser holds it; `None` where it cannot hold it.
pub fn out(value: &(impl Serialize + ?Sized)) -> Option<JsValue> {
    serde_wasm_bindgen::to_value(value).ok()
}
