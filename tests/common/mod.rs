//! What several tests need: articles that catch mistakes of unit, and sessions made by chance.

#![allow(dead_code, reason = "each test crate uses its own part")]

pub mod device;
pub mod pupil;

use std::collections::BTreeMap;
use std::rc::Rc;

use pressmark::annotation::Orphan;
use pressmark::article::{Article, Meta, Origin};
use pressmark::format::storage::Write;
use pressmark::id::{AnnotatorId, ArticleId, LabelId};
use pressmark::session::{Action, Annotator, Moment, Scope, Session, Settings, Spacing, TextSize, Theme};
use pressmark::time::Timestamp;
use proptest::prelude::*;

/// Emoji, a family joined by ZWJ, a combining accent, Hebrew, a formula and a tag.
pub const HARD: &str = "Pier closes 🎣\n\n\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} left the cafe\u{301} at noon. \
    “Nobody asked us,” she said.\n\n=2+5 is what the board wrote. <b>Bold</b> words followed. שלום עולם אמר הדובר.\n\n\
    Leave a comment\n";
/// A plain text of several paragraphs.
pub const PLAIN: &str = "The board voted on Monday. The pier closes in May.\n\nFishers will protest, they say. The mayor was silent.\n\nTrending";
/// The same title as [`HARD`], another version of its text.
pub const OTHER_VERSION: &str = "Pier closes 🎣\n\nThe family left the cafe\u{301} at noon. “Nobody asked us,” she said.\n\nA new line. Another one.";

/// An article of the program, or one added at that moment (milliseconds).
pub fn article(text: &str, added: Option<u64>) -> Article {
    let origin = added.map_or(Origin::Bundled, |when| Origin::Added(Timestamp(when)));
    Article::new(text, Meta { title: None, language: None, source: None, date: None, origin })
}

/// The articles that come with the program in these tests.
pub fn bundled() -> Vec<Article> {
    vec![article(PLAIN, None), article(HARD, None)]
}

/// Something that a reader does, by small numbers; what does not exist is ignored or taken modulo.
#[derive(Clone, Debug)]
pub struct Deed {
    pub kind: u8,
    pub article: usize,
    pub place: usize,
    pub choice: usize,
    pub note: String,
}

pub fn deeds(kinds: std::ops::Range<u8>, most: usize) -> impl Strategy<Value = Vec<Deed>> {
    let note = prop_oneof![Just(String::new()), "(?s)[a-z=\"\u{1F469}\u{301}א\n<>,]{1,12}"];
    let deed = (kinds, 0..4_usize, 0..8_usize, 0..3_usize, note)
        .prop_map(|(kind, article, place, choice, note)| Deed { kind, article, place, choice, note });
    proptest::collection::vec(deed, 0..most)
}

impl Deed {
    /// Kinds 0 to 5 stay within one article; the others go beyond it.
    pub fn action(&self, session: &Session) -> Option<Action> {
        let article = session.articles.get(self.article % session.articles.len().max(1))?;
        let id = article.id.clone();
        let place = self.place % article.sentences.len().max(1);
        Some(match self.kind {
            0 | 1 => Action::Label(id, place, LabelId::new(["claim", "actor", "event"][self.choice])),
            2 => Action::None(id, place),
            3 => Action::Unsure(id, place),
            4 => Action::Note(id, place, self.note.clone()),
            5 => match article.furniture.get(self.choice) {
                Some(line) if self.place.is_multiple_of(2) => {
                    Action::Line(Rc::new(article.with_line(line.span, false)), line.span, false)
                }
                _ => {
                    let paragraph = article.paragraphs.get(self.place % article.paragraphs.len().max(1))?;
                    Action::Line(Rc::new(article.with_line(paragraph.span, true)), paragraph.span, true)
                }
            },
            6 => Action::Rename(id, format!("Title {}", self.note)),
            7 => Action::Add(Rc::new(self::article(
                [OTHER_VERSION, "New.", "א. ב."][self.choice],
                Some(7 + self.place as u64),
            ))),
            8 if article.origin != Origin::Bundled => Action::Delete(id),
            9 => Action::StartAsSomeoneElse,
            10 => Action::GoOnAs(session.annotators.get(self.choice)?.id.clone()),
            11 => Action::Name(format!("Tern {}", self.note)),
            12 => Action::Settings(Settings {
                theme: Theme::ALL[self.place % Theme::ALL.len()],
                text: TextSize::ALL[self.choice],
                spacing: Spacing::ALL[self.article % 2],
                single_keys: self.place.is_multiple_of(2),
                backed_up: (self.choice == 1).then_some(Timestamp(99)),
            }),
            13 => Action::Undo(Scope::Library),
            14 => Action::Undo(Scope::Article(id)),
            15 => Action::Redo(Scope::Article(id)),
            _ => return None,
        })
    }
}

/// The `turn`th moment: later than the one before, with other chance.
pub fn moment(turn: usize) -> Moment {
    let turn = turn as u64;
    Moment {
        now: Timestamp(1_764_061_900_000 + turn * 250),
        random: turn.wrapping_mul(0x9E37_79B9_7F4A_7C15),
    }
}

/// Local storage, as the browser keeps it.
#[derive(Default)]
pub struct Storage(pub BTreeMap<String, String>);

impl Storage {
    pub fn take(&mut self, writes: Vec<Write>) {
        for write in writes {
            match write {
                Write::Put { key, value } => _ = self.0.insert(key, value),
                Write::Remove { key } => _ = self.0.remove(&key),
                Write::Sweep { prefix, keep } => {
                    self.0.retain(|key, _| !key.starts_with(&prefix) || keep.contains(key))
                }
            }
        }
    }

    pub fn entries(&self) -> Vec<(String, String)> {
        self.0.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
    }
}

type Kept = (Vec<Option<Rc<pressmark::annotation::Annotation>>>, Vec<Orphan>);

/// What a session holds, in a form that does not tell nothing from an empty set, nor one order of a list
/// without order from another.
#[derive(Debug, PartialEq)]
pub struct Held {
    articles: Vec<Rc<Article>>,
    pub work: BTreeMap<(ArticleId, AnnotatorId), Kept>,
    annotators: Vec<Annotator>,
    me: Option<AnnotatorId>,
    settings: Settings,
}

pub fn held(session: &Session) -> Held {
    let mut work = BTreeMap::new();
    for (article, all) in session.work.iter() {
        for (annotator, set) in all.iter().filter(|(_, set)| !set.is_empty()) {
            let marks = set.chunks.iter().flat_map(|chunk| chunk.marks.clone()).collect();
            let mut orphans = (*set.orphans).clone();
            orphans.sort_by_key(|orphan| (orphan.annotation.span, orphan.quote.exact.clone()));
            work.insert((article.clone(), annotator.clone()), (marks, orphans));
        }
    }
    let mut annotators = session.annotators.clone();
    annotators.sort_by(|a, b| a.id.cmp(&b.id));
    Held {
        articles: session.articles.clone(),
        work,
        annotators,
        me: session.me.clone(),
        settings: session.settings.clone(),
    }
}
