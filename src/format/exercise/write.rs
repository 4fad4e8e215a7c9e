//! Writes exercises. The brief form leaves out what follows from the rest; its hash is the exercise's id.

use std::rc::Rc;

use crate::annotation::{Codebook, Label};
use crate::article::{self, Article};
use crate::exercise::{Exercise, Feedback, Judgement, KeyEntry, Rules, WarmUp, When};
use crate::format::convert;
use crate::format::pressmark::{Parts, article_out, codebook_out, file};
use crate::format::value::{Object, Value};
use crate::id::{ArticleId, LabelId};
use crate::time::Timestamp;

/// Writes a file of kind `exercise`, with `now` as the time of export.
#[must_use]
pub fn write(exercise: &Exercise, now: Timestamp) -> String {
    let file = file("exercise", now, Value::List(Vec::new()), codebook_out(&exercise.codebook))
        .with("articles", Value::List(Vec::new()))
        .with("exercises", [whole(exercise, &|_| Parts::new())].into_iter().collect::<Value>());
    Value::from(file).pretty()
}

/// Everything that a reader of the file might want, also what follows from the rest; `work` gives what is said of
/// an article.
pub(in crate::format) fn whole<'a>(exercise: &'a Exercise, work: &dyn Fn(&ArticleId) -> Parts<'a>) -> Object {
    let article = |article: &Rc<Article>| frozen_out(article, &work(&article.id));
    let named = Object::default().with("id", exercise.id.as_str());
    let articles = exercise.articles.iter().map(article).collect();
    fields(named, exercise, Some(&*exercise.codebook), articles)
}

/// An article of an exercise with all that is said of it, and the hash of its sentences.
pub(super) fn frozen_out(article: &Article, work: &Parts) -> Object {
    article_out(article, work).with("sentences_hash", sentences_hash(article))
}

/// `sha256:` and the SHA-256 over the words of the sentences, one a line: whoever has the same has the same
/// sentences, however they were cut.
pub(super) fn sentences_hash(article: &Article) -> String {
    let words: Vec<&str> = (0..article.sentences.len()).filter_map(|place| article.sentence(place)).collect();
    article::hash(&words.join("\n"))
}

/// What storage and links hold.
pub(in crate::format) fn brief(exercise: &Exercise) -> Object {
    content(exercise).with("id", exercise.id.as_str())
}

/// What the id is made of.
pub(super) fn content(exercise: &Exercise) -> Object {
    let article = |article: &Rc<Article>| {
        let start = |span| convert::start_of(article, span);
        let starts: Value = article.sentences.iter().map(|span| start(*span)).collect();
        convert::article_out(Object::default(), article).with("starts", starts)
    };
    let own = Some(&*exercise.codebook).filter(|codebook| **codebook != Codebook::default());
    fields(Object::default(), exercise, own, exercise.articles.iter().map(article).collect())
}

fn fields(named: Object, exercise: &Exercise, codebook: Option<&Codebook>, articles: Value) -> Object {
    let warm_up = |warm_up: &WarmUp| {
        let judged = |(label, judgement): &(LabelId, Judgement)| {
            Object::default().with("label", label.as_str()).with("judgement", judgement_word(*judgement))
        };
        Object::default()
            .with("text", warm_up.text.as_str())
            .with("judgements", warm_up.judgements.iter().map(judged).collect::<Value>())
            .with_some("reason", said(&warm_up.reason))
    };
    let entry = |entry: &KeyEntry| {
        Object::default()
            .with("article", entry.article + 1)
            .with("sentence", entry.sentence + 1)
            .with("label", entry.label.as_str())
            .with("judgement", judgement_word(entry.judgement))
            .with_some("reason", said(&entry.reason))
    };
    named
        .with("title", exercise.title.as_str())
        .with("instructions", exercise.instructions.as_str())
        .with("created", exercise.created.to_string())
        .with_some("codebook", codebook.map(codebook_of_exercise))
        .with("settings", settings(exercise))
        .with("articles", articles)
        .with("warm_up", exercise.warm_up.iter().map(warm_up).collect::<Value>())
        .with("key", exercise.key.entries.iter().map(entry).collect::<Value>())
}

fn settings(exercise: &Exercise) -> Object {
    let Rules { notes_on, main, none } = &exercise.rules;
    Object::default()
        .with("notes_on", notes_on.iter().map(LabelId::as_str).collect::<Value>())
        .with("main", *main)
        .with("none", *none)
        .with("feedback", feedback_word(exercise.feedback))
        .with("when", when_word(exercise.when))
}

/// A codebook with all that a teacher can say of a label.
fn codebook_of_exercise(codebook: &Codebook) -> Object {
    let label = |label: &Label| {
        Object::default()
            .with("id", label.id.as_str())
            .with("name", label.name.as_str())
            .with("key", label.key.to_string())
            .with("definition", label.definition.as_str())
            .with_some("question", said(&label.question))
            .with_some("example", said(&label.example))
            .with("ink", usize::from(label.ink))
    };
    let labels: Value = codebook.labels.iter().map(label).collect();
    Object::default().with("name", codebook.name.as_str()).with("labels", labels)
}

fn said(words: &str) -> Option<&str> {
    Some(words).filter(|words| !words.is_empty())
}

pub(super) fn judgement_word(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Required => "required",
        Judgement::Accepted => "accepted",
        Judgement::Wrong => "wrong",
    }
}

pub(super) fn feedback_word(feedback: Feedback) -> &'static str {
    match feedback {
        Feedback::Nothing => "none",
        Feedback::HowMany => "how many",
        Feedback::Where => "where",
        Feedback::WhereAndWhy => "where and why",
    }
}

pub(super) fn when_word(when: When) -> &'static str {
    match when {
        When::AfterHandIn => "after handing in",
        When::AtOnce => "at once",
    }
}
