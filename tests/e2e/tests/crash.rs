//! A browser that is killed at random moments keeps what the page had said was saved; `cargo xtask soak` does
//! the same many times over.

#![allow(clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::soak::{can_be_killed, soak};
use pressmark_e2e::{Engine, Setting, only_in};
use tempfile::TempDir;

#[test]
fn a_killed_browser_keeps_what_was_said_to_be_saved() {
    if !only_in(&[Engine::Chromium, Engine::Firefox], "tell which process its browser is") {
        return;
    }
    let setting = Setting::get();
    assert!(can_be_killed(setting.engine));
    let profile = TempDir::new().unwrap();
    let report = soak(setting, profile.path(), 4, 7);
    assert_eq!((report.kills, report.losses), (4, Vec::<String>::new()));
    assert!(report.said > 0, "the page said at least once that something was saved");
}
