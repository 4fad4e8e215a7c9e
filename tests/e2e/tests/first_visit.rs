//! The first visit: an article ready to open, no tour, no dialog.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Visit, seed, visit};

#[test]
fn the_first_visit_shows_the_article_ready_to_open() {
    visit(|page| {
        page.open("");
        assert_eq!(page.words("dialog[open]"), "", "no dialog");
        let first = "return document.querySelector('.pm-entries li a').getAttribute('href')";
        assert_eq!(page.script(first, &[]), seed::ADDRESS);
        page.follow("Start reading");
        page.wait_for(&format!("[data-article='{}']", seed::ID));
        page.wait_ready();
        assert_eq!(page.sentences().len(), seed::SENTENCES);
        assert_eq!(page.current(), 1);
        assert!(page.states().iter().all(|state| state == "open:"));
        assert_eq!(page.save_state(), "saved");
    });
}

#[test]
fn the_keys_work_at_once_with_nothing_focused() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["1", "ArrowDown", "2"]);
        page.wait_state(1, "labelled", "claim");
        page.wait_state(2, "labelled", "actor");
    });
}

#[test]
fn the_site_works_in_a_folder_below_the_top() {
    Visit::default().in_folder("/class/press").run(|page| {
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        assert!(
            page.server.asked().iter().all(|path| path.starts_with("/class/press/")),
            "{:?}",
            page.server.asked()
        );
    });
}
