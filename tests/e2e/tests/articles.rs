//! Articles that a reader adds: pasted or as a file, looked at first, renamed, deleted, and put right.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Page, seed, visit};

const TEXT: &str = "Pier stays shut\n\nThe board voted on Monday. Nobody was surprised.\n\nLeave a comment\n";

fn entries(page: &Page) -> Vec<String> {
    let titles =
        page.script("return [...document.querySelectorAll('.pm-entries h2')].map(it => it.textContent)", &[]);
    titles.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

fn paste(page: &Page, text: &str) {
    page.press_button("Add article");
    page.paste("Article text", text);
}

#[test]
fn a_pasted_text_is_shown_before_it_is_added() {
    visit(|page| {
        page.open("#/");
        paste(page, TEXT);
        page.wait_words("dialog", "2 sentences, English");
        let title = page.find("textbox", "Title");
        assert_eq!(page.script("return arguments[0].value", &[title.json()]), "Pier stays shut");
        assert!(
            page.stored().as_object().unwrap().keys().all(|key| !key.contains("/article/")),
            "not yet added"
        );
        page.press_button("Add");
        page.wait_words("[role=status]", "Added “Pier stays shut”");
        page.follow("Pier stays shut");
        page.wait_for("[data-article]");
        let texts: Vec<String> = page.sentences().into_iter().map(|it| it.text).collect();
        assert_eq!(texts, ["The board voted on Monday.", "Nobody was surprised."]);
        page.wait_words(".pm-furniture", "Leave a comment");
    });
}

#[test]
fn a_dropped_or_picked_text_opens_the_same_preview() {
    visit(|page| {
        page.open("#/");
        page.drop_files(&[Given::new("pier.txt", TEXT)]);
        page.wait_words("dialog", "2 sentences, English");
        page.press_button("Cancel");
        page.wait_gone("dialog");
        // UTF-16 with a byte order mark, Windows line ends, as Windows' own editor writes it.
        let wide: Vec<u8> =
            "\u{feff}“One.” Two.\r\n\r\nThree.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        page.upload("open-file", &Given::new("wide.md", wide));
        page.wait_words("dialog", "3 sentences");
        page.press_button("Cancel");
        page.wait_gone("dialog");
        page.press_button("Add article");
        page.upload("add-file", &Given::new("pier.txt", TEXT));
        page.wait_words("dialog", "2 sentences, English");
        page.press_button("Add");
        page.wait_words("[role=status]", "Added “Pier stays shut”");
    });
}

#[test]
fn the_same_text_twice_is_one_article() {
    visit(|page| {
        page.open("#/");
        let before = entries(page).len();
        for said in ["Added “Pier stays shut”", "This text is here already: “Pier stays shut”"] {
            paste(page, TEXT);
            page.press_button("Add");
            page.wait_gone("dialog");
            page.wait_words("[role=status]", said);
        }
        assert_eq!(entries(page).len(), before + 1);
    });
}

#[test]
fn an_empty_text_is_told_and_not_added() {
    visit(|page| {
        page.open("#/");
        let before = page.stored();
        for text in ["", " \n\t\u{a0}\n"] {
            paste(page, text);
            page.press_button("Add");
            page.wait_words("dialog [role=alert]", "There is no text to read. Paste the article first.");
            page.press_button("Cancel");
            page.wait_gone("dialog");
        }
        assert_eq!(page.stored(), before);
    });
}

#[test]
fn an_added_article_can_be_renamed_and_deleted_and_all_of_it_undone() {
    visit(|page| {
        page.open("#/");
        paste(page, TEXT);
        page.press_button("Add");
        page.follow("Pier stays shut");
        page.wait_current(1);
        page.key("2");
        page.wait_state(1, "labelled", "actor");
        page.follow("Library");
        page.press_button("Rename “Pier stays shut”");
        page.fill("Title", "Harbour news");
        page.press_button("Rename");
        page.wait_words("[role=status]", "Renamed to “Harbour news”");
        assert!(entries(page).contains(&"Harbour news".to_owned()));
        page.press_button("Delete “Harbour news”");
        page.wait_words("[role=status]", "Deleted “Harbour news”");
        assert!(!entries(page).contains(&"Harbour news".to_owned()));
        page.reload();
        assert!(!entries(page).contains(&"Harbour news".to_owned()), "it is gone from the device");
        page.open("#/");
        paste(page, TEXT);
        page.press_button("Add");
        page.follow("Pier stays shut");
        page.wait_current(1);
        page.key("2");
        page.wait_state(1, "labelled", "actor");
        page.follow("Library");
        page.press_button("Delete “Pier stays shut”");
        page.wait_words("[role=status]", "Deleted");
        page.press_button("Undo");
        page.wait_words("[role=status]", "Undone: deleted “Pier stays shut”");
        page.reload();
        page.follow("Pier stays shut");
        page.wait_state(1, "labelled", "actor");
    });
}

#[test]
fn a_line_set_apart_can_be_put_back_and_the_undo_sets_it_apart_again() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["End", "1"]);
        page.wait_state(12, "labelled", "claim");
        assert!(page.words(".pm-furniture").contains("1 line set apart: the headline, repeated."));
        page.press_button("Show it");
        page.press_button("Put back");
        page.wait_words(".pm-last", "Put back: “Baku Demands Answers Following Missile");
        let sentences = page.sentences();
        assert_eq!(sentences.len(), seed::SENTENCES + 1);
        assert!(sentences[0].text.starts_with("Baku Demands Answers"));
        page.wait_state(13, "labelled", "claim");
        page.wait_current(13);
        page.reload();
        page.wait_state(13, "labelled", "claim");
        page.open(seed::ADDRESS);
        page.press_button("Show them");
        page.press_button("Put back");
        page.wait_words(".pm-last", "Put back: “Leave a comment”");
        assert_eq!(page.sentences().len(), seed::SENTENCES + 2);
        page.key("u");
        page.wait_words(".pm-last", "Undone");
        assert_eq!(page.sentences().len(), seed::SENTENCES + 1);
    });
}

#[test]
fn texts_of_every_script_are_kept_to_the_letter() {
    let texts = [
        "👩‍👧 הלכו הביתה. זה נגמר.",
        "Cafe\u{301} closed. na\u{ef}ve\u{a0}words.",
        "今天下雨。明天晴天。",
        "<b>Bold?</b> &amp; =2+5 said nobody.",
    ];
    visit(|page| {
        for text in texts {
            page.open("#/");
            paste(page, text);
            page.press_button("Add");
            page.wait_gone("dialog");
            let address =
                "return [...document.querySelectorAll('.pm-entries h2 a')].pop().getAttribute('href')";
            let address = page.script(address, &[]);
            page.open(address.as_str().unwrap());
            let whole = "return [...document.querySelectorAll('[data-paragraph]')].map(it => it.textContent).join('\\n')";
            assert_eq!(page.script(whole, &[]), text);
            page.key("1");
            page.wait_state(1, "labelled", "claim");
        }
    });
}
