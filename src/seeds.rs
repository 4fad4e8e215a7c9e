//! The bundled articles: every text file in `seeds/`, with an optional front matter. The build cuts them, so that
//! a first visit needs no segmenter.

mod front;

use std::rc::Rc;

use crate::article::{Article, Meta, Origin};
use crate::furniture::{Furniture, Why};
use crate::text::{Language, Span};

pub use front::front_matter;

/// A bundled article as the build found it; places are bytes of its text.
struct Seed {
    text: &'static str,
    title: &'static str,
    language: &'static str,
    source: Option<&'static str>,
    date: Option<&'static str>,
    furniture: &'static [(usize, usize, Why)],
    starts: &'static [usize],
}

/// The files in `seeds/`, by name.
static SEEDS: &[Seed] = &include!(concat!(env!("OUT_DIR"), "/seeds.rs"));

/// The bundled articles, in the order of their file names.
#[must_use]
pub fn articles() -> Vec<Article> {
    SEEDS.iter().filter_map(Seed::article).collect()
}

impl Seed {
    fn article(&self) -> Option<Article> {
        let meta = Meta {
            title: Some(self.title.to_owned()),
            language: Some(Language::new(self.language)),
            source: self.source.map(str::to_owned),
            date: self.date.map(str::to_owned),
            origin: Origin::Bundled,
        };
        let line =
            |(start, end, why): &(usize, usize, Why)| Furniture { span: Span::new(*start, *end), why: *why };
        let furniture: Vec<Furniture> = self.furniture.iter().map(line).collect();
        Article::with_starts(&Rc::from(self.text), meta, &furniture, self.starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    /// The files in `seeds/`, cut now.
    fn cut_now() -> Vec<Article> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
        let mut files: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let texts = files.iter().filter(|path| path.extension().is_some_and(|it| it == "txt"));
        let cut = |path: &std::path::PathBuf| {
            let text = text::decode(&std::fs::read(path).unwrap()).unwrap();
            let (meta, body) = front_matter(&text);
            Article::new(body, meta)
        };
        texts.map(cut).collect()
    }

    #[test]
    fn every_seed_is_bundled_as_it_would_be_cut_now() {
        assert_eq!(articles(), cut_now());
        assert!(articles().len() > 3 && articles().iter().all(|a| a.sentences.len() > 3));
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
}
