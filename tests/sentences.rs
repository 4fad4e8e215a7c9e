//! Sentences of every language with rules, from marked text: `One.| Two.`

use pressmark::text::{Language, Span, detect, sentences};
use proptest::prelude::*;

/// Cuts the text without its marks and sets the marks again.
fn marked(text: &str, language: &Language) -> String {
    let mut out = String::new();
    let mut last = 0;
    for span in sentences(text, language) {
        if last > 0 {
            out.push('|');
        }
        out.push_str(&text[last..span.end()]);
        last = span.end();
    }
    out + &text[last..]
}

/// Every paragraph of a file of marked text that comes out otherwise.
fn wrong(tag: &str, file: &str) -> Vec<String> {
    let language = Language::new(tag);
    let paragraphs = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let found = paragraphs.map(|line| (line, marked(&line.replace('|', ""), &language)));
    found
        .filter(|(line, found)| line != found)
        .map(|(line, found)| format!("\n  want {line}\n  got  {found}"))
        .collect()
}

macro_rules! languages {
    ($($tag:ident),*) => {
        $(
            #[test]
            fn $tag() {
                let file = include_str!(concat!("data/sentences/", stringify!($tag), ".txt"));
                let wrong = wrong(stringify!($tag), file);
                assert!(wrong.is_empty(), "{}", wrong.concat());
            }
        )*

        const FILES: &[(&str, &str)] = &[
            $((stringify!($tag), include_str!(concat!("data/sentences/", stringify!($tag), ".txt")))),*
        ];
    };
}

languages!(ar, az, cs, de, el, en, es, fa, fi, fr, he, hi, hr, it, ja, pl, pt, ro, ru, tr, uk, ur, zh);

/// Forty-eight kinds of boundary, and how many may fail: those that `docs/sentences.md` names.
#[test]
fn golden_rules_of_english() {
    let file = include_str!("data/sentences/golden_en.txt");
    assert_eq!(file.lines().filter(|line| !line.starts_with('#')).count(), 48);
    let wrong = wrong("en", file);
    println!("{} of 48{}", 48 - wrong.len(), wrong.concat());
    assert!(wrong.len() <= 2, "{}", wrong.concat());
}

#[test]
fn every_language_with_rules_has_a_file_a_name_and_a_direction() {
    let supported: Vec<_> = Language::supported().collect();
    assert_eq!(supported.len(), FILES.len());
    for (tag, name) in supported {
        assert!(FILES.iter().any(|(file, _)| *file == tag), "{tag} has no marked text");
        assert_eq!(Language::new(tag).name(), name);
        let rtl = matches!(tag, "ar" | "fa" | "he" | "ur");
        assert_eq!(Language::new(tag).dir(), if rtl { "rtl" } else { "ltr" });
    }
}

#[test]
fn every_language_with_rules_is_told_from_the_others() {
    for (tag, file) in FILES {
        let text: Vec<_> = file.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(detect(&text.join("\n").replace('|', "")).tag(), *tag);
    }
}

#[test]
fn a_language_without_rules_is_cut_by_uax_29() {
    let language = Language::new("sw");
    assert_eq!(
        marked("Daraja limefungwa. Nani atalipa? Hakuna.", &language),
        "Daraja limefungwa.| Nani atalipa?| Hakuna."
    );
    assert_eq!(marked("Dr. Juma alikuja.", &language), "Dr.| Juma alikuja.");
}

#[test]
fn a_line_ends_a_sentence() {
    let english = Language::new("en");
    assert_eq!(marked("A headline\nThe news.\r\n\r\nMore", &english), "A headline|\nThe news.|\r\n\r\nMore");
    assert_eq!(sentences(" \n\t ", &english), []);
    assert_eq!(sentences("", &english), []);
}

#[test]
fn regional_tags_have_the_rules_of_their_language() {
    let text = "O Sr. Lopes veio. Falou.";
    assert_eq!(sentences(text, &Language::new("pt-BR")), sentences(text, &Language::new("pt")));
    assert_eq!(sentences(text, &Language::new("pt")).len(), 2);
}

/// The invariant of the segmenter: in order, trimmed, not empty, and only white space between.
fn partitions(text: &str, spans: &[Span]) {
    let mut last = 0;
    for span in spans {
        let between = &text[last..span.start()];
        assert!(between.chars().all(char::is_whitespace), "lost {between:?} of {text:?}");
        let sentence = span.of(text).unwrap_or_default();
        assert!(!sentence.is_empty() && sentence.trim() == sentence, "{sentence:?} in {text:?}");
        last = span.end();
    }
    assert!(text[last..].chars().all(char::is_whitespace), "lost {:?} of {text:?}", &text[last..]);
}

fn any_language() -> impl Strategy<Value = Language> {
    let tags: Vec<_> = FILES.iter().map(|(tag, _)| *tag).chain(["", "sw", "th", "x-none"]).collect();
    prop::sample::select(tags).prop_map(Language::new)
}

/// Texts of what the rules look at, far denser than any article.
fn dense() -> impl Strategy<Value = String> {
    let pieces = [
        ".",
        "!",
        "?",
        "…",
        "...",
        ". . .",
        "。",
        "？",
        "।",
        "۔",
        "؟",
        ";",
        ":",
        ",",
        "\"",
        "“",
        "”",
        "«",
        "»",
        "‘",
        "’",
        "'",
        "(",
        ")",
        "[1]",
        "[",
        "]",
        "「",
        "」",
        "『",
        "』",
        "《",
        "》",
        "（",
        "）",
        " ",
        "  ",
        "\u{a0}",
        "\u{202f}",
        "\n",
        "\r\n",
        "\u{85}",
        "\u{2028}",
        "—",
        "-",
        "•",
        "1",
        "2",
        "12",
        "2010",
        "I",
        "XIV",
        "a",
        "A",
        "Mr",
        "U.S",
        "Inc",
        "The",
        "he",
        "said",
        "No",
        "p.m",
        "Yahoo",
        "г",
        "т.е",
        "Он",
        "Dr",
        "z. B",
        "Mai",
        "http://a.b",
        "x@y.z",
        "e\u{301}",
        "\u{200d}",
        "\u{feff}",
        "😀",
        "ß",
        "İ",
        "と",
        "言",
        "说",
        "डॉ",
        "है",
        "د",
        "\0",
        "¿",
        "¡",
        "²",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_partitioned(text in any::<String>(), language in any_language()) {
        partitions(&text, &sentences(&text, &language));
    }

    #[test]
    fn any_dense_text_is_partitioned(text in dense(), language in any_language()) {
        partitions(&text, &sentences(&text, &language));
    }

    #[test]
    fn any_text_has_a_language(text in dense()) {
        prop_assert!(!detect(&text).tag().is_empty());
    }
}
