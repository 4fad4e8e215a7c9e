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
    Visit::default().phone(390, 844).with_script(STILL).run(|page| {
        half_done(page);
        opened_at(page, 3);
        shoot(page, "reader-phone");
    });
}
