//! Before anything can be lost: the page warns while there is still room, reminds of a copy, and asks the browser
//! to keep what is here without ever waiting for its answer.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Engine, Page, Visit, seed, visit};
use serde_json::{Value, json};

/// Gives the program so many entries of 240,000 characters to keep, as articles would be.
fn fill(page: &Page, count: usize) {
    page.script(
        "for (let n = 0; n < arguments[0]; n += 1)
             localStorage.setItem(`pressmark/damaged/2026-11-24T09:00:00Z/${n}`, 'x'.repeat(240_000))",
        &[json!(count)],
    );
    page.reload();
}

const NEARLY_FULL: &str = "This browser’s storage is nearly full (";

#[test]
fn the_page_warns_before_local_storage_is_full_and_a_meter_shows_it() {
    visit(|page| {
        page.open("#/settings");
        page.wait_words("[aria-labelledby=room]", " Local storage: 0 % of about 5.2 MB.");
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        // WebKit has half the room as soon as one character is not Latin-1, and the article has some.
        let part = if page.engine() == Engine::Webkit { 2 } else { 1 };
        fill(page, 16 / part);
        page.open("#/settings");
        page.wait_words("[aria-labelledby=room]", " Local storage: 73 % of about");
        assert!(!page.words("[role=status]").contains("nearly full"), "73 % is no reason to warn");
        fill(page, 18 / part);
        page.wait_words("[role=status]", NEARLY_FULL);
        page.wait_words("[aria-labelledby=room]", " Local storage: 82 % of about");
        assert_eq!(page.number("return document.querySelector('meter').value"), 82.0);
        page.follow("Library");
        page.wait_words("[role=status]", NEARLY_FULL);
        page.press_button("Back up now");
        let copy: Value = serde_json::from_slice(&page.downloaded().bytes).unwrap();
        assert_eq!(copy["kind"], "backup");
        page.open(seed::ADDRESS);
        page.keys(&["Home", "2"]);
        page.wait_state(1, "labelled", "claim actor");
        assert_eq!(page.save_state(), "saved", "there is still room");
    });
}

#[test]
fn an_hour_of_work_that_is_in_no_copy_is_a_reason_to_remind_of_one() {
    visit(|page| {
        page.open("#/");
        page.press_button("Add article");
        page.paste("Article text", &"The pier closes in May. Fishers will protest.\n\n".repeat(31));
        page.fill("Title", "Pier");
        page.press_button("Add");
        page.follow("Pier");
        page.wait_current(1);
        page.wait_ready();
        let mark = |count: usize| page.keys(&["q", "ArrowDown"].repeat(count));
        mark(59);
        page.wait_state(59, "unsure", "");
        page.follow("Library");
        page.wait_for(".pm-entries");
        assert!(!page.words("[role=status]").contains("in this browser only"));
        page.follow("Pier");
        page.wait_current(60);
        page.wait_ready();
        mark(1);
        page.wait_state(60, "unsure", "");
        page.follow("Library");
        let words =
            "60 marked sentences are in this browser only. A browser can lose what it keeps; a copy cannot.";
        page.wait_words("[role=status]", words);
        page.press_button("Back up now");
        page.downloaded();
        page.session.until(
            "nothing is in this browser only",
            "return !document.body.textContent.includes('in this browser only')",
            &[],
        );
    });
}

#[test]
fn a_browser_that_never_answers_whether_it_keeps_the_work_holds_nothing_up() {
    let silent = "window.asked = 0;
        const persist = () => { window.asked += 1; return new Promise(() => {}); };
        Object.defineProperty(navigator, 'storage', { value: { persist, persisted: async () => false } });";
    Visit::default().with_script(silent).run(|page| {
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        assert_eq!(page.save_state(), "saved");
        assert_eq!(page.number("return window.asked"), 0.0, "not before there is a reason");
        page.follow("Settings");
        page.wait_words("[aria-labelledby=room]", "The browser may clear this when the disk is full");
        page.press_button("Back up everything");
        page.downloaded();
        page.session.until("the browser is asked", "return window.asked === 1", &[]);
        page.press_button("Ask the browser to keep it");
        page.session.until("the browser is asked again", "return window.asked === 2", &[]);
        page.script("location.hash = arguments[0]", &[json!(seed::ADDRESS)]);
        page.wait_for("[data-sentence]");
        page.keys(&["Home", "2"]);
        page.wait_state(1, "labelled", "claim actor");
        assert_eq!(page.save_state(), "saved");
    });
}
