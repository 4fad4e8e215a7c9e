//! Words made to do harm go through every field, every file and every download, and stay words.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Page, root, visit};
use serde_json::{Value, json};

/// The payloads of `tests/data/hostile.json`; the core's tests put the same through its readers and writers.
fn corpus() -> Vec<String> {
    let file = std::fs::read_to_string(root().join("tests/data/hostile.json")).unwrap();
    let kinds: Value = serde_json::from_str(&file).unwrap();
    let all = kinds.as_object().unwrap().values().flat_map(|list| list.as_array().unwrap());
    all.map(|it| it.as_str().unwrap().to_owned()).collect()
}

/// Every payload in a line of its own, but for what no text can hold and what would end the line.
fn text() -> String {
    let fits =
        |it: &&String| !it.contains(['\0', '\r', '\n', '\u{2028}', '\u{2029}', '\u{1}', '\u{7}', '\u{1b}']);
    let lines: Vec<String> =
        corpus().iter().filter(fits).map(|it| format!("He said {it} aloud. Then he left.")).collect();
    lines.join("\n\n")
}

/// Which elements there are, and handlers among their attributes.
const MADE: &str = "
    const tags = new Set([...document.querySelectorAll('*')].map(it => it.localName));
    const handlers = [...document.querySelectorAll('*')].flatMap(it => [...it.attributes]).map(it => it.name).filter(it => it.startsWith('on'));
    return [...[...tags].filter(it => ['img', 'iframe', 'object', 'embed', 'base', 'video', 'audio', 'source', 'template', 'math', 'foreignobject', 'animate', 'details'].includes(it)), ...handlers]";

fn must_be_unharmed(page: &Page) {
    assert_eq!(page.script("return window.hostile ?? 'never'", &[]), "never");
    assert_eq!(page.script(MADE, &[]), json!([]), "no element and no handler was made of words");
    let scripts = "return [...document.scripts].filter(it => !it.src).length + document.querySelectorAll('body script, body style, body link, body meta').length";
    assert_eq!(page.script(scripts, &[]), 0);
    let links =
        "return [...document.links].map(it => it.getAttribute('href')).filter(it => !it.startsWith('#/'))";
    assert_eq!(page.script(links, &[]), json!([]), "no address is made of words");
}

fn exported(page: &Page, format: &str) -> Given {
    page.press_button("Export");
    page.choose(format);
    page.downloaded()
}

#[test]
fn an_article_a_title_a_note_and_a_name_are_only_words() {
    visit(|page| {
        let all = corpus().join(" ").replace(['\r', '\n', '\0'], " ");
        let title: String = corpus()[8..].iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" ");
        page.open("#/");
        page.press_button("Add article");
        page.paste("Article text", &text());
        page.wait_words("dialog", "sentences");
        must_be_unharmed(page);
        page.paste("Title", &title);
        page.press_button("Add");
        page.wait_gone("dialog");
        page.wait_words(".pm-entries", &title);
        must_be_unharmed(page);
        let address = "return [...document.querySelectorAll('.pm-entries h2 a')].pop().getAttribute('href')";
        let address = page.script(address, &[]);
        page.open(address.as_str().unwrap());
        let whole = "return [...document.querySelectorAll('[data-paragraph]')].map(it => it.textContent).join('\\n\\n')";
        assert_eq!(page.script(whole, &[]), text(), "to the letter");
        assert_eq!(page.words("h1"), title);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.key("n");
        page.wait_for("textarea:focus");
        page.paste("Note", &all);
        page.key("Escape");
        page.wait_for("#m1");
        let note = "return document.querySelector('#m1').textContent.includes(arguments[0])";
        page.session.until("the note stands in the margin", note, &[json!(all)]);
        must_be_unharmed(page);
        let file: Value = serde_json::from_slice(&exported(page, "Pressmark JSON").bytes).unwrap();
        assert_eq!(file["articles"][0]["text"], text());
        assert_eq!(file["articles"][0]["annotations"][0]["note"], all);
        let linked: Value = serde_json::from_slice(&exported(page, "W3C Web Annotation").bytes).unwrap();
        assert!(linked["first"]["items"][0]["body"].to_string().contains("window.hostile"));
        let table = exported(page, "CSV");
        let mut table = csv::Reader::from_reader(&table.bytes[3..]);
        let cells: Vec<String> = table
            .records()
            .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert!(cells.iter().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@', '\t'])));
        page.follow("Settings");
        page.paste("Code name", &title);
        page.follow("Library");
        page.wait_for(".pm-entries");
        let name = exported(page, "CSV").name;
        assert!(
            name.strip_suffix(".csv").unwrap().chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')),
            "{name}"
        );
        page.reload();
        must_be_unharmed(page);
    });
}

/// A file of annotations that says a payload in each of its fields: an article for every payload.
fn file() -> Value {
    let text = |n: usize, payload: &str| {
        format!("Number {n} said {payload} aloud. Then it left.").replace(['\0', '\r'], " ")
    };
    let article = |(n, payload): (usize, &String)| {
        let mark = json!({"sentence": 1, "labels": ["claim", payload], "note": payload, "annotator": payload, "exercise": payload});
        let orphan = json!({"quote": payload, "labels": ["event"], "annotator": payload});
        json!({"title": format!("{n} {payload}"), "language": payload, "source": payload, "date": payload, "text": text(n, payload),
               "added": "2026-11-24T09:30:00Z", "annotations": [mark], "orphans": [orphan]})
    };
    let people: Vec<Value> = corpus().iter().map(|it| json!({"id": it, "name": it})).collect();
    let labels: Vec<Value> =
        corpus().iter().map(|it| json!({"id": it, "name": it, "definition": it})).collect();
    let articles: Vec<Value> = corpus().iter().enumerate().map(article).collect();
    json!({"format": "pressmark", "version": 1, "kind": "backup", "exported": "2026-11-24T09:30:00Z", "annotators": people,
           "codebook": {"name": "<b>x</b>", "labels": labels}, "articles": articles,
           "settings": {"me": corpus()[0], "theme": "\"><script>window.hostile=1</script>", "text": "' onload='window.hostile=1"}})
}

#[test]
fn a_file_with_words_made_to_do_harm_in_every_field_brings_only_words() {
    visit(|page| {
        page.open("#/");
        // The browser computes the hashes, so that the file is refused for nothing but what it says.
        let whole = page.session.script_later(
            "const [file] = given;
             for (const article of file.articles) {
                 const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(article.text));
                 article.hash = 'sha256:' + [...new Uint8Array(hash)].map(it => it.toString(16).padStart(2, '0')).join('');
             }
             return JSON.stringify(file)",
            &[file()],
        );
        page.drop_files(&[Given::new("<img src=x onerror=window.hostile=1>.json", whole.as_str().unwrap())]);
        page.find("dialog", "Import");
        page.wait_words("dialog", "“<img src=x onerror=window.hostile=1>.json” and this device");
        must_be_unharmed(page);
        page.press_button("Merge");
        page.wait_gone("dialog");
        let titles = "return [...document.querySelectorAll('.pm-entries h2')].map(it => it.textContent)";
        page.session.until(
            "all articles are there",
            "return document.querySelectorAll('.pm-entries h2').length > 90",
            &[],
        );
        let shown = page.script(titles, &[]);
        for (n, payload) in corpus().iter().enumerate() {
            let title = format!("{n} {payload}");
            assert!(shown.as_array().unwrap().iter().any(|it| it == &*title), "{title:?}");
        }
        must_be_unharmed(page);
        let addresses =
            "return [...document.querySelectorAll('.pm-entries h2 a')].map(it => it.getAttribute('href'))";
        let addresses = page.script(addresses, &[]);
        for address in addresses.as_array().unwrap().iter().rev().take(12) {
            page.open(address.as_str().unwrap());
            page.wait_for("[data-article]");
            must_be_unharmed(page);
        }
        page.open("#/settings");
        must_be_unharmed(page);
        page.press_button("Back up everything");
        let copy: Value = serde_json::from_slice(&page.downloaded().bytes).unwrap();
        assert!(copy["articles"].as_array().unwrap().len() > 90);
    });
}

#[test]
fn the_names_of_files_that_are_refused_are_only_words() {
    visit(|page| {
        page.open("#/");
        let all = corpus();
        let files: Vec<Given> =
            all.iter().filter(|it| it.is_ascii()).map(|it| Given::new(it, "\0")).collect();
        page.drop_files(&files);
        page.wait_words("[role=alert]", "could not be opened: This is not a text.");
        for file in files.iter().filter(|file| !file.name.contains(['\0', '\r', '\n', '/', '\t'])) {
            page.wait_words("[role=alert]", &format!("\"{}\" could not be opened", file.name));
        }
        must_be_unharmed(page);
    });
}
