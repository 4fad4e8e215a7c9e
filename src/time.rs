//! Moments, as milliseconds since 1970 and as RFC 3339 text.

use std::fmt;

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

const SECOND: u64 = 1000;
const DAY: u64 = 86_400 * SECOND;

impl Timestamp {
    /// The moment that an RFC 3339 text in UTC names (`2026-11-24T09:12:03Z`, a fraction may follow the
    /// seconds); `None` for anything else, and for moments before 1970.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
        let is_real = (1970..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            // A leap second (RFC 3339, 5.6) is the one before it.
            && second <= 60;
        let thousandths = digits(fraction)?.chars().chain("00".chars()).take(3).collect::<String>();
        let milliseconds = thousandths.parse::<u64>().ok().filter(|_| is_real)?;
        let days = days_before(year) + (1..month).map(|month| days_in(year, month)).sum::<u64>() + day - 1;
        let seconds = (hour * 60 + minute) * 60 + second.min(59);
        Some(Self(days * DAY + seconds * SECOND + milliseconds))
    }
}

/// Three numbers of so many digits with `between` between them.
fn numbers(text: &str, between: char, lengths: [usize; 3]) -> Option<[u64; 3]> {
    let mut parts = text.split(between);
    let mut next = |length: usize| digits(parts.next()?).filter(|part| part.len() == length)?.parse().ok();
    let found = [next(lengths[0])?, next(lengths[1])?, next(lengths[2])?];
    parts.next().is_none().then_some(found)
}

/// The text, if it is one ASCII digit or more.
fn digits(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in(year: u64, month: u64) -> u64 {
    match month {
        2 => 28 + u64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days from 1970 to the first of a year.
fn days_before(year: u64) -> u64 {
    let leaps = |before: u64| before / 4 - before / 100 + before / 400;
    (year - 1970) * 365 + leaps(year - 1) - leaps(1969)
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = self.0.min(LAST);
        let (mut day, rest) = (moment / DAY, moment % DAY);
        // No year has more days than 366, so this is the year or one before it.
        let mut year = 1970 + day / 366;
        while days_before(year + 1) <= day {
            year += 1;
        }
        day -= days_before(year);
        let mut month = 1;
        while day >= days_in(year, month) {
            day -= days_in(year, month);
            month += 1;
        }
        let (seconds, thousandths) = (rest / SECOND, rest % SECOND);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}", day + 1)?;
        if self.0.is_multiple_of(SECOND) { f.write_str("Z") } else { write!(f, ".{thousandths:03}Z") }
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
        // Every day of 500 years, leap years and those that are none.
        for day in 0..500 * 366 {
            let moment = Timestamp(day * DAY + 1);
            assert_eq!(Timestamp::parse(&moment.to_string()), Some(moment));
        }
    }

    #[test]
    fn moments_are_those_that_everybody_else_names_so() {
        for (text, ms) in [
            ("2000-02-29T00:00:00Z", 951_782_400_000),
            ("2000-03-01T00:00:00Z", 951_868_800_000),
            ("2100-03-01T00:00:00Z", 4_107_542_400_000),
            ("2025-11-25T09:12:03.250Z", 1_764_061_923_250),
            ("2016-12-31T23:59:60Z", 1_483_228_799_000),
            ("2025-11-25T09:12:03.2509999Z", 1_764_061_923_250),
        ] {
            assert_eq!(Timestamp::parse(text), Some(Timestamp(ms)), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "now",
            "2026-13-01T00:00:00Z",
            "2026-11-24",
            "2026-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2026-00-10T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:00.Z",
            "+026-01-01T00:00:00Z",
            "2026-1-01T00:00:00Z",
            "2026-01-01-01T00:00:00Z",
            "12026-01-01T00:00:00Z",
            "2026-01-01T00:00:00é",
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
