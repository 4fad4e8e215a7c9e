//! Any text in any language keeps every character, and quotes are looked for without panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::text::{Language, detect, find_quote, sentences};

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let tags: Vec<_> = Language::supported().map(|(tag, _)| tag).chain(["sw"]).collect();
    let language = Language::new(tags[usize::from(choice) % tags.len()]);
    let spans = sentences(text, &language);
    let mut last = 0;
    for span in &spans {
        assert!(text[last..span.start()].chars().all(char::is_whitespace));
        let sentence = span.of(text).unwrap();
        assert!(!sentence.is_empty() && sentence.trim() == sentence);
        last = span.end();
    }
    assert!(text[last..].chars().all(char::is_whitespace));
    assert!(!detect(text).tag().is_empty());
    if let Some(quote) = spans.last().and_then(|span| span.of(text)) {
        let found = find_quote(text, quote, text, text, usize::from(choice)).unwrap();
        assert_eq!(found.of(text), Some(quote));
        if let Some(head) = text.get(..text.len() / 2) {
            let _ = find_quote(head, quote, head, quote, text.len());
        }
    }
});
