//! Whatever other windows write: what is understood is taken over and can be stored, the rest is left.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::format::storage::{Later, heard};
use pressmark::session::{Action, Scope, Session};
use pressmark_fuzz::{assert_partition, assert_stored, bundled, moment};

// One event a line: the key, and behind a tabulator the value; without it the entry was removed.
fuzz_target!(|lines: &str| {
    let mut session = Session::with_articles(bundled());
    let id = session.articles[0].id.clone();
    session = session.update(&Action::None(id.clone(), 0), moment(1)).0;
    for (turn, line) in lines.lines().enumerate() {
        let (key, value) = line.split_once('\t').map_or((line, None), |(key, value)| (key, Some(value)));
        if let Some(heard) = heard(&session, key, value, Some(Later::HERE)) {
            session = session.update(&Action::Heard(heard), moment(turn as u64)).0;
        }
    }
    session.articles.iter().for_each(|article| assert_partition(article));
    assert_stored(&session);
    let undone = session.update(&Action::Undo(Scope::Article(id)), moment(9)).0;
    assert_stored(&undone);
});
