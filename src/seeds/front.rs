//! The front matter of a text: what is said of it in lines before it.

use crate::article::{Meta, Origin};
use crate::text::Language;

/// Splits a front matter from a text: lines `title:`, `source:`, `date:` and `language:` between two
/// lines `---` at the very start. It is no part of the text; without it, the text is returned whole.
///
/// ```
/// let (meta, body) = pressmark::seeds::front_matter("---\ntitle: Pier closes\n---\nThe board voted.");
/// assert_eq!(meta.title.as_deref(), Some("Pier closes"));
/// assert_eq!(body, "The board voted.");
/// ```
#[must_use]
pub fn front_matter(text: &str) -> (Meta, &str) {
    let mut meta = Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled };
    let Some((front, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) else {
        return (meta, text);
    };
    for line in front.lines() {
        let Some((key, value)) = line.split_once(':') else { return (meta, text) };
        let value = value.trim().trim_matches('"');
        let value = (!value.is_empty()).then(|| value.to_owned());
        match key.trim() {
            "title" => meta.title = value,
            "source" => meta.source = value,
            "date" => meta.date = value,
            "language" => meta.language = value.as_deref().map(Language::new),
            _ => {}
        }
    }
    (meta, body.trim_start_matches('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_across_the_page_is_no_front_matter() {
        let text = "---\nJust a line\n---\nMore.";
        assert_eq!(front_matter(text).1, text);
    }
}
