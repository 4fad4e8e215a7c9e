//! An article: a text that never changes, what is set apart in it, its paragraphs and its sentences.

use std::fmt::Write as _;
use std::ops::Range;
use std::rc::Rc;

use sha2::{Digest, Sha256};

use crate::furniture::{self, Furniture, Why};
use crate::id::ArticleId;
use crate::order;
use crate::text::{self, Language, Offsets, Span, TextError};
use crate::time::Timestamp;

/// Where an article came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It comes with the program.
    Bundled,
    /// A reader added it, then.
    Added(Timestamp),
}

/// What is said of an article besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title; `None` lets the first line be one.
    pub title: Option<String>,
    /// The language; `None` lets it be detected.
    pub language: Option<Language>,
    /// Who published it, as words or an address.
    pub source: Option<String>,
    /// When it was published, as its source writes it.
    pub date: Option<String>,
    /// Where it came from.
    pub origin: Origin,
}

/// A paragraph: a stretch of the text and the sentences in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The stretch, in bytes of the article's text.
    pub span: Span,
    /// Its sentences, as places in [`Article::sentences`].
    pub sentences: Range<usize>,
}

/// About thirty paragraphs: the unit in which a long article is drawn and its annotations are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its paragraphs, as places in [`Article::paragraphs`].
    pub paragraphs: Range<usize>,
    /// Its sentences, as places in [`Article::sentences`].
    pub sentences: Range<usize>,
}

/// An article. Sentences and furniture partition its text: in order, not overlapping, and with white
/// space only between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The first 16 digits of the hash.
    pub id: ArticleId,
    /// `sha256:` and the SHA-256 of the UTF-8 text, in hexadecimal.
    pub hash: String,
    /// The title, for a headline of one line.
    pub title: String,
    /// The language.
    pub language: Language,
    /// Who published it.
    pub source: Option<String>,
    /// When it was published.
    pub date: Option<String>,
    /// Where it came from.
    pub origin: Origin,
    /// The whole text.
    pub text: Rc<str>,
    /// Lines set apart, in order.
    pub furniture: Vec<Furniture>,
    /// Paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences, in order (bytes of the text). The sentence with number n is at place n - 1.
    pub sentences: Vec<Span>,
    /// Blocks of paragraphs, in order.
    pub blocks: Vec<Block>,
    /// The text's offsets in other units.
    pub offsets: Offsets,
}

/// Cuts a text into an article, with these lines set apart or with those that it finds: [`Article::cut`]. The
/// segmenter is the heaviest part of the library, so what rarely cuts a text does not bring it along but is
/// handed it.
pub type Cut = fn(Rc<str>, Meta, Option<&[Furniture]>) -> Article;

/// How many paragraphs a block holds.
const BLOCK: usize = 30;
/// The most sentences of a text that is added.
pub const MOST_SENTENCES: usize = 100_000;
/// A given title, source or date is kept up to this length (characters).
const LONGEST_GIVEN: usize = 300;
/// A title guessed from a long first line is cut to this length (characters).
const LONGEST_TITLE: usize = 200;

impl Article {
    /// Makes an article of a clean text, finding what to set apart.
    ///
    /// ```
    /// use pressmark::article::{Article, Meta, Origin};
    /// let meta = Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled };
    /// let article = Article::new("Pier closes\n\nThe board voted. Nobody spoke.\n\nTrending", meta);
    /// assert_eq!(article.title, "Pier closes");
    /// assert_eq!(article.sentence(1), Some("Nobody spoke."));
    /// assert_eq!(article.furniture.len(), 2);
    /// ```
    #[must_use]
    pub fn new(text: &str, meta: Meta) -> Self {
        Self::cut(Rc::from(text), meta, None)
    }

    /// Makes an article with exactly these lines set apart; spans that are no whole line are left out.
    #[must_use]
    pub fn with_furniture(text: Rc<str>, meta: Meta, furniture: &[Furniture]) -> Self {
        Self::cut(text, meta, Some(furniture))
    }

    /// Makes an article with these lines set apart, or with those that are found: this is a [`Cut`].
    #[must_use]
    pub fn cut(text: Rc<str>, meta: Meta, furniture: Option<&[Furniture]>) -> Self {
        let lines = text::paragraphs(&text);
        let given = meta.language.clone().filter(|language| !language.tag().is_empty());
        let language = given.unwrap_or_else(|| text::detect(&text));
        let furniture = match furniture {
            Some(furniture) => whole_lines(&lines, furniture),
            None => furniture::find(&text, &lines, meta.title.as_deref()),
        };
        Self::assembled(&text, &lines, meta, language.clone(), furniture, &mut |line| {
            let words = line.of(&text).unwrap_or_default();
            text::sentences(words, &language).iter().map(|s| s.shifted(line.start())).collect()
        })
    }

    /// Makes an article whose sentences are known to begin at `starts` (bytes), without cutting it anew; `None`
    /// where such sentences do not partition the text.
    ///
    /// ```
    /// use pressmark::article::{Article, Meta, Origin};
    /// let meta = Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled };
    /// let article = Article::new("The board voted. Nobody spoke.", meta);
    /// let again = |starts| Article::with_starts(&article.text, article.meta(), &article.furniture, starts);
    /// assert_eq!(again(&[0, 17]), Some(article.clone()));
    /// assert_eq!(again(&[0, 16]), None, "no sentence begins with a space");
    /// ```
    #[must_use]
    pub fn with_starts(
        text: &Rc<str>,
        meta: Meta,
        furniture: &[Furniture],
        starts: &[usize],
    ) -> Option<Self> {
        let lines = text::paragraphs(text);
        let furniture = whole_lines(&lines, furniture);
        let language = meta.language.clone()?;
        let mut starts = starts.iter().copied().peekable();
        let mut is_whole = true;
        let article = Self::assembled(text, &lines, meta, language, furniture, &mut |line| {
            let mut found = Vec::new();
            is_whole &= starts.peek() == Some(&line.start());
            while let Some(start) = starts.next_if(|start| *start < line.end()) {
                let end = starts.peek().map_or(line.end(), |next| line.end().min(*next));
                // A sentence is followed by white space only, and does not begin with any.
                let words = text.get(start..end).unwrap_or_default();
                is_whole &= !words.is_empty() && !words.starts_with(char::is_whitespace);
                found.push(Span::new(start, start + words.trim_end().len()));
            }
            found
        });
        (is_whole && starts.next().is_none()).then_some(article)
    }

    /// `sentences` gives the sentences of a line that is not set apart.
    fn assembled(
        text: &Rc<str>,
        lines: &[Span],
        meta: Meta,
        language: Language,
        furniture: Vec<Furniture>,
        sentences_of: &mut dyn FnMut(Span) -> Vec<Span>,
    ) -> Self {
        let words = |span: Span| span.of(text).unwrap_or_default();
        let (mut paragraphs, mut sentences) = (Vec::new(), Vec::new());
        for line in lines.iter().filter(|line| furniture.binary_search_by_key(*line, |f| f.span).is_err()) {
            let first = sentences.len();
            sentences.extend(sentences_of(*line));
            paragraphs.push(Paragraph { span: *line, sentences: first..sentences.len() });
        }
        let headline = furniture.iter().find(|f| f.why == Why::Title).map(|f| f.span);
        let title =
            meta.title.map(shortened).filter(|title| !title.trim().is_empty()).unwrap_or_else(|| {
                one_line(words(headline.or(sentences.first().copied()).unwrap_or_default()))
            });
        let hash = hash(text);
        let id = ArticleId::new(hash.get(7..23).unwrap_or_default());
        let blocks = blocks(&paragraphs);
        let offsets = Offsets::new(text);
        let (source, date, origin) = (meta.source.map(shortened), meta.date.map(shortened), meta.origin);
        Self {
            id,
            hash,
            title,
            language,
            source,
            date,
            origin,
            text: Rc::clone(text),
            furniture,
            paragraphs,
            sentences,
            blocks,
            offsets,
        }
    }

    /// The article, if it has at most so many sentences.
    ///
    /// # Errors
    /// When it has more.
    pub fn with_at_most(self, most: usize) -> Result<Self, TextError> {
        match self.sentences.len() {
            sentences if sentences > most => Err(TextError::TooManySentences { sentences }),
            _ => Ok(self),
        }
    }

    /// What is said of it besides its text, for making it anew.
    #[must_use]
    pub fn meta(&self) -> Meta {
        Meta {
            title: Some(self.title.clone()),
            language: Some(self.language.clone()),
            source: self.source.clone(),
            date: self.date.clone(),
            origin: self.origin,
        }
    }

    /// The same text with the line at `span` set apart, or put back into the body.
    #[must_use]
    pub fn with_line(&self, span: Span, apart: bool) -> Self {
        let mut furniture = self.furniture.clone();
        furniture.retain(|f| f.span != span);
        if apart {
            furniture.push(Furniture { span, why: Why::Site });
        }
        Self::with_furniture(Rc::clone(&self.text), self.meta(), &furniture)
    }

    /// The same text read in another language: its sentences are cut anew.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        let meta = Meta { language: Some(language), ..self.meta() };
        Self::with_furniture(Rc::clone(&self.text), meta, &self.furniture)
    }

    /// The words of the sentence at `place` (0 is the first).
    #[must_use]
    pub fn sentence(&self, place: usize) -> Option<&str> {
        self.sentences.get(place)?.of(&self.text)
    }

    /// The place of the sentence that begins at `start` (bytes).
    #[must_use]
    pub fn sentence_at(&self, start: usize) -> Option<usize> {
        self.sentences.binary_search_by_key(&start, |s| s.start()).ok()
    }

    /// The place of the paragraph that holds the sentence at `place`.
    #[must_use]
    pub fn paragraph_of(&self, place: usize) -> usize {
        self.paragraphs.partition_point(|p| p.sentences.end <= place)
    }
}

/// `sha256:` and the SHA-256 of a text's UTF-8, in hexadecimal.
#[must_use]
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::from("sha256:"), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Those of `furniture` that are whole lines, in order, each once.
fn whole_lines(lines: &[Span], furniture: &[Furniture]) -> Vec<Furniture> {
    let is_line = |f: &&Furniture| lines.binary_search(&f.span).is_ok();
    let mut kept: Vec<Furniture> = furniture.iter().filter(is_line).copied().collect();
    order::sort_by(&mut kept, |a, b| a.span.cmp(&b.span));
    kept.dedup_by_key(|f| f.span);
    kept
}

/// Given words, cut after [`LONGEST_GIVEN`] characters.
fn shortened(mut words: String) -> String {
    if let Some((end, _)) = words.char_indices().nth(LONGEST_GIVEN) {
        words.truncate(end);
    }
    words
}

/// White space made single spaces, cut after [`LONGEST_TITLE`] characters.
fn one_line(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_TITLE) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default().trim_end()),
        None => line,
    }
}

fn blocks(paragraphs: &[Paragraph]) -> Vec<Block> {
    let block = |(index, group): (usize, &[Paragraph])| {
        let first = index * BLOCK;
        let from = group.first().map_or(0, |p| p.sentences.start);
        let to = group.last().map_or(from, |p| p.sentences.end);
        Block { paragraphs: first..first + group.len(), sentences: from..to }
    };
    paragraphs.chunks(BLOCK).enumerate().map(block).collect()
}

#[cfg(test)]
mod tests;
