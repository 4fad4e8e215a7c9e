//! Any bytes are a text or are refused; a text becomes an article that keeps every character.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::article::Article;
use pressmark::seeds::front_matter;
use pressmark::text::{Unit, clean, decode};
use pressmark_fuzz::assert_partition;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = decode(bytes) else { return };
    assert_eq!(clean(&text).as_deref(), Ok(text.as_str()), "what is clean stays as it is");
    let (meta, body) = front_matter(&text);
    let article = Article::new(body, meta);
    assert_partition(&article);
    assert_eq!(&*article.text, body);
    let again = Article::with_furniture(article.text.clone(), article.meta(), &article.furniture);
    assert_eq!(again, article, "an article can be made anew from what is stored of it");
    for span in &article.sentences {
        for unit in [Unit::CodePoint, Unit::Utf16] {
            let offset = article.offsets.from_byte(&article.text, span.start(), unit);
            assert_eq!(article.offsets.to_byte(&article.text, offset, unit), Some(span.start()));
        }
    }
    for line in &article.furniture {
        let back = article.with_line(line.span, false);
        assert_partition(&back);
        assert_eq!(back.id, article.id);
    }
});
