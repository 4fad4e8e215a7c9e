//! Boards as files: there and back, exports, and the made-up class.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use pressmark::format::exercise;
use pressmark::presets;

#[test]
fn the_made_up_exercise_has_the_id_of_what_it_holds() {
    let ours = presets::exercise().unwrap();
    assert_eq!(exercise::made(&ours).unwrap(), *ours);
}
