//! A hand-in code stands for its answers, and one with a wrong character stands for none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pressmark::exercise::code::{read, write};
use pressmark::exercise::{Answer, Answers};
use pressmark_fuzz::exercise;

fuzz_target!(|input: (Vec<u8>, u8, &str)| {
    let (choices, wrong, line) = input;
    let exercise = exercise();
    if let Ok((_, answers)) = read(&exercise, line) {
        let again = read(&exercise, &write(&exercise, &answers));
        assert_eq!(again, Ok((String::new(), answers)));
    }
    let mut choices = choices.into_iter().chain(std::iter::repeat(0));
    let mut answer = || {
        let choice = choices.next().unwrap_or_default();
        let labels = u16::from(choice & 7);
        Answer { labels, none: choice & 8 != 0 && labels == 0, unsure: choice & 16 != 0, ..Answer::default() }
    };
    let of = exercise.articles.iter().map(|article| article.sentences.iter().map(|_| answer()).collect());
    let answers: Answers = of.collect();
    let code = write(&exercise, &answers);
    assert_eq!(read(&exercise, &format!("Heron 12 {code}")), Ok(("Heron 12".to_owned(), answers)));
    let places: Vec<usize> = code.char_indices().filter(|(_, c)| *c != '-').map(|(at, _)| at).collect();
    let at = places[usize::from(wrong) % places.len()];
    let other = if code.as_bytes()[at] == b'7' { "8" } else { "7" };
    let mut changed = code;
    changed.replace_range(at..=at, other);
    assert!(read(&exercise, &changed).is_err(), "{changed}");
});
