//! Any file is opened or refused with a sentence, as it is and with its hashes put right.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::format::{Opened, open};
use pressmark_fuzz::{assert_partition, with_hashes};

fuzz_target!(|bytes: &[u8]| {
    look(bytes);
    if let Some(file) = std::str::from_utf8(bytes).ok().and_then(with_hashes) {
        look(file.as_bytes());
    }
});

fn look(bytes: &[u8]) {
    match open(bytes) {
        Ok(Opened::Text(text)) => assert!(!text.trim().is_empty() && !text.contains('\0')),
        Ok(Opened::Document(document)) => {
            for incoming in &document.articles {
                assert_partition(&incoming.article);
                let text = &incoming.article.text;
                assert!(incoming.annotations.iter().all(|(_, mark)| mark.span.of(text).is_some()));
            }
            assert!(document.notes.len() <= 101 && document.notes.iter().all(|note| note.ends_with('.')));
        }
        Ok(Opened::Exercise(exercise) | Opened::Submission { exercise, .. }) => {
            exercise.articles.iter().for_each(|article| assert_partition(article));
        }
        Err(reason) => {
            let told = reason.about("a file");
            assert!(told.ends_with(". Nothing was changed.") && told.chars().count() < 400, "{told}");
        }
    }
}
