//! What must be written to both stores after a change.

use crate::annotation::Annotation;
use crate::article::{Article, Origin};
use crate::format::storage::key;
use crate::format::storage::stamp::WRITTEN;
use crate::format::value::{Object, Value};
use crate::format::{convert, exercise};
use crate::id::{AnnotatorId, ArticleId, ExerciseId};
use crate::session::{Session, Touched};
use crate::time::Timestamp;

/// One thing to do to a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Sets an entry.
    Put {
        /// Its key.
        key: String,
        /// Its value.
        value: String,
    },
    /// Removes an entry.
    Remove {
        /// Its key.
        key: String,
    },
    /// Removes every entry whose key begins with `prefix`, except those kept.
    Sweep {
        /// How the keys begin.
        prefix: String,
        /// The keys that stay.
        keep: Vec<String>,
    },
}

/// What must be written after `touched` was changed in `session`, in this order: a text comes before what
/// is said of it, and what is new before anything old goes, so that a page that dies midway loses nothing.
/// `at` is the moment of the change; each value says it, unless it says so already.
#[must_use]
pub fn writes(session: &Session, touched: &[Touched], at: Timestamp) -> Vec<Write> {
    let mut out = Out { at, ..Out::default() };
    for touched in touched {
        match touched {
            Touched::Mark(article, annotator, start) => out.mark(session, article, annotator, *start),
            Touched::Work(article) => out.work(session, article),
            Touched::Article(id) => match session.article(id) {
                Some(article) => out.article(article),
                None => out.removed.extend([key::article_key(id), key::place_key(id)]),
            },
            Touched::Exercise(id) => out.exercise(session, id),
            Touched::HandIn(exercise, annotator) => out.hand_in(session, exercise, annotator),
            Touched::Annotator(id) => out.annotator(session, id),
            Touched::Settings => out.settings(session),
            Touched::Everything => out.everything(session),
        }
    }
    let schema = (!out.first.is_empty()).then(|| (key::SCHEMA_KEY.to_owned(), key::SCHEMA.to_string()));
    let puts = schema.into_iter().chain(out.first).chain(out.then);
    puts.map(|(key, value)| Write::Put { key, value })
        .chain(out.sweeps.into_iter().map(|(prefix, keep)| Write::Sweep { prefix, keep }))
        .chain(out.removed.into_iter().map(|key| Write::Remove { key }))
        .collect()
}

type Entry = (String, String);

#[derive(Default)]
struct Out {
    at: Timestamp,
    /// Texts, names and settings.
    first: Vec<Entry>,
    /// What is said of the texts.
    then: Vec<Entry>,
    sweeps: Vec<(String, Vec<String>)>,
    removed: Vec<String>,
}

impl Out {
    fn mark(&mut self, session: &Session, id: &ArticleId, annotator: &AnnotatorId, start: usize) {
        let Some(article) = session.article(id) else { return };
        let Some(place) = article.sentence_at(start) else { return };
        match session.annotations(id, annotator).and_then(|set| set.get(place)) {
            Some(mark) => self.then.push(self.mark_entry(article, annotator, mark)),
            None => {
                let start = article.sentences.get(place).map_or(0, |span| convert::start_of(article, *span));
                self.removed.push(key::mark_key(id, annotator, start));
            }
        }
    }

    fn work(&mut self, session: &Session, id: &ArticleId) {
        let (mut marks, mut orphans) = (Vec::new(), Vec::new());
        if let (Some(article), Some(work)) = (session.article(id), session.work.get(id)) {
            for (annotator, set) in work.iter() {
                marks.extend(set.placed().map(|(_, mark)| self.mark_entry(article, annotator, mark)));
                if !set.orphans.is_empty() {
                    let list: Value =
                        set.orphans.iter().map(|orphan| convert::orphan_out(article, orphan, None)).collect();
                    let list = Object::default().with("orphans", list);
                    orphans.push((key::orphans_key(id, annotator), self.json(list)));
                }
            }
        }
        let keys = |entries: &[Entry]| entries.iter().map(|(key, _)| key.clone()).collect();
        self.sweeps.push((key::marks_prefix(id), keys(&marks)));
        self.sweeps.push((key::orphans_prefix(id), keys(&orphans)));
        self.then.extend(marks.into_iter().chain(orphans));
    }

    fn article(&mut self, article: &Article) {
        let starts = article.sentences.iter().map(|span| convert::start_of(article, *span));
        let entry = convert::article_out(Object::default(), article)
            .with("segmenter", key::SEGMENTER)
            .with("starts", starts.map(Value::from).collect::<Value>());
        let entry = self.json(entry);
        self.first.push((key::article_key(&article.id), entry));
    }

    fn exercise(&mut self, session: &Session, id: &ExerciseId) {
        let key = key::exercise_key(id);
        match session.exercise(id) {
            Some(exercise) => {
                let entry = self.json(exercise::brief(exercise));
                self.first.push((key, entry));
            }
            None => self.removed.push(key),
        }
    }

    fn hand_in(&mut self, session: &Session, exercise: &ExerciseId, annotator: &AnnotatorId) {
        let Some(hand_in) = session.hand_ins.get(&(exercise.clone(), annotator.clone())) else { return };
        let entry = Object::default()
            .with("at", hand_in.at.to_string())
            .with("times", hand_in.times)
            .with("check", hand_in.check.as_str());
        let entry = self.json(entry);
        self.then.push((key::hand_in_key(exercise, annotator), entry));
    }

    fn annotator(&mut self, session: &Session, id: &AnnotatorId) {
        let key = key::annotator_key(id);
        match session.annotators.iter().find(|annotator| annotator.id == *id) {
            Some(annotator) => {
                let entry = self.json(Object::default().with("name", annotator.name.as_str()));
                self.first.push((key, entry));
            }
            None => self.removed.push(key),
        }
    }

    fn settings(&mut self, session: &Session) {
        let settings = convert::settings_out(&session.settings, session.me.as_ref());
        self.first.push((key::SETTINGS_KEY.to_owned(), self.json(settings)));
    }

    /// Everything that the session holds, and nothing else. A bundled article of which nothing is said is
    /// not written when it is as the program brings it.
    fn everything(&mut self, session: &Session) {
        let bundled = crate::seeds::articles();
        let is_kept = |article: &Article| {
            matches!(article.origin, Origin::Added(_))
                || session.work.get(&article.id).is_some_and(|w| w.values().any(|set| !set.is_empty()))
                || !bundled.contains(article)
        };
        self.settings(session);
        for annotator in &session.annotators {
            self.annotator(session, &annotator.id);
        }
        for article in session.articles.iter().filter(|article| is_kept(article)) {
            self.article(article);
            self.work(session, &article.id);
        }
        for exercise in &session.exercises {
            self.exercise(session, &exercise.id);
            for article in &exercise.articles {
                self.work(session, &article.id);
            }
        }
        for (exercise, annotator) in session.hand_ins.keys() {
            self.hand_in(session, exercise, annotator);
        }
        let keep = self.first.iter().chain(&self.then).map(|(key, _)| key.clone());
        let keep = keep.chain([key::SCHEMA_KEY.to_owned()]).collect();
        self.sweeps = vec![(key::PREFIX.to_owned(), keep)];
        self.removed.clear();
    }

    /// A mark says when it was changed, which is nearly always when it is written; one that undo brought
    /// back was changed long before.
    fn mark_entry(&self, article: &Article, annotator: &AnnotatorId, mark: &Annotation) -> Entry {
        let key = key::mark_key(&article.id, annotator, convert::start_of(article, mark.span));
        let place = Object::default().with("end", convert::end_of(article, mark.span));
        let entry = convert::answer_out(place, mark, None);
        let is_said = mark.modified == self.at;
        (key, if is_said { Value::from(entry).compact() } else { self.json(entry) })
    }

    /// The entry with its time at the end.
    fn json(&self, entry: Object) -> String {
        Value::from(entry.with(WRITTEN, self.at.to_string())).compact()
    }
}
