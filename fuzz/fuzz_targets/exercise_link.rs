//! Any link is read or refused, and an exercise that was read is written and read again without a difference.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::format::exercise::{from_payload, link_text, payload, read_link, write};
use pressmark::format::{Opened, open};
use pressmark::time::Timestamp;
use pressmark_fuzz::assert_partition;

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(from_payload(&payload(bytes)).as_deref(), Some(bytes));
    if let Some(packed) = std::str::from_utf8(bytes).ok().and_then(from_payload) {
        assert_eq!(from_payload(&payload(&packed)), Some(packed));
    }
    let exercise = match read_link(bytes) {
        Ok(exercise) => exercise,
        Err(reason) => return assert!(reason.to_string().ends_with('.')),
    };
    exercise.articles.iter().for_each(|article| assert_partition(article));
    assert_eq!(read_link(link_text(&exercise).as_bytes()).as_ref(), Ok(&exercise));
    let file = write(&exercise, Timestamp(0));
    assert_eq!(open(file.as_bytes()), Ok(Opened::Exercise(exercise)));
});
