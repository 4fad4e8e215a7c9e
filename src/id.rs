//! The names of things: articles, annotators, labels and exercises each have an id of their own type.

use std::fmt;
use std::rc::Rc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id that `text` spells.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(Rc::from(text))
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// An article: the first 16 hexadecimal digits of the SHA-256 of its text, so that the same text is
    /// the same article everywhere.
    ArticleId,
    /// Somebody who marks: six random characters; the code name stands beside it and can change.
    AnnotatorId,
    /// A label of the codebook, such as `claim`.
    LabelId,
    /// An exercise that a teacher hands out.
    ExerciseId,
}

impl ArticleId {
    /// The same article as `exercise` freezes it: another article to the session, with work of its own.
    ///
    /// ```
    /// use pressmark::id::{ArticleId, ExerciseId};
    /// let id = ArticleId::new("3f2a").within(&ExerciseId::new("b7"));
    /// assert_eq!((id.as_str(), id.plain()), ("3f2a~b7", "3f2a"));
    /// assert_eq!(id.exercise(), Some(ExerciseId::new("b7")));
    /// ```
    #[must_use]
    pub fn within(&self, exercise: &ExerciseId) -> Self {
        Self::new(&[self.plain(), "~", exercise.as_str()].concat())
    }

    /// The id that files name: without the exercise.
    #[must_use]
    pub fn plain(&self) -> &str {
        self.0.split_once('~').map_or(self.as_str(), |(plain, _)| plain)
    }

    /// The exercise that froze it, if one did.
    #[must_use]
    pub fn exercise(&self) -> Option<ExerciseId> {
        self.0.split_once('~').map(|(_, exercise)| ExerciseId::new(exercise))
    }
}

impl AnnotatorId {
    /// An id made of the low 30 bits of `random`, six characters of an alphabet without look-alikes
    /// (Crockford's base 32, lower case).
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let digit = |place: u32| {
            let index = usize::try_from((random >> (5 * place)) & 31).unwrap_or(0);
            ALPHABET.get(index).map_or('0', |b| char::from(*b))
        };
        Self::new(&(0..6).map(digit).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annotator_id_has_six_plain_characters() {
        for random in [0, 1, u64::MAX, 0x1234_5678_9abc_def0] {
            let id = AnnotatorId::from_random(random);
            assert_eq!(id.as_str().len(), 6);
            assert!(id.as_str().bytes().all(|b| b.is_ascii_alphanumeric()));
        }
        assert_ne!(AnnotatorId::from_random(7), AnnotatorId::from_random(8));
    }
}
