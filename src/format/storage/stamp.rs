//! When an entry was written: every value says it itself, so that of two stores the newer can be told.

use crate::format::storage::key;
use crate::format::{convert, json};
use crate::time::Timestamp;

/// The field that says when an entry was written, where no other field of it does. It is the last one.
pub(super) const WRITTEN: &str = "written";

/// When an entry was written; 1970 where it does not say so.
#[must_use]
pub(super) fn stamp(name: &str, value: &str) -> Timestamp {
    let in_name = || key::aside(name).map(|(when, _)| when);
    let digits = || value.parse().ok().filter(|_| name == key::CLEARED_KEY).map(Timestamp);
    in_name().or_else(digits).or_else(|| quick(value)).or_else(|| slow(value)).unwrap_or_default()
}

/// What an entry says, whenever it was written.
pub(super) fn said(value: &str) -> &str {
    // A text inside JSON has no bare quotation marks, so this can only be the field.
    last(value, ",\"written\":\"").and_then(|at| value.get(..at)).unwrap_or(value)
}

/// The time of an entry that this program wrote, read off its end.
fn quick(value: &str) -> Option<Timestamp> {
    let after = |field: &str| {
        let from = last(value, field)? + field.len();
        let time = value.get(from..)?;
        Timestamp::parse(time.get(..time.find('"')?)?)
    };
    after(",\"written\":\"").or_else(|| after(",\"modified\":\"")).or_else(|| after(",\"created\":\""))
}

/// Where `words` stand last, in bytes. They stand near the end, so it is looked for plainly: `rfind` brings two
/// kilobytes of code that is quick in long texts.
fn last(value: &str, words: &str) -> Option<usize> {
    value.as_bytes().windows(words.len()).rposition(|it| it == words.as_bytes())
}

/// The time of an entry that something else wrote, with other spaces or in another order.
fn slow(value: &str) -> Option<Timestamp> {
    let value = json::read(value).ok()?;
    ["written", "modified", "created"].into_iter().find_map(|field| convert::time_in(&value, field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_says_when_it_was_written() {
        let hour = |hour: u64| Timestamp(1_764_061_200_000 + hour * 3_600_000);
        let mark = "pressmark/mark/3f2a/k/7";
        for (name, value, at) in [
            (mark, r#"{"end":9,"created":"2025-11-25T09:00:00Z"}"#, hour(0)),
            (
                mark,
                r#"{"end":9,"created":"2025-11-25T09:00:00Z","modified":"2025-11-25T10:00:00Z"}"#,
                hour(1),
            ),
            (
                mark,
                r#"{"note":",\"written\":\"2000-01-01T00:00:00Z\"","created":"2025-11-25T09:00:00Z","written":"2025-11-25T11:00:00Z"}"#,
                hour(2),
            ),
            (mark, r#"{ "written" : "2025-11-25T11:00:00Z", "end": 9 }"#, hour(2)),
            (mark, r#"{"end":9}"#, Timestamp(0)),
            (mark, r#"{"end":"#, Timestamp(0)),
            ("pressmark/cleared", "1764061200000", hour(0)),
            ("pressmark/damaged/2025-11-25T09:00:00Z/mark/3f2a/k/7", "{\"end\":", hour(0)),
        ] {
            assert_eq!(stamp(name, value), at, "{name} {value}");
        }
    }

    #[test]
    fn what_is_said_is_told_from_when() {
        assert_eq!(said(r#"{"name":"Heron","written":"2025-11-25T09:00:00Z"}"#), r#"{"name":"Heron""#);
        assert_eq!(said(r#"{"end":9}"#), r#"{"end":9}"#);
    }
}
