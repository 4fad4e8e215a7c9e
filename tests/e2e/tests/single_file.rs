//! The whole program in one file, opened from disk: it does the same, and asks nobody for anything.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Visit, seed, visit};
use serde_json::{Value, json};

#[test]
fn the_file_opens_tags_and_keeps() {
    Visit::default().of_the_file().run(|page| {
        page.open("");
        page.follow("Start reading");
        page.wait_current(1);
        page.keys(&["1", "ArrowDown", "2"]);
        page.wait_state(2, "labelled", "actor");
        assert_eq!(page.save_state(), "saved");
        page.reload();
        assert_eq!(page.states()[..2], ["labelled: claim", "labelled: actor"]);
        page.press_button("Export");
        page.choose("Pressmark JSON");
        let file = page.downloaded();
        let export: Value = serde_json::from_slice(&file.bytes).unwrap();
        assert_eq!(export["articles"][0]["annotations"].as_array().unwrap().len(), 2);
        page.follow("Settings");
        page.wait_words("main", "This page was opened from a file.");
        page.press_button("Clear this device");
        page.press_button("Clear");
        page.wait_words("[role=status]", "This device is cleared");
        page.drop_files(&[Given::new("back.json", file.bytes)]);
        page.wait_words("[role=status]", "Imported 2 marked sentences");
        page.open(seed::ADDRESS);
        assert_eq!(page.states()[..2], ["labelled: claim", "labelled: actor"]);
        assert_eq!(page.server.asked(), [""; 0], "the server is not asked for anything");
        let loaded = page.script("return performance.getEntriesByType('resource').map(it => it.name).filter(it => !it.startsWith('data:') && !it.startsWith('blob:'))", &[]);
        assert_eq!(loaded, json!([]));
    });
}

#[test]
fn two_windows_of_the_file_hear_each_other() {
    Visit::default().of_the_file().run(|page| {
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        assert_eq!(page.save_state(), "saved");
        let (first, second) = page.second_window();
        page.switch(&second);
        page.open(seed::ADDRESS);
        page.wait_state(1, "labelled", "claim");
        page.keys(&["Home", "2"]);
        page.wait_state(1, "labelled", "claim actor");
        page.switch(&first);
        page.wait_state(1, "labelled", "claim actor");
        page.keys(&["Home", "1"]);
        page.switch(&second);
        page.wait_state(1, "labelled", "actor");
        assert_eq!(page.save_state(), "saved");
    });
}

#[test]
fn in_a_sandboxed_frame_the_page_works_and_says_that_nothing_is_kept() {
    visit(|page| {
        let frame = "<!doctype html><link rel=icon href=icon.svg><title>Lesson</title>
            <iframe sandbox='allow-scripts allow-downloads' src='pressmark.html' width=1200 height=700></iframe>";
        page.server.put("/frame.html", frame);
        page.session.post("url", &json!({ "url": format!("{}/frame.html", page.server.origin) }));
        let frame = page.wait_for("iframe");
        page.session.post("frame", &json!({ "id": frame.json() }));
        page.wait_ready();
        let refused = "try { return String(localStorage) } catch (why) { return why.name }";
        assert_eq!(page.script(refused, &[]), "SecurityError");
        page.script("location.hash = arguments[0]", &[json!(seed::ADDRESS)]);
        page.wait_for("[data-sentence]");
        page.click(&page.wait_for("[data-sentence='1']"));
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.wait_for("[data-save-state='blocked']");
        page.wait_words("[data-save-state]", "Not saved: this browser keeps nothing.");
        page.click(&page.wait_for("[data-save-state] button"));
        let copy: Value = serde_json::from_slice(&page.downloaded().bytes).unwrap();
        let article = copy["articles"].as_array().unwrap().iter().find(|it| it["id"] == seed::ID).unwrap();
        assert_eq!(article["annotations"][0]["labels"], json!(["claim"]));
    });
}
