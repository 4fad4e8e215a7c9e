//! The class board: from the empty board to the wiped one, by mouse, keyboard and screen reader's words.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Page, Visit, axe, visit};
use serde_json::{Value, json};

/// The board of the made-up class.
fn demo(page: &Page) {
    page.open("#/class");
    page.press_button("Open the made-up class");
    page.wait_for("[data-sentence='10']");
}

/// Goes to a view by its link.
fn view(page: &Page, name: &str, selector: &str) {
    page.follow(name);
    page.wait_for(selector);
}

/// The names of the class, as the grid shows them.
fn names(page: &Page) -> Vec<String> {
    let names = page.script(
        "return [...document.querySelectorAll('.pm-classgrid tbody th')].map(it => it.textContent)",
        &[],
    );
    serde_json::from_value(names).unwrap()
}

fn exported(page: &Page, what: &str) -> Given {
    page.press_button("Export");
    page.choose(what);
    page.downloaded()
}

/// A zip of files that are stored without being packed.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let crc = |bytes: &[u8]| {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1))
            })
        })
    };
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let start = u32::try_from(zip.len()).unwrap();
        let size = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let common = [
            &[20, 0, 0, 8, 0, 0, 0, 0, 0, 0],
            crc(bytes).to_le_bytes().as_slice(),
            &size,
            &size,
            &length,
            &[0, 0],
        ]
        .concat();
        zip.extend([b"PK\x03\x04".as_slice(), &common, name.as_bytes(), bytes].concat());
        directory.extend(
            [b"PK\x01\x02\x14\0".as_slice(), &common, &[0; 10], &start.to_le_bytes(), name.as_bytes()]
                .concat(),
        );
    }
    let (count, start) =
        (u16::try_from(files.len()).unwrap().to_le_bytes(), u32::try_from(zip.len()).unwrap().to_le_bytes());
    let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
    zip.extend(directory);
    zip.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &start, &[0, 0]].concat());
    zip
}

#[test]
fn the_made_up_class_opens_with_one_click_and_says_that_it_is_made_up() {
    visit(|page| {
        demo(page);
        assert_eq!(page.words(".pm-made-up"), "Made-up class");
        assert!(page.words(".pm-board-title").contains("30 submissions received"));
        assert!(!page.words(".pm-item:first-child [data-sentence]").is_empty());
        assert_eq!(page.words(".pm-item-no").split(" | ").next(), Some("10"), "the most divided first");
        page.click(&page.find("radio", "In order"));
        let first = "return document.querySelector('.pm-item-no').textContent === '1'";
        page.session.until("sentence 1 stands first", first, &[]);
        assert!(!page.scrolls_sideways());
    });
}

#[test]
fn a_sentence_opens_by_keyboard_and_esc_gives_the_focus_back() {
    visit(|page| {
        demo(page);
        page.wait_for("#open-10");
        page.script("document.getElementById('no-10').focus()", &[]);
        page.key("Enter");
        page.wait_gone("#open-10");
        page.key("Enter");
        page.session.until(
            "the section has the focus",
            "return document.activeElement.id === 'open-10'",
            &[],
        );
        assert!(page.words("#open-10").contains("14 to 13 on claim"));
        assert_eq!(
            page.script("return document.getElementById('no-10').getAttribute('aria-expanded')", &[]),
            "true"
        );
        let before = page.words("#open-10 blockquote");
        page.script("[...document.querySelectorAll('#open-10 button')].find(it => it.textContent.startsWith('Two other notes')).click()", &[]);
        page.session.until("other notes", "return [...document.querySelectorAll('#open-10 blockquote')].map(it => it.textContent.trim()).join(' | ') !== arguments[0]", &[json!(before)]);
        page.script("document.getElementById('open-10').focus()", &[]);
        page.key("Escape");
        page.wait_gone("#open-10");
        page.session.until("the number has the focus", "return document.activeElement.id === 'no-10'", &[]);
    });
}

#[test]
fn names_are_hidden_by_one_key_in_every_view() {
    visit(|page| {
        demo(page);
        view(page, "Grid", ".pm-classgrid");
        let names = names(page);
        assert_eq!(names.len(), 30);
        page.key("h");
        page.wait_words(".pm-classgrid", "Pupil 30");
        for (name, selector) in [
            ("Article", ".pm-spread"),
            ("Agreement", ".pm-pairs"),
            ("Against the key", ".pm-key-table"),
            ("Grid", ".pm-classgrid"),
        ] {
            view(page, name, selector);
            let html = page.script("return document.body.innerHTML", &[]);
            let html = html.as_str().unwrap();
            assert!(names.iter().all(|name| !html.contains(name)), "{name}");
        }
        page.key("h");
        page.wait_words(".pm-classgrid", &names[0]);
    });
}

#[test]
fn the_grid_sorts_and_is_walked_with_arrow_keys() {
    visit(|page| {
        demo(page);
        view(page, "Grid", ".pm-classgrid");
        assert_eq!(
            page.script("return document.querySelector('.pm-classgrid').dataset.annotators", &[]),
            "30"
        );
        assert_eq!(
            page.number("return document.querySelectorAll('[data-annotator][data-sentence-cell]').length"),
            360.0
        );
        page.press_button("Sentence 10");
        page.wait_for("th[aria-sort=ascending].pm-by");
        let first = page.words(".pm-classgrid tbody tr:first-child td.pm-by");
        assert_eq!(first, "claim");
        page.press_button("Sentence 10");
        page.wait_for("th[aria-sort=descending].pm-by");
        page.script("document.querySelector('td[tabindex=\"0\"]').focus()", &[]);
        page.keys(&["ArrowDown", "ArrowRight", "ArrowRight"]);
        let is_there = "const cell = document.activeElement; return cell.dataset.sentenceCell === '3' && cell.getAttribute('aria-current') === 'true' && cell.parentElement.dataset.row === '1'";
        page.session.until("the focus walked", is_there, &[]);
        assert!(page.words(".pm-readout").contains("sentence 3:"));
        assert_eq!(page.number("return document.querySelectorAll('td[tabindex=\"0\"]').length"), 1.0);
        page.key("Enter");
        page.wait_for("#open-3");
    });
}

#[test]
fn the_projector_shows_one_sentence_and_no_name() {
    Visit::default().sized(1920, 1080).run(|page| {
        demo(page);
        view(page, "Grid", ".pm-classgrid");
        let names = names(page);
        view(page, "Article", ".pm-spread");
        page.key("p");
        page.wait_for(".pm-proj");
        page.wait_words("h1", "Is sentence 10 a claim?");
        page.key("r");
        page.wait_for(".pm-proj-readings");
        let sizes = "return Math.min(...[...document.querySelectorAll('.pm-proj-text, .pm-proj h1, .pm-proj-ask p, .pm-proj-count p, .pm-proj-readings p')].map(it => parseFloat(getComputedStyle(it).fontSize)))";
        assert!(page.number(sizes) >= 40.0, "nothing that pupils must read is under 40 px");
        assert!(page.number("return document.documentElement.scrollHeight - innerHeight") <= 0.0, "all of it fits");
        let html = page.script("return document.body.innerHTML", &[]);
        assert!(names.iter().all(|name| !html.as_str().unwrap().contains(name)));
        page.key("ArrowRight");
        page.session.until("the next sentence", "return !document.querySelector('h1').textContent.includes('sentence 10')", &[]);
        page.key("ArrowLeft");
        page.wait_words("h1", "Is sentence 10 a claim?");
        page.key("Escape");
        page.wait_for(".pm-spread");
        page.wait_for("button[aria-pressed=true][aria-keyshortcuts=H]");
    });
}

#[test]
fn what_is_exported_opens_again_and_a_wiped_board_is_gone() {
    visit(|page| {
        demo(page);
        view(page, "Grid", ".pm-classgrid");
        let before = names(page);
        let grid = String::from_utf8(exported(page, "Grid as CSV").bytes).unwrap();
        assert!(grid.starts_with('\u{feff}') && grid.lines().count() == 31, "{}", grid.lines().count());
        let scores = String::from_utf8(exported(page, "Scores as CSV").bytes).unwrap();
        assert_eq!(scores.lines().count(), 31);
        let whole = exported(page, "Everything as Pressmark JSON");
        let parsed: Value = serde_json::from_slice(&whole.bytes).unwrap();
        assert_eq!(parsed["format"], "pressmark");
        page.wait_for("[data-save-state=saved]");
        page.reload();
        page.wait_for(".pm-classgrid");
        assert_eq!(names(page), before, "kept on this device");
        page.press_button("Export");
        page.choose("Wipe the board…");
        page.find("dialog", "Wipe the board");
        page.press_button("Export first");
        assert_eq!(page.downloaded().name, whole.name);
        page.press_button("Wipe the board");
        page.find("button", "Open the made-up class");
        page.reload();
        page.find("button", "Open the made-up class");
        page.drop_files(&[whole]);
        page.wait_for(".pm-classgrid");
        assert_eq!(names(page), before);
    });
}

#[test]
fn what_cannot_be_taken_is_told_with_its_reason_and_changes_nothing() {
    visit(|page| {
        demo(page);
        view(page, "Grid", ".pm-classgrid");
        let before = names(page);
        let deep = "[".repeat(100_000);
        page.drop_files(&[
            Given::new("photo.jpg", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".as_slice()),
            Given::new("half.pressmark.json", "{\"format\": \"pressmark\", \"version\": 1, \"kind\": \"subm"),
            Given::new("deep.json", deep),
            Given::new("note.txt", "The board voted."),
            Given::new("broken.zip", b"PK\x03\x04 and nothing more".as_slice()),
            Given::new(
                "class.zip",
                zip(&[("a/one.json", b"{\"name\": \"package\"}"), ("../two.txt", b"\0\0")]),
            ),
        ]);
        page.find("dialog", "Not taken, and why");
        for name in
            ["photo.jpg", "half.pressmark.json", "deep.json", "note.txt", "broken.zip", "one.json", "two.txt"]
        {
            page.wait_words(".pm-refused", name);
        }
        page.press_button("Close");
        page.wait_gone("dialog[open]");
        assert_eq!(names(page), before);
        page.find("button", "7 files not taken");
    });
}

#[test]
fn codes_that_do_not_fit_are_named_with_the_line() {
    visit(|page| {
        demo(page);
        page.press_button("Add submissions");
        page.find("dialog", "Add submissions");
        page.paste("Hand-in codes", "Heron 12 ABCD-EFGH\nnot a code");
        page.press_button("Read the codes");
        page.find("dialog", "Not taken, and why");
        assert_eq!(page.number("return document.querySelectorAll('.pm-refused li').length"), 2.0);
    });
}

#[test]
fn the_second_vote_shows_who_moved() {
    visit(|page| {
        demo(page);
        view(page, "Second vote", ".pm-votes-none");
        page.press_button("Open the made-up second vote");
        page.wait_for(".pm-spread--second");
        page.wait_words(".pm-votes-say", "voted twice");
        page.wait_words(".pm-moved", "to yes");
        page.wait_words("h2", "changed something");
    });
}

#[test]
fn a_label_is_settled_by_hand_and_the_consensus_becomes_a_key_and_gold() {
    visit(|page| {
        demo(page);
        view(page, "Consensus", ".pm-settled");
        let pressed = || {
            page.script("return document.querySelector('[aria-label=\"Sentence 10\"] [data-settle=\"0\"]').getAttribute('aria-pressed')", &[])
        };
        let before = pressed();
        page.script(
            "document.querySelector('[aria-label=\"Sentence 10\"] [data-settle=\"0\"]').focus()",
            &[],
        );
        page.key("1");
        page.wait_words(".pm-settled-say", "1 settled by hand");
        assert_ne!(pressed(), before);
        page.key("ArrowDown");
        page.session.until("the same label of the next sentence", "return document.activeElement.closest('[role=group]').getAttribute('aria-label') === 'Sentence 11'", &[]);
        page.press_button("Make it the key");
        page.wait_words("[role=status]", "The consensus is the key now");
        page.press_button("Save as gold annotations");
        page.wait_words("[role=status]", "gold annotations");
        view(page, "Against the key", ".pm-key-table");
        let is_chosen = "return arguments[0].checked";
        let radio = page.find("radio", "The class’s consensus");
        assert_eq!(page.script(is_chosen, &[radio.json()]), true);
    });
}

/// Opens each view of the board and looks at it with axe-core.
fn all_views(page: &Page, look: &mut dyn FnMut(&str)) {
    let mut look = |view: &str| {
        look(view);
        assert!(!page.scrolls_sideways(), "{view} scrolls sideways");
    };
    page.open("#/class");
    page.find("button", "Open the made-up class");
    look("empty");
    page.press_button("Open the made-up class");
    page.wait_for(".pm-spread");
    page.wait_for("#open-10");
    look("article");
    for (name, selector) in [
        ("grid", ".pm-classgrid"),
        ("agreement", ".pm-pairs"),
        ("key", ".pm-key-table"),
        ("second", ".pm-votes-none"),
        ("consensus", ".pm-settled"),
        ("projector", ".pm-proj"),
        ("sheet", ".pm-sheet"),
    ] {
        page.script("location.hash = '#/class/' + arguments[0]", &[json!(name)]);
        page.wait_for(selector);
        look(name);
    }
    page.script("location.hash = '#/class/second'", &[]);
    page.press_button("Open the made-up second vote");
    page.wait_for(".pm-spread--second");
    look("second vote");
}

#[test]
fn axe_finds_nothing_on_the_board_in_a_wide_window() {
    axe::finds_nothing(&Visit::default(), all_views);
}

#[test]
fn axe_finds_nothing_on_the_board_on_a_phone() {
    axe::finds_nothing(&Visit::default().phone(390, 844), all_views);
}
