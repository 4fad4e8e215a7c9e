//! Settings: how the page looks and listens, and who marks.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Page, seed, visit};
use serde_json::Value;

fn root(page: &Page, name: &str) -> String {
    let value = page.script(&format!("return document.documentElement.dataset.{name}"), &[]);
    value.as_str().unwrap_or_default().to_owned()
}

fn style(page: &Page, selector: &str, property: &str) -> String {
    let body = format!("return getComputedStyle(document.querySelector('{selector}')).{property}");
    page.script(&body, &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn theme_text_size_and_spacing_change_the_page_and_stay() {
    visit(|page| {
        page.open(seed::ADDRESS);
        let looks = |page: &Page| {
            [
                style(page, "body", "color"),
                style(page, ".pm-text", "fontSize"),
                style(page, ".pm-text", "lineHeight"),
            ]
        };
        let before = looks(page);
        page.open("#/settings");
        page.click(&page.find("radio", "Dark"));
        page.click(&page.find("radio", "Very large"));
        page.click(&page.find("radio", "Wide"));
        page.session.until(
            "the page is dark",
            "return document.documentElement.dataset.theme === 'dark'",
            &[],
        );
        page.open(seed::ADDRESS);
        assert_eq!(
            [root(page, "theme"), root(page, "text"), root(page, "spacing")],
            ["dark", "huge", "wide"]
        );
        let after = looks(page);
        for (before, after) in before.iter().zip(&after) {
            assert_ne!(before, after);
        }
    });
}

#[test]
fn single_keys_can_be_turned_off_and_arrows_still_walk() {
    visit(|page| {
        page.open("#/settings");
        page.click(&page.find(
            "checkbox",
            "Single keys tag sentences Turn this off if you speak to your device or use a switch.",
        ));
        page.open(seed::ADDRESS);
        page.keys(&["1", "c", "q", "n", "?", "ArrowDown"]);
        page.wait_current(2);
        assert!(page.states().iter().all(|state| state == "open:"), "{:?}", page.states());
        page.press_button("Claim");
        page.wait_state(2, "labelled", "claim");
        page.key("Control+z");
        page.wait_state(2, "open", "");
    });
}

fn exported(page: &Page) -> Value {
    page.open(seed::ADDRESS);
    page.press_button("Export");
    page.choose("Pressmark JSON");
    serde_json::from_slice(&page.downloaded().bytes).unwrap()
}

#[test]
fn a_code_name_is_suggested_and_can_be_changed() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        let suggested = exported(page)["annotators"][0]["name"].as_str().unwrap().to_owned();
        assert!(suggested.split(' ').count() == 2, "a bird and a number: {suggested}");
        page.wait_words(".pm-source", &format!("You are {suggested}"));
        page.open("#/settings");
        page.fill("Code name", "Heron 12");
        assert_eq!(exported(page)["annotators"][0]["name"], "Heron 12");
    });
}

#[test]
fn someone_else_starts_with_an_empty_article_and_the_first_goes_on() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        page.open("#/settings");
        page.fill("Code name", "Heron 12");
        page.press_button("Start as someone else");
        page.wait_words("main", "Heron 12, 1 marked sentence.");
        page.open(seed::ADDRESS);
        assert_eq!(page.states()[0], "open:");
        page.keys(&["Home", "3"]);
        page.wait_state(1, "labelled", "event");
        page.open("#/settings");
        page.press_button("Go on as Heron 12");
        page.open(seed::ADDRESS);
        assert_eq!(page.states()[0], "labelled: claim");
        let export = exported(page);
        assert_eq!(export["annotators"].as_array().unwrap().len(), 1, "an export holds one annotator's work");
        assert_eq!(export["articles"][0]["annotations"][0]["labels"], serde_json::json!(["claim"]));
    });
}
