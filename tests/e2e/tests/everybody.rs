//! The page can be used by everybody: axe-core finds nothing on any screen, in any theme, wide or narrow.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Page, Visit, axe, seed};
use serde_json::json;

/// Opens each screen and dialog in turn and looks at it with axe-core.
fn all_screens(page: &Page, look: &mut dyn FnMut(&str)) {
    page.open("#/");
    look("library, first visit");
    page.open(seed::ADDRESS);
    look("reader");
    page.keys(&["1", "q", "ArrowDown", "0", "ArrowDown", "1", "2", "3"]);
    page.wait_state(3, "labelled", "claim actor event");
    page.press_button(if page.size().0 < 1024.0 { "More" } else { "Export" });
    look("reader with its menu");
    page.key("Escape");
    page.press_button("Note");
    page.wait_for("textarea:focus");
    page.type_words("who?");
    look("reader with marks and a note");
    page.open("#/");
    look("library with work");
    page.press_button("Add article");
    page.paste("Article text", "Pier shut\n\nThe board voted. It rained.\n\nLeave a comment");
    page.wait_words("dialog", "2 sentences");
    look("add article");
    page.press_button("Cancel");
    page.wait_gone("dialog");
    page.drop_files(&[Given::new("nul.bin", "\0"), Given::new("empty.txt", "")]);
    page.wait_for("[role=alert]");
    look("library with problems");
    page.press_button("Close");
    page.drop_files(&[in_doubt(page)]);
    page.find("dialog", "Import");
    look("import");
    page.open("#/help");
    look("help");
    page.open("#/settings");
    look("settings");
    page.press_button("Clear this device");
    page.find("dialog", "Clear this device");
    look("clear this device");
    page.open("#/nowhere");
    look("no such page");
}

/// A file that says something else of the first sentence than this device does.
fn in_doubt(page: &Page) -> Given {
    let stored = page.stored();
    let key = format!("pressmark/article/{}", seed::ID);
    let article: serde_json::Value = serde_json::from_str(stored[&key].as_str().unwrap()).unwrap();
    let annotator =
        stored.as_object().unwrap().keys().find_map(|key| key.strip_prefix("pressmark/annotator/")).unwrap();
    let hash = "return crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0])).then(it => [...new Uint8Array(it)].map(b => b.toString(16).padStart(2, '0')).join(''))";
    let hash = page.session.script_later(
        &format!("return await (text => {{ {} }})(arguments[0])", hash.replace("arguments[0]", "text")),
        &[article["text"].clone()],
    );
    let file = json!({
        "format": "pressmark", "version": 1, "kind": "annotations", "exported": "2026-11-24T09:30:00Z", "generator": "test", "offsets": "unicode-code-points",
        "annotators": [{ "id": annotator, "name": "Heron 12" }],
        "codebook": { "name": "Claim, actor, event", "labels": [{ "id": "claim", "name": "Claim", "key": "1", "definition": "-" }, { "id": "event", "name": "Event", "key": "3", "definition": "-" }] },
        "articles": [{
            "id": seed::ID, "hash": format!("sha256:{}", hash.as_str().unwrap()), "title": article["title"], "language": "en", "source": null, "date": null,
            "text": article["text"],
            "annotations": [
                { "sentence": 1, "labels": ["event"], "annotator": annotator, "created": "2026-11-24T09:12:03Z", "modified": "2026-11-24T09:12:03Z" },
                { "sentence": 99, "labels": ["claim"], "annotator": annotator, "created": "2026-11-24T09:12:03Z", "modified": "2026-11-24T09:12:03Z" },
            ],
        }],
    });
    Given::new("other.pressmark.json", file.to_string())
}

#[test]
fn axe_finds_nothing_in_a_wide_window() {
    axe::finds_nothing(&Visit::default(), all_screens);
}

#[test]
fn axe_finds_nothing_on_a_phone() {
    axe::finds_nothing(&Visit::default().phone(390, 844), all_screens);
}
