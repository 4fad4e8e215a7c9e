//! Reads exercises, whole or brief. An exercise is taken as it was made or not at all: its sentences are frozen
//! and its id follows from what it holds.

use std::rc::Rc;

use crate::annotation::Label;
use crate::article::{self, Article, Origin};
use crate::exercise::{Exercise, Feedback, MOST_LABELS, Rules, When};
use crate::format::convert;
use crate::format::error::FormatError;
use crate::format::exercise::judged::{key_in, warm_up_in};
use crate::format::exercise::labels::codebook_in;
use crate::format::exercise::write::{content, feedback_word, sentences_hash, when_word};
use crate::format::pressmark::{missing, short};
use crate::format::value::Value;
use crate::id::ExerciseId;
use crate::text::{self, Span};

/// An exercise has at most this many articles.
const MOST_ARTICLES: usize = 50;
/// An exercise has at most this many warm-up sentences.
const MOST_WARM_UP: usize = 50;
/// Titles are at most this long, as everything below in characters.
const LONGEST_TITLE: usize = 500;
/// Instructions are at most this long.
const LONGEST_INSTRUCTIONS: usize = 20_000;
/// A definition, a warm-up sentence or a reason is at most this long.
pub(super) const LONGEST: usize = 5_000;

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
    let title = no_longer(title.ok_or_else(|| missing("the exercise’s title"))?, "its title", LONGEST_TITLE)?;
    let instructions = wire.text("instructions").unwrap_or_default();
    let instructions = no_longer(instructions, "its instructions", LONGEST_INSTRUCTIONS)?;
    let listed = wire.list("articles").unwrap_or_default();
    let warm_up = wire.list("warm_up").unwrap_or_default();
    for (is_over, what, most) in [
        (listed.len() > MOST_ARTICLES, "articles", MOST_ARTICLES),
        (warm_up.len() > MOST_WARM_UP, "warm-up sentences", MOST_WARM_UP),
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
    let notes_on = settings.list("notes_on").unwrap_or_default();
    let is_asked = |label: &&Label| notes_on.iter().any(|it| it.as_text() == Some(label.id.as_str()));
    let rules = Rules {
        notes_on: codebook.labels.iter().filter(is_asked).map(|label| label.id.clone()).collect(),
        main: settings.flag("main").unwrap_or(false),
        none: settings.flag("none").unwrap_or(false),
    };
    let feedback = [Feedback::Nothing, Feedback::HowMany, Feedback::Where, Feedback::WhereAndWhy];
    let feedback = feedback.into_iter().find(|it| settings.text("feedback") == Some(feedback_word(*it)));
    let when = [When::AfterHandIn, When::AtOnce];
    let when = when.into_iter().find(|it| settings.text("when") == Some(when_word(*it)));
    let exercise = identified(Exercise {
        id: ExerciseId::new(""),
        key: key_in(wire.list("key").unwrap_or_default(), &articles, &codebook)?,
        warm_up: warm_up.iter().map(|wire| warm_up_in(wire, &codebook)).collect::<Result<_, _>>()?,
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
    let fault = || FormatError::Sentences { title: title() };
    let listed = wire.list("sentences").unwrap_or_default();
    let starts: Option<Vec<usize>> = match wire.list("starts") {
        Some(starts) => starts.iter().map(Value::as_number).collect(),
        None => listed.iter().map(|sentence| sentence.number("start")).collect(),
    };
    let article = convert::frozen_article_in(text, wire, &starts.ok_or_else(fault)?).ok_or_else(fault)?;
    if article.sentences.is_empty() || !are_sentences_of(&article, wire) {
        return Err(fault());
    }
    // When it was added here or there is no part of the exercise.
    Ok(Article { origin: Origin::Bundled, ..article })
}

/// Whether the sentences that are listed, and their hash, are those of the article; both may be missing.
fn are_sentences_of(article: &Article, wire: &Value) -> bool {
    let is_hash = wire.text("sentences_hash").is_none_or(|hash| hash == sentences_hash(article));
    let Some(listed) = wire.list("sentences") else { return is_hash };
    let is_it = |(place, (listed, span)): (usize, (&Value, &Span))| {
        listed.number("number") == Some(place + 1)
            && listed.number("start") == Some(convert::start_of(article, *span))
            && listed.number("end") == Some(convert::end_of(article, *span))
            && listed.text("text") == article.sentence(place)
    };
    is_hash
        && listed.len() == article.sentences.len()
        && listed.iter().zip(&article.sentences).enumerate().all(is_it)
}

/// Words that are no longer than anybody would want to read.
pub(super) fn no_longer(words: &str, what: &'static str, most: usize) -> Result<String, FormatError> {
    if words.len() > most && words.chars().count() > most {
        return Err(FormatError::TooLong { what, most });
    }
    Ok(words.to_owned())
}
