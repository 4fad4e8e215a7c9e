//! The pictures of the README, made on demand: `PRESSMARK_SHOTS=1 cargo xtask test shots`.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Page, Visit, keep_picture, root, seed};

/// An article half done, the same each time: the clock and chance stand still.
const STILL: &str = "Date.now = () => Date.UTC(2026, 10, 24, 9, 30);
    Crypto.prototype.getRandomValues = function (bytes) { return bytes.fill(83); };";

fn half_done(page: &Page) {
    page.open(seed::ADDRESS);
    let answers: [&[&str]; 6] = [&["1", "2", "3"], &["1", "2"], &["2", "3"], &["1", "q"], &["0"], &["1"]];
    for keys in answers {
        page.keys(keys);
        page.key("ArrowDown");
    }
    page.wait_current(7);
    page.open(&format!("{}/2", seed::ADDRESS));
    page.key("n");
    page.wait_for("textarea:focus");
    page.type_words("Who saw it? Only the ministry is quoted.");
    page.key("Escape");
    page.wait_gone("textarea");
}

/// The article with this sentence current; on a wide window from its top, where the headline stands.
fn opened_at(page: &Page, number: usize) {
    page.open(&format!("{}/{number}", seed::ADDRESS));
    page.wait_current(number);
    if page.size().0 > 1000.0 {
        page.script("scrollTo(0, 0)", &[]);
    }
}

/// The board of the made-up class, and what a pupil sees of an exercise on the same article.
fn lesson(page: &Page) {
    page.open("#/class");
    page.press_button("Open the made-up class");
    page.wait_for("[data-save-state=saved]");
    page.wait_for("#open-10");
    // The pointer rests where nothing answers to it.
    page.click(&page.wait_for("h1"));
    shoot(page, "class");
    page.open("#/exercise/new");
    page.find("checkbox", seed::TITLE);
    page.fill("Title", "Who says so?");
    page.wait_for(".pm-button--first:not([aria-disabled])");
    page.press_button("Try it as a pupil");
    page.fill("Code name", "Heron 12");
    page.press_button("Start");
    page.wait_current(1);
    for keys in [&["1", "2", "3"] as &[&str], &["1", "2"], &["2", "3"], &["1", "q"]] {
        page.keys(keys);
        page.key("ArrowDown");
    }
    page.keys(&["Home", "ArrowDown"]);
    page.wait_current(2);
    // A smooth scroll to the sentence may still be under way.
    page.session.script_later("await new Promise(done => setTimeout(done, 800))", &[]);
    page.script("scrollTo({ top: 0, behavior: 'instant' })", &[]);
    shoot(page, "exercise");
}

fn shoot(page: &Page, name: &str) {
    page.session
        .script_later("await document.fonts.ready; await new Promise(done => setTimeout(done, 400))", &[]);
    keep_picture(&page.session, &root().join("docs/shots").join(format!("{name}.png")));
}

#[test]
fn screenshots_for_the_readme() {
    if std::env::var_os("PRESSMARK_SHOTS").is_none() {
        println!("Left out: set PRESSMARK_SHOTS=1 to make the pictures of the README again.");
        return;
    }
    Visit::default().with_script(STILL).run(|page| {
        half_done(page);
        opened_at(page, 1);
        shoot(page, "reader");
        page.open("#/");
        shoot(page, "library");
        page.open("#/settings");
        page.click(&page.find("radio", "Dark"));
        opened_at(page, 1);
        shoot(page, "reader-dark");
    });
    Visit::default().with_script(STILL).run(lesson);
    Visit::default().phone(390, 844).with_script(STILL).run(|page| {
        half_done(page);
        opened_at(page, 3);
        shoot(page, "reader-phone");
    });
}
