//! What goes wrong with the two stores, each caused in a real browser: the page says what is the matter, and no
//! word is lost.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Engine, Page, Visit, seed, visit};
use serde_json::{Value, json};

/// Marks two sentences and waits until both stores have them.
fn work(page: &Page) {
    page.open(seed::ADDRESS);
    page.keys(&["1", "ArrowDown", "2", "q"]);
    page.wait_state(2, "unsure", "actor");
    assert_eq!(page.save_state(), "saved");
}

const DONE: [&str; 3] = ["labelled: claim", "unsure: actor", "open:"];

fn marks_in_local(page: &Page) -> usize {
    page.stored().as_object().unwrap().keys().filter(|key| key.starts_with("pressmark/mark/")).count()
}

fn marks_in_journal(page: &Page) -> usize {
    let is_mark = |line: &&Value| line[0].as_str().is_some_and(|key| key.starts_with("pressmark/mark/"));
    page.journal().iter().filter(is_mark).count()
}

fn must_be_whole(page: &Page) {
    assert_eq!(page.save_state(), "saved");
    assert_eq!(page.states()[..3], DONE);
    assert_eq!((marks_in_local(page), marks_in_journal(page)), (2, 2));
}

const DELETE: &str = "return new Promise((kept, broken) => { const it = indexedDB.deleteDatabase('pressmark'); it.onsuccess = () => kept(true); it.onerror = it.onblocked = broken; })";

#[test]
fn either_store_alone_brings_everything_back_at_the_start() {
    visit(|page| {
        work(page);
        page.script("localStorage.clear()", &[]);
        page.reload();
        must_be_whole(page);
        page.session.script_later(DELETE, &[]);
        page.reload();
        must_be_whole(page);
    });
}

#[test]
fn local_storage_that_is_emptied_while_the_page_is_open_is_filled_again() {
    visit(|page| {
        work(page);
        page.script("localStorage.clear()", &[]);
        page.keys(&["q"]);
        page.wait_state(2, "labelled", "actor");
        assert_eq!(page.save_state(), "saved");
        assert_eq!((marks_in_local(page), marks_in_journal(page)), (2, 2));
        page.keys(&["q"]);
        page.wait_state(2, "unsure", "actor");
        must_be_whole(page);
    });
}

#[test]
fn a_journal_that_is_emptied_or_deleted_while_the_page_is_open_is_written_anew() {
    visit(|page| {
        work(page);
        page.in_journal("await ended(store.clear())");
        page.keys(&["q"]);
        page.wait_state(2, "labelled", "actor");
        assert_eq!(page.save_state(), "saved");
        assert_eq!(marks_in_journal(page), 2);
        page.session.script_later(DELETE, &[]);
        page.keys(&["q"]);
        page.wait_state(2, "unsure", "actor");
        must_be_whole(page);
    });
}

/// Empties both stores behind the page's back.
fn empty_both(page: &Page) {
    page.in_journal("await ended(store.clear())");
    page.script("localStorage.clear()", &[]);
}

#[test]
fn when_both_stores_are_gone_the_page_shows_its_work_and_writes_only_when_it_is_told_to() {
    visit(|page| {
        work(page);
        empty_both(page);
        page.keys(&["ArrowDown", "3"]);
        page.wait_for("[data-save-state='failed']");
        page.wait_words("[role=alert]", "This device was cleared");
        assert_eq!(page.states()[..3], ["labelled: claim", "unsure: actor", "labelled: event"]);
        assert_eq!((marks_in_local(page), page.journal().len()), (0, 0), "nothing is written");
        page.press_button("Download a copy");
        let copy: Value = serde_json::from_slice(&page.downloaded().bytes).unwrap();
        let article = copy["articles"].as_array().unwrap().iter().find(|it| it["id"] == seed::ID).unwrap();
        assert_eq!(article["annotations"].as_array().unwrap().len(), 3);
        assert_eq!(marks_in_local(page), 0);
        page.press_button("Keep my work");
        page.wait_gone(".pm-notice--page[role=alert]");
        assert_eq!(page.save_state(), "saved");
        assert_eq!((marks_in_local(page), marks_in_journal(page)), (3, 3));
        page.reload();
        assert_eq!(page.states()[..3], ["labelled: claim", "unsure: actor", "labelled: event"]);
    });
}

#[test]
fn clearing_this_device_in_another_window_leaves_the_work_on_this_page_until_it_is_chosen() {
    visit(|page| {
        work(page);
        let (first, second) = page.second_window();
        page.switch(&second);
        page.open("#/settings");
        page.press_button("Clear this device");
        page.press_button("Clear");
        page.wait_words("main", "0 marked sentences");
        assert_eq!(page.save_state(), "saved");
        page.switch(&first);
        page.wait_words("[role=alert]", "This device was cleared");
        assert_eq!(page.states()[..3], DONE);
        assert_eq!((marks_in_local(page), marks_in_journal(page)), (0, 0));
        page.press_button("Keep my work");
        must_be_whole(page);
        page.switch(&second);
        page.wait_words("main", "2 marked sentences");
        page.reload();
        page.wait_words("main", "2 marked sentences");
    });
}

/// Runs a module that does what a program does that stops: `(func (export "f") unreachable)`. In Firefox a script of
/// the driver lives in a world of its own and has to ask for that of the page.
const STOP: &str = "const page = window.wrappedJSObject ?? window;
    const bytes = new page.Uint8Array(32);
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11].forEach((byte, at) => { bytes[at] = byte; });
    page.setTimeout(new page.WebAssembly.Instance(new page.WebAssembly.Module(bytes)).exports.f)";

#[test]
fn a_program_that_stops_is_told_by_the_page() {
    for is_file in [false, true] {
        let visit = if is_file { Visit::default().of_the_file() } else { Visit::default() };
        visit.run(|page| {
            // Of a page from disk WebKit says only that there was an error.
            if is_file && page.engine() == Engine::Webkit {
                return;
            }
            page.open(seed::ADDRESS);
            page.keys(&["1"]);
            page.wait_state(1, "labelled", "claim");
            let told = || page.number("return document.querySelectorAll('#pm-stopped').length");
            page.script(
                "window.dispatchEvent(new ErrorEvent('error', { error: new Error('of an extension') }))",
                &[],
            );
            assert_eq!(told(), 0.0, "the error of something else is not the program's end");
            page.script(STOP, &[]);
            page.wait_words(
                "#pm-stopped[role=alert]",
                "Pressmark has stopped. What you marked until now is kept",
            );
            page.script(STOP, &[]);
            page.complaints();
            assert_eq!(told(), 1.0, "it is said once");
        });
    }
}

#[test]
fn without_a_journal_the_page_works_and_says_that_it_is_not_yet_on_disk() {
    let refused = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let hanging = "IDBFactory.prototype.open = () => new EventTarget();";
    for fault in [refused, hanging] {
        Visit::default().with_script(fault).run(|page| {
            page.open(seed::ADDRESS);
            page.keys(&["1", "ArrowDown", "2", "q"]);
            page.wait_state(2, "unsure", "actor");
            page.wait_for("[data-save-state='partly']");
            page.wait_words("[data-save-state]", "Saved in this browser, not yet on disk");
            page.reload();
            assert_eq!(page.states()[..3], DONE);
        });
    }
}

#[test]
fn an_edit_made_while_the_journal_is_slow_is_kept() {
    let slow = "const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...given) {
            const real = open.apply(this, given), slow = new EventTarget();
            Object.defineProperty(slow, 'result', { get: () => real.result });
            for (const name of ['success', 'error', 'upgradeneeded', 'blocked'])
                real.addEventListener(name, () => name === 'upgradeneeded' ? slow.dispatchEvent(new Event(name)) : setTimeout(() => slow.dispatchEvent(new Event(name)), 1000));
            return slow;
        };";
    Visit::default().with_script(slow).run(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["1"]);
        page.wait_state(1, "labelled", "claim");
        assert_eq!(page.save_state(), "saved");
        // Local storage is older than the journal, as after a crash.
        page.script("localStorage.removeItem(Object.keys(localStorage).find(it => it.includes('/mark/'))); location.reload()", &[]);
        page.wait_for("[data-sentence='1'][data-state=open]");
        page.keys(&["Home", "ArrowDown", "2"]);
        page.wait_state(2, "labelled", "actor");
        page.wait_state(1, "labelled", "claim");
        assert_eq!(page.save_state(), "saved");
        page.wait_ready();
        page.reload();
        assert_eq!(page.states()[..2], ["labelled: claim", "labelled: actor"]);
    });
}

#[test]
fn when_local_storage_is_really_full_the_disk_has_the_work() {
    visit(|page| {
        work(page);
        page.script(
            "for (let size = 2 ** 22; size > 0; size = size >> 1) {
                try { for (let n = 0; ; n += 1) localStorage.setItem(`filler/${size}/${n}`, 'x'.repeat(size)); } catch {}
            }",
            &[],
        );
        page.keys(&["ArrowDown", "3"]);
        page.wait_state(3, "labelled", "event");
        page.wait_for("[data-save-state='partly']");
        page.wait_words("[data-save-state]", "Saved on disk, local storage is full");
        assert_eq!(marks_in_local(page), 2, "what was there stays readable");
        page.reload();
        assert_eq!(page.states()[..3], ["labelled: claim", "unsure: actor", "labelled: event"]);
        page.script("for (const key of Object.keys(localStorage)) if (key.startsWith('filler/')) localStorage.removeItem(key)", &[]);
        // The last place may not have found room.
        page.keys(&["Home", "ArrowDown", "ArrowDown", "ArrowDown", "1"]);
        page.wait_state(4, "labelled", "claim");
        assert_eq!(page.save_state(), "saved");
        assert_eq!(marks_in_local(page), 4);
    });
}

#[test]
fn when_local_storage_alone_is_blocked_the_disk_has_the_work() {
    let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });";
    Visit::default().with_script(blocked).run(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["1", "ArrowDown", "2", "q"]);
        page.wait_state(2, "unsure", "actor");
        page.wait_for("[data-save-state='partly']");
        page.wait_words("[data-save-state]", "Saved on disk, local storage is blocked");
        page.reload();
        assert_eq!(page.states()[..3], DONE);
    });
}

/// Puts something else in the place of an entry of local storage whose key holds this; gives the key.
fn spoil(page: &Page, part: &str, value: &str) -> String {
    let key = page.script(
        "const key = Object.keys(localStorage).filter(it => it.includes(arguments[0]) && !it.includes('/damaged/')).sort()[0];
         const value = localStorage.getItem(key);
         localStorage.setItem(key, arguments[1].replace('…', value.slice(0, -9))); return key",
        &[json!(part), json!(value)],
    );
    key.as_str().unwrap().to_owned()
}

fn set_aside(page: &Page) -> Vec<String> {
    let stored = page.stored();
    let keys = stored.as_object().unwrap().keys();
    keys.filter(|key| key.starts_with("pressmark/damaged/")).cloned().collect()
}

#[test]
fn a_damaged_entry_is_made_good_by_the_journal_and_what_it_was_is_set_aside() {
    visit(|page| {
        work(page);
        for (part, value) in [
            ("/mark/", "…"),
            ("/mark/", "{\"end\": 1"),
            ("/mark/", "[]"),
            ("/annotator/", "nonsense"),
            ("/settings", "{\"me\": 7}"),
            ("/article/", "{\"text\": \"Another text.\"}"),
        ] {
            let before = set_aside(page).len();
            let key = spoil(page, part, value);
            page.reload();
            must_be_whole(page);
            let rest = key.strip_prefix("pressmark/").unwrap();
            let aside = set_aside(page);
            assert_eq!(aside.len(), before + 1, "{part} {value}: {aside:?}");
            assert!(aside.iter().any(|key| key.ends_with(rest)), "{key} in {aside:?}");
        }
        page.follow("Settings");
        page.wait_words("main", "6 entries could not be read");
        page.press_button("Download");
        assert!(!page.downloaded().bytes.is_empty());
        page.press_button("Remove");
        page.wait_words("main", "5 entries could not be read");
        page.reload();
        page.wait_words("main", "5 entries could not be read");
    });
}

#[test]
fn a_damaged_line_of_the_journal_is_made_good_by_local_storage_and_set_aside() {
    visit(|page| {
        work(page);
        page.in_journal(
            "const keys = store.getAllKeys(), all = store.getAll(); await ended(all);
             const at = all.result.findIndex(it => it[0].includes('/mark/'));
             await ended(store.put([...all.result[at].slice(0, 2), '{\"end\":'], keys.result[at]));
             await ended(store.add({ not: 'a line' }))",
        );
        page.reload();
        must_be_whole(page);
        assert_eq!(set_aside(page).len(), 2);
    });
}

#[test]
fn what_is_damaged_in_both_stores_is_set_aside_and_the_rest_is_shown() {
    visit(|page| {
        work(page);
        let key = spoil(page, "/mark/", "{\"end\": 1");
        page.in_journal(&format!(
            "const keys = store.getAllKeys(), all = store.getAll(); await ended(all);
             const at = all.result.findIndex(it => it[0] === '{key}');
             await ended(store.put(['{key}', all.result[at][1], '{{\"end\": 1'], keys.result[at]))"
        ));
        page.reload();
        assert_eq!(page.states().iter().filter(|state| *state != "open:").count(), 1);
        assert_eq!(page.save_state(), "saved");
        let aside = set_aside(page);
        assert_eq!(aside.len(), 1);
        assert_eq!(page.stored()[&aside[0]], "{\"end\": 1", "nothing of it is deleted");
        assert_eq!(marks_in_local(page), 1);
    });
}

#[test]
fn a_journal_of_a_newer_program_is_only_read() {
    visit(|page| {
        work(page);
        page.in_journal("await ended(store.add(['pressmark/schema', String(Date.now() + 1000), '2']))");
        page.reload();
        page.wait_for("[data-save-state='blocked']");
        assert_eq!(page.states()[..3], DONE);
        let before = (page.stored(), page.journal());
        page.keys(&["ArrowDown", "3"]);
        page.wait_state(3, "labelled", "event");
        page.wait_words("[data-save-state]", "newer");
        assert_eq!((page.stored(), page.journal()), before);
    });
}
