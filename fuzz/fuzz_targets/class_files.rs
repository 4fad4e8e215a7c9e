//! Whatever a class hands in: files, texts with codes, rosters, boards, codebooks and zip files are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::annotation::Codebook;
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
    if let Ok(found) = codebook::read(bytes, "Mine") {
        let again = codebook::read(codebook::write_csv(&found.codebook).as_bytes(), "Mine");
        assert_eq!(again.expect("our own table opens").codebook, found.codebook);
        // REFI-QDA has no place for our ids and questions.
        let again = codebook::read(codebook::write_qdc(&found.codebook).as_bytes(), "Mine");
        let names = |codebook: &Codebook| -> Vec<String> {
            codebook.labels.iter().map(|label| label.name.clone()).collect()
        };
        assert_eq!(names(&again.expect("our own codebook opens").codebook), names(&found.codebook));
    }
    if let Ok(contents) = zip::list(bytes) {
        for file in contents.files {
            assert!(bytes.get(file.range.clone()).is_some(), "its bytes lie in the file");
            assert!(!file.name.contains(['/', '\\']));
            let _ = file.check(bytes);
        }
    }
});
