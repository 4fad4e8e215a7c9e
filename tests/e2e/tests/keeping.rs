//! What was done is kept: over a reload, a restart, in a second window; and where it cannot be, the page says so.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Engine, Page, Visit, only_in, seed, visit};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Marks the first two sentences and leaves the third current, with settings that are not the first ones.
fn work(page: &Page) {
    page.open("#/settings");
    page.click(&page.find("radio", "Dark"));
    page.open(seed::ADDRESS);
    page.keys(&["1", "ArrowDown", "0", "q", "ArrowDown"]);
    page.wait_current(3);
    page.key("n");
    page.wait_for("textarea:focus");
    page.type_words("later");
    page.key("Escape");
    page.wait_words("#m3", "later");
    // The place is kept once it rests.
    let place = format!("return localStorage.getItem('pressmark/place/{}') > '0'", seed::ID);
    page.session.until("the place is kept", &place, &[]);
}

fn must_be_there(page: &Page) {
    assert_eq!(page.states()[..3], ["labelled: claim", "unsure:", "open:"]);
    page.wait_words("#m3", "later");
    assert_eq!(page.current(), 3);
    assert_eq!(page.script("return document.documentElement.dataset.theme", &[]), "dark");
    assert_eq!(page.save_state(), "saved");
}

#[test]
fn a_reload_keeps_everything() {
    visit(|page| {
        work(page);
        let stored = page.stored();
        page.reload();
        must_be_there(page);
        assert_eq!(page.stored(), stored, "opening changes nothing that is stored");
    });
}

#[test]
fn a_new_start_of_the_browser_keeps_everything() {
    if !only_in(&[Engine::Chromium, Engine::Firefox], "keep a profile from one session to the next") {
        return;
    }
    let profile = TempDir::new().unwrap();
    // Local storage belongs to an origin, and so to a port: both visits are of the same file.
    let visit = || Visit::default().with_profile(profile.path()).of_the_file_at(profile.path());
    visit().run(work);
    visit().run(|page| {
        page.open(seed::ADDRESS);
        must_be_there(page);
    });
}

#[test]
fn each_marked_sentence_has_an_entry_of_its_own() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["1", "ArrowDown", "2", "3"]);
        page.wait_state(2, "labelled", "actor event");
        let stored = page.stored();
        let marks: Vec<(&String, &Value)> = stored
            .as_object()
            .unwrap()
            .iter()
            .filter(|(key, _)| key.starts_with("pressmark/mark/"))
            .collect();
        assert_eq!(marks.len(), 2);
        for (key, value) in marks {
            assert!(key.starts_with(&format!("pressmark/mark/{}/", seed::ID)), "{key}");
            let value = value.as_str().unwrap();
            assert!(value.len() < 120 && !value.contains("Baku"), "no text in it: {value}");
        }
        page.keys(&["u", "u", "u"]);
        page.wait_state(1, "open", "");
        let stored = page.stored();
        let left =
            stored.as_object().unwrap().keys().filter(|key| key.starts_with("pressmark/mark/")).count();
        assert_eq!(left, 0, "what is taken back leaves no entry");
    });
}

#[test]
fn a_mark_made_in_one_window_appears_in_the_other() {
    visit(|page| {
        page.open(seed::ADDRESS);
        let (first, second) = page.second_window();
        page.switch(&second);
        page.open(seed::ADDRESS);
        page.keys(&["ArrowDown", "3"]);
        page.wait_state(2, "labelled", "event");
        page.switch(&first);
        page.wait_state(2, "labelled", "event");
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.switch(&second);
        page.wait_state(1, "labelled", "claim");
        // Undo takes back this window's own last action, and no other's.
        page.key("u");
        page.wait_state(2, "open", "");
        assert_eq!(page.states()[0], "labelled: claim");
    });
}

#[test]
fn a_full_storage_is_told_and_the_work_can_be_downloaded() {
    let full = "const full = () => new DOMException('full', 'QuotaExceededError');
        const set = Storage.prototype.setItem, add = IDBObjectStore.prototype.add;
        Storage.prototype.setItem = function (key, value) {
            if (window.isFull && key.includes('/mark/')) throw full();
            set.call(this, key, value);
        };
        IDBObjectStore.prototype.add = function (value) {
            if (window.isFull) throw full();
            return add.call(this, value);
        };";
    Visit::default().with_script(full).run(|page| {
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.script("window.isFull = true", &[]);
        page.keys(&["ArrowDown", "2"]);
        page.wait_state(2, "labelled", "actor");
        page.wait_for("[data-save-state='failed']");
        page.wait_words("[data-save-state]", "Not saved: storage is full — download a copy");
        holds_both(page, "download a copy");
        page.script("window.isFull = false", &[]);
        page.keys(&["ArrowDown", "3"]);
        page.wait_for("[data-save-state='saved']");
        page.reload();
        assert_eq!(page.states()[..3], ["labelled: claim", "labelled: actor", "labelled: event"]);
    });
}

#[test]
fn a_browser_that_keeps_nothing_is_told_and_the_work_can_be_downloaded() {
    let blocked = "for (const name of ['localStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });";
    Visit::default().with_script(blocked).run(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["1", "ArrowDown", "2"]);
        page.wait_state(2, "labelled", "actor");
        page.wait_for("[data-save-state='blocked']");
        page.wait_words(
            "[data-save-state]",
            "Not saved: this browser keeps nothing. Download a copy before you close.",
        );
        holds_both(page, "Download a copy");
    });
}

fn holds_both(page: &Page, button: &str) {
    page.press_button(button);
    let copy: Value = serde_json::from_slice(&page.downloaded().bytes).unwrap();
    let article = copy["articles"].as_array().unwrap().iter().find(|it| it["id"] == seed::ID).unwrap();
    assert_eq!(article["annotations"][0]["labels"], json!(["claim"]));
    assert_eq!(article["annotations"][1]["labels"], json!(["actor"]));
}

#[test]
fn work_of_a_newer_program_is_only_read() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.script("localStorage.setItem('pressmark/schema', '2')", &[]);
        page.reload();
        let before = page.stored();
        assert_eq!(page.states()[0], "labelled: claim");
        page.keys(&["ArrowDown", "2"]);
        page.wait_state(2, "labelled", "actor");
        page.wait_for("[data-save-state='blocked']");
        page.wait_words("[data-save-state]", "newer");
        let marks = |stored: &Value| {
            stored.as_object().unwrap().keys().filter(|key| key.starts_with("pressmark/mark/")).count()
        };
        assert_eq!(marks(&page.stored()), marks(&before));
    });
}
