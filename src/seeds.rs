//! The bundled articles: every text file in `seeds/`, with an optional front matter.

use crate::article::{Article, Meta, Origin};
use crate::text::{self, Language};

/// The files in `seeds/`, by name.
static FILES: &[&[u8]] = &include!(concat!(env!("OUT_DIR"), "/seeds.rs"));

/// The bundled articles, in the order of their file names. A file that is no text is left out; a test
/// keeps such files from being bundled.
#[must_use]
pub fn articles() -> Vec<Article> {
    FILES.iter().filter_map(|bytes| article(bytes)).collect()
}

fn article(bytes: &[u8]) -> Option<Article> {
    let text = text::decode(bytes).ok()?;
    let (front, body) = front_matter(&text);
    Some(Article::new(body, front))
}

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
    use crate::furniture::Why;

    #[test]
    fn every_seed_is_bundled() {
        assert_eq!(articles().len(), FILES.len());
        assert!(articles().iter().all(|a| a.sentences.len() > 3));
    }

    #[test]
    fn the_users_article_has_twelve_sentences_and_its_furniture_set_apart() {
        let all = articles();
        let article = all.iter().find(|a| a.id.as_str() == "8255b76595d74fd8");
        let article = article.expect("the user's article is bundled unchanged");
        assert_eq!(article.sentences.len(), 12);
        let whys: Vec<Why> = article.furniture.iter().map(|f| f.why).collect();
        assert_eq!(whys, [Why::Title, Why::TitleRepeated, Why::Site, Why::Site]);
        assert!(article.title.starts_with("Diplomatic Tensions Rise"));
    }

    #[test]
    fn a_rule_across_the_page_is_no_front_matter() {
        let text = "---\nJust a line\n---\nMore.";
        assert_eq!(front_matter(text).1, text);
    }
}
