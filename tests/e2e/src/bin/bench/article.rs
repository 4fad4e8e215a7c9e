//! The text that is measured with: plain sentences in paragraphs of three, of the length that news has.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// An article, and which of its sentences are annotated.
pub struct Text {
    /// The sentences, paragraph by paragraph.
    pub paragraphs: Vec<Vec<String>>,
    /// Which share is annotated (percent).
    pub share: usize,
}

const WHO: [&str; 7] = [
    "The board",
    "A skipper",
    "The mayor",
    "An engineer",
    "The council",
    "A neighbour",
    "The harbour office",
];
const WHAT: [&str; 5] = [
    "said on Monday that the pier would stay shut until the spring",
    "had asked for a second report before the winter storms came",
    "refused to hand out the list of cracked piles to the press",
    "paid for the fuel of nine boats that lost a week of work",
    "expects that trade along the quay will fall by a third",
];

impl Text {
    /// So many sentences, of which a share is annotated.
    pub fn new(sentences: usize, share: usize) -> Self {
        let sentence = |i: usize| {
            format!("{} {}, and the note has the number {i}.", WHO[i % WHO.len()], WHAT[i % WHAT.len()])
        };
        let all: Vec<String> = (1..=sentences).map(sentence).collect();
        Self { paragraphs: all.chunks(3).map(<[String]>::to_vec).collect(), share }
    }

    /// How many sentences.
    pub fn sentences(&self) -> usize {
        self.paragraphs.iter().map(Vec::len).sum()
    }

    /// The text as somebody would paste it.
    pub fn plain(&self) -> String {
        let paragraphs: Vec<String> = self.paragraphs.iter().map(|it| it.join(" ")).collect();
        paragraphs.join("\n\n")
    }

    /// The text as HTML: one `<span>` a sentence, in the elements that carry the page's text styles.
    pub fn markup(&self) -> String {
        let mut out = String::new();
        let mut number = 0;
        for paragraph in &self.paragraphs {
            out.push_str("<div class=\"pm-par\"><p class=\"pm-text\">");
            for sentence in paragraph {
                number += 1;
                let _ = write!(
                    out,
                    "<span class=\"pm-s\" data-sentence=\"{number}\" data-state=\"open\">{sentence}</span> "
                );
            }
            out.push_str("</p></div>\n");
        }
        out
    }

    /// Whether the sentence with this number (from 1) is annotated: spread evenly.
    pub fn is_annotated(&self, number: usize) -> bool {
        number * self.share / 100 > (number - 1) * self.share / 100
    }

    /// The entries that Pressmark itself would have written for this article, but for the article's id,
    /// which the page computes: it stands as `ID` in the keys.
    pub fn entries(&self) -> Vec<(String, Value)> {
        const WHEN: &str = "2026-11-24T09:12:03.250Z";
        let text = self.plain();
        let article = json!({ "title": "Bench", "language": "en", "source": null, "date": null, "added": WHEN, "text": text, "furniture": [] });
        let settings = json!({ "me": "k3v9q2", "theme": "light", "text": "normal", "spacing": "normal", "single_keys": true, "backed_up": null });
        let mut entries = vec![
            ("pressmark/schema".to_owned(), json!(1)),
            ("pressmark/article/ID".to_owned(), article),
            ("pressmark/annotator/k3v9q2".to_owned(), json!({ "name": "Heron 12" })),
            ("pressmark/settings".to_owned(), settings),
        ];
        let (mut start, mut number) = (0, 0);
        for sentence in self
            .paragraphs
            .iter()
            .flat_map(|paragraph| paragraph.iter().enumerate().map(|(i, s)| (i + 1 == paragraph.len(), s)))
        {
            let (is_last, sentence) = sentence;
            number += 1;
            let end = start + sentence.chars().count();
            if self.is_annotated(number) {
                let labels = [vec!["claim"], vec!["actor"], vec!["claim", "event"]][number % 3].clone();
                entries.push((
                    format!("pressmark/mark/ID/k3v9q2/{start}"),
                    json!({ "end": end, "labels": labels, "created": WHEN }),
                ));
            }
            start = end + if is_last { 2 } else { 1 };
        }
        entries
    }
}
