//! Everything on this device, and all that can happen to it: `Session::update` takes an action and gives
//! the next session. It knows no clock and no browser; moments and chance come in as arguments.

mod action;
mod apply;
mod merge;
mod names;
mod settings;
mod update;

use std::rc::Rc;

use crate::annotation::{Annotations, Codebook, History};
use crate::article::{Article, Origin};
use crate::id::{AnnotatorId, ArticleId};
use crate::map::Map;
use crate::order;

pub use action::{Action, Heard, How, Moment, Said, Scope, Touched, What};
pub use merge::{Document, Incoming, Kind, Plan, Summary, plan};
pub use names::suggested as suggested_name;
pub use settings::{Settings, Spacing, TextSize, Theme};

/// Somebody who marks on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotator {
    /// The random id.
    pub id: AnnotatorId,
    /// The code name; it need not be a real name.
    pub name: String,
}

/// The annotations of one article by everyone on this device.
pub type Work = Map<AnnotatorId, Rc<Annotations>>;

/// Everything on this device. Cloning it is cheap; versions share what did not change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The articles: bundled ones in their order, then added ones by time.
    pub articles: Vec<Rc<Article>>,
    /// What has been said of each.
    pub work: Map<ArticleId, Work>,
    /// Everyone who marks on this device.
    pub annotators: Vec<Annotator>,
    /// Who marks now; nobody before the first mark.
    pub me: Option<AnnotatorId>,
    /// How the page looks and listens.
    pub settings: Settings,
    /// The labels.
    pub codebook: Rc<Codebook>,
    /// What just happened, in this visit.
    pub said: Option<Said>,
    histories: Map<Scope, History<What>>,
    turn: u64,
    /// This window was asked to start as someone else: what another window chooses is not for it.
    awaits_someone: bool,
}

impl Session {
    /// A device with these articles and nothing said of them.
    #[must_use]
    pub fn with_articles(articles: impl IntoIterator<Item = Article>) -> Self {
        Self { articles: articles.into_iter().map(Rc::new).collect(), ..Self::default() }
    }

    /// The article with this id.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<&Rc<Article>> {
        self.articles.iter().find(|article| article.id == *id)
    }

    /// What `annotator` says of an article.
    #[must_use]
    pub fn annotations(&self, article: &ArticleId, annotator: &AnnotatorId) -> Option<&Rc<Annotations>> {
        self.work.get(article)?.get(annotator)
    }

    /// What the current annotator says of an article; nothing yet when nobody has marked.
    #[must_use]
    pub fn mine(&self, article: &Article) -> Rc<Annotations> {
        let mine = self.me.as_ref().and_then(|me| self.annotations(&article.id, me));
        mine.cloned().unwrap_or_else(|| Rc::new(Annotations::none(article)))
    }

    /// The current annotator.
    #[must_use]
    pub fn annotator(&self) -> Option<&Annotator> {
        let me = self.me.as_ref()?;
        self.annotators.iter().find(|annotator| annotator.id == *me)
    }

    /// Whether nothing has happened since this session was made.
    #[must_use]
    pub fn is_as_loaded(&self) -> bool {
        self.turn == 0
    }

    /// Whether anybody has said anything on this device.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.work.values().flat_map(Map::values).any(|set| !set.is_empty())
    }

    /// How many sentences an annotator has marked on this device.
    #[must_use]
    pub fn marked_by(&self, annotator: &AnnotatorId) -> usize {
        self.work.values().filter_map(|work| work.get(annotator)).map(|set| set.progress().marked).sum()
    }

    /// What undo would take back here.
    #[must_use]
    pub fn undoable(&self, scope: &Scope) -> Option<What> {
        Some(self.histories.get(scope)?.last()?.what.clone())
    }

    /// What redo would do again here.
    #[must_use]
    pub fn redoable(&self, scope: &Scope) -> Option<What> {
        Some(self.histories.get(scope)?.next()?.what.clone())
    }

    /// Puts an article in its place.
    fn insert(&mut self, article: Rc<Article>) {
        match self.articles.iter_mut().find(|a| a.id == article.id) {
            Some(old) => *old = article,
            None => self.articles.push(article),
        }
        self.sort_articles();
    }

    /// Orders the articles: bundled ones first as they came, then added ones by time, and by id where a
    /// file brought several at once, so that they stand in the same order after a reload.
    pub(crate) fn sort_articles(&mut self) {
        let key = |article: &Article| match article.origin {
            Origin::Bundled => None,
            Origin::Added(when) => Some((when, article.id.clone())),
        };
        order::sort_by(&mut self.articles, |a, b| key(a).cmp(&key(b)));
    }
}
