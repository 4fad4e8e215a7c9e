//! How much there is on this device that no copy holds, and when to remind of one.

use crate::session::Session;

/// From so many marked sentences on that are in no copy, the reader is reminded of a back-up: an hour's work.
const MUCH: usize = 60;

impl Session {
    /// How many marked sentences were changed since the last copy of everything was saved.
    #[must_use]
    pub fn in_no_copy(&self) -> usize {
        let since = self.settings.backed_up;
        let sets = self.work.values().flat_map(|work| work.values());
        sets.flat_map(|set| set.placed())
            .filter(|(_, mark)| since.is_none_or(|since| mark.modified > since))
            .count()
    }

    /// Whether there is so much in no copy that the reader should be reminded.
    #[must_use]
    pub fn is_copy_due(&self) -> bool {
        self.in_no_copy() >= MUCH
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Meta, Origin};
    use crate::session::{Action, Moment, Settings};
    use crate::time::Timestamp;

    #[test]
    fn a_copy_is_due_when_much_is_in_none() {
        let text = "One more line.\n".repeat(MUCH);
        let meta = Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled };
        let mut session = Session::with_articles([Article::new(&text, meta)]);
        let id = session.articles[0].id.clone();
        let count = session.articles[0].sentences.len();
        assert_eq!((session.in_no_copy(), session.is_copy_due()), (0, false));
        for place in 0..count {
            let moment = Moment { now: Timestamp(place as u64), random: 7 };
            session = session.update(&Action::Unsure(id.clone(), place), moment).0;
        }
        assert_eq!((session.in_no_copy(), session.is_copy_due()), (count, count >= MUCH));
        let settings = Settings { backed_up: Some(Timestamp(40)), ..session.settings.clone() };
        session = session.update(&Action::Settings(settings), Moment::default()).0;
        assert_eq!((session.in_no_copy(), session.is_copy_due()), (count - 41, false));
    }
}
