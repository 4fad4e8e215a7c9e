//! The order of the Tab key, a focus that can always be seen, and what a system's own wishes change.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Engine, Page, Visit, only_in, seed, visit};
use serde_json::json;

/// What has the focus, in a few words.
fn focused(page: &Page) -> String {
    let body = "
        const it = document.activeElement;
        if (it.matches('.pm-skip')) return 'skip';
        if (it.matches('[data-sentence]')) return `sentence ${it.dataset.sentence}`;
        if (it.closest('.pm-bar')) return `bar ${it.dataset.do}`;
        if (it.closest('.pm-top')) return 'top';
        if (it.closest('.pm-furniture')) return 'set apart';
        if (it.closest('.pm-end')) return 'end';
        if (it.matches('[role=slider]')) return 'colour bar';
        return it.tagName.toLowerCase();";
    page.script(body, &[]).as_str().unwrap_or_default().to_owned()
}

/// Whether the focused element lies on screen, is covered by nothing and shows that it has the focus.
const IS_SEEN: &str = "
    const it = document.activeElement, box = it.getClientRects()[0], style = getComputedStyle(it);
    const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return isMarked && Boolean(top) && (it.contains(top) || top.contains(it));";

#[test]
fn tab_goes_from_the_top_line_to_the_sentence_its_labels_the_end_and_the_colour_bar() {
    visit(|page| {
        page.open(seed::ADDRESS);
        let mut way = Vec::new();
        for _ in 0..40 {
            page.key("Tab");
            let here = focused(page);
            if here == "body" {
                break;
            }
            let is_seen = page.script(IS_SEEN, &[]);
            assert_eq!(
                is_seen,
                true,
                "the focus on {here} ({}) is seen",
                page.script("return document.activeElement.outerHTML.slice(0, 120)", &[])
            );
            way.push(here.clone());
            if here == "colour bar" {
                break;
            }
        }
        way.dedup();
        assert_eq!(
            way,
            ["skip", "top", "set apart", "sentence 1", "bar claim", "set apart", "end", "colour bar"]
        );
    });
}

#[test]
fn the_focus_is_never_hidden_on_the_way_back() {
    visit(|page| {
        page.open(&format!("{}/6", seed::ADDRESS));
        page.script("document.querySelector('.pm-end button').focus()", &[]);
        for _ in 0..12 {
            page.key("Shift+Tab");
            let here = focused(page);
            assert_eq!(page.script(IS_SEEN, &[]), true, "the focus on {here} is seen");
        }
    });
}

#[test]
fn arrows_walk_the_labels_and_the_skip_button_goes_to_the_sentence() {
    visit(|page| {
        page.open(&format!("{}/4", seed::ADDRESS));
        page.keys(&["Tab", "Enter"]);
        assert_eq!(focused(page), "sentence 4");
        page.key("Tab");
        assert_eq!(focused(page), "bar claim");
        page.key("ArrowDown");
        assert_eq!(focused(page), "bar actor");
        page.key("Enter");
        page.wait_state(4, "labelled", "actor");
        assert_eq!(focused(page), "bar actor", "the focus stays where it was");
        page.key("j");
        page.wait_current(5);
        page.session.until(
            "the focus goes along",
            "return document.activeElement.dataset.do === 'actor'",
            &[],
        );
        page.key("End");
        assert_eq!(page.current(), 5, "in the bar, End belongs to the bar");
    });
}

#[test]
fn the_colour_bar_is_a_slider() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.script("document.querySelector('[data-minimap]').focus()", &[]);
        for (key, number) in [("ArrowDown", 2), ("End", 12), ("ArrowUp", 11), ("Home", 1)] {
            page.key(key);
            page.wait_current(number);
            assert_eq!(focused(page), "colour bar");
            let now = "return document.activeElement.getAttribute('aria-valuenow')";
            assert_eq!(page.script(now, &[]), number.to_string());
        }
        let cell = page.wait_for("[data-cell='7']");
        page.click(&cell);
        page.wait_current(7);
    });
}

#[test]
fn a_dialog_keeps_the_focus_and_gives_it_back() {
    visit(|page| {
        page.open("#/");
        let button = page.find("button", "Add article");
        page.script("arguments[0].focus()", &[button.json()]);
        page.key("Enter");
        page.wait_for("dialog[open]");
        for _ in 0..12 {
            page.key("Tab");
            let is_inside = "return document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))";
            assert_eq!(page.script(is_inside, &[]), true);
        }
        page.key("Escape");
        page.wait_gone("dialog");
        assert_eq!(page.script("return document.activeElement.textContent", &[]), "Add article");
    });
}

#[test]
fn less_motion_means_none() {
    if !only_in(&[Engine::Chromium], "say that the system wants less motion") {
        return;
    }
    visit(|page| {
        let wish = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.session.chromium("Emulation.setEmulatedMedia", &wish);
        page.open(seed::ADDRESS);
        page.key("End");
        page.wait_current(12);
        let seen = "const box = document.querySelector('[aria-current=true]').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight";
        assert_eq!(page.script(seen, &[]), true, "the page is there at once");
        let slow = "return [...document.querySelectorAll('*')].filter(it => parseFloat(getComputedStyle(it).transitionDuration) > 0.01).length";
        assert_eq!(page.script(slow, &[]), 0);
    });
}

#[test]
fn in_forced_colours_the_current_sentence_and_the_marks_can_be_told() {
    if !only_in(&[Engine::Chromium], "say that the system forces colours") {
        return;
    }
    Visit::default().run(|page| {
        let wish = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        page.session.chromium("Emulation.setEmulatedMedia", &wish);
        page.open(seed::ADDRESS);
        page.keys(&["ArrowDown", "1", "ArrowDown"]);
        page.wait_state(2, "labelled", "claim");
        let outline = |selector: &str| {
            page.script(
                "return getComputedStyle(document.querySelector(arguments[0])).outlineStyle",
                &[json!(selector)],
            )
        };
        assert_eq!(outline("[aria-current=true]"), "solid");
        let ground = |selector: &str| {
            page.script(
                "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor",
                &[json!(selector)],
            )
        };
        assert_ne!(ground("#m2 .pm-mark"), ground("body"), "a mark stands out");
        assert_ne!(ground("[data-cell='2'] > i[data-on]"), ground("body"), "a cell stands out");
    });
}
