//! What a class says of one label: yes or no by annotator and sentence, as bits, with the counts of each sentence.

/// What all annotators say of all sentences about **one** label. *Neither* is everything outside the base: *not
/// sure* without a label, and *not reached*. *None* says no.
///
/// ```
/// use pressmark::exercise::agreement::Ratings;
/// let said = [[Some(true), Some(false)], [Some(true), None], [Some(false), Some(false)]];
/// let ratings = Ratings::new(3, 2, &|annotator, sentence| said[annotator][sentence]);
/// assert_eq!((ratings.counts()[0].yes, ratings.counts()[0].no), (2, 1));
/// assert_eq!(ratings.said(1, 1), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratings {
    annotators: usize,
    sentences: usize,
    /// Words of 64 sentences in each annotator's row.
    width: usize,
    /// One row for each annotator.
    words: Vec<Word>,
    counts: Vec<Count>,
}

/// What one annotator says of 64 sentences. A bit of `yes` is set only where that of `answered` is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub answered: u64,
    pub yes: u64,
}

/// How many said yes and how many no to one label of one sentence. Both together are the base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Annotators who set the label.
    pub yes: u32,
    /// Annotators who answered without it, *none* included.
    pub no: u32,
}

impl Ratings {
    /// Asks once for every annotator and sentence, both counted from 0.
    #[must_use]
    pub fn new(annotators: usize, sentences: usize, said: &dyn Fn(usize, usize) -> Option<bool>) -> Self {
        let width = sentences.div_ceil(64);
        let mut words = Vec::with_capacity(annotators * width);
        let mut counts = vec![Count::default(); sentences];
        for annotator in 0..annotators {
            for (block, counts) in counts.chunks_mut(64).enumerate() {
                let mut word = Word::default();
                for (bit, count) in counts.iter_mut().enumerate() {
                    let Some(yes) = said(annotator, block * 64 + bit) else { continue };
                    word.answered |= 1 << bit;
                    word.yes |= u64::from(yes) << bit;
                    count.yes += u32::from(yes);
                    count.no += u32::from(!yes);
                }
                words.push(word);
            }
        }
        Self { annotators, sentences, width, words, counts }
    }

    /// How many annotators.
    #[must_use]
    pub fn annotators(&self) -> usize {
        self.annotators
    }

    /// How many sentences.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.sentences
    }

    /// The counts of each sentence.
    #[must_use]
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// The counts of all sentences together.
    #[must_use]
    pub fn total(&self) -> Count {
        let add = |all: Count, one: &Count| Count { yes: all.yes + one.yes, no: all.no + one.no };
        self.counts.iter().fold(Count::default(), add)
    }

    /// Yes, no or neither. Nobody says anything of a sentence that does not exist.
    #[must_use]
    pub fn said(&self, annotator: usize, sentence: usize) -> Option<bool> {
        let word = self.row(annotator).get(sentence / 64)?;
        let bit = 1 << (sentence % 64);
        (word.answered & bit != 0).then_some(word.yes & bit != 0)
    }

    /// The row of an annotator; empty if there is none.
    pub(super) fn row(&self, annotator: usize) -> &[Word] {
        self.words.get(annotator * self.width..(annotator + 1) * self.width).unwrap_or_default()
    }
}

impl Count {
    /// How many answered.
    #[must_use]
    pub fn answered(self) -> u32 {
        self.yes + self.no
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_give_back_what_was_said_on_both_sides_of_every_64th_sentence() {
        let said = |annotator: usize, sentence: usize| match (annotator * 31 + sentence * 7) % 5 {
            0 | 3 => Some(true),
            1 => Some(false),
            _ => None,
        };
        for sentences in [0, 1, 63, 64, 65, 128, 200] {
            let ratings = Ratings::new(7, sentences, &said);
            for annotator in 0..7 {
                for sentence in 0..sentences {
                    assert_eq!(ratings.said(annotator, sentence), said(annotator, sentence));
                }
                assert_eq!(ratings.said(annotator, 200), None);
            }
            assert_eq!(ratings.said(7, 0), None);
            let yes: usize =
                (0..7).map(|a| (0..sentences).filter(|s| said(a, *s) == Some(true)).count()).sum();
            assert_eq!(ratings.total().yes as usize, yes);
        }
    }
}
