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

/// What most say of one label of one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Majority {
    /// More yes than no.
    Yes,
    /// More no than yes.
    No,
    /// As many yes as no.
    Tie,
    /// Nobody answered.
    Open,
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

    /// From 0, all say the same, to 1, as many yes as no: 1 − |yes − no| / answered. Nothing if nobody answered.
    ///
    /// ```
    /// use pressmark::exercise::agreement::Count;
    /// assert_eq!(Count { yes: 14, no: 14 }.divided(), Some(1.0));
    /// assert_eq!(Count { yes: 3, no: 1 }.divided(), Some(0.5));
    /// ```
    #[must_use]
    pub fn divided(self) -> Option<f64> {
        let apart = f64::from(self.yes.abs_diff(self.no));
        (self.answered() > 0).then(|| 1.0 - apart / f64::from(self.answered()))
    }

    /// What most say.
    #[must_use]
    pub fn majority(self) -> Majority {
        match self.yes.cmp(&self.no) {
            _ if self.answered() == 0 => Majority::Open,
            std::cmp::Ordering::Greater => Majority::Yes,
            std::cmp::Ordering::Less => Majority::No,
            std::cmp::Ordering::Equal => Majority::Tie,
        }
    }
}

/// The places of all sentences, the most divided first: by the closest of the labels, then by the second closest
/// and so on, then as they stand in the text. Sentences that nobody answered come last.
#[must_use]
pub fn most_divided_first(labels: &[&Ratings]) -> Vec<usize> {
    let sentences = labels.iter().map(|ratings| ratings.sentences).max().unwrap_or_default();
    let split = |sentence: usize| {
        let divided = |r: &&Ratings| r.counts.get(sentence).and_then(|c| c.divided()).unwrap_or(-1.0);
        let mut split: Vec<f64> = labels.iter().map(divided).collect();
        crate::order::sort_by(&mut split, |a, b| b.total_cmp(a));
        split
    };
    let mut order: Vec<(usize, Vec<f64>)> = (0..sentences).map(|place| (place, split(place))).collect();
    crate::order::sort_by(&mut order, |(_, a), (_, b)| {
        let differ = a.iter().zip(b).map(|(a, b)| b.total_cmp(a)).find(|order| order.is_ne());
        differ.unwrap_or(std::cmp::Ordering::Equal)
    });
    order.into_iter().map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(counts: &[(u32, u32)]) -> Ratings {
        let most = counts.iter().map(|(yes, no)| yes + no).max().unwrap_or_default() as usize;
        Ratings::new(most, counts.len(), &|annotator, sentence| {
            let (yes, no) = counts[sentence];
            let annotator = u32::try_from(annotator).unwrap();
            (annotator < yes + no).then_some(annotator < yes)
        })
    }

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

    #[test]
    fn the_majority_knows_ties_and_silence() {
        let of = |yes, no| Count { yes, no }.majority();
        assert_eq!(
            [of(2, 1), of(1, 2), of(3, 3), of(0, 0)],
            [Majority::Yes, Majority::No, Majority::Tie, Majority::Open]
        );
    }

    #[test]
    fn nobody_divided_is_nought_and_nobody_there_is_nothing() {
        assert_eq!(Count { yes: 5, no: 0 }.divided(), Some(0.0));
        assert_eq!(Count { yes: 0, no: 5 }.divided(), Some(0.0));
        assert_eq!(Count::default().divided(), None);
    }

    #[test]
    fn ties_of_the_closest_label_go_by_the_second_closest() {
        let claim = counted(&[(5, 5), (9, 1), (2, 8), (5, 5), (0, 0)]);
        let actor = counted(&[(9, 1), (6, 4), (10, 0), (7, 3), (0, 0)]);
        assert_eq!(most_divided_first(&[&claim, &actor]), [3, 0, 1, 2, 4]);
        assert_eq!(most_divided_first(&[&claim]), [0, 3, 2, 1, 4]);
        assert_eq!(most_divided_first(&[]), [0; 0]);
    }
}
