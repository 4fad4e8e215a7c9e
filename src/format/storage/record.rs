//! One line of the journal: an entry as it was at a moment, or that it went.

use std::rc::Rc;

use crate::format::storage::key;
use crate::format::storage::stamp::stamp;
use crate::time::Timestamp;

/// An entry as it was at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its key in local storage.
    pub key: String,
    /// When it was written or removed.
    pub at: Timestamp,
    /// Its value; `None` is the tombstone of an entry that was removed.
    pub value: Option<Rc<str>>,
}

/// A line as the journal holds it: its number, which is never given again, and its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number.
    pub id: u64,
    /// The fields. What is no list of texts stands here as one text.
    pub fields: Vec<String>,
}

impl Record {
    /// The line that is written: key, milliseconds since 1970, and the value if there is one.
    #[must_use]
    pub fn fields(&self) -> Vec<String> {
        let mut fields = vec![self.key.clone(), self.at.0.to_string()];
        fields.extend(self.value.as_deref().map(str::to_owned));
        fields
    }

    /// The record of a line; `None` when it is none.
    #[must_use]
    pub fn of_fields(fields: &[String]) -> Option<Self> {
        let (key, at, value) = match fields {
            [key, at] => (key, at, None),
            [key, at, value] => (key, at, Some(Rc::from(value.as_str()))),
            _ => return None,
        };
        let is_ours = key.starts_with(key::PREFIX);
        Some(Self { key: key.clone(), at: Timestamp(at.parse().ok()?), value }).filter(|_| is_ours)
    }

    /// What an entry of local storage says; `None` where it is none of those that are kept twice, such as
    /// the last place in an article.
    #[must_use]
    pub fn of_local(name: &str, value: &str) -> Option<Self> {
        if let Some(key) = key::gone(name) {
            return Some(Self { key, at: Timestamp(value.parse().ok()?), value: None });
        }
        let record = || Self { key: name.to_owned(), at: stamp(name, value), value: Some(Rc::from(value)) };
        key::is_kept_twice(name).then(record)
    }

    /// Whether this is the later of two, and by its words where both were written in the same millisecond, so
    /// that every window decides alike.
    #[must_use]
    pub fn is_later_than(&self, at: Timestamp, value: Option<&str>) -> bool {
        (self.at, self.value.as_deref()) > (at, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        for value in [None, Some(""), Some("{\"note\":\"\u{1F469}\u{200D}\u{1F467} שלום\"}")] {
            let record = Record { key: "pressmark/x".into(), at: Timestamp(7), value: value.map(Rc::from) };
            assert_eq!(Record::of_fields(&record.fields()), Some(record));
        }
        for fields in
            [&["pressmark/x"][..], &["other", "7"], &["pressmark/x", "soon", "{}"], &[], &["", "", "", ""]]
        {
            let fields: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
            assert_eq!(Record::of_fields(&fields), None, "{fields:?}");
        }
    }

    #[test]
    fn local_storage_says_what_went_and_keeps_places_to_itself() {
        let gone = Record::of_local("pressmark/gone/mark/3f2a/k3v9q2/7", "1764061923000");
        let key = "pressmark/mark/3f2a/k3v9q2/7".to_owned();
        assert_eq!(gone, Some(Record { key, at: Timestamp(1_764_061_923_000), value: None }));
        assert_eq!(Record::of_local("pressmark/place/3f2a", "7"), None);
        assert_eq!(Record::of_local("theme", "dark"), None);
        let mark =
            Record::of_local("pressmark/mark/3f2a/k/7", r#"{"end":9,"created":"2025-11-25T09:12:03Z"}"#);
        assert_eq!(mark.map(|mark| mark.at), Some(Timestamp(1_764_061_923_000)));
    }
}
