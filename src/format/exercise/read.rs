//! Reads exercises, whole or brief. An exercise is taken as it was made or not at all: its sentences are frozen
//! and its id follows from what it holds.

use std::rc::Rc;

use crate::annotation::{Codebook, Label};
use crate::article::{self, Article, Origin};
use crate::exercise::{Exercise, Feedback, Judgement, Key, KeyEntry, MOST_LABELS, Rules, WarmUp, When};
use crate::format::convert;
use crate::format::error::FormatError;
use crate::format::exercise::write::{content, feedback_word, judgement_word, when_word};
use crate::format::pressmark::{is_usable, missing, short};
use crate::format::value::Value;
use crate::id::{ExerciseId, LabelId};
use crate::text;

/// An exercise has at most this many articles.
const MOST_ARTICLES: usize = 50;
/// An exercise has at most this many warm-up sentences.
const MOST_WARM_UP: usize = 50;
/// Instructions are at most this long (bytes).
const LONGEST: usize = 50_000;

/// The exercise that `draft` describes, as it will be read again, under the id that follows from what it holds.
///
/// # Errors
/// What is missing or too much, as for a file.
pub fn made(draft: &Exercise) -> Result<Exercise, FormatError> {
    exercise_in(&Value::from(content(draft)))
}

/// The exercises of a file.
pub(in crate::format) fn exercises(file: &Value) -> Result<Vec<Exercise>, FormatError> {
    file.list("exercises").unwrap_or_default().iter().map(exercise_in).collect()
}

/// An exercise that was written.
pub(in crate::format) fn exercise_in(wire: &Value) -> Result<Exercise, FormatError> {
    let title = wire.text("title").map(str::trim).filter(|title| !title.is_empty());
    let title = title.ok_or_else(|| missing("the exercise’s title"))?.to_owned();
    let instructions = wire.text("instructions").unwrap_or_default().to_owned();
    let listed = wire.list("articles").unwrap_or_default();
    let warm_up = wire.list("warm_up").unwrap_or_default();
    for (is_over, what, most) in [
        (listed.len() > MOST_ARTICLES, "articles", MOST_ARTICLES),
        (warm_up.len() > MOST_WARM_UP, "warm-up sentences", MOST_WARM_UP),
        (instructions.len() > LONGEST, "characters of instructions", LONGEST),
        (wire.get("codebook").list("labels").unwrap_or_default().len() > MOST_LABELS, "labels", MOST_LABELS),
    ] {
        if is_over {
            return Err(FormatError::TooMany { what, most });
        }
    }
    if listed.is_empty() {
        return Err(missing("the exercise’s article"));
    }
    let codebook = codebook_in(wire.get("codebook"))?;
    let articles = listed.iter().map(|wire| frozen(wire).map(Rc::new)).collect::<Result<Vec<_>, _>>()?;
    let is_doubled =
        |(at, article): (usize, &Rc<Article>)| articles.iter().take(at).any(|it| it.id == article.id);
    if articles.iter().enumerate().any(is_doubled) {
        return Err(FormatError::Twice { what: "an article" });
    }
    let settings = wire.get("settings");
    let notes_on = settings.list("notes_on").unwrap_or_default().iter().filter_map(Value::as_text);
    let rules = Rules {
        notes_on: notes_on.map(LabelId::new).filter(|label| codebook.label(label).is_some()).collect(),
        main: settings.flag("main").unwrap_or(false),
        none: settings.flag("none").unwrap_or(false),
    };
    let feedback = [Feedback::Nothing, Feedback::HowMany, Feedback::Where, Feedback::WhereAndWhy];
    let feedback = feedback.into_iter().find(|it| settings.text("feedback") == Some(feedback_word(*it)));
    let when = [When::AfterHandIn, When::AtOnce];
    let when = when.into_iter().find(|it| settings.text("when") == Some(when_word(*it)));
    let exercise = identified(Exercise {
        id: ExerciseId::new(""),
        key: key_in(wire.list("key").unwrap_or_default(), &articles, &codebook),
        warm_up: warm_up.iter().map(|wire| warm_up_in(wire, &codebook)).collect(),
        codebook: Rc::new(codebook),
        title,
        instructions,
        articles,
        rules,
        feedback: feedback.unwrap_or_default(),
        when: when.unwrap_or_default(),
        created: convert::time_in(wire, "created").unwrap_or_default(),
    });
    match wire.text("id") {
        Some(id) if id != exercise.id.as_str() => {
            Err(FormatError::ExerciseChanged { title: short(&exercise.title) })
        }
        _ => Ok(exercise),
    }
}

/// The exercise under the id that follows from what it holds, with its articles within it.
fn identified(exercise: Exercise) -> Exercise {
    let hash = article::hash(&Value::from(content(&exercise)).compact());
    let id = ExerciseId::new(hash.get(7..23).unwrap_or_default());
    let within = |article: Rc<Article>| Rc::new(Article { id: article.id.within(&id), ..(*article).clone() });
    let articles = exercise.articles.into_iter().map(within).collect();
    Exercise { articles, id, ..exercise }
}

/// An article whose sentences are those that are listed, however this program would cut it.
fn frozen(wire: &Value) -> Result<Article, FormatError> {
    let text = wire.text("text").ok_or_else(|| missing("the text of the exercise’s article"))?;
    let title = || short(wire.text("title").unwrap_or("the exercise’s article"));
    let (id, hash) = convert::is_hash_of(text, wire.text("id"), wire.text("hash"));
    if !hash {
        return Err(FormatError::HashMismatch { title: title() });
    }
    if !id {
        return Err(FormatError::IdMismatch { title: title() });
    }
    text::clean(text).map_err(|reason| FormatError::ArticleText { title: title(), reason })?;
    let brief =
        wire.list("starts").map(|starts| starts.iter().map(Value::as_number).collect::<Option<Vec<_>>>());
    let whole = || {
        let sentences = wire.list("sentences").unwrap_or_default().iter();
        sentences.map(|sentence| sentence.number("start")).collect::<Option<Vec<_>>>()
    };
    let starts = brief.unwrap_or_else(whole).ok_or_else(|| FormatError::Sentences { title: title() })?;
    let article = convert::frozen_article_in(text, wire, &starts);
    let article = article.filter(|article| !article.sentences.is_empty());
    // When it was added here or there is no part of the exercise.
    let article = article.map(|article| Article { origin: Origin::Bundled, ..article });
    article.ok_or_else(|| FormatError::Sentences { title: title() })
}

/// The codebook of an exercise; the one that this program brings where none is given.
fn codebook_in(wire: &Value) -> Result<Codebook, FormatError> {
    let usual = Codebook::default();
    let Some(listed) = wire.list("labels") else { return Ok(usual) };
    let mut labels: Vec<Label> = Vec::new();
    for ((wire, key), place) in listed.iter().zip('1'..='9').zip(1_u8..) {
        let id = wire.text("id").filter(|id| is_usable(id)).ok_or_else(|| missing("the id of a label"))?;
        if labels.iter().any(|known| known.id.as_str() == id) {
            return Err(FormatError::Twice { what: "a label" });
        }
        let words = |field| wire.text(field).unwrap_or_default().to_owned();
        let ink =
            wire.number("ink").and_then(|ink| u8::try_from(ink).ok()).filter(|ink| (1..=9).contains(ink));
        let name = wire.text("name").map(str::trim).filter(|name| !name.is_empty());
        labels.push(Label {
            id: LabelId::new(id),
            name: name.unwrap_or(id).to_owned(),
            key,
            letter: None,
            definition: words("definition"),
            question: words("question"),
            example: words("example"),
            ink: ink.unwrap_or(place),
        });
    }
    if labels.is_empty() {
        return Err(missing("the exercise’s labels"));
    }
    let codebook = Codebook { name: wire.text("name").unwrap_or_default().to_owned(), labels };
    // The usual one keeps its letters.
    Ok(if is_same(&codebook, &usual) { usual } else { codebook })
}

/// Whether two codebooks say the same, whatever the letters.
fn is_same(codebook: &Codebook, other: &Codebook) -> bool {
    let plain = |codebook: &Codebook| -> Vec<Label> {
        codebook.labels.iter().map(|label| Label { letter: None, ..label.clone() }).collect()
    };
    codebook.name == other.name && plain(codebook) == plain(other)
}

fn judgement_in(wire: &Value) -> Judgement {
    let all = [Judgement::Required, Judgement::Accepted];
    all.into_iter().find(|it| wire.text("judgement") == Some(judgement_word(*it))).unwrap_or_default()
}

fn warm_up_in(wire: &Value, codebook: &Codebook) -> WarmUp {
    let judged = |wire: &Value| {
        let label = LabelId::new(wire.text("label")?);
        codebook.label(&label)?;
        Some((label, judgement_in(wire)))
    };
    WarmUp {
        text: wire.text("text").unwrap_or_default().to_owned(),
        judgements: wire.list("judgements").unwrap_or_default().iter().filter_map(judged).collect(),
        reason: wire.text("reason").unwrap_or_default().to_owned(),
    }
}

/// The key: lines about what the exercise does not have are left out, and of two on the same the first counts.
fn key_in(listed: &[Value], articles: &[Rc<Article>], codebook: &Codebook) -> Key {
    let mut key = Key::default();
    for wire in listed {
        let place = |field| wire.number(field).and_then(|number| number.checked_sub(1));
        let (Some(article), Some(sentence), Some(label)) =
            (place("article"), place("sentence"), wire.text("label"))
        else {
            continue;
        };
        let label = LabelId::new(label);
        let is_there = articles.get(article).is_some_and(|article| sentence < article.sentences.len());
        if is_there && codebook.label(&label).is_some() && key.entry(article, sentence, &label).is_none() {
            let reason = wire.text("reason").unwrap_or_default().to_owned();
            key.entries.push(KeyEntry { article, sentence, label, judgement: judgement_in(wire), reason });
        }
    }
    key
}
