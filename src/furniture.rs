//! Finds what is no part of an article's body: its title, the title repeated, and site furniture such as
//! "Leave a comment". It proposes and never deletes; a reader can put any line back.

use crate::order;
use crate::text::Span;

/// Why a line is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// The title, shown as the headline.
    Title,
    /// The title once more, whole or in part.
    TitleRepeated,
    /// A line of the web site around the article.
    Site,
}

/// A line that is set apart: shown on its own, not numbered, not annotated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Furniture {
    /// The line, in bytes of the article's text.
    pub span: Span,
    /// Why it is set apart.
    pub why: Why,
}

/// A title is at most this long (characters) unless it stands in the text twice.
const LONGEST_TITLE: usize = 160;
/// How many lines after the title may repeat it.
const NEAR_TITLE: usize = 4;
/// Site furniture is at most this long (words).
const LONGEST_SITE: usize = 6;

/// Whole lines (lower case, outer punctuation removed) that web sites put around articles.
const SITE_LINES: &[&str] = &[
    "advertisement",
    "advertising",
    "all rights reserved",
    "back to top",
    "click here",
    "comments",
    "continue reading",
    "cookie policy",
    "email this",
    "follow us",
    "get the newsletter",
    "leave a comment",
    "leave a reply",
    "load more",
    "log in",
    "more from this section",
    "more news",
    "more on this story",
    "more stories",
    "most popular",
    "most read",
    "newsletter",
    "no comments",
    "post a comment",
    "previous article",
    "next article",
    "print",
    "print this page",
    "privacy policy",
    "read more",
    "read next",
    "recommended",
    "related",
    "related articles",
    "related news",
    "related posts",
    "related stories",
    "related topics",
    "save",
    "share",
    "share on facebook",
    "share on twitter",
    "share on x",
    "share this",
    "share this article",
    "share this story",
    "sign in",
    "sign up",
    "skip to content",
    "skip to main content",
    "sponsored",
    "sponsored content",
    "story continues below advertisement",
    "subscribe",
    "subscribe now",
    "tags",
    "terms of use",
    "top stories",
    "trending",
    "trending now",
    "tweet",
    "view comments",
    "watch live",
    "you may also like",
    "you might also like",
];
/// How such lines may begin when more follows ("Tags: harbour, pier").
const SITE_STARTS: &[&str] = &[
    "tags:",
    "filed under",
    "follow us on",
    "share on ",
    "copyright ©",
    "© ",
    "sign up for ",
    "subscribe to ",
    "read more:",
    "related:",
];

/// The lines of `text` to set apart, in order. `lines` are the text's paragraphs; `title` is the title
/// where it is known from elsewhere, else the first line may be one.
///
/// The first line is a title when it is the given one or, with none given, when it is short for a
/// sentence or repeated, stands alone, has no final stop, and text follows it.
/// Nothing is proposed that would leave no sentence at all.
#[must_use]
pub fn find(text: &str, lines: &[Span], title: Option<&str>) -> Vec<Furniture> {
    let words = |line: &Span| line.of(text).unwrap_or_default();
    let mut found: Vec<Furniture> = Vec::new();

    if let Some(first) = lines.first().filter(|_| lines.len() > 1) {
        let is_title = match title {
            Some(title) => same(words(first), title),
            None => looks_like_title(text, lines),
        };
        if is_title {
            found.push(Furniture { span: *first, why: Why::Title });
        }
        if let Some(title) = title.or(is_title.then(|| words(first))) {
            let from = usize::from(is_title);
            let near = lines.iter().skip(from).take(NEAR_TITLE).filter(|line| repeats(words(line), title));
            found.extend(near.map(|line| Furniture { span: *line, why: Why::TitleRepeated }));
        }
    }

    let site = lines.iter().filter(|line| is_site_line(words(line)));
    found.extend(site.map(|line| Furniture { span: *line, why: Why::Site }));
    found.extend(tail(text, lines));

    order::sort_by(&mut found, |a, b| a.span.cmp(&b.span));
    found.dedup_by_key(|f| f.span);
    while found.len() >= lines.len() && found.pop().is_some() {}
    found
}

fn looks_like_title(text: &str, lines: &[Span]) -> bool {
    let (Some(first), Some(second)) = (lines.first(), lines.get(1)) else { return false };
    let (Some(words), Some(between)) = (first.of(text), text.get(first.end()..second.start())) else {
        return false;
    };
    let repeated =
        lines.iter().skip(1).take(NEAR_TITLE).any(|line| repeats(line.of(text).unwrap_or_default(), words));
    let short = words.chars().count() <= LONGEST_TITLE;
    let alone = between.matches('\n').count() > 1 || repeated;
    (short || repeated) && alone && !ends_like_a_sentence(words) && !words.contains('\n')
}

/// Whether a line closes as sentences do: with a stop, a closing quotation mark, a colon or an ellipsis.
fn ends_like_a_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', ';', ':', '…', '”', '"', '»', '。', '！', '؟', '।', '۔'])
}

/// The letters and digits of a line in lower case, words parted by one space.
fn folded(line: &str) -> String {
    let words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

fn same(line: &str, title: &str) -> bool {
    folded(line) == folded(title)
}

/// Whether a line says the title again: all of it, or at least three words of its beginning or end.
fn repeats(line: &str, title: &str) -> bool {
    if ends_like_a_sentence(line) || line.len() > 2 * title.len() + 20 {
        return false;
    }
    let (line, title) = (folded(line), folded(title));
    let part = line.split(' ').count() >= 3 && (title.starts_with(&line) || title.ends_with(&line));
    !line.is_empty() && (line == title || part)
}

fn is_site_line(line: &str) -> bool {
    if line.len() > 120 {
        return false;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let counted = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    SITE_LINES.contains(&bare)
        || (!counted.is_empty()
            && counted.len() < bare.len()
            && matches!(counted, "comments" | "comment" | "shares"))
        || (SITE_STARTS.iter().any(|start| lower.starts_with(start)) && !line.ends_with('.'))
}

/// Short lines without a stop that follow the first site line after the body's last sentence.
fn tail(text: &str, lines: &[Span]) -> Vec<Furniture> {
    let words = |line: &Span| line.of(text).unwrap_or_default();
    let short = |line: &Span| {
        let line = words(line);
        !ends_like_a_sentence(line) && !line.ends_with('?') && line.split_whitespace().count() <= LONGEST_SITE
    };
    let from = lines.iter().rposition(|line| !short(line)).map_or(0, |last| last + 1);
    let rest = lines.get(from..).unwrap_or_default();
    let first = rest.iter().position(|line| is_site_line(words(line)));
    let run = first.and_then(|first| rest.get(first..)).unwrap_or_default();
    run.iter().map(|line| Furniture { span: *line, why: Why::Site }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs;

    fn check(text: &str, title: Option<&str>, expected: &[(&str, Why)]) {
        let found = find(text, &paragraphs(text), title);
        let words: Vec<_> = found.iter().map(|f| (f.span.of(text).unwrap(), f.why)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn a_short_line_that_stands_alone_is_the_title() {
        check("Council delays vote\n\nThe council waits.", None, &[("Council delays vote", Why::Title)]);
        check("Will the pier close?\n\nNobody knows.", None, &[("Will the pier close?", Why::Title)]);
    }

    #[test]
    fn a_first_sentence_is_no_title() {
        check("The council waits.\n\nSo do we.", None, &[]);
        check("The council waits\nSo do we.", None, &[]);
        check("Only one line", None, &[]);
    }

    #[test]
    fn the_end_of_the_title_repeated_is_set_apart() {
        let text = "Tensions rise as board closes east pier\n\nBoard Closes East Pier\n\nThe board voted.";
        check(
            text,
            None,
            &[
                ("Tensions rise as board closes east pier", Why::Title),
                ("Board Closes East Pier", Why::TitleRepeated),
            ],
        );
    }

    #[test]
    fn a_given_title_is_found_in_the_first_line() {
        check("Pier closes.\n\nIt did.", Some("Pier closes"), &[("Pier closes.", Why::Title)]);
        check("Another line.\n\nIt did.", Some("Pier closes"), &[]);
    }

    #[test]
    fn the_site_around_the_article_is_set_apart() {
        let text = "Share this story\nThe board voted.\nAdvertisement\nIt will meet again.\n\nLeave a comment\n\nTrending\n\nTen pets of the week";
        let site =
            ["Share this story", "Advertisement", "Leave a comment", "Trending", "Ten pets of the week"];
        check(text, None, &site.map(|line| (line, Why::Site)));
        check("The board voted.\n\n12 Comments", None, &[("12 Comments", Why::Site)]);
    }

    #[test]
    fn a_list_at_the_end_is_no_furniture() {
        check("The board voted:\nOkafor\nLind\nBarros", None, &[]);
    }

    #[test]
    fn something_always_remains() {
        check("Trending\n\nLeave a comment", None, &[("Trending", Why::Title)]);
        check("Share", None, &[]);
        check("A title here\n\nA title here", None, &[("A title here", Why::Title)]);
    }
}
