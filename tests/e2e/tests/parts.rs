//! Parts of the program that come when they are needed: reading does without, and one that does not come is told.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use std::collections::BTreeSet;

use pressmark_e2e::{Engine, Page, Visit, seed, visit};
use serde_json::Value;

/// Part of the name of the module with help, settings, files and the segmenter.
const PAGES: &str = "/pages-";
/// Part of the name of the module that looks after the journal on disk.
const JOURNAL: &str = "/journal-";

#[test]
fn reading_and_marking_do_without_the_part_and_its_loss_is_told_and_mended() {
    visit(|page| {
        page.server.refuse(Some(PAGES));
        page.open("");
        page.follow("Start reading");
        page.wait_current(1);
        page.keys(&["1", "ArrowDown", "2"]);
        page.wait_state(2, "labelled", "actor");
        page.reload();
        assert_eq!(page.states()[..2], ["labelled: claim", "labelled: actor"]);
        page.press_button("Export");
        page.choose("CSV");
        page.wait_words("[role=alert]", "A part of Pressmark could not be loaded.");
        page.open("#/help");
        page.wait_words("h1", "A part of Pressmark could not be loaded.");
        page.server.refuse(None);
        page.press_button("Try again");
        page.wait_words("h1", "How to mark");
        page.wait_gone("[role=alert]");
        let others: Vec<String> = page.complaints().into_iter().filter(|it| !it.contains("pages")).collect();
        assert_eq!(others, [""; 0], "the browser complains of the part and of nothing else");
    });
}

#[test]
fn the_first_screens_ask_for_the_main_module_and_the_journals() {
    visit(|page| {
        // The other part is loaded soon after, so it is held back here.
        page.server.refuse(Some(PAGES));
        page.open(seed::ADDRESS);
        page.wait_ready();
        let asked = page.server.asked();
        let modules: Vec<&String> =
            asked.iter().filter(|path| path.ends_with(".wasm") && !path.contains(PAGES)).collect();
        let once: BTreeSet<&String> = modules.iter().copied().collect();
        let of = |words: &str| once.iter().filter(|path| path.contains(words)).count();
        assert_eq!((of("/pressmark-"), of(JOURNAL)), (1, 1), "{asked:?}");
        assert!(once.len() <= 3, "{modules:?}");
        // WebKit asks again for what it was told to load early; a host that lets it keep files spares it that.
        let is_once = page.engine() == Engine::Webkit || once.len() == modules.len();
        assert!(is_once, "each is asked for once: {modules:?}");
        page.server.refuse(None);
        page.open("#/settings");
        page.wait_words("h1", "Settings");
        assert!(page.server.asked().iter().any(|path| path.contains(PAGES)));
        page.complaints();
    });
}

/// Makes the page look after its stores, which it does every ten seconds.
const LOOK: &str = "window.dispatchEvent(new StorageEvent('storage'))";

#[test]
fn without_the_journals_part_all_is_kept_in_the_browser_and_goes_to_disk_when_it_comes() {
    visit(|page| {
        page.server.refuse(Some(JOURNAL));
        page.open(seed::ADDRESS);
        page.keys(&["1", "ArrowDown", "2"]);
        page.wait_state(2, "labelled", "actor");
        page.wait_words("[data-save-state='partly']", "Saved in this browser, not yet on disk");
        page.reload();
        assert_eq!(page.states()[..2], ["labelled: claim", "labelled: actor"]);
        page.wait_for("[data-save-state='partly']");
        page.server.refuse(None);
        page.script(LOOK, &[]);
        page.wait_for("[data-save-state='saved']");
        // What the disk has comes back when local storage has lost it.
        page.script("localStorage.removeItem(Object.keys(localStorage).find(it => it.includes('/mark/'))); location.reload()", &[]);
        page.wait_state(1, "labelled", "claim");
        page.wait_state(2, "labelled", "actor");
        let others: Vec<String> =
            page.complaints().into_iter().filter(|it| !it.contains("journal")).collect();
        assert_eq!(others, [""; 0], "the browser complains of the part and of nothing else");
    });
}

/// What the browser complains of, but for the part that is held back.
fn others(page: &Page) -> Vec<String> {
    page.complaints().into_iter().filter(|it| !it.contains("journal")).collect()
}

#[test]
fn a_device_that_was_emptied_before_the_journals_part_came_takes_the_work_again() {
    visit(|page| {
        page.server.refuse(Some(JOURNAL));
        page.open(seed::ADDRESS);
        page.keys(&["1"]);
        page.wait_state(1, "labelled", "claim");
        page.wait_for("[data-save-state='partly']");
        page.script("localStorage.clear()", &[]);
        page.script(LOOK, &[]);
        page.wait_words("[role=alert]", "This device was cleared");
        page.press_button("Keep my work");
        page.wait_for("[data-save-state='partly']");
        page.reload();
        page.wait_state(1, "labelled", "claim");
        page.server.refuse(None);
        page.script(LOOK, &[]);
        page.wait_for("[data-save-state='saved']");
        assert_eq!(others(page), [""; 0]);
    });
}

#[test]
fn a_device_that_was_cleared_elsewhere_takes_nothing_from_the_page_when_the_journals_part_comes() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["1"]);
        assert_eq!(page.save_state(), "saved");
        page.server.refuse(Some(JOURNAL));
        page.reload();
        page.wait_state(1, "labelled", "claim");
        page.wait_for("[data-save-state='partly']");
        page.server.refuse(None);
        let (first, second) = page.second_window();
        page.switch(&second);
        page.open("#/settings");
        page.press_button("Clear this device");
        page.press_button("Clear");
        page.wait_words("main", "0 marked sentences");
        page.switch(&first);
        page.wait_words("[role=alert]", "This device was cleared");
        page.script(LOOK, &[]);
        page.wait_state(1, "labelled", "claim");
        page.press_button("Keep my work");
        page.wait_for("[data-save-state='saved']");
        page.reload();
        page.wait_state(1, "labelled", "claim");
        assert_eq!(others(page), [""; 0]);
    });
}

#[test]
fn without_the_journals_part_what_is_damaged_is_set_aside_and_settings_tell_of_the_room() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["1"]);
        assert_eq!(page.save_state(), "saved");
        page.server.refuse(Some(JOURNAL));
        page.script(
            "localStorage.setItem(Object.keys(localStorage).find(it => it.includes('/mark/')), '{'); location.reload()",
            &[],
        );
        page.wait_state(1, "open", "");
        page.wait_for("[data-save-state='partly']");
        page.keys(&["Home", "2"]);
        page.wait_state(1, "labelled", "actor");
        let aside = page
            .script("return Object.entries(localStorage).filter(([key]) => key.includes('/damaged/'))", &[]);
        assert_eq!(aside[0][1], "{", "{aside}");
        page.open("#/settings");
        page.wait_words("main", "Local storage:");
        let words = page.words("main");
        assert!(!words.contains("about 0 kB"), "{words}");
        assert_eq!(others(page), [""; 0]);
    });
}

#[test]
fn a_device_that_is_cleared_without_the_journals_part_loses_its_board_when_the_part_comes() {
    visit(|page| {
        page.open("#/class");
        page.press_button("Open the made-up class");
        page.wait_for(".pm-made-up");
        page.wait_for("[data-save-state=saved]");
        page.server.refuse(Some(JOURNAL));
        page.open("#/settings");
        page.reload();
        page.press_button("Clear this device");
        page.press_button("Clear");
        page.wait_words("main", "0 marked sentences");
        page.reload();
        page.server.refuse(None);
        page.open("");
        page.wait_for(".pm-page");
        page.script(LOOK, &[]);
        page.open("#/class");
        page.reload();
        page.find("button", "Open the made-up class");
        assert_eq!(others(page), [""; 0]);
    });
}

#[test]
fn an_article_that_another_segmenter_cut_is_cut_anew_at_the_start() {
    let check = |page: &pressmark_e2e::Page| {
        page.open(seed::ADDRESS);
        page.keys(&["ArrowDown", "3"]);
        page.wait_state(2, "labelled", "event");
        // The same but for when it was written.
        let stored = || {
            let mut stored = page.stored();
            for (_, value) in stored.as_object_mut().unwrap() {
                let entry = value.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
                if let Some(Value::Object(mut entry)) = entry {
                    entry.remove("written");
                    *value = Value::Object(entry);
                }
            }
            stored
        };
        let before = stored();
        let key = format!("pressmark/article/{}", seed::ID);
        let spoil = "const entry = JSON.parse(localStorage.getItem(arguments[0])); entry.segmenter = 'old'; entry.starts = [0]; localStorage.setItem(arguments[0], JSON.stringify(entry))";
        page.script(spoil, &[key.as_str().into()]);
        page.reload();
        page.wait_state(2, "labelled", "event");
        assert_eq!(page.sentences().len(), seed::SENTENCES);
        assert_eq!(stored(), before, "it is written again as this program cuts it");
    };
    visit(check);
    Visit::default().of_the_file().run(check);
}
