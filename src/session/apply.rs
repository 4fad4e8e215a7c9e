//! Applies edits to a session, both ways, and says what must be saved.

use std::rc::Rc;

use crate::annotation::{Annotation, Annotations, Orphan};
use crate::article::Article;
use crate::id::{AnnotatorId, ArticleId, ExerciseId};
use crate::session::{Edit, Held, HeldExercise, Session, Touched};

impl Session {
    /// Applies an edit where things still are as the edit found them; `false` leaves everything as it is.
    pub(super) fn apply(&mut self, edit: &Edit, touched: &mut Vec<Touched>) -> bool {
        match edit {
            Edit::Mark { article, annotator, start, before, after } => {
                let as_expected = self.mark_at(article, annotator, *start) == before.as_ref();
                as_expected && self.put_mark(article, annotator, *start, after.clone(), touched)
            }
            Edit::Orphans { article: id, annotator, before, after } => {
                let Some(article) = self.article(id).cloned() else { return false };
                let work = self.work.or_default(id.clone());
                let set = work.or_insert_with(annotator.clone(), || Rc::new(Annotations::none(&article)));
                if set.orphans != *before {
                    return false;
                }
                *set = Rc::new(Annotations { orphans: Rc::clone(after), ..(**set).clone() });
                touched.extend([Touched::Article(id.clone()), Touched::Work(id.clone())]);
                true
            }
            Edit::Article { id, before, after } => {
                let as_expected = self.article(id).is_some() == before.is_some();
                match after.as_deref() {
                    _ if !as_expected => return false,
                    Some(held) if before.is_some() => self.remake(Rc::clone(&held.article)),
                    Some(held) => {
                        self.insert(Rc::clone(&held.article));
                        self.work.insert(id.clone(), held.work.clone());
                    }
                    None => {
                        self.articles.retain(|article| article.id != *id);
                        self.work.remove(id);
                    }
                }
                touched.extend([Touched::Article(id.clone()), Touched::Work(id.clone())]);
                true
            }
            Edit::Exercise { id, before, after } => {
                if self.exercise(id).is_some() != before.is_some() {
                    return false;
                }
                for article in before.iter().flat_map(|held| &held.exercise.articles) {
                    self.work.remove(&article.id);
                    touched.push(Touched::Work(article.id.clone()));
                }
                self.exercises.retain(|known| known.id != *id);
                if let Some(held) = after {
                    self.insert_exercise(Rc::clone(&held.exercise));
                    for (article, work) in &held.work {
                        self.work.insert(article.clone(), work.clone());
                        touched.push(Touched::Work(article.clone()));
                    }
                }
                touched.push(Touched::Exercise(id.clone()));
                true
            }
        }
    }

    /// What an annotator says of the sentence that begins at `start`.
    pub(super) fn mark_at(
        &self,
        article: &ArticleId,
        annotator: &AnnotatorId,
        start: usize,
    ) -> Option<&Rc<Annotation>> {
        let place = self.article(article)?.sentence_at(start)?;
        self.annotations(article, annotator)?.get(place)
    }

    /// Says something of the sentence that begins at `start`; `false` when there is no such sentence. The
    /// first mark of an article saves the article too, so that marks never outlive their text.
    pub(super) fn put_mark(
        &mut self,
        id: &ArticleId,
        annotator: &AnnotatorId,
        start: usize,
        mark: Option<Rc<Annotation>>,
        touched: &mut Vec<Touched>,
    ) -> bool {
        let Some(article) = self.article(id).cloned() else { return false };
        let Some(place) = article.sentence_at(start) else { return false };
        let work = self.work.or_default(id.clone());
        if work.values().all(|set| set.is_empty()) {
            touched.push(match id.exercise() {
                Some(exercise) => Touched::Exercise(exercise),
                None => Touched::Article(id.clone()),
            });
        }
        let set = work.or_insert_with(annotator.clone(), || Rc::new(Annotations::none(&article)));
        *set = Rc::new(set.with(place, mark));
        touched.push(Touched::Mark(id.clone(), annotator.clone(), start));
        true
    }

    /// Puts an article in the place of an older making of it, and lays everyone's annotations anew. An orphan
    /// from another version of the text has no place in this one to be laid on, and stays with its words.
    pub(super) fn remake(&mut self, article: Rc<Article>) {
        for set in self.work.get_mut(&article.id).into_iter().flat_map(|work| work.values_mut()) {
            let placed = set.placed().map(|(_, mark)| Rc::clone(mark));
            let (native, foreign): (Vec<&Orphan>, Vec<&Orphan>) =
                set.orphans.iter().partition(|orphan| orphan.stands_in(&article.text));
            let native = native.iter().map(|orphan| Rc::clone(&orphan.annotation));
            let mut laid = Annotations::laid(&article, placed.chain(native));
            laid.orphans = Rc::new(laid.orphans.iter().chain(foreign).cloned().collect());
            *set = Rc::new(laid);
        }
        self.insert(article);
    }

    /// An article with all that was said of it, for an edit.
    pub(super) fn held(&self, id: &ArticleId) -> Option<Rc<Held>> {
        let article = Rc::clone(self.article(id)?);
        Some(Rc::new(Held { article, work: self.work.get(id).cloned().unwrap_or_default() }))
    }
}

impl Session {
    /// An exercise with all that was said in it, for an edit.
    pub(super) fn held_exercise(&self, id: &ExerciseId) -> Option<Rc<HeldExercise>> {
        let exercise = Rc::clone(self.exercise(id)?);
        let work = |article: &Rc<Article>| Some((article.id.clone(), self.work.get(&article.id)?.clone()));
        let work = exercise.articles.iter().filter_map(work).collect();
        Some(Rc::new(HeldExercise { exercise, work }))
    }
}

/// An article of which nothing is said yet, for an edit.
pub(super) fn bare(article: Rc<Article>) -> Rc<Held> {
    Rc::new(Held { article, work: Default::default() })
}
