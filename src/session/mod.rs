//! Everything on this device, and all that can happen to it: `Session::update` takes an action and gives
//! the next session. It knows no clock and no browser; moments and chance come in as arguments.

mod action;
mod apply;
mod copies;
mod exercises;
mod history;
mod merge;
mod names;
mod settings;
mod update;

use std::rc::Rc;

use crate::annotation::{Annotations, Codebook};
use crate::article::{Article, Origin};
use crate::exercise::{Answer, Answers, Exercise, HandIn, Receipt, Submission};
use crate::id::{AnnotatorId, ArticleId, ExerciseId};
use crate::map::Map;
use crate::order;
use crate::time::Timestamp;

pub use action::{Action, Heard, How, Moment, Said, Scope, Touched, What};
pub use history::{Edit, Held, HeldExercise, History, Step};
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
    /// Exercises that were made or opened here, in the order of their making.
    pub exercises: Vec<Rc<Exercise>>,
    /// What has been said of each article, and of each article within an exercise.
    pub work: Map<ArticleId, Work>,
    /// What was handed in from here, by exercise and annotator.
    pub hand_ins: Map<(ExerciseId, AnnotatorId), HandIn>,
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

    /// The article with this id, which may be one within an exercise.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<&Rc<Article>> {
        match id.exercise() {
            Some(exercise) => self.exercise(&exercise)?.article(id),
            None => self.articles.iter().find(|article| article.id == *id),
        }
    }

    /// The exercise with this id.
    #[must_use]
    pub fn exercise(&self, id: &ExerciseId) -> Option<&Rc<Exercise>> {
        self.exercises.iter().find(|exercise| exercise.id == *id)
    }

    /// The labels for an article: the exercise's own within one.
    #[must_use]
    pub fn codebook_of(&self, article: &ArticleId) -> &Rc<Codebook> {
        let exercise = article.exercise().and_then(|exercise| self.exercise(&exercise));
        exercise.map_or(&self.codebook, |exercise| &exercise.codebook)
    }

    /// What `annotator` says of every sentence of an exercise.
    #[must_use]
    pub fn answers(&self, exercise: &Exercise, annotator: &AnnotatorId) -> Answers {
        let of = |article: &Rc<Article>| match self.annotations(&article.id, annotator) {
            Some(said) => Answer::all(article, said, &exercise.codebook),
            None => vec![Answer::default(); article.sentences.len()],
        };
        exercise.articles.iter().map(of).collect()
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

    /// What an annotator hands in at the moment `at`.
    #[must_use]
    pub fn submission(&self, exercise: &Exercise, annotator: &Annotator, at: Timestamp) -> Submission {
        Submission {
            exercise: exercise.id.clone(),
            annotator: annotator.id.clone(),
            name: annotator.name.clone(),
            answers: self.answers(exercise, &annotator.id),
            handed_in: Some(at),
            receipt: Receipt::Intact,
        }
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

    /// Puts an exercise among the others, by the time of its making.
    pub(crate) fn insert_exercise(&mut self, exercise: Rc<Exercise>) {
        self.exercises.retain(|known| known.id != exercise.id);
        self.exercises.push(exercise);
        order::sort_by(&mut self.exercises, |a, b| (a.created, &a.id).cmp(&(b.created, &b.id)));
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
