//! What a pupil says of a sentence, small enough for a thousand pupils at once.

use crate::annotation::{Annotation, Annotations, Codebook, State};
use crate::article::Article;

/// What a pupil says of one sentence. Labels are bits in the order of the exercise's codebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Bit n stands for the codebook's label at place n.
    pub labels: u16,
    /// The place of the main label in the codebook.
    pub main: Option<u8>,
    /// None of the labels; never together with one.
    pub none: bool,
    /// Not sure.
    pub unsure: bool,
    /// The note; may be empty.
    pub note: Box<str>,
}

/// The answers of one pupil: for each article of the exercise, for each of its sentences.
pub type Answers = Vec<Vec<Answer>>;

impl Answer {
    /// What an annotation says; labels that the codebook does not have are left out.
    #[must_use]
    pub fn of(annotation: &Annotation, codebook: &Codebook) -> Self {
        let bits = annotation.labels.iter().filter_map(|label| bit(codebook.order(label)));
        let labels = bits.fold(0, |all, bit| all | bit);
        let main = annotation.main.as_ref().and_then(|main| u8::try_from(codebook.order(main)).ok());
        Self {
            labels,
            main,
            none: annotation.none && labels == 0,
            unsure: annotation.unsure,
            note: annotation.note.as_str().into(),
        }
    }

    /// What somebody says of every sentence of an article.
    #[must_use]
    pub fn all(article: &Article, said: &Annotations, codebook: &Codebook) -> Vec<Self> {
        let of = |place| said.get(place).map_or_else(Self::default, |said| Self::of(said, codebook));
        (0..article.sentences.len()).map(of).collect()
    }

    /// Whether it has the label at `place` of the codebook.
    #[must_use]
    pub fn has(&self, place: usize) -> bool {
        bit(place).is_some_and(|bit| self.labels & bit != 0)
    }

    /// How the sentence stands.
    #[must_use]
    pub fn state(&self) -> State {
        match self {
            Self { unsure: true, .. } => State::Unsure,
            Self { none: true, .. } => State::None,
            Self { labels: 0, .. } => State::Open,
            _ => State::Labelled,
        }
    }

    /// Yes or no to the label at `place` of the codebook. *None* and other labels say no; *not sure* without a
    /// label and *not reached* say neither (CLASS.md: they are not in the base).
    ///
    /// ```
    /// use pressmark::exercise::Answer;
    /// let claim = Answer { labels: 0b001, ..Answer::default() };
    /// assert_eq!((claim.says(0), claim.says(1)), (Some(true), Some(false)));
    /// let unsure = Answer { unsure: true, none: true, ..Answer::default() };
    /// assert_eq!((unsure.says(0), Answer::default().says(0)), (None, None));
    /// ```
    #[must_use]
    pub fn says(&self, place: usize) -> Option<bool> {
        match self {
            Self { labels: 0, unsure: true, .. } => None,
            Self { labels: 0, none: false, .. } => None,
            _ => Some(self.has(place)),
        }
    }
}

/// The bit of the label at `place` of a codebook.
fn bit(place: usize) -> Option<u16> {
    u32::try_from(place).ok().and_then(|place| 1u16.checked_shl(place))
}
