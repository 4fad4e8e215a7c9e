//! Cuts a text into paragraphs.

use super::Span;

/// The paragraphs of a text, in order, without the white space around them (bytes).
///
/// A line break ends a paragraph, unless the text is hard-wrapped, as from an e-mail: then only a blank
/// line does. A stretch of lines is taken as hard-wrapped when it has at least three, all but the last of
/// nearly one length between 45 and 100 characters, and most of them stop in mid-sentence.
///
/// ```
/// use pressmark::text::paragraphs;
/// let text = "One line.\nAnother.\n\nLast.";
/// let words: Vec<_> = paragraphs(text).iter().filter_map(|p| p.of(text)).collect();
/// assert_eq!(words, ["One line.", "Another.", "Last."]);
/// ```
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut stretch: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        match trimmed(line) {
            Some(span) => stretch.push(span.shifted(at)),
            None => close(text, &mut stretch, &mut found),
        }
        at += line.len();
    }
    close(text, &mut stretch, &mut found);
    found
}

/// The part of `line` between its outer white space; `None` when there is nothing else.
fn trimmed(line: &str) -> Option<Span> {
    let start = line.len() - line.trim_start().len();
    let end = line.trim_end().len();
    (start < end).then(|| Span::new(start, end))
}

fn close(text: &str, stretch: &mut Vec<Span>, found: &mut Vec<Span>) {
    match (stretch.first(), stretch.last()) {
        (Some(first), Some(last)) if is_wrapped(text, stretch) => {
            found.push(Span::new(first.start(), last.end()))
        }
        _ => found.extend_from_slice(stretch),
    }
    stretch.clear();
}

fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let Some((_, full)) = lines.split_last() else { return false };
    if full.len() < 2 {
        return false;
    }
    let words: Vec<&str> = full.iter().filter_map(|line| line.of(text)).collect();
    let lengths = || words.iter().map(|line| line.chars().count());
    let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    let running =
        words.iter().filter(|line| line.ends_with(|c: char| c.is_alphanumeric() || c == ',')).count();
    shortest >= 45 && longest <= 100 && longest - shortest <= 25 && running * 2 > words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let words: Vec<_> = paragraphs(text).iter().filter_map(|p| p.of(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn each_line_is_a_paragraph() {
        check("A.\nB.\n\n  C. \n", &["A.", "B.", "C."]);
        check("", &[]);
        check("\n \n\t\n", &[]);
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        let text = "The council put off its decision on the riverside homes until\n\
                    May, the mayor said on Tuesday, after a night in which the hall\n\
                    had filled twice.\n\nNobody left early.";
        check(text, &[text.split("\n\n").next().unwrap(), "Nobody left early."]);
    }

    #[test]
    fn long_lines_that_end_in_stops_stay_apart() {
        let line = "This sentence is about as long as a line in an e-mail would be, and ends.";
        check(&format!("{line}\n{line}\n{line}"), &[line, line, line]);
    }
}
