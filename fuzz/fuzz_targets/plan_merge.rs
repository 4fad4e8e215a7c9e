//! What was taken in from any file is stored, written, and read again without a difference, and can be undone.
#![no_main]

use std::rc::Rc;

use libfuzzer_sys::fuzz_target;
use pressmark::format::pressmark::{Export, read};
use pressmark::format::{csv, web_annotation};
use pressmark::session::{Action, Scope, Session, plan};
use pressmark::time::Timestamp;
use pressmark_fuzz::{assert_stored, back_up, bundled, moment, with_hashes};

fuzz_target!(|file: &str| {
    let Some(document) = with_hashes(file).and_then(|file| read(file.as_bytes()).ok()) else { return };
    let fresh = Session::with_articles(bundled());
    let busy = fresh.update(&Action::Unsure(fresh.articles[0].id.clone(), 1), moment(1)).0;
    for before in [fresh, busy] {
        let planned = plan(&before, &document, moment(2).now);
        let merge = Action::Merge(Rc::new(planned));
        let after = before.update(&merge, moment(2)).0;
        assert_stored(&after);
        let first = back_up(&after);
        let again = read(first.as_bytes()).expect("our own file opens");
        assert_eq!(again.notes, [""; 0], "and holds nothing that is not understood");
        let fresh = Session::with_articles(bundled());
        let planned = plan(&fresh, &again, moment(3).now);
        let restored = fresh.update(&Action::Merge(Rc::new(planned)), moment(3)).0;
        assert_eq!(back_up(&restored), first);
        // A file that was taken in changes nothing when it is taken in once more.
        let twice = plan(&after, &document, moment(4).now);
        let rest = (twice.summary.new, twice.summary.changed, twice.summary.articles, twice.summary.orphans);
        assert_eq!(rest, (0, 0, 0, 0), "{:?}", twice.edits);
        let _ = csv::write(&after, Export::Backup);
        let _ = web_annotation::write(&after, Export::Backup, Timestamp(0));
        let undone = after.update(&Action::Undo(Scope::Library), moment(5)).0;
        assert_eq!(undone.has_work(), before.has_work());
        assert_eq!(undone.articles, before.articles);
    }
});
