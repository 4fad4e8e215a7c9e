//! The clipboard, the system's share sheet, and this page as a file.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FilePropertyBag, Response, ShareData};

/// Copies a text, then calls `then` with whether the browser did it.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    // A page that is not served securely has no clipboard.
    let clipboard = web_sys::window()
        .and_then(|window| Reflect::get(&window.navigator(), &JsValue::from_str("clipboard")).ok())
        .and_then(|it| it.dyn_into::<web_sys::Clipboard>().ok());
    let Some(clipboard) = clipboard else { return then(false) };
    let written = clipboard.write_text(text);
    spawn_local(async move { then(JsFuture::from(written).await.is_ok()) });
}

/// Whether the system can share a file of this name.
pub fn can_share(name: &str) -> bool {
    shared(name, "{}").is_some_and(|(navigator, data)| {
        let can = Reflect::get(&navigator, &JsValue::from_str("canShare")).ok();
        let can = can.and_then(|it| it.dyn_into::<Function>().ok());
        can.and_then(|can| can.call1(&navigator, &data).ok()).is_some_and(|answer| answer.is_truthy())
    })
}

/// Opens the system's share sheet with a file.
pub fn share(name: &str, text: &str) {
    if let Some((navigator, data)) = shared(name, text) {
        let sharing = navigator.share_with_data(&data);
        // Who closes the sheet without sharing has decided so; there is nothing to tell.
        spawn_local(async move { drop(JsFuture::from(sharing).await) });
    }
}

fn shared(name: &str, text: &str) -> Option<(web_sys::Navigator, ShareData)> {
    let options = FilePropertyBag::new();
    options.set_type("application/json");
    let parts = Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&parts, name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Some((web_sys::window()?.navigator(), data))
}

/// The address of this page, without what stands after `#`; `None` where it was opened from a disk, because
/// nobody else could open that address.
pub fn address() -> Option<String> {
    let location = web_sys::window()?.location();
    let address = location.href().ok()?;
    let is_served = matches!(location.protocol().as_deref(), Ok("http:" | "https:"));
    is_served.then(|| address.split('#').next().unwrap_or_default().to_owned())
}

/// The text of a file of the same site; `None` when it is not there.
pub async fn fetched(name: &str) -> Option<String> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(name)).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}
