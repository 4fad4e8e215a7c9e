//! Any entries of local storage give a session, and every entry is in it or is reported.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::article::hash;
use pressmark::format::storage::{Later, load};
use pressmark_fuzz::{assert_stored, bundled};

// One entry a line: its key, a tabulator, its value.
fuzz_target!(|lines: &str| {
    let entries: Vec<(String, String)> = lines.lines().filter_map(entry).collect();
    let loaded = load(&entries, bundled(), Some(Later::HERE)).expect("what cuts is here");
    assert!(loaded.damaged.iter().all(|one| entries.contains(&(one.key.clone(), one.value.clone()))));
    assert!(!loaded.newer || loaded.damaged.is_empty());
    assert_stored(&loaded.session);
    for annotator in loaded.session.work.values().flat_map(|work| work.keys()) {
        assert!(loaded.session.annotators.iter().any(|known| known.id == *annotator));
    }
});

/// An article gets the id that its text has, so that chance comes past the first check.
fn entry(line: &str) -> Option<(String, String)> {
    let (key, value) = line.split_once('\t')?;
    let json: Option<serde_json::Value> = serde_json::from_str(value).ok();
    let text = json.as_ref().and_then(|json| json.get("text")?.as_str());
    let key = match text.filter(|_| key == "pressmark/article/*") {
        Some(text) => format!("pressmark/article/{}", &hash(text)[7..23]),
        None => key.to_owned(),
    };
    Some((key, value.to_owned()))
}
