//! The names of storage entries.

use std::fmt::Write as _;

use crate::id::{AnnotatorId, ArticleId, ExerciseId};
use crate::time::Timestamp;

/// Every key of this program begins with it.
pub const PREFIX: &str = "pressmark/";
/// The version of the entries that this program writes.
pub const SCHEMA: u64 = 1;
/// The entry that holds it.
pub const SCHEMA_KEY: &str = "pressmark/schema";
/// The entry that says when this device was cleared: what is older does not come back.
pub const CLEARED_KEY: &str = "pressmark/cleared";
/// The beginning of the keys of entries set aside because they could not be read.
pub const DAMAGED: &str = "pressmark/damaged/";
/// The beginning of the keys of marks that another window wrote over.
pub const EARLIER: &str = "pressmark/earlier/";
/// The beginning of the keys of tombstones.
const GONE: &str = "pressmark/gone/";
/// The segmenter of this program, by what it is made of: sentences that another one cut are cut anew.
pub(super) const SEGMENTER: &str = env!("PRESSMARK_SEGMENTER");
/// Settings, and who marks now.
pub(super) const SETTINGS_KEY: &str = "pressmark/settings";

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Schema,
    Settings,
    Article(ArticleId),
    Exercise(ExerciseId),
    HandIn(ExerciseId, AnnotatorId),
    Annotator(AnnotatorId),
    /// What an annotator says of the sentence that begins at a code point.
    Mark(ArticleId, AnnotatorId, usize),
    Orphans(ArticleId, AnnotatorId),
    /// Of no concern here: places, entries set aside, entries of other programs.
    Other,
}

/// The entry of the last place in an article: the code point where its current sentence begins.
#[must_use]
pub fn place_key(article: &ArticleId) -> String {
    format!("{PREFIX}place/{article}")
}

/// Where an entry that cannot be read is set aside at this moment, so that nothing is lost.
#[must_use]
pub fn damaged_key(key: &str, now: Timestamp) -> String {
    format!("{DAMAGED}{now}/{}", key.strip_prefix(PREFIX).unwrap_or(key))
}

/// When the entry under this key was set aside, and the rest of the key it had; `None` when it was not.
#[must_use]
pub fn aside(key: &str) -> Option<(Timestamp, &str)> {
    let (when, rest) = key.strip_prefix(DAMAGED)?.split_once('/')?;
    Some((Timestamp::parse(when)?, rest))
}

/// Where the earlier of two marks is kept that two windows made of one sentence.
#[must_use]
pub fn earlier_key(key: &str) -> Option<String> {
    let rest = key.strip_prefix(PREFIX)?.strip_prefix("mark/")?;
    Some(format!("{EARLIER}{rest}"))
}

/// The mark that an earlier one was written over by: its article, its annotator, and where its sentence
/// begins (code points).
#[must_use]
pub fn earlier(key: &str) -> Option<(ArticleId, AnnotatorId, usize)> {
    let mark = format!("{PREFIX}mark/{}", key.strip_prefix(EARLIER)?);
    match parsed(&mark)? {
        Key::Mark(article, annotator, start) => Some((article, annotator, start)),
        _ => None,
    }
}

/// Where the tombstone of an entry stands: the time at which it went.
#[must_use]
pub fn gone_key(key: &str) -> String {
    format!("{GONE}{}", key.strip_prefix(PREFIX).unwrap_or(key))
}

/// The key whose tombstone this is.
pub(super) fn gone(key: &str) -> Option<String> {
    Some(format!("{PREFIX}{}", key.strip_prefix(GONE)?))
}

/// Whether the entry under this key stands in local storage and in the journal.
pub(super) fn is_kept_twice(key: &str) -> bool {
    let is_work = || parsed(key).is_none_or(|key| key != Key::Other);
    let is_other = || [DAMAGED, EARLIER].iter().any(|it| key.starts_with(it)) || key == CLEARED_KEY;
    key.starts_with(PREFIX) && (is_work() || is_other())
}

pub(super) fn article_key(article: &ArticleId) -> String {
    format!("{PREFIX}article/{article}")
}

pub(super) fn exercise_key(exercise: &ExerciseId) -> String {
    format!("{PREFIX}exercise/{exercise}")
}

pub(super) fn hand_in_key(exercise: &ExerciseId, annotator: &AnnotatorId) -> String {
    format!("{PREFIX}handin/{exercise}/{}", escaped(annotator))
}

pub(super) fn annotator_key(annotator: &AnnotatorId) -> String {
    format!("{PREFIX}annotator/{}", escaped(annotator))
}

/// The beginning of the keys of all that is said of an article.
pub(super) fn marks_prefix(article: &ArticleId) -> String {
    format!("{PREFIX}mark/{article}/")
}

pub(super) fn mark_key(article: &ArticleId, annotator: &AnnotatorId, start: usize) -> String {
    format!("{PREFIX}mark/{article}/{}/{start}", escaped(annotator))
}

/// The beginning of the keys of all annotations of an article that found no place.
pub(super) fn orphans_prefix(article: &ArticleId) -> String {
    format!("{PREFIX}orphans/{article}/")
}

pub(super) fn orphans_key(article: &ArticleId, annotator: &AnnotatorId) -> String {
    format!("{PREFIX}orphans/{article}/{}", escaped(annotator))
}

/// What a key is about; `None` when it should be one of ours and is not well formed.
pub(super) fn parsed(key: &str) -> Option<Key> {
    let parts: Vec<&str> = key.strip_prefix(PREFIX).unwrap_or_default().split('/').collect();
    match parts.as_slice() {
        ["schema"] => Some(Key::Schema),
        ["settings"] => Some(Key::Settings),
        ["article", id] => Some(Key::Article(ArticleId::new(id))),
        ["exercise", id] => Some(Key::Exercise(ExerciseId::new(id))),
        ["handin", exercise, who] => Some(Key::HandIn(ExerciseId::new(exercise), annotator(who))),
        ["annotator", id] => Some(Key::Annotator(annotator(id))),
        ["mark", article, who, start] => {
            Some(Key::Mark(ArticleId::new(article), annotator(who), start.parse().ok()?))
        }
        ["orphans", article, who] => Some(Key::Orphans(ArticleId::new(article), annotator(who))),
        ["article" | "exercise" | "handin" | "annotator" | "mark" | "orphans", ..] => None,
        _ => Some(Key::Other),
    }
}

/// An annotator's id as one part of a key. Our own ids are six letters and digits; one from another
/// program's file may hold anything, so what could break a key is written as `%` and its code point.
fn escaped(annotator: &AnnotatorId) -> String {
    annotator.as_str().chars().fold(String::new(), |mut part, c| {
        if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') {
            part.push(c);
        } else {
            let _ = write!(part, "%{:x};", u32::from(c));
        }
        part
    })
}

fn annotator(part: &str) -> AnnotatorId {
    let mut pieces = part.split('%');
    let mut id = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once(';').unwrap_or(("", piece));
        id.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        id.push_str(rest);
    }
    AnnotatorId::new(&id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_says_what_it_is_about() {
        let (article, k3v) = (ArticleId::new("3f2a"), AnnotatorId::new("k3v9q2"));
        assert_eq!(mark_key(&article, &k3v, 124), "pressmark/mark/3f2a/k3v9q2/124");
        for id in ["k3v9q2", "a/b%c d", "", "%", "اسم", "x;y"].map(AnnotatorId::new) {
            let key = mark_key(&article, &id, 7);
            assert_eq!(parsed(&key), Some(Key::Mark(article.clone(), id.clone(), 7)), "{key}");
            assert_eq!(parsed(&annotator_key(&id)), Some(Key::Annotator(id.clone())));
            assert_eq!(parsed(&orphans_key(&article, &id)), Some(Key::Orphans(article.clone(), id)));
        }
        assert_eq!(parsed("pressmark/mark/3f2a/k3v9q2/x"), None);
        assert_eq!(parsed(&place_key(&article)), Some(Key::Other));
        let aside_key = damaged_key("pressmark/mark/x", Timestamp(250));
        assert_eq!(aside_key, "pressmark/damaged/1970-01-01T00:00:00.250Z/mark/x");
        assert_eq!(parsed(&aside_key), Some(Key::Other));
        assert_eq!(aside(&aside_key), Some((Timestamp(250), "mark/x")));
        let earlier_key = earlier_key("pressmark/mark/3f2a/k3v9q2/7").unwrap_or_default();
        assert_eq!(earlier(&earlier_key), Some((article.clone(), k3v, 7)));
        assert_eq!(gone(&gone_key("pressmark/settings")).as_deref(), Some("pressmark/settings"));
        assert_eq!(parsed("theme"), Some(Key::Other));
        for (key, twice) in [
            ("pressmark/settings", true),
            ("pressmark/mark/incomplete", true),
            (&aside_key, true),
            (&earlier_key, true),
            (CLEARED_KEY, true),
            ("pressmark/place/3f2a", false),
            ("pressmark/gone/settings", false),
            ("theme", false),
        ] {
            assert_eq!(is_kept_twice(key), twice, "{key}");
        }
    }
}
