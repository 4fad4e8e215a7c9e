//! Moments, as milliseconds since 1970 and as RFC 3339 text.

use std::fmt;
use std::time::{Duration, UNIX_EPOCH};

/// A moment: milliseconds since 1970-01-01T00:00:00Z. The library never asks for it; it is given.
///
/// ```
/// use pressmark::time::Timestamp;
/// let moment = Timestamp::parse("2026-11-24T09:12:03Z").unwrap();
/// assert_eq!(moment.to_string(), "2026-11-24T09:12:03Z");
/// assert_eq!(Timestamp(moment.0 + 250).to_string(), "2026-11-24T09:12:03.250Z");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub u64);

/// The last moment that RFC 3339 can write: the end of the year 9999, in milliseconds.
const LAST: u64 = 253_402_300_799_999;

impl Timestamp {
    /// The moment that an RFC 3339 text in UTC names (`2026-11-24T09:12:03Z`, a fraction may follow the
    /// seconds); `None` for anything else, and for moments before 1970.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let since = humantime::parse_rfc3339(text).ok()?.duration_since(UNIX_EPOCH).ok()?;
        u64::try_from(since.as_millis()).ok().filter(|ms| *ms <= LAST).map(Self)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = UNIX_EPOCH + Duration::from_millis(self.0.min(LAST));
        if self.0.is_multiple_of(1000) {
            humantime::format_rfc3339_seconds(moment).fmt(f)
        } else {
            humantime::format_rfc3339_millis(moment).fmt(f)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_survives_being_written_and_read() {
        for ms in [0, 1, 999, 1000, 1_764_061_923_250, LAST] {
            assert_eq!(Timestamp::parse(&Timestamp(ms).to_string()), Some(Timestamp(ms)));
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "now",
            "2026-13-01T00:00:00Z",
            "2026-11-24",
            "2026-11-24T09:12:03+02:00",
            "1969-12-31T23:59:59Z",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_past_the_year_9999_is_written_as_its_end() {
        assert_eq!(Timestamp(u64::MAX).to_string(), Timestamp(LAST).to_string());
    }
}
