//! Bad input gets a sentence that names the file and the reason, and nothing that is stored changes.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use std::thread::sleep;
use std::time::Duration;

use pressmark_e2e::{Given, Page, seed, visit};
use serde_json::{Value, json};

/// A refusal may keep the page from reacting for this long (ms) on a machine that has nothing else to do.
const FROZEN: f64 = 500.0;

/// How much slower this machine is now than one that has nothing else to do: adding up 20 million numbers takes
/// such a one about 25 ms.
fn slowness(page: &Page) -> f64 {
    let add = "const begun = performance.now(); let sum = 0; for (let i = 0; i < 20_000_000; i++) sum = (sum + i) | 0; return performance.now() - begun + (sum & 0)";
    let most = (0..3).map(|_| page.number(add)).fold(0.0, f64::max);
    (most / 25.0).max(1.0)
}

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

/// Drops files that the page itself makes, since a driver would take long to carry them; `make` fills `files`.
/// Gives the longest time (ms) for which the page could not react between the drop and the words.
fn frozen_for(page: &Page, make: &str, words: &str) -> f64 {
    page.script(
        &format!(
            "const files = []; {make};
             window.transfer = new DataTransfer();
             for (const file of files) transfer.items.add(file);"
        ),
        &[],
    );
    // To make them is work for the browser, too, which WebKit puts off.
    sleep(Duration::from_millis(700));
    page.script(
        "window.longest = 0;
         let last = performance.now();
         const beat = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; window.beating = setTimeout(beat, 0); };
         beat();
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))",
        &[],
    );
    page.wait_words("[role=alert]", words);
    page.number("clearTimeout(window.beating); return window.longest")
}

#[test]
fn too_much_of_anything_is_refused_without_freezing_the_page() {
    visit(|page| {
        with_work(page);
        let before = page.stored();
        let head = r#"{"format": "pressmark", "version": 1, "kind": "annotations", "#;
        let deep = "'['.repeat(100_000) + ']'.repeat(100_000)";
        for (what, make, words) in [
            ("100 MB of text", "files.push(new File(['One. '.repeat(20_000_000)], 'x.txt'))".to_owned(), "This file is too large: 100 MB."),
            ("100 MB of JSON", format!("files.push(new File(['{head}', ' '.repeat(100_000_000)], 'x.json'))"), "This file is too large: 101 MB."),
            ("790,000 lines", "files.push(new File(['Yes.\\n'.repeat(790_000)], 'x.txt'))".to_owned(), "This text has 790000 lines, more than can be read at once. Cut it into parts."),
            ("60 MB of text", "files.push(new File(['One. '.repeat(12_000_000)], 'x.txt'))".to_owned(), "This text is too long: 60 MB."),
            ("lists in lists", format!("files.push(new File([{deep}], 'x.json'))"), "This JSON file is nested too deep"),
            ("objects in objects", "files.push(new File(['{\"a\":'.repeat(100_000)], 'x.json'))".to_owned(), "This JSON file is nested too deep"),
            ("a zip bomb", "files.push(new File(['PK\\x03\\x04', new Uint8Array(50_000_000)], 'x.txt'))".to_owned(), "This is a packed file"),
            ("10,000 files", "for (let i = 0; i < 10_000; i++) files.push(new File(['\\0'], `n${i}.bin`))".to_owned(), "Not all files were looked at, only the first 200:"),
            ("files of 240 MB", "const half = new Uint8Array(60_000_000); for (let i = 0; i < 4; i++) files.push(new File([half], `n${i}.bin`))".to_owned(), "Not all files were looked at, only the first 1:"),
        ] {
            let slowness = slowness(page);
            let frozen = frozen_for(page, &make, words);
            println!("{what}: the page could not react for {frozen:.0} ms (slowness {slowness:.1})");
            assert!(frozen < FROZEN * slowness, "{what}: {frozen} ms, slowness {slowness}");
            assert_eq!(page.words("dialog[open]"), "");
            page.press_button("Close");
            page.wait_gone(".pm-notice[role=alert]");
        }
        assert_eq!(page.stored(), before);
        page.open(seed::ADDRESS);
        page.wait_state(1, "labelled", "claim");
    });
}

#[test]
fn a_file_that_would_fill_the_memory_is_refused_and_the_page_stays() {
    visit(|page| {
        with_work(page);
        let before = page.stored();
        let head = r#"{"format": "pressmark", "version": 1, "kind": "annotations", "#;
        for (what, make, words) in [
            (
                "60 MB of values",
                format!(
                    "files.push(new File(['{head}\"x\": [0', ',0'.repeat(29_000_000), ']}}'], 'x.json'))"
                ),
                "more than 4 million values",
            ),
            (
                "100,000 annotators",
                format!(
                    "files.push(new File(['{head}\"annotators\": [', Array.from({{ length: 100_000 }}, (_, i) => `{{\"id\": \"a${{i}}\"}}`).join(), '], \"articles\": []}}'], 'x.json'))"
                ),
                "more than 5,000 annotators",
            ),
            (
                "100,000 articles",
                format!(
                    "files.push(new File(['{head}\"articles\": [', '{{}},'.repeat(100_000), '{{}}]}}'], 'x.json'))"
                ),
                "more than 5,000 articles",
            ),
            (
                "half a character",
                format!(
                    "files.push(new File(['{head}\"annotators\": [{{\"name\": \"\\\\ud83d\"}}]}}'], 'x.json'))"
                ),
                "half a character",
            ),
        ] {
            println!("{what}: the page could not react for {:.0} ms", frozen_for(page, &make, words));
            page.press_button("Close");
            page.wait_gone(".pm-notice[role=alert]");
        }
        assert_eq!(page.stored(), before);
    });
}

#[test]
fn a_line_of_a_megabyte_is_an_article_of_one_sentence() {
    visit(|page| {
        page.open("#/");
        page.press_button("Add article");
        let field = page.find("textbox", "Article text");
        let paste = "const [field] = arguments; field.value = 'word '.repeat(200_000) + 'end.'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        page.script(paste, &[field.json()]);
        page.wait_words("dialog", "1 sentence, ");
        page.press_button("Add");
        page.wait_gone("dialog");
        page.wait_words("[role=status]", "Added “word word");
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
