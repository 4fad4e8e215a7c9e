//! Bad input gets a sentence that names the file and the reason, and nothing that is stored changes.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Page, seed, visit};
use serde_json::{Value, json};

/// A page with some work on it, on the library, and a good export of that work.
fn with_work(page: &Page) -> Value {
    page.open(seed::ADDRESS);
    page.key("1");
    page.wait_state(1, "labelled", "claim");
    page.press_button("Export");
    page.choose("Pressmark JSON");
    let file = page.downloaded();
    page.follow("Library");
    page.wait_for(".pm-entries");
    serde_json::from_slice(&file.bytes).unwrap()
}

fn refused(page: &Page, file: Given, reason: &str) {
    let before = page.stored();
    let words = format!("\"{}\" could not be opened: {reason}", file.name);
    page.drop_files(&[file]);
    page.wait_words("[role=alert]", &words);
    page.wait_words("[role=alert]", "Nothing was changed.");
    assert_eq!(page.stored(), before, "{words}");
    assert_eq!(page.words("dialog[open]"), "");
    page.press_button("Close");
    page.wait_gone(".pm-notice[role=alert]");
}

fn changed(good: &Value, change: impl FnOnce(&mut Value)) -> String {
    let mut file = good.clone();
    change(&mut file);
    file.to_string()
}

#[test]
fn files_that_are_no_text_and_no_export_are_refused_in_words() {
    visit(|page| {
        with_work(page);
        let newline = |bytes: &[u8]| bytes.to_vec();
        for (name, bytes, reason) in [
            ("empty.txt", newline(b""), "There is no text to read."),
            ("blank.txt", newline(b" \n\t "), "There is no text to read."),
            ("nul.txt", newline(b"The board\0 voted."), "This is not a text."),
            ("photo.txt", newline(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), "This is not a text."),
            ("book.docx", newline(b"PK\x03\x04\x14\0\x06\0"), "This is a packed file"),
            ("paper.pdf", newline(b"%PDF-1.7\n%\xe2\xe3"), "This is a PDF"),
            (
                "page.html",
                newline(b"<!doctype html><script>window.isRun = true</script><p>Hello."),
                "This is a web page",
            ),
            ("other.json", newline(b"{\"name\": \"package\"}"), "This JSON file was not made by Pressmark."),
            ("list.json", newline(b"[1, 2, 3]"), "This JSON file was not made by Pressmark."),
            ("huge.txt", "One. ".repeat(900_000).into_bytes(), "This text is too long: 5 MB."),
        ] {
            refused(page, Given::new(name, bytes), reason);
        }
        assert_eq!(page.script("return window.isRun ?? 'never'", &[]), "never");
    });
}

#[test]
fn exports_with_faults_are_refused_whole_and_say_which() {
    visit(|page| {
        let good = with_work(page);
        let text = good.to_string();
        let half = text.get(..text.len() / 2).unwrap().to_owned();
        let cases = [
            ("half.json", half, "This file ends too early, in line 1"),
            (
                "newer.json",
                changed(&good, |it| it["version"] = json!(2)),
                "This was made by a newer Pressmark.",
            ),
            (
                "kind.json",
                changed(&good, |it| it["kind"] = json!("poem")),
                "This file says that it holds “poem”",
            ),
            (
                "changed.json",
                changed(&good, |it| it["articles"][0]["text"] = json!("Another text.")),
                "The text of “Diplomatic Tensions Rise",
            ),
            (
                "id.json",
                changed(&good, |it| it["articles"][0]["id"] = json!("0000000000000000")),
                "The id of “Diplomatic Tensions Rise",
            ),
            (
                "surrogate.json",
                text.replacen("\"title\":\"", "\"title\":\"\\ud800", 1),
                "Line 1 of this file holds half a character",
            ),
            (
                "number.json",
                changed(&good, |it| it["articles"] = json!(7)),
                "A field “articles” of this file holds another kind",
            ),
        ];
        for (name, text, reason) in cases {
            refused(page, Given::new(name, text), reason);
        }
    });
}

#[test]
fn a_file_of_100_megabytes_and_one_nested_100000_deep_are_refused_at_once() {
    visit(|page| {
        with_work(page);
        let before = page.stored();
        for (make, words) in [
            (
                "new File([new ArrayBuffer(100_000_000)], 'giant.txt')",
                "\"giant.txt\" could not be opened: This file is too large: 100 MB.",
            ),
            (
                "new File(['{\"format\": \"pressmark\", \"version\": 1, \"a\": ' + '['.repeat(100_000) + ']'.repeat(100_000) + '}'], 'deep.json')",
                "\"deep.json\" could not be opened: This JSON file is nested too deep",
            ),
        ] {
            page.script(
                &format!(
                    "const transfer = new DataTransfer(); transfer.items.add({make});
                     document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: transfer, bubbles: true, cancelable: true }}))"
                ),
                &[],
            );
            page.wait_words("[role=alert]", words);
        }
        assert_eq!(page.stored(), before);
    });
}

#[test]
fn what_can_be_understood_of_a_faulty_export_is_offered_and_the_rest_is_listed() {
    visit(|page| {
        let good = with_work(page);
        let before = page.stored();
        let text = changed(&good, |it| {
            let annotations = it["articles"][0]["annotations"].as_array_mut().unwrap();
            let like = |number: u64, labels: Value| {
                let mut copy = annotations[0].clone();
                copy["sentence"] = json!(number);
                copy["labels"] = labels;
                copy
            };
            let more = [like(2, json!(["actor"])), like(3, json!(["nonsense"])), like(99, json!(["claim"]))];
            annotations.extend(more);
        });
        page.drop_files(&[Given::new("faulty.json", text)]);
        page.find("dialog", "Import");
        page.wait_words("dialog", "Left out, because it could not be understood");
        assert_eq!(page.stored(), before, "nothing changes before the merge");
        page.press_button("Merge");
        page.wait_gone("dialog");
        page.open(seed::ADDRESS);
        assert_eq!(page.states()[..2], ["labelled: claim", "labelled: actor"]);
    });
}

#[test]
fn of_10000_files_the_first_are_looked_at_and_the_page_stays_alive() {
    visit(|page| {
        with_work(page);
        page.script(
            "const transfer = new DataTransfer();
             for (let i = 0; i < 10_000; i++) transfer.items.add(new File(['\\0'], `n${i}.bin`));
             document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))",
            &[],
        );
        page.wait_words("[role=alert]", "Only the first 200 files were looked at.");
        page.press_button("Close");
        page.wait_gone(".pm-notice[role=alert]");
    });
}

#[test]
fn scripts_in_any_field_are_only_words() {
    let evil = "<img src=x onerror=\"window.isRun=1\"><script>window.isRun=1</script>";
    visit(|page| {
        page.open("#/");
        page.press_button("Add article");
        page.paste("Article text", &format!("He said {evil} aloud. Then he left."));
        page.fill("Title", evil);
        page.press_button("Add");
        page.wait_words(".pm-entries", evil);
        page.follow(evil);
        page.wait_for("[data-article]");
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.key("n");
        page.wait_for("textarea:focus");
        page.paste("Note", evil);
        page.key("Escape");
        page.wait_words("#m1", evil);
        page.follow("Settings");
        page.fill("Code name", evil);
        page.follow("Library");
        page.wait_for(".pm-entries");
        page.drop_files(&[Given::new(&format!("{evil}.txt"), "\0")]);
        page.wait_words("[role=alert]", evil);
        page.reload();
        assert_eq!(page.script("return window.isRun ?? 'never'", &[]), "never");
        assert_eq!(page.script("return document.querySelectorAll('main img, main script').length", &[]), 0);
    });
}
