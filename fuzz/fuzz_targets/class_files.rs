//! Whatever a class hands in: files, texts with codes, rosters, boards, codebooks and zip files are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::annotation::{Codebook, Label};
use pressmark::format::board::{item, items_of_text, read, read_roster};
use pressmark::format::{codebook, zip};
use pressmark_fuzz::exercise;

fuzz_target!(|bytes: &[u8]| {
    let exercise = exercise();
    let _ = item("a file", bytes);
    assert!(!items_of_text(&exercise, "a file", bytes).is_empty());
    let _ = read(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = read_roster(text);
    }
    // XML holds no control characters, and with many of them a table is no text.
    let found = codebook::read(bytes, "Mine").ok().map(|found| found.codebook);
    if let Some(before) = found.filter(|codebook| codebook.labels.iter().all(is_plain)) {
        let again = codebook::read(codebook::write_csv(&before).as_bytes(), "Mine");
        assert_eq!(again.expect("our own table opens").codebook, before);
        // REFI-QDA has no place for our ids and questions.
        let again = codebook::read(codebook::write_qdc(&before).as_bytes(), "Mine");
        let names =
            |codebook: &Codebook| codebook.labels.iter().map(|label| label.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&again.expect("our own codebook opens").codebook), names(&before));
    }
    if let Ok(contents) = zip::list(bytes) {
        for file in contents.files {
            assert!(bytes.get(file.range.clone()).is_some(), "its bytes lie in the file");
            assert!(!file.name.contains(['/', '\\']));
            let _ = file.check(bytes);
        }
    }
});

fn is_plain(label: &Label) -> bool {
    let words = [&label.name, &label.definition, &label.question, &label.example];
    words.iter().all(|words| words.chars().all(|c| c.is_whitespace() || !c.is_control()))
}
