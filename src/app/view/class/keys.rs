//! The keys of the class board, beside those of the focused control.

use crate::app::keys::Press;
use crate::app::route::ClassView;

/// What a key does on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// H: hide or show names.
    HideNames,
    /// P: the open sentence on the projector.
    Project,
    /// ←: the sentence before, on the projector.
    Back,
    /// →: the next divided one.
    Next,
    /// R: the readings.
    Readings,
    /// Esc: close what is open.
    Close,
}

/// What a key press does on a view of the board; `None` leaves it to the browser.
///
/// Keys never act while somebody types, in a menu or a dialog, nor with the browser's own modifiers, and single
/// characters only while `single_keys` is on (WCAG 2.2 SC 2.1.4).
pub fn key(press: &Press, view: ClassView, single_keys: bool) -> Option<Key> {
    let is_held = press.control || press.alt || press.shift || press.composing;
    if is_held || press.in_field || press.in_dialog || press.in_menu {
        return None;
    }
    let is_projector = view == ClassView::Projector;
    let found = match press.key.to_lowercase().as_str() {
        "h" if !is_projector => Key::HideNames,
        "p" if view == ClassView::Article => Key::Project,
        "r" if is_projector => Key::Readings,
        "arrowleft" if is_projector => Key::Back,
        "arrowright" if is_projector => Key::Next,
        "escape" if is_projector || view == ClassView::Article => Key::Close,
        _ => return None,
    };
    let is_character = press.key.chars().count() == 1;
    (single_keys || !is_character).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press {
        Press { key: key.into(), ..Press::default() }
    }

    #[test]
    fn each_key_acts_where_it_is_shown() {
        let on = |name: &str, view| key(&press(name), view, true);
        assert_eq!(on("h", ClassView::Grid), Some(Key::HideNames));
        assert_eq!(on("H", ClassView::Agreement), Some(Key::HideNames), "with the capitals lock on");
        assert_eq!(on("p", ClassView::Article), Some(Key::Project));
        assert_eq!(on("p", ClassView::Grid), None);
        for (name, expected) in [
            ("ArrowLeft", Key::Back),
            ("ArrowRight", Key::Next),
            ("r", Key::Readings),
            ("Escape", Key::Close),
        ] {
            assert_eq!(on(name, ClassView::Projector), Some(expected), "{name}");
        }
        assert_eq!(on("ArrowLeft", ClassView::Grid), None, "the cells walk");
        assert_eq!(on("h", ClassView::Projector), None, "names never show there");
    }

    #[test]
    fn typing_and_the_browsers_own_keys_are_left_alone() {
        for p in [
            Press { in_field: true, ..press("h") },
            Press { in_dialog: true, ..press("h") },
            Press { in_menu: true, ..press("h") },
            Press { control: true, ..press("h") },
            Press { alt: true, ..press("h") },
        ] {
            assert_eq!(key(&p, ClassView::Article, true), None, "{p:?}");
        }
        assert_eq!(key(&press("h"), ClassView::Article, false), None, "single keys are off");
        assert_eq!(key(&press("Escape"), ClassView::Projector, false), Some(Key::Close));
    }
}
