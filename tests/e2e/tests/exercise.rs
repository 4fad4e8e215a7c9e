//! A lesson's two ends: a teacher makes an exercise and hands it out, a pupil opens it, works and hands in.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Page, Visit, axe, seed, visit};
use serde_json::Value;

const TITLE: &str = "Who says so?";

/// A teacher's part, up to where it can be handed out.
fn make(page: &Page) {
    page.open("#/");
    page.follow("Make an exercise");
    page.find("checkbox", seed::TITLE);
    page.fill("Title", TITLE);
    page.paste("Instructions", "Read first.\n\nThen mark every sentence.");
}

/// The link, once it is that of what is on the page.
fn link(page: &Page) -> String {
    page.wait_for(".pm-button--first:not([aria-disabled])");
    page.press_button("Copy link");
    page.wait_words("[role=status]", "The link is copied.");
    let link = page.script("return document.getElementById('link').value", &[]);
    link.as_str().unwrap().to_owned()
}

/// What stands after the `#`, which means the same on every site.
fn hash(link: &str) -> String {
    format!("#{}", link.split_once('#').expect("a link has a hash").1)
}

fn begin(page: &Page, name: &str) {
    page.find("button", "Start");
    page.fill("Code name", name);
    page.press_button("Start");
    page.wait_current(1);
}

fn code(page: &Page) -> String {
    page.wait_for("[data-code]");
    let code = page.script("return document.querySelector('[data-code]').dataset.code", &[]);
    code.as_str().unwrap().to_owned()
}

fn parsed(file: &Given) -> Value {
    serde_json::from_slice(&file.bytes).unwrap()
}

/// Takes everything but saying *none* away from a pupil with patience: all sentences are none.
fn answer_all(page: &Page) {
    for number in 1..=seed::SENTENCES {
        page.key("0");
        page.wait_state(number, "none", "");
        page.key("ArrowDown");
    }
}

#[test]
fn a_link_brings_the_exercise_and_the_pupil_hands_in_file_and_code() {
    let mut address = String::new();
    visit(|page| {
        make(page);
        address = link(page);
        assert!(address.contains("/#/open/"), "{address}");
        page.open("#/");
        page.wait_words("#exercises ~ ul", TITLE);
    });
    visit(|page| {
        page.open(&hash(&address));
        page.wait_words("h1", TITLE);
        page.wait_words("main", "Then mark every sentence.");
        assert!(!page.script("return location.hash", &[]).as_str().unwrap().contains("open"));
        begin(page, "Heron 12");
        page.keys(&["2", "3", "ArrowDown", "q", "ArrowDown", "0"]);
        page.wait_state(3, "none", "");
        page.wait_words(".pm-done", "3 of 12, 1 not sure");
        page.reload();
        page.wait_words(".pm-done", "3 of 12, 1 not sure");
        page.press_button("Hand in");
        page.find("dialog", "Hand in");
        page.wait_words("dialog", "9 sentences are not reached.");
        page.press_button("Go on");
        page.wait_gone("dialog");
        page.press_button("Hand in");
        page.press_button("Hand in now");
        page.wait_words("h1", "Handed in, with 9 sentences open");
        let first = code(page);
        assert_eq!(first.len(), 19, "four groups of four: {first}");
        page.press_button("Copy the code");
        page.wait_words("[role=status]", "The code is copied.");
        page.press_button("Save the file");
        let file = page.downloaded();
        assert_eq!(file.name, "Who-says-so_Heron-12.pressmark.json");
        let handed_in = parsed(&file);
        assert_eq!(handed_in["kind"], "submission");
        assert_eq!(handed_in["annotators"][0]["name"], "Heron 12");
        assert_eq!(handed_in["articles"][0]["annotations"].as_array().unwrap().len(), 3);
        page.follow("Go on at sentence 4");
        page.wait_current(4);
        page.key("1");
        page.wait_words(".pm-done", "4 of 12, 1 not sure");
        page.press_button("Hand in");
        page.press_button("Hand in now");
        page.wait_words("header", "Handed in twice; the last one counts.");
        assert_ne!(code(page), first);
    });
}

#[test]
fn a_file_brings_the_exercise_and_feedback_comes_after_handing_in() {
    let mut file = None;
    visit(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["2", "3", "n"]);
        page.wait_for("textarea:focus");
        page.type_words("Who acts, and when?");
        page.key("Escape");
        make(page);
        page.press_button("Make the key");
        page.press_button("Take my tags of this article as the key");
        page.wait_words("dialog", "The key says something of 2 labels.");
        page.press_button("Done");
        page.click(&page.find("radio", "Where and why"));
        page.wait_for(".pm-button--first:not([aria-disabled])");
        page.press_button("Save as a file");
        file = Some(page.downloaded());
    });
    let file = file.unwrap();
    assert_eq!(file.name, "Who-says-so.pressmark.json");
    assert_eq!(parsed(&file)["kind"], "exercise");
    visit(|page| {
        page.open("#/");
        page.drop_files(&[file]);
        page.wait_words("h1", TITLE);
        begin(page, "7");
        answer_all(page);
        page.wait_words(".pm-done", "12 of 12");
        page.press_button("Hand in");
        page.wait_words("h1", "Handed in, everything answered");
        page.wait_words("main", "11 of 12 answered sentences fit the key.");
        page.wait_words("main", "Not yet: actor and event are missing.");
        page.wait_words("main", "Who acts, and when?");
    });
}

#[test]
fn the_one_file_page_opens_its_exercise_from_disk() {
    let mut file = None;
    visit(|page| {
        make(page);
        page.wait_for(".pm-button--first:not([aria-disabled])");
        page.press_button("One-file page");
        file = Some(page.downloaded());
    });
    let file = file.unwrap();
    assert_eq!(file.name, "Who-says-so.html");
    let mut again = None;
    Visit::default().of_this_page(&file.bytes).run(|page| {
        page.open("");
        page.wait_words("h1", TITLE);
        begin(page, "Heron 12");
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.open("#/exercise/new");
        page.fill("Title", "Another one");
        page.press_button("One-file page");
        again = Some(page.downloaded());
    });
    // A page that was saved from a page from disk runs too: its script and its styles are those of its policy.
    Visit::default().of_this_page(&again.unwrap().bytes).run(|page| {
        page.open("");
        page.wait_words("h1", "Another one");
        begin(page, "Wren 30");
    });
}

#[test]
fn own_labels_and_a_warm_up_reach_the_pupil() {
    let mut address = String::new();
    visit(|page| {
        make(page);
        page.press_button("Change the labels");
        page.press_button("Remove Event");
        page.press_button("Add a label");
        page.fill("Name of label 3", "Loaded word");
        page.press_button("Done");
        page.wait_gone("dialog");
        page.press_button("Change the warm-up");
        page.fill("Sentence 1", "The so-called experts met.");
        page.press_button("Done");
        page.click(&page.find("checkbox", "Ask for a note on every loaded word"));
        page.click(&page.find("checkbox", "Ask which label is the main one"));
        address = link(page);
    });
    visit(|page| {
        page.open(&hash(&address));
        page.wait_words("main", "The so-called experts met.");
        begin(page, "Heron 12");
        page.keys(&["3", "1"]);
        page.wait_state(1, "labelled", "claim loaded-word");
        page.wait_words(".pm-bar", "A note is asked for on loaded word.");
        page.click(&page.wait_for("[data-do='main-loaded-word']"));
        page.wait_for("[data-do='main-loaded-word'][aria-pressed=true]");
    });
}

#[test]
fn a_broken_link_is_told_and_changes_nothing() {
    visit(|page| {
        for payload in ["x", "AAAA", "%20", "xVlNj-TGkf0rAZ4"] {
            page.open(&format!("#/open/{payload}"));
            page.wait_words("[role=alert]", "This link is not complete");
        }
        page.open("#/");
        page.wait_words("h1", "Read closely.");
    });
}

/// Opens each screen and dialog of an exercise and looks at it with axe-core.
fn all_screens(page: &Page, look: &mut dyn FnMut(&str)) {
    let mut look = |screen: &str| {
        look(screen);
        assert!(!page.scrolls_sideways(), "{screen} scrolls sideways");
    };
    page.open(seed::ADDRESS);
    page.keys(&["2", "3"]);
    page.wait_state(1, "labelled", "actor event");
    make(page);
    look("new exercise");
    page.press_button("Change the labels");
    page.press_button("Add a label");
    look("labels");
    page.press_button("Back to claim, actor, event");
    page.press_button("Done");
    page.press_button("Change the warm-up");
    look("warm-up");
    page.press_button("Done");
    page.press_button("Make the key");
    page.press_button("Take my tags of this article as the key");
    page.wait_words("dialog", "The key says something of 2 labels.");
    look("key");
    page.press_button("Done");
    page.click(&page.find("radio", "Where and why"));
    // Where Firefox scrolls to, the top line lies over half a checkbox.
    page.script("scrollTo(0, 0)", &[]);
    look("new exercise with a key");
    page.wait_for(".pm-button--first:not([aria-disabled])");
    page.press_button("Save as a file");
    let file = page.downloaded();
    page.open("#/");
    look("library with an exercise");
    page.follow(&format!("Hand out “{TITLE}”"));
    page.find("button", "Print");
    look("hand out again");
    page.open("#/");
    page.drop_files(&[file]);
    page.find("button", "Start");
    page.click(&page.wait_for(".pm-warm .pm-chip"));
    page.click(&page.wait_for(".pm-warm .pm-button"));
    page.wait_words(".pm-told", "Not yet");
    look("start");
    begin(page, "Heron 12");
    page.keys(&["1", "ArrowDown", "q"]);
    page.wait_words(".pm-done", "1 not sure");
    look("work");
    page.press_button("Hand in");
    page.find("dialog", "Hand in");
    look("hand in");
    page.press_button("Hand in now");
    page.wait_words("h1", "Handed in");
    look("handed in");
    page.open("#/open/x");
    page.wait_for("[role=alert]");
    look("a broken link");
}

#[test]
fn axe_finds_nothing_in_a_wide_window() {
    axe::finds_nothing(&Visit::default(), all_screens);
}

#[test]
fn axe_finds_nothing_on_a_phone() {
    axe::finds_nothing(&Visit::default().phone(390, 844), all_screens);
}
