//! Times the segmenter: 1, 10 and 100 MB of English, then long runs of what a rule looks at, in ns per byte.

use std::time::Instant;

use pressmark::text::{Language, sentences};

/// Invented news, one paragraph a line.
const ARTICLE: &str = "The ferry to Lankaran was late again on Tuesday, Capt. R. Huseynov said, and nobody on the pier \
    seemed surprised. “Is it the fog?” Mrs. Adler asked. It was not. Harbour Inc. had cut two boats in Oct. 2025 to save \
    $3.5 million, according to its report (see p. 12). The U.S. owner did not reply; its spokesman, reached at 5 p.m. \
    Monday, hung up. Fares rose 4.2 percent. \"We wait. We always wait,\" said a baker who crosses twice a day.\n";

/// Names of patterns and what is repeated.
const PATTERNS: [(&str, &str); 26] = [
    ("dots", "."),
    ("dots and spaces", ". "),
    ("questions", "?!"),
    ("ellipses", "… "),
    ("straight quotes", "\""),
    ("curly quotes", "“"),
    ("closing quotes", ".” "),
    ("brackets", "("),
    ("bracket pairs", "(a.) "),
    ("nested then closed", "((((.))))"),
    ("corner brackets", "「"),
    ("corner pairs", "「。」と"),
    ("initials", "A. "),
    ("joined initials", "A."),
    ("abbreviations", "Mr. "),
    ("acronyms", "U.S. "),
    ("numbers", "1. "),
    ("list items", "• 1. A "),
    ("footnotes", ".[1] "),
    ("spaces", " "),
    ("spaces and a dot", "                                                                .a"),
    ("lines", "\n"),
    ("one word", "a"),
    ("colons", ": 1. A "),
    ("danda", "।"),
    ("combining marks", "e\u{301}"),
];

fn main() {
    println!("English, one call a paragraph");
    for megabytes in [1, 10, 100] {
        let text = ARTICLE.repeat(megabytes * 1_000_000 / ARTICLE.len());
        let english = Language::new("en");
        let started = Instant::now();
        let count: usize = text.lines().map(|paragraph| sentences(paragraph, &english).len()).sum();
        report(&format!("{megabytes:>3} MB, {count} sentences"), text.len(), started);
    }
    println!("English, one paragraph of all");
    for megabytes in [1, 10, 100] {
        let text = ARTICLE.replace('\n', " ").repeat(megabytes * 1_000_000 / ARTICLE.len());
        let started = Instant::now();
        let count = sentences(&text, &Language::new("en")).len();
        report(&format!("{megabytes:>3} MB, {count} sentences"), text.len(), started);
    }
    println!("One pattern over and over, 0.2 MB and 2 MB, the slowest of en de hi ja ur and sw (UAX #29)");
    for (name, unit) in PATTERNS {
        let slowest = |bytes: usize| {
            let text = unit.repeat(bytes / unit.len());
            let times = ["en", "de", "hi", "ja", "ur", "sw"].map(|tag| {
                let started = Instant::now();
                let _ = sentences(&text, &Language::new(tag));
                (started.elapsed().as_nanos() as f64 / text.len() as f64, tag)
            });
            times.into_iter().fold((0.0, ""), |worst, time| if time.0 > worst.0 { time } else { worst })
        };
        let ((small, _), (large, tag)) = (slowest(200_000), slowest(2_000_000));
        println!("  {name:<20} {small:>8.1} {large:>8.1} ns/byte  ({tag})");
    }
}

fn report(what: &str, bytes: usize, started: Instant) {
    let seconds = started.elapsed().as_secs_f64();
    println!("  {what:<28} {:>7.1} MB/s", bytes as f64 / 1e6 / seconds);
}
