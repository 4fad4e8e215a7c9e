//! What must hold of every article.

use super::*;
use proptest::prelude::*;

fn plain(text: &str) -> Article {
    Article::new(
        text,
        Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled },
    )
}

#[test]
fn the_same_text_is_the_same_article() {
    let (a, b) = (plain("One. Two."), plain("One. Two."));
    assert_eq!(a.id, b.id);
    assert_eq!(a.hash, "sha256:668b4fb68ab87519d21b2b39e769865cc1a377638dc46cae3f2533cac547e4ca");
    assert_ne!(a.id, plain("One. Two. ").id);
}

/// Found by the hostile corpus: such a file came out of a back-up with another language than it went in.
#[test]
fn a_language_without_a_letter_and_a_title_without_one_are_guessed_and_a_long_title_is_cut() {
    let given = |title: &str| Meta {
        title: Some(title.into()),
        language: Some(Language::new(".")),
        source: None,
        date: None,
        origin: Origin::Bundled,
    };
    let article = Article::new("The board voted on Monday. It was late.", given(" "));
    assert_eq!((article.language.tag(), article.title.as_str()), ("en", "The board voted on Monday."));
    let long = Article::new("One.", given(&"é".repeat(1_000)));
    assert_eq!(long.title.chars().count(), 300);
}

#[test]
fn a_line_put_back_is_numbered_and_set_apart_again_is_not() {
    let article = plain("Pier closes\n\nThe board voted.\n\nTrending");
    let trending = article.furniture.last().map(|f| f.span).unwrap();
    let back = article.with_line(trending, false);
    assert_eq!(back.sentences.len(), 2);
    assert_eq!(back.with_line(trending, true), article);
    assert_eq!(back.id, article.id);
}

#[test]
fn a_paragraph_knows_its_sentences() {
    let article = plain("One. Two.\nThree.");
    assert_eq!([0, 1, 2].map(|place| article.paragraph_of(place)), [0, 0, 1]);
    assert_eq!(article.sentence_at(article.sentences[2].start()), Some(2));
    assert_eq!(article.sentence_at(1), None);
}

proptest! {
    #[test]
    fn sentences_and_furniture_partition_the_text(text in "(?s)(Trending|Ünïcode\\. |\u{1F469}\u{200D}\u{1F467}[!?] |\n|[A-Za-z ,.\u{301}א”“]){0,60}") {
        let article = plain(&text);
        let mut parts: Vec<Span> = article.sentences.clone();
        parts.extend(article.furniture.iter().map(|f| f.span));
        parts.sort();
        let mut end = 0;
        for part in &parts {
            prop_assert!(part.start() >= end && !part.is_empty());
            prop_assert!(text[end..part.start()].trim().is_empty());
            end = part.end();
        }
        prop_assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn known_starts_give_the_same_article_and_others_none(text in "(?s)(Trending|One\\. |א\\. |\u{1F469}\u{200D}\u{1F467}[!?] |\n|[A-Za-z ,.]){0,60}", at in 0_usize..20, to in 0_usize..80) {
        let article = plain(&text);
        let mut starts: Vec<usize> = article.sentences.iter().map(|s| s.start()).collect();
        let again = |starts: &[usize]| Article::with_starts(&article.text, article.meta(), &article.furniture, starts);
        prop_assert_eq!(again(&starts), Some(article.clone()));
        if let Some(start) = starts.get_mut(at) {
            *start = to;
            if let Some(other) = again(&starts) {
                let words: Vec<&str> = (0..other.sentences.len()).filter_map(|place| other.sentence(place)).collect();
                prop_assert!(words.iter().all(|words| !words.is_empty() && words.trim() == *words));
                prop_assert_eq!(words.concat().split_whitespace().collect::<String>(), (0..article.sentences.len()).filter_map(|place| article.sentence(place)).collect::<String>().split_whitespace().collect::<String>());
            }
        }
    }

    #[test]
    fn blocks_hold_every_sentence_once(lines in proptest::collection::vec("[A-Z][a-z]{1,8}\\. [A-Z][a-z]{1,8}\\.", 1..100)) {
        let article = plain(&lines.join("\n"));
        let places: Vec<usize> = article.blocks.iter().flat_map(|b| b.sentences.clone()).collect();
        prop_assert_eq!(places, (0..article.sentences.len()).collect::<Vec<_>>());
    }
}
