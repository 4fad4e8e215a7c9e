//! Krippendorff's alpha, Fleiss' kappa, Gwet's AC1 and the plain share of pairs that agree, from counts alone.

use super::ratings::Count;

/// A coefficient, or why there is none. Undefined is neither 0 nor 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Coefficient {
    /// Its value, at most 1.
    Value(f64),
    /// It has no value.
    Undefined(Why),
}

/// Why a figure has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There are fewer than two annotators.
    FewerThanTwo,
    /// No two annotators answered the same sentence.
    NothingShared,
    /// Every answer that can be compared is no.
    NobodySaidYes,
    /// Every answer that can be compared is yes.
    EverybodySaidYes,
    /// Too many of the bootstrap's draws held only one kind of answer.
    TooFewDraws,
}

/// How many pairs of answers to the same sentence are the same, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreeing {
    /// Pairs that are the same.
    pub same: u64,
    /// All pairs.
    pub pairs: u64,
}

impl Coefficient {
    /// Its value, if it has one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Undefined(_) => None,
        }
    }
}

/// The plain agreement: every two annotators who answered the same sentence are one pair.
///
/// ```
/// use pressmark::exercise::agreement::{Agreeing, Count, agreeing};
/// assert_eq!(agreeing(&[Count { yes: 3, no: 1 }]), Agreeing { same: 3, pairs: 6 });
/// ```
#[must_use]
pub fn agreeing(counts: &[Count]) -> Agreeing {
    let pairs = |n: u32| u64::from(n) * u64::from(n).saturating_sub(1) / 2;
    counts.iter().fold(Agreeing::default(), |all, count| Agreeing {
        same: all.same + pairs(count.yes) + pairs(count.no),
        pairs: all.pairs + pairs(count.answered()),
    })
}

/// Krippendorff's alpha for nominal values with missing data (Krippendorff 2011, “Computing Krippendorff's
/// Alpha-Reliability”, section D): 1 − Dₒ/Dₑ, where a sentence with m answers counts each of its pairs 1/(m − 1)
/// times. Sentences with fewer than two answers say nothing.
#[must_use]
pub fn alpha(counts: &[Count]) -> Coefficient {
    counts.iter().map(|count| Coincidence::of(*count)).fold(Coincidence::default(), Coincidence::plus).alpha()
}

/// What a sentence gives to the coincidence matrix of two values: its answers, and the cell off the diagonal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Coincidence {
    pub yes: u32,
    pub no: u32,
    /// o₀₁ = yes · no / (m − 1).
    pub mixed: f64,
}

impl Coincidence {
    /// Nothing from a sentence with fewer than two answers: they have no partner.
    pub fn of(Count { yes, no }: Count) -> Self {
        match yes + no {
            0 | 1 => Self::default(),
            m => Self { yes, no, mixed: f64::from(yes) * f64::from(no) / f64::from(m - 1) },
        }
    }

    pub fn plus(self, other: Self) -> Self {
        Self { yes: self.yes + other.yes, no: self.no + other.no, mixed: self.mixed + other.mixed }
    }

    /// 1 − (n − 1) · o₀₁ / (n₀ · n₁).
    pub fn alpha(self) -> Coefficient {
        match (self.yes, self.no) {
            (0, 0) => Coefficient::Undefined(Why::NothingShared),
            (0, _) => Coefficient::Undefined(Why::NobodySaidYes),
            (_, 0) => Coefficient::Undefined(Why::EverybodySaidYes),
            (yes, no) => {
                let (yes, no) = (f64::from(yes), f64::from(no));
                Coefficient::Value(1.0 - (yes + no - 1.0) * self.mixed / (yes * no))
            }
        }
    }
}

/// Fleiss' kappa (Fleiss 1971), for unequal numbers of answers as in Gwet 2014, “Handbook of Inter-Rater
/// Reliability”, chapter 2: pₐ is the mean over sentences with two answers or more, π the mean share of yes over
/// sentences with one or more, and chance agrees with π² + (1 − π)².
#[must_use]
pub fn fleiss(counts: &[Count]) -> Coefficient {
    let Some(Shares { agreement, yes }) = Shares::of(counts) else {
        return Coefficient::Undefined(Why::NothingShared);
    };
    let total = counts.iter().fold((false, false), |(y, n), c| (y || c.yes > 0, n || c.no > 0));
    match total {
        (false, _) => Coefficient::Undefined(Why::NobodySaidYes),
        (_, false) => Coefficient::Undefined(Why::EverybodySaidYes),
        _ => corrected(agreement, yes * yes + (1.0 - yes) * (1.0 - yes)),
    }
}

/// Gwet's AC1 (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61, 29-48), with pₐ and π as
/// in [`fleiss`]: chance agrees with 2π(1 − π), which is never more than one half, so AC1 has a value wherever two
/// annotators answered the same sentence. Where all say the same, that value is 1.
#[must_use]
pub fn ac1(counts: &[Count]) -> Coefficient {
    match Shares::of(counts) {
        Some(Shares { agreement, yes }) => corrected(agreement, 2.0 * yes * (1.0 - yes)),
        None => Coefficient::Undefined(Why::NothingShared),
    }
}

/// What is left of the agreement when chance is taken off, as a share of what chance leaves.
fn corrected(agreement: f64, chance: f64) -> Coefficient {
    Coefficient::Value((agreement - chance) / (1.0 - chance))
}

struct Shares {
    /// pₐ: the mean share of pairs that agree.
    agreement: f64,
    /// π: the mean share of yes.
    yes: f64,
}

impl Shares {
    /// Nothing when no sentence has two answers.
    fn of(counts: &[Count]) -> Option<Self> {
        let (mut agreement, mut compared) = (0.0, 0_u32);
        let (mut yes, mut answered) = (0.0, 0_u32);
        for count in counts.iter().filter(|count| count.answered() > 0) {
            let [y, n, m] = [count.yes, count.no, count.answered()].map(f64::from);
            yes += y / m;
            answered += 1;
            if count.answered() > 1 {
                agreement += (y * (y - 1.0) + n * (n - 1.0)) / (m * (m - 1.0));
                compared += 1;
            }
        }
        (compared > 0)
            .then(|| Self { agreement: agreement / f64::from(compared), yes: yes / f64::from(answered) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(counts: &[(u32, u32)]) -> Vec<Count> {
        counts.iter().map(|(yes, no)| Count { yes: *yes, no: *no }).collect()
    }

    #[test]
    fn one_answer_a_sentence_leaves_nothing_to_compare() {
        for table in [&[][..], &[(0, 0)], &[(1, 0), (0, 1)]] {
            let table = counts(table);
            let nothing = Coefficient::Undefined(Why::NothingShared);
            assert_eq!([alpha(&table), fleiss(&table), ac1(&table)], [nothing; 3]);
            assert_eq!(agreeing(&table), Agreeing::default());
        }
    }

    #[test]
    fn where_all_say_the_same_only_ac1_has_a_value() {
        let (yes, no) = (counts(&[(3, 0), (2, 0)]), counts(&[(0, 3), (0, 2)]));
        assert_eq!([alpha(&yes), fleiss(&yes)], [Coefficient::Undefined(Why::EverybodySaidYes); 2]);
        assert_eq!([alpha(&no), fleiss(&no)], [Coefficient::Undefined(Why::NobodySaidYes); 2]);
        assert_eq!([ac1(&yes), ac1(&no)], [Coefficient::Value(1.0); 2]);
    }

    #[test]
    fn one_mind_on_both_kinds_of_sentence_is_one_in_every_figure() {
        let table = counts(&[(4, 0), (0, 4), (3, 0)]);
        assert_eq!([alpha(&table), fleiss(&table), ac1(&table)], [Coefficient::Value(1.0); 3]);
    }

    /// CODEBOOK: 30 pupils, 12 sentences, one tag in ten flipped. Here 1,000 pupils, so that exactly 10 % are.
    #[test]
    fn the_same_raw_agreement_gives_what_the_codebook_says() {
        let check = |right: usize, kappa: &str, gwet: &str| {
            let table: Vec<Count> = (0..12)
                .map(|at| if at < right { Count { yes: 900, no: 100 } } else { Count { yes: 100, no: 900 } })
                .collect();
            let shown = |c: Coefficient| super::super::shown(c.value().unwrap());
            assert_eq!((shown(fleiss(&table)).as_str(), shown(ac1(&table)).as_str()), (kappa, gwet));
            let Agreeing { same, pairs } = agreeing(&table);
            assert_eq!((same * 100 + pairs / 2) / pairs, 82);
        };
        check(6, ".64", ".64");
        check(11, ".35", ".75");
        check(12, ".00", ".78");
    }
}
