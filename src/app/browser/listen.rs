//! What the whole window hears: keys, addresses, other windows, files dropped, and leaving.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, DragEvent, Element, HashChangeEvent, KeyboardEvent, StorageEvent};

use super::file::{self, Picked};
use super::many::{Dropped, Handle};
use crate::app::keys::Press;

/// Listening ends when this is dropped.
pub type Listening = Option<EventListener>;

/// Calls `then` with each key press; its answer `true` keeps the browser's own action from happening.
pub fn keys(then: impl Fn(&Press) -> bool + 'static) -> Listening {
    let options = EventListenerOptions::enable_prevent_default();
    let document = web_sys::window()?.document()?;
    Some(EventListener::new_with_options(&document, "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| then(&press(event))) {
            event.prevent_default();
        }
    }))
}

fn press(event: &KeyboardEvent) -> Press {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within =
        |selector: &str| target.as_ref().is_some_and(|t| t.closest(selector).ok().flatten().is_some());
    Press {
        key: event.key(),
        shift: event.shift_key(),
        control: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        composing: event.is_composing(),
        in_field: within(
            "input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select, [contenteditable]",
        ),
        in_dialog: within("dialog"),
        in_bar: within(".pm-bar"),
        on_slider: within("[role=slider]"),
        in_menu: within(".pm-menu"),
    }
}

/// Calls `then` when the address after `#` changes.
pub fn address(then: impl Fn() + 'static) -> Listening {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |event| {
        if event.dyn_ref::<HashChangeEvent>().is_some() {
            then();
        }
    }))
}

/// Calls `then` with the key and the new value of each entry that another window of this browser writes;
/// with no key when it clears everything.
pub fn other_windows(then: impl Fn(Option<&str>, Option<&str>) + 'static) -> Listening {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            then(event.key().as_deref(), event.new_value().as_deref());
        }
    }))
}

/// Calls `then` with the files that are dropped anywhere on the page.
pub fn drops(then: impl Fn(Vec<Picked>) + Clone + 'static) -> [Listening; 2] {
    let options = EventListenerOptions::enable_prevent_default();
    let Some(window) = web_sys::window() else { return [None, None] };
    let over = EventListener::new_with_options(&window, "dragover", options, |event| {
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if transfer.is_some_and(|transfer| holds_files(&transfer)) {
            event.prevent_default();
        }
    });
    let drop = EventListener::new_with_options(&window, "drop", options, move |event| {
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if transfer.is_some_and(|t| file::from_drop(&t, then.clone())) {
            event.prevent_default();
        }
    });
    [Some(over), Some(drop)]
}

/// Calls `then` with all that is dropped anywhere on the page, folders too, in the place of whoever else listens;
/// and with how many more files there were than are taken.
pub fn many_drops(then: impl Fn(Vec<Handle>, usize) + Clone + 'static) -> Listening {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let window = web_sys::window()?;
    Some(EventListener::new_with_options(&window, "drop", options, move |event| {
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if let Some(dropped) = transfer.as_ref().and_then(Dropped::of) {
            event.prevent_default();
            event.stop_propagation();
            let then = then.clone();
            spawn_local(async move {
                let (files, more) = dropped.files().await;
                then(files, more);
            });
        }
    }))
}

/// Whether something dragged has files in it: the browser tells only the kinds until it is dropped.
fn holds_files(transfer: &DataTransfer) -> bool {
    transfer.types().includes(&"Files".into(), 0)
}

/// Calls `then` when the page comes back as it was left, having heard nothing meanwhile.
pub fn returning(then: impl Fn() + 'static) -> Listening {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "pageshow", move |event| {
        let persisted = js_sys::Reflect::get(event, &"persisted".into());
        if persisted.is_ok_and(|it| it.is_truthy()) {
            then();
        }
    }))
}

/// Calls `then` when the page is put away or closed.
pub fn leaving(then: impl Fn() + 'static) -> Listening {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "pagehide", move |_| then()))
}

/// Asks before the page is closed, as long as `is_unsaved` says so.
pub fn closing(is_unsaved: impl Fn() -> bool + 'static) -> Listening {
    let options = EventListenerOptions::enable_prevent_default();
    let window = web_sys::window()?;
    Some(EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        if is_unsaved() {
            event.prevent_default();
        }
    }))
}

/// Calls `then` with a click or a focus anywhere outside `element`.
pub fn outside(element: &yew::NodeRef, then: impl Fn() + Clone + 'static) -> [Listening; 2] {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return [None, None] };
    ["pointerdown", "focusin"].map(|name| {
        let (element, then) = (element.clone(), then.clone());
        Some(EventListener::new(&document, name, move |event| {
            if !super::dom::is_inside(event, &element) {
                then();
            }
        }))
    })
}
