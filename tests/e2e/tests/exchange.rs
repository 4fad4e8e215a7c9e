//! What is exported can be imported: on an empty device it gives everything back, elsewhere it is asked.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Page, root, seed, visit};
use serde_json::{Value, json};

/// Marks some sentences in every way there is.
fn work(page: &Page) {
    page.open(seed::ADDRESS);
    page.keys(&["1", "2", "ArrowDown", "0", "ArrowDown", "q", "ArrowDown", "3", "q", "ArrowDown"]);
    page.wait_current(5);
    page.key("n");
    page.wait_for("textarea:focus");
    page.type_words("=2+5, \"quoted\"");
    page.key("Escape");
    page.wait_words("#m5", "=2+5, \"quoted\"");
}

const STATES: [&str; 5] = ["labelled: claim actor", "none:", "unsure:", "unsure: event", "open:"];

fn exported(page: &Page, format: &str) -> Given {
    page.press_button("Export");
    page.choose(format);
    page.downloaded()
}

fn parsed(file: &Given) -> Value {
    serde_json::from_slice(&file.bytes).unwrap()
}

/// A file without the time at which it was made.
fn timeless(file: &Given) -> String {
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let exported = parsed(file)["exported"].as_str().unwrap().to_owned();
    text.replacen(&exported, "", 1)
}

fn clear(page: &Page) {
    page.follow("Settings");
    page.press_button("Clear this device");
    page.find("dialog", "Clear this device");
    page.press_button("Back up first");
    let copy = page.downloaded();
    assert!(
        copy.name.starts_with("pressmark-backup_20") && copy.name.ends_with(".pressmark.json"),
        "{}",
        copy.name
    );
    assert_eq!(parsed(&copy)["kind"], "backup");
    page.press_button("Clear");
    page.wait_gone("dialog");
    page.wait_words("[role=status]", "This device is cleared");
    let left = page.stored();
    let left: Vec<&String> = left.as_object().unwrap().keys().collect();
    // When it was cleared is known, so that nothing older comes back from the journal.
    assert_eq!(left, ["pressmark/cleared", "pressmark/schema", "pressmark/settings"]);
}

#[test]
fn export_clear_and_import_give_everything_back() {
    visit(|page| {
        work(page);
        let first = exported(page, "Pressmark JSON");
        assert!(first.name.starts_with("Diplomatic-Tensions-Rise-as-Baku"), "{}", first.name);
        assert!(first.name.ends_with(".pressmark.json"), "{}", first.name);
        clear(page);
        page.upload("open-file", &first);
        page.wait_words("[role=status]", "Imported 5 marked sentences");
        page.open(seed::ADDRESS);
        assert_eq!(page.states()[..5], STATES);
        page.wait_words("#m5", "=2+5, \"quoted\"");
        let second = exported(page, "Pressmark JSON");
        assert_eq!(timeless(&second), timeless(&first));
        assert_eq!(second.name, first.name);
    });
}

#[test]
fn a_dropped_export_gives_everything_back_and_can_be_undone() {
    visit(|page| {
        work(page);
        let file = exported(page, "Pressmark JSON");
        clear(page);
        page.follow("Library");
        page.wait_for(".pm-entries");
        page.drop_files(&[file]);
        page.wait_words("[role=status]", "Imported 5 marked sentences");
        page.press_button("Undo");
        page.wait_words("[role=status]", "Undone");
        let stored = page.stored();
        let marks = stored.as_object().unwrap().keys().filter(|key| key.starts_with("pressmark/mark/"));
        // Tombstones may stand there until the journal has them.
        assert_eq!(marks.count(), 0);
    });
}

#[test]
fn a_back_up_brings_articles_settings_and_everybody_back() {
    visit(|page| {
        page.open("#/settings");
        page.click(&page.find("radio", "High contrast"));
        page.open("#/");
        page.press_button("Add article");
        page.paste("Article text", "The council met 👩‍👧 at noon. It voted.\n\nNobody spoke.");
        page.press_button("Add");
        page.follow("The council met 👩‍👧 at noon.");
        page.wait_for("[data-article]");
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.follow("Settings");
        page.press_button("Back up everything");
        let copy = page.downloaded();
        clear(page);
        page.drop_files(&[copy]);
        page.wait_words("[role=status]", "Imported 1 article and 1 marked sentence");
        assert_eq!(page.script("return document.documentElement.dataset.theme", &[]), "contrast");
        page.follow("Library");
        page.follow("The council met 👩‍👧 at noon.");
        page.wait_state(1, "labelled", "claim");
        assert_eq!(page.sentences()[0].text, "The council met 👩‍👧 at noon.");
    });
}

fn back_up(page: &Page) -> Given {
    page.follow("Settings");
    page.press_button("Back up everything");
    page.downloaded()
}

/// What is kept, without the times at which it was written and the day of the last copy.
fn kept(page: &Page) -> Vec<String> {
    let stored = page.stored();
    let entries = stored.as_object().unwrap().iter().map(|(key, value)| (key, value.as_str().unwrap()));
    let entries = entries.filter(|(key, _)| !key.ends_with("/cleared") && !key.ends_with("/settings"));
    entries.map(|(key, value)| format!("{key} {}", value.split(",\"written\"").next().unwrap())).collect()
}

#[test]
fn a_back_up_is_shown_before_it_changes_a_used_device_and_can_be_undone() {
    visit(|page| {
        work(page);
        let early = back_up(page);
        page.follow("Library");
        page.press_button("Add article");
        page.paste("Article text", "The pier closes in May. Fishers will protest.");
        page.fill("Title", "Pier");
        page.press_button("Add");
        page.open(seed::ADDRESS);
        page.keys(&["Home", "3", "ArrowDown", "0", "1"]);
        page.wait_state(2, "labelled", "claim");
        let late = back_up(page);
        clear(page);
        page.drop_files(&[early]);
        page.wait_words("[role=status]", "Imported 5 marked sentences");
        page.open(seed::ADDRESS);
        page.keys(&["End", "2"]);
        page.wait_state(12, "labelled", "actor");
        page.follow("Settings");
        let before = kept(page);
        page.upload("open-file", &late);
        page.find("dialog", "Import");
        for line in [
            "1 article is added",
            "2 sentences differ and were marked later in the file: the file’s marks are taken",
            "3 sentences are marked the same",
            "A merge can be undone.",
        ] {
            page.wait_words("dialog", line);
        }
        assert_eq!(kept(page), before, "nothing changes before the merge");
        page.press_button("Merge");
        page.wait_gone("dialog");
        page.wait_words("[role=status]", "Imported 1 article and 2 marked sentences");
        assert_eq!(page.save_state(), "saved");
        assert_ne!(kept(page), before);
        page.press_button("Undo");
        page.wait_words("[role=status]", "Undone: imported 1 article and 2 marked sentences");
        assert_eq!(page.save_state(), "saved");
        assert_eq!(kept(page), before, "all is as it was");
        page.upload("open-file", &late);
        page.press_button("Merge");
        page.wait_gone("dialog");
        page.open(seed::ADDRESS);
        let after = page.states();
        assert_eq!(after[..2], ["labelled: claim actor event", "labelled: claim"]);
        assert_eq!(after[2..4], STATES[2..4]);
        assert_eq!(after[11], "labelled: actor", "what only this device has stays");
    });
}

#[test]
fn what_differs_is_shown_before_it_is_merged() {
    visit(|page| {
        work(page);
        let file = exported(page, "Pressmark JSON");
        page.keys(&["Home", "3"]);
        page.wait_state(1, "labelled", "claim actor event");
        let before = page.stored();
        page.drop_files(std::slice::from_ref(&file));
        page.find("dialog", "Import");
        assert!(
            page.words("dialog").contains("were marked later here: these marks stay"),
            "{}",
            page.words("dialog")
        );
        page.press_button("Cancel");
        page.wait_gone("dialog");
        assert_eq!(page.stored(), before, "nothing changes without a yes");
        page.drop_files(&[file]);
        page.press_button("Merge");
        page.wait_gone("dialog");
        assert_eq!(page.states()[0], "labelled: claim actor event");
    });
}

#[test]
fn the_export_is_valid_by_its_schema() {
    let schema = std::fs::read_to_string(root().join("www/schema/pressmark-1.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    visit(|page| {
        work(page);
        let export = parsed(&exported(page, "Pressmark JSON"));
        page.follow("Settings");
        page.press_button("Back up everything");
        let copy = parsed(&page.downloaded());
        for file in [&export, &copy] {
            let faults: Vec<String> = validator.iter_errors(file).map(|it| it.to_string()).collect();
            assert_eq!(faults, [""; 0], "{}", file["kind"]);
        }
        assert_eq!(export["kind"], "annotations");
        let annotations = &export["articles"][0]["annotations"];
        assert_eq!(annotations[0]["labels"], json!(["claim", "actor"]));
        assert_eq!(annotations[1]["none"], true);
        assert_eq!(annotations[2]["unsure"], true);
        assert_eq!(annotations[4]["note"], "=2+5, \"quoted\"");
    });
}

#[test]
fn other_formats_can_be_read_by_other_programs() {
    visit(|page| {
        work(page);
        let file = exported(page, "W3C Web Annotation");
        assert!(file.name.ends_with(".jsonld"), "{}", file.name);
        let linked = parsed(&file);
        assert!(linked["@context"].to_string().contains("http://www.w3.org/ns/anno.jsonld"));
        let items = linked["first"]["items"].as_array().unwrap();
        assert_eq!(items.len(), 5);
        assert!(items.iter().all(|it| it["target"]["source"].as_str().unwrap().starts_with("urn:sha256:")));

        let file = exported(page, "CSV");
        assert!(file.bytes.starts_with("\u{feff}".as_bytes()), "a byte order mark, for spreadsheets");
        let mut table = csv::Reader::from_reader(&file.bytes[3..]);
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), seed::SENTENCES);
        let header = table.headers().unwrap();
        let note = header.iter().position(|name| name == "note").unwrap();
        assert_eq!(&rows[4][note], "'=2+5, \"quoted\"", "no spreadsheet takes it for a formula");
    });
}
