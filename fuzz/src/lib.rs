//! What several fuzz targets need: small articles, files whose hashes are put right, and what must hold.

use std::collections::BTreeMap;
use std::rc::Rc;

use pressmark::article::{Article, Meta, Origin, hash};
use pressmark::exercise::Exercise;
use pressmark::format::pressmark::{Export, write};
use pressmark::format::storage::{Later, Write, load, writes};
use pressmark::format::{Opened, open};
use pressmark::session::{Moment, Session, Touched};
use pressmark::text::Span;
use pressmark::time::Timestamp;
use serde_json::Value;

/// The article of [`bundled`] whose id the seeds name: `7bb9b68bf37b5ee3`.
const PIER: &str = "Pier closes 🎣\n\nThe board left the cafe\u{301} at noon. “Nobody asked us,” she said.\n\n=2+5 said שלום.\n\nTrending";

/// The articles that come with the program here: few sentences, so that chance hits them.
pub fn bundled() -> Vec<Article> {
    let meta = Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled };
    vec![Article::new(PIER, meta)]
}

/// A moment, with chance.
pub fn moment(turn: u64) -> Moment {
    Moment { now: Timestamp(1_764_061_900_000 + turn * 250), random: turn }
}

/// Sentences and lines set apart come in order, do not overlap, and leave only white space between them.
pub fn assert_partition(article: &Article) {
    let mut parts: Vec<Span> = article.sentences.clone();
    parts.extend(article.furniture.iter().map(|line| line.span));
    parts.sort();
    let mut end = 0;
    for part in parts {
        assert!(part.start() >= end && !part.is_empty());
        assert!(article.text[end..part.start()].trim().is_empty());
        end = part.end();
    }
    assert!(article.text[end..].trim().is_empty());
    let places: Vec<usize> = article.blocks.iter().flat_map(|block| block.sentences.clone()).collect();
    assert_eq!(places, (0..article.sentences.len()).collect::<Vec<_>>());
}

/// A back-up of the session, always as of the same moment.
pub fn back_up(session: &Session) -> String {
    write(session, Export::Backup, Timestamp(0))
}

/// Local storage gives back all that the session holds.
pub fn assert_stored(session: &Session) {
    let mut all = vec![Touched::Settings];
    all.extend(session.annotators.iter().map(|annotator| Touched::Annotator(annotator.id.clone())));
    for article in &session.articles {
        all.extend([Touched::Article(article.id.clone()), Touched::Work(article.id.clone())]);
    }
    let mut stored = BTreeMap::new();
    for write in writes(session, &all, Timestamp(0)) {
        if let Write::Put { key, value } = write {
            stored.insert(key, value);
        }
    }
    let entries: Vec<(String, String)> = stored.into_iter().collect();
    let loaded = load(&entries, bundled(), Some(Later::HERE)).expect("what cuts is here");
    assert_eq!(loaded.damaged, [], "what was written can be read");
    assert_eq!(loaded.moved, [], "and has its place");
    assert_eq!(in_any_order(&back_up(&loaded.session)), in_any_order(&back_up(session)));
}

/// A back-up with its articles by their ids: those that are neither bundled nor say when they were added stand in
/// the order in which the browser gives its keys.
fn in_any_order(file: &str) -> Value {
    let mut file: Value = serde_json::from_str(file).expect("our own file is JSON");
    if let Some(articles) = file["articles"].as_array_mut() {
        articles.sort_by_key(|article| article["id"].to_string());
    }
    file
}

/// The exercise that is kept as an example of the format: two articles and three labels.
pub fn exercise() -> Rc<Exercise> {
    match open(include_bytes!("../../tests/data/versions/1/exercise.pressmark.json")) {
        Ok(Opened::Exercise(exercise)) => exercise,
        other => panic!("{other:?}"),
    }
}

/// A file in which every article, also of an exercise, bears the hash that its text has, so that chance comes past
/// the first check; `None` when it is no JSON.
pub fn with_hashes(file: &str) -> Option<String> {
    let mut file: Value = serde_json::from_str(file).ok()?;
    put_right(&mut file);
    Some(file.to_string())
}

fn put_right(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(put_right),
        Value::Object(fields) => {
            fields.values_mut().for_each(put_right);
            let text = fields.get("text").and_then(Value::as_str).map(hash);
            if let Some(hash) = text.filter(|_| fields.contains_key("hash")) {
                fields.remove("id");
                fields.insert("hash".into(), hash.into());
            }
        }
        _ => {}
    }
}
