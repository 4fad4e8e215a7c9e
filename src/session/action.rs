//! All that can happen to a session, and how it is told.

use std::rc::Rc;

use crate::annotation::{Annotation, Orphan};
use crate::article::Article;
use crate::exercise::{Exercise, HandIn};
use crate::id::{AnnotatorId, ArticleId, ExerciseId, LabelId};
use crate::order;
use crate::session::{Plan, Settings};
use crate::text::Span;
use crate::time::Timestamp;

/// The moment at which something happens, and a random number for new names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Now.
    pub now: Timestamp,
    /// 64 random bits.
    pub random: u64,
}

/// All that can happen. Sentences are named by their place: 0 is the first.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Sets a label of a sentence or takes it back.
    Label(ArticleId, usize, LabelId),
    /// Sets *none* or takes it back.
    None(ArticleId, usize),
    /// Sets *not sure* or takes it back.
    Unsure(ArticleId, usize),
    /// Writes the note of a sentence.
    Note(ArticleId, usize, String),
    /// Takes back the last step.
    Undo(Scope),
    /// Does it again.
    Redo(Scope),
    /// Adds an article; the same text twice is one article.
    Add(Rc<Article>),
    /// Gives an article another title.
    Rename(ArticleId, String),
    /// Puts an article that is read in another language ([`Article::in_language`]) in the place of the one here;
    /// annotations are laid on its sentences again. The language's English name comes along, for the words.
    Language(Rc<Article>, String),
    /// Removes an article and all that was said of it.
    Delete(ArticleId),
    /// Puts an article with the line at a span set apart, or put back ([`Article::with_line`]), in the place of
    /// the one here.
    Line(Rc<Article>, Span, bool),
    /// Takes in a file, as planned.
    Merge(Rc<Plan>),
    /// Takes in an exercise that was made here or opened; the same one twice is one.
    TakeExercise(Rc<Exercise>),
    /// Removes an exercise and all that was said in it.
    DropExercise(ExerciseId),
    /// Starts or goes on with exercises under a code name: the same name goes on, another is somebody else.
    Start(String),
    /// The current annotator handed an exercise in at this moment, with this check number on the receipt, which is
    /// made over the moment too.
    HandedIn(ExerciseId, Timestamp, String),
    /// Chooses the main label of a sentence, or takes it back.
    Main(ArticleId, usize, LabelId),
    /// Changes the current annotator's code name.
    Name(String),
    /// The next mark is somebody else's.
    StartAsSomeoneElse,
    /// Goes on as somebody who has marked here before.
    GoOnAs(AnnotatorId),
    /// Changes how the page looks and listens.
    Settings(Settings),
    /// Another window changed something.
    Heard(Heard),
    /// Forgets everything but these bundled articles.
    Clear(Vec<Rc<Article>>),
}

/// What another window changed: it is taken over and not saved again.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// A sentence, by the first byte of its span.
    Mark(ArticleId, AnnotatorId, usize, Option<Rc<Annotation>>),
    /// An article that was added or changed.
    Article(Rc<Article>),
    /// An article that went, with all that was said of it.
    Gone(ArticleId),
    /// Annotations that found no place.
    Orphans(ArticleId, AnnotatorId, Rc<Vec<Orphan>>),
    /// An exercise that was made or opened.
    Exercise(Rc<Exercise>),
    /// An exercise that went, with all that was said in it.
    ExerciseGone(ExerciseId),
    /// Somebody handed in.
    HandIn(ExerciseId, AnnotatorId, HandIn),
    /// An annotator's name.
    Annotator(super::Annotator),
    /// How the page looks and listens, and who marks.
    Settings(Settings, Option<AnnotatorId>),
}

/// Where undo works: on the open article, or on the library.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Articles added, renamed, removed; files taken in.
    Library,
    /// Labels, notes and lines of one article.
    Article(ArticleId),
}

/// What must be saved again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touched {
    /// What an annotator says of the sentence that begins at a byte.
    Mark(ArticleId, AnnotatorId, usize),
    /// All that anybody says of an article.
    Work(ArticleId),
    /// The article itself.
    Article(ArticleId),
    /// An exercise, without what is said in it.
    Exercise(ExerciseId),
    /// That somebody handed in.
    HandIn(ExerciseId, AnnotatorId),
    /// An annotator's name.
    Annotator(AnnotatorId),
    /// Settings, and who marks now.
    Settings,
    /// Everything: the device was cleared.
    Everything,
}

impl Touched {
    /// Puts what was touched in order, each once.
    pub fn distinct(list: &mut Vec<Self>) {
        order::sort_by(list, Ord::cmp);
        list.dedup();
    }
}

/// What was done, for the words. Sentences are numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A label was set (or taken back).
    Label(LabelId, bool, usize),
    /// *None* was set.
    None(bool, usize),
    /// *Not sure* was set.
    Unsure(bool, usize),
    /// A note was written; `false`: it was removed.
    Note(bool, usize),
    /// An article came, by its title.
    Added(String),
    /// It was there already.
    AlreadyHere(String),
    /// It has a new title.
    Renamed(String),
    /// It is read in another language, by its English name.
    Language(String, String),
    /// It went.
    Deleted(String),
    /// A label was made the main one (or is no more).
    Main(LabelId, bool, usize),
    /// An exercise came, by its title.
    Exercise(String),
    /// An exercise went.
    ExerciseDropped(String),
    /// A line was set apart (or put back).
    Line(bool, String),
    /// A file was taken in: so many articles, so many sentences.
    Merged {
        /// Articles that were not here before.
        articles: usize,
        /// Sentences that are new or changed.
        sentences: usize,
    },
    /// Everything was forgotten.
    Cleared,
    /// Somebody else marks now.
    SomeoneElse(Option<String>),
    /// Nothing to take back or to do again.
    Nothing,
}

/// How it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// For the first time.
    Done,
    /// It was taken back.
    Undone,
    /// It was done again.
    Redone,
    /// It was left as it is, because it has changed elsewhere since.
    Left,
}

/// What just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What.
    pub what: What,
    /// How.
    pub how: How,
    /// Where undo would take it back.
    pub scope: Scope,
    /// A running number, so that the same thing twice is told twice.
    pub turn: u64,
}
