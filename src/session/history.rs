//! Undo and redo: each step keeps what was before and what came after, so that it can be walked both ways.

use std::rc::Rc;

use crate::annotation::{Annotation, Annotations, Orphan};
use crate::article::Article;
use crate::exercise::Exercise;
use crate::id::{AnnotatorId, ArticleId, ExerciseId};
use crate::map::Map;

/// An article with all that was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The article.
    pub article: Rc<Article>,
    /// What each annotator says of it.
    pub work: Map<AnnotatorId, Rc<Annotations>>,
}

/// An exercise with all that was said in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldExercise {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// What each annotator says of each of its articles.
    pub work: Vec<(ArticleId, Map<AnnotatorId, Rc<Annotations>>)>,
}

/// One change to one thing, both ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// What an annotator says of the sentence that begins at `start` (bytes).
    Mark {
        /// The article.
        article: ArticleId,
        /// Who says it.
        annotator: AnnotatorId,
        /// Where the sentence begins, in bytes of the text.
        start: usize,
        /// What was said before.
        before: Option<Rc<Annotation>>,
        /// What is said now.
        after: Option<Rc<Annotation>>,
    },
    /// What an annotator's annotations of an article that found no place are.
    Orphans {
        /// The article.
        article: ArticleId,
        /// Whose they are.
        annotator: AnnotatorId,
        /// Those that were kept before.
        before: Rc<Vec<Orphan>>,
        /// Those that are kept now.
        after: Rc<Vec<Orphan>>,
    },
    /// An article that came, went, or was made anew with another title or other lines set apart.
    Article {
        /// The article.
        id: ArticleId,
        /// What was there before.
        before: Option<Rc<Held>>,
        /// What is there now. Where both are given the article is made anew and everyone's annotations are
        /// laid on it again; the annotations held here count only where it comes or goes.
        after: Option<Rc<Held>>,
    },
    /// An exercise that came or went.
    Exercise {
        /// The exercise.
        id: ExerciseId,
        /// What was there before.
        before: Option<Rc<HeldExercise>>,
        /// What is there now.
        after: Option<Rc<HeldExercise>>,
    },
}

impl Edit {
    /// The same change, the other way.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let mut edit = self.clone();
        match &mut edit {
            Self::Mark { before, after, .. } => std::mem::swap(before, after),
            Self::Orphans { before, after, .. } => std::mem::swap(before, after),
            Self::Article { before, after, .. } => std::mem::swap(before, after),
            Self::Exercise { before, after, .. } => std::mem::swap(before, after),
        }
        edit
    }
}

/// One step of the history: what it is called, and its changes. `W` says what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<W> {
    /// What was done, for the words.
    pub what: W,
    /// Its changes, in order.
    pub edits: Vec<Edit>,
}

/// The steps that can be undone and redone, without limit within the visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<W> {
    done: Vec<Rc<Step<W>>>,
    undone: Vec<Rc<Step<W>>>,
}

impl<W> Default for History<W> {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new() }
    }
}

impl<W: Clone> History<W> {
    /// Adds a step; what was undone before can no longer be redone.
    pub fn push(&mut self, step: Step<W>) {
        self.undone.clear();
        self.done.push(Rc::new(step));
    }

    /// Adds a step to the last one when `same` says that both are one doing, such as typing a note.
    pub fn extend(&mut self, step: Step<W>, same: impl FnOnce(&W) -> bool) {
        let last = self
            .done
            .last()
            .filter(|last| self.undone.is_empty() && same(&last.what) && last.edits.len() == 1);
        let joined = last.and_then(|last| join(last.edits.first()?, step.edits.first()?));
        match joined {
            Some(edit) => {
                self.done.pop();
                self.push(Step { what: step.what, edits: vec![edit] });
            }
            None => self.push(step),
        }
    }

    /// The step to undo next.
    #[must_use]
    pub fn last(&self) -> Option<Rc<Step<W>>> {
        self.done.last().cloned()
    }

    /// The step to redo next.
    #[must_use]
    pub fn next(&self) -> Option<Rc<Step<W>>> {
        self.undone.last().cloned()
    }

    /// Takes back the last step; its changes are to be applied reversed, in reverse order.
    pub fn undo(&mut self) -> Option<Rc<Step<W>>> {
        let step = self.done.pop()?;
        self.undone.push(Rc::clone(&step));
        Some(step)
    }

    /// Does the last step that was undone again.
    pub fn redo(&mut self) -> Option<Rc<Step<W>>> {
        let step = self.undone.pop()?;
        self.done.push(Rc::clone(&step));
        Some(step)
    }
}

/// Two changes of one sentence, one after the other, as one.
fn join(first: &Edit, second: &Edit) -> Option<Edit> {
    match (first, second) {
        (
            Edit::Mark { article, annotator, start, before, after },
            Edit::Mark { article: a, annotator: b, start: s, before: middle, after: last },
        ) if (article, annotator, start, after) == (a, b, s, middle) => Some(Edit::Mark {
            article: article.clone(),
            annotator: annotator.clone(),
            start: *start,
            before: before.clone(),
            after: last.clone(),
        }),
        _ => None,
    }
}
