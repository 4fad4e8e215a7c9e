//! The page: its root, its elements, focus and scrolling.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::NodeRef;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Says whether the screen can be used: `<html data-ready>`.
pub fn ready(is_ready: bool) {
    root_attribute("data-ready", if is_ready { "true" } else { "false" });
}

/// Shows a sentence that the page holds hidden.
pub fn unhide(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let _ = element.remove_attribute("hidden");
    }
}

/// Sets an attribute of the root element.
pub fn root_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(name, value);
    }
}

/// Whether the program runs from its single file.
pub fn is_single_file() -> bool {
    root().is_some_and(|root| root.has_attribute("data-single-file"))
}

/// Sets the title of the window.
pub fn title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The part of the address after `#`, with the `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to another screen.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another screen in place of this one, to which *Back* then does not return.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}

/// Scrolls to the top, as a new screen begins.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Scrolls an element to the middle, only if it is not wholly visible between the top line and what lies
/// at the bottom.
pub fn reveal(id: &str) {
    let (Some(element), Some(window)) = (by_id(id), web_sys::window()) else { return };
    let area = element.get_bounding_client_rect();
    let height = window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
    let lies_at_bottom = |bar: Element| bar.get_bounding_client_rect().top();
    let bar = document().and_then(|d| d.query_selector(".pm-bar").ok().flatten());
    let is_fixed = window.inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(0.0) < NARROW;
    let bottom = bar.filter(|_| is_fixed).map_or(height, lies_at_bottom).min(height);
    let top = document()
        .and_then(|d| d.query_selector(".pm-top").ok().flatten())
        .map_or(0.0, |t| t.get_bounding_client_rect().bottom());
    if area.top() >= top && area.bottom() <= bottom {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if wants_less_motion() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    // A sentence taller than the space left is shown from its beginning.
    let is_taller = area.height() > bottom - top;
    options.set_block(if is_taller { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls an element to the middle at once, for opening at a place.
pub fn show(id: &str) {
    if let Some(element) = by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Below this width (CSS pixels, 64 rem) the label bar lies at the bottom of the window.
const NARROW: f64 = 1024.0;

fn wants_less_motion() -> bool {
    let query =
        web_sys::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Moves the focus to the element with this id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        focus_quietly(&element);
    }
}

/// Moves the focus to the button of the label bar that does this.
pub fn focus_in_bar(does: &str) {
    let buttons = document().and_then(|document| document.query_selector_all(".pm-bar [data-do]").ok());
    let Some(buttons) = buttons else { return };
    let button = |index| buttons.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let found = (0..buttons.length())
        .filter_map(button)
        .find(|b| b.get_attribute("data-do").as_deref() == Some(does));
    if let Some(button) = found {
        focus_quietly(&button);
    }
}

/// Moves the focus into `inside`, to the first element that matches.
pub fn focus_in(inside: &NodeRef, selector: &str) {
    let found = inside.cast::<Element>().and_then(|e| e.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        focus_quietly(&element);
    }
}

fn focus_quietly(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// What the focused button of the label bar does (`data-do`), if the focus is there.
pub fn focused_in_bar() -> Option<String> {
    let active = document()?.active_element()?;
    active.closest(".pm-bar").ok().flatten()?;
    active.get_attribute("data-do")
}

/// The number in attribute `data-<name>` of the nearest element around an event's target that has it.
pub fn number_around(event: &yew::MouseEvent, name: &str) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let attribute = format!("data-{name}");
    target.closest(&format!("[{attribute}]")).ok().flatten()?.get_attribute(&attribute)?.parse().ok()
}

/// How far along the cells of the colour bar a pointer event lies, from 0 to just below 1: downwards in a
/// tall bar, else across, from the right where the text runs so.
pub fn cell_share(event: &yew::PointerEvent, bar: &NodeRef) -> Option<f64> {
    let bar = bar.cast::<Element>()?;
    let first = bar.first_element_child()?.get_bounding_client_rect();
    let last = bar.last_element_child()?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let is_tall = bar.client_height() > bar.client_width();
    let (from, to, at) = match (is_tall, first.left() > last.left()) {
        (true, _) => (first.top(), last.bottom(), y),
        (false, false) => (first.left(), last.right(), x),
        (false, true) => (first.right(), last.left(), x),
    };
    let share = (at - from) / (to - from);
    share.is_finite().then(|| share.clamp(0.0, 0.999_999))
}

/// Keeps the moves of a pressed pointer with an element until it is let go.
pub fn hold_pointer(event: &yew::PointerEvent, element: &NodeRef) {
    if let Some(element) = element.cast::<Element>() {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The text in the field that an event comes from.
pub fn value_of(event: &yew::InputEvent) -> String {
    let target = event.target();
    let area = target.clone().and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok()).map(|a| a.value());
    area.or_else(|| Some(target?.dyn_into::<HtmlInputElement>().ok()?.value())).unwrap_or_default()
}

/// The text in the field whose change was finished.
pub fn words_of(event: &yew::Event) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

/// The text in the field with this id.
pub fn text_in(id: &str) -> String {
    let area = by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    area.map(|area| area.value()).unwrap_or_default()
}

/// The choice in the select box that an event comes from.
pub fn choice_of(event: &yew::Event) -> String {
    let select = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}

/// Whether the box that an event comes from is ticked.
pub fn is_ticked(event: &yew::Event) -> bool {
    event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}

/// Opens a dialog over the page.
pub fn open_dialog(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Whether a click lies on the dialog's own backdrop.
pub fn is_on_backdrop(event: &yew::MouseEvent, dialog: &NodeRef) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    dialog.cast::<Element>().is_some_and(|dialog| target.as_ref() == Some(&dialog))
}

/// Whether an event's target lies inside an element.
pub fn is_inside(event: &web_sys::Event, element: &NodeRef) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<web_sys::Node>().ok());
    element.cast::<Element>().is_some_and(|element| element.contains(target.as_ref()))
}

/// Which of `rows` and which of `columns` stand at the top and at the beginning of the region that was scrolled.
pub fn scrolled(event: &yew::Event, rows: usize, columns: usize) -> (usize, usize) {
    let Some(region) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return (0, 0);
    };
    let at = |far: i32, size: i32, all: usize| {
        let all = i64::try_from(all).unwrap_or(0);
        usize::try_from(i64::from(far.abs()) * all / i64::from(size.max(1))).unwrap_or(0)
    };
    let row = at(region.scroll_top(), region.scroll_height(), rows);
    // Where the text runs from the right, the browser counts below zero.
    (row, at(region.scroll_left(), region.scroll_width(), columns))
}

/// Whether a key was pressed in a cell of a table that has the focus.
pub fn is_in_cell(event: &yew::KeyboardEvent) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|e| e.tag_name() == "TD")
}

/// Moves the focus to the current cell of the table inside the element with this id, and scrolls there.
pub fn focus_current_cell(id: &str) {
    let cell = by_id(id).and_then(|table| table.query_selector("td[aria-current]").ok().flatten());
    if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
        let _ = cell.focus();
    }
}

/// Clicks an element, such as a hidden file input.
pub fn click(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        element.click();
    }
}

/// A step through a list of elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next, and from the last to the first.
    Next,
    /// To the one before, and from the first to the last.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Moves the focus among the visible elements inside `root` that match.
pub fn walk(root: &NodeRef, selector: &str, step: Step) {
    if let Some(root) = root.cast::<Element>() {
        walk_in(&root, selector, step);
    }
}

fn walk_in(root: &Element, selector: &str, step: Step) {
    let Ok(list) = root.query_selector_all(selector) else { return };
    let element = |index| list.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let all: Vec<HtmlElement> =
        (0..list.length()).filter_map(element).filter(|e| e.offset_parent().is_some()).collect();
    let active = document().and_then(|document| document.active_element());
    let at = all.iter().position(|element| active.as_ref() == Some(element.as_ref()));
    let to = match (step, at) {
        (Step::First, _) | (Step::Next, None) => 0,
        (Step::Last, _) | (Step::Previous, None | Some(0)) => all.len().saturating_sub(1),
        (Step::Next, Some(at)) => (at + 1) % all.len().max(1),
        (Step::Previous, Some(at)) => at - 1,
    };
    if let Some(element) = all.get(to) {
        focus_quietly(element);
    }
}

/// Moves the focus from the element of an event to the one before or after it, among those in the same list whose
/// attribute says the same; `false` where the attribute is missing.
pub fn walk_alike(event: &yew::KeyboardEvent, attribute: &str, step: Step) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let found = target.and_then(|target| {
        let value = target.get_attribute(attribute)?;
        let list = target.closest("ol").ok().flatten()?;
        Some((list, format!("[{attribute}=\"{value}\"]")))
    });
    let Some((list, selector)) = found else { return false };
    walk_in(&list, &selector, step);
    true
}

/// Whether a click chose a link or a button that does not open something further.
pub fn is_plain_choice(event: &yew::MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target
        .and_then(|t| t.closest("a, button").ok().flatten())
        .is_some_and(|chosen| !chosen.has_attribute("aria-expanded"))
}
