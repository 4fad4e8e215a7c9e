//! From local storage entries to a session; what cannot be read is reported, never dropped.

use std::rc::Rc;

use crate::annotation::{Annotation, Annotations, Orphan};
use crate::article::{Article, Origin};
use crate::exercise::{Exercise, HandIn};
use crate::format::convert;
use crate::format::json;
use crate::format::storage::Later;
use crate::format::storage::key::{self, Key};
use crate::format::value::Value;
use crate::format::wire::{self, Shape};
use crate::id::{AnnotatorId, ArticleId, ExerciseId};
use crate::map::Map;
use crate::order;
use crate::session::{Annotator, Heard, Session, Touched};
use crate::text::Unit;
use crate::time::Timestamp;

/// What local storage holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The session.
    pub session: Session,
    /// Entries that cannot be read, to be set aside under [`key::damaged_key`]. None when the data is of a
    /// newer version: then nothing is to be written at all.
    pub damaged: Vec<Damaged>,
    /// What should be written again because it found its place elsewhere: this program cuts sentences
    /// differently from the one that wrote it.
    pub moved: Vec<Touched>,
    /// Whether a newer version wrote it.
    pub newer: bool,
}

/// An entry that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
    /// Why, as the end of a sentence.
    pub reason: &'static str,
}

impl Damaged {
    /// Whether the fault lies in the entry itself, and not in a text that is missing.
    #[must_use]
    pub fn is_by_itself(&self) -> bool {
        self.reason != NO_ARTICLE
    }
}

const NOT_JSON: &str = "it is not written as this program writes";
const NO_ARTICLE: &str = "its article is missing";
const NO_PLACE: &str = "its place lies outside the article";
const OTHER_TEXT: &str = "the text is not the one that its name says";
const OTHER_EXERCISE: &str = "the exercise is not whole, or not the one that its name says";
const NO_KEY: &str = "its name is incomplete";

/// Makes a session of entries in any order, beginning with the bundled articles. A stored article with
/// the text of a bundled one takes its place and counts as bundled.
///
/// An article that another segmenter cut is cut anew and written again. The answer is `None` when there is such
/// an article, or an exercise, and no `later` to read it with.
#[must_use]
pub fn load(entries: &[(String, String)], bundled: Vec<Article>, later: Option<Later>) -> Option<Loaded> {
    let mut session = Session::with_articles(bundled);
    let mut damaged = Vec::new();
    let mut newer = false;
    let mut said = Vec::new();
    let mut texts = Vec::new();
    let mut moved = Vec::new();
    for (name, value) in entries {
        let mut fail = |reason| damaged.push(Damaged { key: name.clone(), value: value.clone(), reason });
        match key::parsed(name) {
            None => fail(NO_KEY),
            Some(Key::Other) => {}
            Some(Key::Schema) => match value.parse::<u64>() {
                Ok(version) => newer = version > key::SCHEMA,
                Err(_) => fail(NOT_JSON),
            },
            Some(Key::Settings) => match parse(value, &wire::SETTINGS) {
                Some(settings) => {
                    session.me = settings.text("me").map(AnnotatorId::new);
                    session.settings = convert::settings_in(&settings);
                }
                None => fail(NOT_JSON),
            },
            Some(Key::Annotator(id)) => match name_in(value) {
                Some(name) => session.annotators.push(Annotator { id, name }),
                None => fail(NOT_JSON),
            },
            Some(Key::Article(id)) => match article(&id, value) {
                Ok(Stored::Cut(article)) => texts.push(*article),
                Ok(Stored::Uncut(text, wire)) => {
                    texts.push(convert::article_in(&text, &wire, later?.cut));
                    moved.push(Touched::Article(id));
                }
                Err(reason) => fail(reason),
            },
            Some(Key::Exercise(id)) => match exercise(&id, value, later?) {
                Ok(exercise) => session.insert_exercise(Rc::new(exercise)),
                Err(reason) => fail(reason),
            },
            Some(Key::HandIn(exercise, annotator)) => match hand_in(value) {
                Some(hand_in) => {
                    session.hand_ins.insert((exercise, annotator), hand_in);
                }
                None => fail(NOT_JSON),
            },
            Some(Key::Mark(..) | Key::Orphans(..)) => said.push((name, value)),
        }
    }
    shelve(&mut session, texts);
    lay(&mut session, &said, &mut damaged, &mut moved);
    name_everyone(&mut session);
    if newer {
        damaged.clear();
        moved.clear();
    }
    Some(Loaded { session, damaged, moved, newer })
}

/// Whether [`heard`] needs [`Later`] for an entry: it is an exercise, or an article that another segmenter cut.
#[must_use]
pub fn needs_more(name: &str, value: Option<&str>) -> bool {
    match (key::parsed(name), value) {
        (Some(Key::Article(id)), Some(value)) => matches!(article(&id, value), Ok(Stored::Uncut(..))),
        (Some(Key::Exercise(_)), Some(_)) => true,
        _ => false,
    }
}

/// Whether an entry may need [`Later`]: a look that takes no time.
#[must_use]
pub fn may_need_more(name: &str, value: &str) -> bool {
    match key::parsed(name) {
        Some(Key::Article(_)) => !value.contains(key::SEGMENTER),
        Some(Key::Exercise(_)) => true,
        _ => false,
    }
}

/// What another window changed, from the entry that it wrote (`None`: removed) under `name`; `None` when
/// it does not concern this session, or needs a `later` that is not here.
#[must_use]
pub fn heard(session: &Session, name: &str, value: Option<&str>, later: Option<Later>) -> Option<Heard> {
    match key::parsed(name)? {
        Key::Mark(id, annotator, start) => {
            let article = session.article(&id)?;
            let first = article.offsets.to_byte(&article.text, start, Unit::CodePoint)?;
            let mark = match value {
                // Of a sentence that is cut otherwise here it is understood at the next start, when it is laid.
                Some(value) => {
                    let mark = mark(article, start, value).ok()?;
                    article.sentences.binary_search(&mark.span).ok()?;
                    Some(Rc::new(mark))
                }
                None => None,
            };
            Some(Heard::Mark(id, annotator, first, mark))
        }
        Key::Article(id) => {
            let Some(value) = value else { return Some(Heard::Gone(id)) };
            let mut article = match article(&id, value).ok()? {
                Stored::Cut(article) => *article,
                Stored::Uncut(text, wire) => convert::article_in(&text, &wire, later?.cut),
            };
            if let Some(known) = session.article(&id) {
                article.origin = known.origin;
            }
            Some(Heard::Article(Rc::new(article)))
        }
        Key::Exercise(id) => Some(match value {
            Some(value) => Heard::Exercise(Rc::new(exercise(&id, value, later?).ok()?)),
            None => Heard::ExerciseGone(id),
        }),
        Key::HandIn(exercise, annotator) => Some(Heard::HandIn(exercise, annotator, hand_in(value?)?)),
        Key::Annotator(id) => Some(Heard::Annotator(Annotator { id, name: name_in(value?)? })),
        Key::Settings => {
            let settings = parse(value?, &wire::SETTINGS)?;
            let me = settings.text("me").map(AnnotatorId::new);
            Some(Heard::Settings(convert::settings_in(&settings), me))
        }
        Key::Orphans(id, annotator) => {
            let article = session.article(&id)?;
            let orphans = value.map_or(Ok(Vec::new()), |value| orphans(article, value)).ok()?;
            Some(Heard::Orphans(id, annotator, Rc::new(orphans)))
        }
        Key::Schema | Key::Other => None,
    }
}

/// What a mark said that another window wrote over, and the number of its sentence, from an entry under
/// [`key::earlier_key`] whose sentence begins at the code point `start`.
#[must_use]
pub fn earlier_mark(article: &Article, start: usize, value: &str) -> Option<(usize, Annotation)> {
    let mark = mark(article, start, value).ok()?;
    Some((article.sentence_at(mark.span.start())? + 1, mark))
}

/// The JSON of an entry, if it is of this shape.
fn parse(value: &str, shape: &Shape) -> Option<Value> {
    json::read(value).ok().filter(|value| shape.fault(value, "").is_none())
}

/// The exercise of an entry, whose id must follow from what it holds.
fn exercise(id: &ExerciseId, value: &str, later: Later) -> Result<Exercise, &'static str> {
    let wire = parse(value, &wire::EXERCISE).ok_or(NOT_JSON)?;
    let exercise = (later.exercise)(&wire).map_err(|_| OTHER_EXERCISE)?;
    if exercise.id == *id { Ok(exercise) } else { Err(OTHER_EXERCISE) }
}

fn hand_in(value: &str) -> Option<HandIn> {
    let wire = parse(value, &wire::HAND_IN)?;
    let check = wire.text("check").unwrap_or_default().to_owned();
    Some(HandIn { at: convert::time_in(&wire, "at")?, times: wire.number("times").unwrap_or(1), check })
}

fn name_in(value: &str) -> Option<String> {
    Some(parse(value, &wire::ANNOTATOR)?.text("name")?.to_owned())
}

/// An article of an entry.
enum Stored {
    /// Its sentences are known.
    Cut(Box<Article>),
    /// Another segmenter cut it: its text, and what else is said of it.
    Uncut(String, Value),
}

/// The article of an entry, whose text must be the one that its id is made of.
fn article(id: &ArticleId, value: &str) -> Result<Stored, &'static str> {
    let wire = parse(value, &wire::ARTICLE).ok_or(NOT_JSON)?;
    let text = wire.text("text").ok_or(NOT_JSON)?;
    let known = Some(&wire).filter(|wire| wire.text("segmenter") == Some(key::SEGMENTER));
    let stored = known.and_then(|wire| convert::cut_article_in(text, wire));
    let is_its_text = match &stored {
        Some(article) => article.id == *id,
        None => convert::is_hash_of(text, Some(id.as_str()), None).0,
    };
    match stored {
        _ if !is_its_text => Err(OTHER_TEXT),
        Some(article) => Ok(Stored::Cut(Box::new(article))),
        None => Ok(Stored::Uncut(text.to_owned(), wire)),
    }
}

/// The annotation of an entry, of the sentence that begins at a code point.
fn mark(article: &Article, start: usize, value: &str) -> Result<Annotation, &'static str> {
    let wire = parse(value, &wire::ANNOTATION).ok_or(NOT_JSON)?;
    let span =
        convert::span(&article.text, &article.offsets, Unit::CodePoint, Some(start), wire.number("end"));
    Ok(convert::answer_in(&wire, span.ok_or(NO_PLACE)?, Timestamp(0)))
}

/// The annotations of an entry that found no place. A bare list is how the first program wrote them.
fn orphans(article: &Article, value: &str) -> Result<Vec<Orphan>, &'static str> {
    let wire = parse(value, &wire::ORPHANS).or_else(|| parse(value, &wire::ANNOTATIONS)).ok_or(NOT_JSON)?;
    let list = match &wire {
        Value::List(list) => list,
        _ => wire.list("orphans").unwrap_or_default(),
    };
    Ok(list.iter().map(|wire| convert::orphan_in(article, wire, Timestamp(0))).collect())
}

/// Why an entry cannot be read, as far as it can be told from itself alone; without `later` an exercise is only
/// looked at.
pub(super) fn fault(name: &str, value: &str, later: Option<Later>) -> Option<&'static str> {
    let is_of = |shape: &Shape| parse(value, shape).is_some();
    match key::parsed(name) {
        None => Some(NO_KEY),
        Some(Key::Other) => None,
        Some(Key::Article(id)) => article(&id, value).err(),
        Some(Key::Schema) => value.parse::<u64>().is_err().then_some(NOT_JSON),
        Some(Key::Exercise(id)) => match later {
            Some(later) => exercise(&id, value, later).err(),
            None => (!is_of(&wire::EXERCISE)).then_some(NOT_JSON),
        },
        Some(Key::HandIn(..)) => hand_in(value).is_none().then_some(NOT_JSON),
        Some(Key::Settings) => (!is_of(&wire::SETTINGS)).then_some(NOT_JSON),
        Some(Key::Annotator(_)) => name_in(value).is_none().then_some(NOT_JSON),
        Some(Key::Mark(..)) => (!is_of(&wire::ANNOTATION)).then_some(NOT_JSON),
        Some(Key::Orphans(..)) => (!is_of(&wire::ORPHANS) && !is_of(&wire::ANNOTATIONS)).then_some(NOT_JSON),
    }
}

/// Puts stored articles in their places: the bundled ones as they came, then the added ones by time.
fn shelve(session: &mut Session, texts: Vec<Article>) {
    for mut article in texts {
        match session.articles.iter_mut().find(|known| known.id == article.id) {
            Some(known) => {
                article.origin = Origin::Bundled;
                *known = Rc::new(article);
            }
            None => session.articles.push(Rc::new(article)),
        }
    }
    session.sort_articles();
}

/// Lays what is said on the articles; annotations of one annotator of one article are laid together.
fn lay(
    session: &mut Session,
    said: &[(&String, &String)],
    damaged: &mut Vec<Damaged>,
    moved: &mut Vec<Touched>,
) {
    type Said = (Vec<Rc<Annotation>>, Vec<Orphan>);
    let mut by: Map<(ArticleId, AnnotatorId), Said> = Map::default();
    for (name, value) in said {
        let done = match key::parsed(name) {
            Some(Key::Mark(id, annotator, start)) => {
                session.article(&id).ok_or(NO_ARTICLE).and_then(|article| {
                    let mark = mark(article, start, value)?;
                    by.or_default((id, annotator)).0.push(Rc::new(mark));
                    Ok(())
                })
            }
            Some(Key::Orphans(id, annotator)) => session.article(&id).ok_or(NO_ARTICLE).and_then(|article| {
                by.or_default((id, annotator)).1.extend(orphans(article, value)?);
                Ok(())
            }),
            _ => Ok(()),
        };
        if let Err(reason) = done {
            damaged.push(Damaged { key: (*name).clone(), value: (*value).clone(), reason });
        }
    }
    for ((id, annotator), (mut marks, orphans)) in by {
        let Some(article) = session.article(&id) else { continue };
        order::sort_by(&mut marks, |a, b| a.span.cmp(&b.span));
        let is_settled = marks.iter().all(|m| article.sentences.binary_search(&m.span).is_ok());
        let set = Annotations::laid(article, marks).with_orphans(orphans);
        if !is_settled {
            moved.push(Touched::Work(id.clone()));
        }
        session.work.or_default(id).insert(annotator, Rc::new(set));
    }
    moved.dedup();
}

/// Gives everyone who has marked an entry in the list, in the order of their ids; where the name is lost
/// the id stands for it.
fn name_everyone(session: &mut Session) {
    let marked = session.work.values().flat_map(|work| work.keys()).chain(&session.me).cloned();
    let unnamed = marked.map(|id| Annotator { name: id.to_string(), id });
    // The sort is stable, so a name that was stored comes before the id that stands for it.
    session.annotators.extend(unnamed.collect::<Vec<_>>());
    order::sort_by(&mut session.annotators, |a, b| a.id.cmp(&b.id));
    session.annotators.dedup_by(|a, b| a.id == b.id);
}
