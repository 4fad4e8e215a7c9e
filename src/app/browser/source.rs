//! The page's own text: what it carries inside, and how it stood before the program began.

use std::cell::RefCell;

use pressmark::format::carrier;
use wasm_bindgen::JsCast;

thread_local! {
    static START: RefCell<Start> = const { RefCell::new(Start { body: String::new(), carried: None }) };
}

/// How the page stood before the program began.
struct Start {
    /// The text of the body, without what it carries.
    body: String,
    /// The text that the page carries.
    carried: Option<String>,
}

/// Remembers how the page stands; called once, before anything is drawn.
pub fn remember() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let carrier = document.get_element_by_id(carrier::ID);
    let carried = carrier.as_ref().and_then(|carrier| carrier.text_content());
    if let Some(carrier) = carrier {
        carrier.remove();
    }
    let body = document.body().map(|body| body.inner_html()).unwrap_or_default();
    START.with_borrow_mut(|start| *start = Start { body, carried });
}

/// The text that the page carries, if it carries one.
pub fn carried() -> Option<String> {
    START.with_borrow(|start| start.carried.clone())
}

/// The text of this page as a file, as it stood before the program began. The policy names its script and its
/// styles by their hashes; neither is changed by a program that runs, so the text still fits its policy.
pub fn page() -> Option<String> {
    let root = web_sys::window()?.document()?.document_element()?;
    let root = root.clone_node().ok()?.dyn_into::<web_sys::Element>().ok()?;
    for name in ["data-theme", "data-text", "data-spacing"] {
        root.remove_attribute(name).ok()?;
    }
    root.set_attribute("data-ready", "false").ok()?;
    let outer = root.outer_html();
    let (open, close) = outer.split_at_checked(outer.rfind("</")?)?;
    let head = web_sys::window()?.document()?.head()?.outer_html();
    let body = START.with_borrow(|start| start.body.clone());
    Some(format!("<!doctype html>\n{open}\n{head}\n<body>\n{body}\n</body>\n{close}\n"))
}
