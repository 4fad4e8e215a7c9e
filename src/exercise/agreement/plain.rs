//! One plain sentence for each figure, and the warnings that go with them.

use super::coefficient::{Agreeing, Coefficient, Why};
use super::figures::Figures;
use super::shown::{hundredths, in_a_hundred};

/// What a reader must know before believing a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Nearly everybody said the same of nearly everything: alpha and AC1 part by more than .12.
    OneSided,
    /// Fewer than ten sentences can be compared.
    FewSentences,
    /// The interval is wider than .30.
    WideInterval,
    /// More than one answer in ten is missing.
    ManyMissing,
}

/// AC1 above alpha by more than this, in hundredths, is told as one-sided (CLASS.md).
const GAP: i64 = 12;
/// Fewer sentences than this are few.
const FEW: usize = 10;
/// A wider interval than this, in hundredths, is wide.
const WIDE: i64 = 30;
/// Fleiss’ kappa this near to alpha, in hundredths, is told as the same.
const NEAR: i64 = 2;

impl Why {
    /// Why there is no value, as whole sentences.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::FewerThanTwo => "It takes two to agree: there is one submission, or none.",
            Self::NothingShared => "No sentence has two answers, so there is nothing to compare yet.",
            Self::NobodySaidYes => {
                "Nobody said yes even once. With nothing to tell apart, there is no value: not 1, not 0."
            }
            Self::EverybodySaidYes => {
                "Everybody said yes every time. With nothing to tell apart, there is no value: not 1, not 0."
            }
            Self::TooFewDraws => {
                "Too many of the draws hold one kind of answer only and have no value, so there is no interval."
            }
        }
    }
}

impl Warning {
    /// The warning as whole sentences.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::OneSided => {
                "Most answers go one way. Then alpha is harsh, because guessing would agree too, and AC1 is \
                 kind. Look at the counts first."
            }
            Self::FewSentences => {
                "Fewer than ten sentences can be compared. One sentence more or less can move these figures a lot."
            }
            Self::WideInterval => {
                "The interval is wide: with other sentences, alpha could have come out very differently."
            }
            Self::ManyMissing => {
                "More than one answer in ten is missing. Missing is not no: the figures speak only of what was \
                 answered."
            }
        }
    }
}

/// The warnings that go with the figures of a label, the weightiest first.
#[must_use]
pub fn warnings(figures: &Figures) -> Vec<Warning> {
    let wide = |low: f64, high: f64| hundredths(high - low).is_some_and(|width| width > WIDE);
    let cases = [
        (gap(figures).is_some_and(|gap| gap > GAP), Warning::OneSided),
        (figures.compared > 0 && figures.compared < FEW, Warning::FewSentences),
        (matches!(figures.interval, Some(Ok(i)) if wide(i.low, i.high)), Warning::WideInterval),
        (figures.total.answered() > 0 && !is_nearly_full(figures), Warning::ManyMissing),
    ];
    cases.into_iter().filter(|(is_so, _)| *is_so).map(|(_, warning)| warning).collect()
}

/// By how many hundredths, as they are shown, AC1 stands above alpha.
fn gap(figures: &Figures) -> Option<i64> {
    Some(hundredths(figures.ac1.value()?)? - hundredths(figures.alpha.value()?)?)
}

/// Whether nine answers in ten are there.
fn is_nearly_full(figures: &Figures) -> bool {
    u64::from(figures.total.answered()) * 10 >= figures.asked * 9
}

/// Whether neither yes nor no is more than about two answers in three.
fn is_even(figures: &Figures) -> bool {
    let yes = in_a_hundred(figures.total.yes.into(), figures.total.answered().into());
    yes.is_some_and(|yes| (35..=65).contains(&yes))
}

/// The plain agreement in words: “About two pairs in three said the same.”
#[must_use]
pub fn agreeing_sentence(agreeing: Agreeing) -> &'static str {
    match in_a_hundred(agreeing.same, agreeing.pairs) {
        None => Why::NothingShared.sentence(),
        Some(100) => "Every pair said the same.",
        Some(95..) => "Nearly every pair said the same.",
        Some(85..) => "About nine pairs in ten said the same.",
        Some(78..) => "About four pairs in five said the same.",
        Some(71..) => "About three pairs in four said the same.",
        Some(63..) => "About two pairs in three said the same.",
        Some(56..) => "About three pairs in five said the same.",
        Some(45..) => "About every second pair said the same: on yes or no, tossing a coin gives that.",
        Some(_) => "Fewer than every second pair said the same.",
    }
}

/// What alpha says. The steps at .67 and .80 are Krippendorff’s (2004, “Content Analysis”, chapter 11: rely on .800
/// and above, draw tentative conclusions from .667); those below are ours.
#[must_use]
pub fn alpha_sentence(alpha: Coefficient) -> &'static str {
    match step(alpha) {
        Err(why) => why.sentence(),
        Ok(Step::One) => "All who answered gave the same answers.",
        Ok(Step::At(80..)) => "Read alike: one can build on these tags.",
        Ok(Step::At(67..)) => "Read much alike: good for careful conclusions.",
        Ok(Step::At(50..)) => "Mostly read alike, still too loose to rely on any one tag.",
        Ok(Step::At(40..)) => "A shared direction, too loose to draw conclusions from.",
        Ok(Step::At(20..)) => "More than guessing, far from one shared reading.",
        Ok(Step::At(0..)) => {
            "Little more than guessing would give. Read the notes before you trust any one tag."
        }
        Ok(Step::At(_)) => {
            "Less alike than guessing would give: look for two readings that oppose each other."
        }
    }
}

/// A value as it is shown, so that equal figures get equal sentences; one only where nobody differs.
enum Step {
    One,
    At(i64),
}

fn step(value: Coefficient) -> Result<Step, Why> {
    match value {
        Coefficient::Undefined(why) => Err(why),
        Coefficient::Value(value) if value >= 1.0 => Ok(Step::One),
        Coefficient::Value(value) => Ok(Step::At(hundredths(value).unwrap_or_default())),
    }
}

/// What Fleiss’ kappa adds to alpha.
#[must_use]
pub fn fleiss_sentence(figures: &Figures) -> &'static str {
    let (alpha, fleiss) = match (figures.alpha, figures.fleiss) {
        (_, Coefficient::Undefined(why)) => return why.sentence(),
        (Coefficient::Undefined(_), _) => {
            return "Here it counts sentences with a single answer too, which alpha leaves out.";
        }
        (Coefficient::Value(alpha), Coefficient::Value(fleiss)) => (hundredths(alpha), hundredths(fleiss)),
    };
    let apart = (alpha.unwrap_or_default() - fleiss.unwrap_or_default()).abs();
    match (apart, is_nearly_full(figures)) {
        (..=NEAR, true) => "As alpha: hardly any answers are missing.",
        (..=NEAR, false) => "As alpha, although answers are missing.",
        (_, true) => "Not as alpha, which makes up for a small number of answers.",
        (_, false) => "Not as alpha, because answers are missing: trust alpha, which is made for that.",
    }
}

/// What Gwet’s AC1 adds to alpha.
#[must_use]
pub fn ac1_sentence(figures: &Figures) -> &'static str {
    let is_mostly_yes = figures.total.yes > figures.total.no;
    match (figures.ac1, gap(figures)) {
        (Coefficient::Undefined(why), _) => why.sentence(),
        (Coefficient::Value(_), None) => {
            "It has a value because it only asks who differed. Where all answers are the same, that is nobody."
        }
        (_, Some(gap)) if gap > GAP && is_mostly_yes => {
            "Higher than alpha, because most answers are yes: then alpha is harsh and this figure is kind."
        }
        (_, Some(gap)) if gap > GAP => {
            "Higher than alpha, because most answers are no: then alpha is harsh and this figure is kind."
        }
        _ if is_even(figures) => "Near alpha: yes and no are about even, so neither figure misleads.",
        _ => "Near alpha, so neither figure misleads.",
    }
}

/// What one pair’s Cohen’s kappa says.
#[must_use]
pub fn kappa_sentence(kappa: Coefficient) -> &'static str {
    match step(kappa) {
        Err(Why::NobodySaidYes) => "Both always said no: nothing to compare.",
        Err(Why::EverybodySaidYes) => "Both always said yes: nothing to compare.",
        Err(_) => "They answered no sentence in common.",
        Ok(Step::One) => "They always said the same.",
        Ok(Step::At(67..)) => "They read alike.",
        Ok(Step::At(40..)) => "They read alike in part.",
        Ok(Step::At(1..)) => "A little more alike than guessing.",
        Ok(Step::At(0)) => "As alike as guessing.",
        Ok(Step::At(_)) => "Less alike than guessing: they may read the label differently.",
    }
}

#[cfg(test)]
mod tests {
    use super::super::bootstrap::Interval;
    use super::super::ratings::{Count, Ratings};
    use super::*;

    /// The figures of a class of 30 with these yes and no; the rest is missing.
    fn figures(counts: &[(u32, u32)]) -> Figures {
        Figures::of(&Ratings::new(30, counts.len(), &|annotator, sentence| {
            let (yes, no) = counts[sentence];
            let place = u32::try_from(annotator).unwrap();
            (place < yes + no).then_some(place < yes)
        }))
    }

    /// Figures as they stand in the design's example, which is made up.
    fn example(yes: u32, alpha: f64, fleiss: f64, ac1: f64, interval: (f64, f64)) -> Figures {
        Figures {
            total: Count { yes, no: 341 - yes },
            asked: 360,
            compared: 12,
            agreeing: Agreeing { same: 68, pairs: 100 },
            alpha: Coefficient::Value(alpha),
            interval: Some(Ok(Interval { low: interval.0, high: interval.1 })),
            fleiss: Coefficient::Value(fleiss),
            ac1: Coefficient::Value(ac1),
            pairs: None,
        }
    }

    #[test]
    fn the_example_class_reads_as_the_design_has_it() {
        let claim = example(253, 0.17, 0.17, 0.48, (0.05, 0.29));
        assert!(alpha_sentence(claim.alpha).starts_with("Little more than guessing would give."));
        assert_eq!(agreeing_sentence(claim.agreeing), "About two pairs in three said the same.");
        assert_eq!(fleiss_sentence(&claim), "As alpha: hardly any answers are missing.");
        assert!(ac1_sentence(&claim).starts_with("Higher than alpha, because most answers are yes"));
        assert_eq!(warnings(&claim), [Warning::OneSided]);

        let event = example(131, 0.43, 0.42, 0.48, (0.03, 0.58));
        assert!(alpha_sentence(event.alpha).starts_with("A shared direction"));
        assert!(ac1_sentence(&event).starts_with("Near alpha: yes and no are about even"));
        assert_eq!(warnings(&event), [Warning::WideInterval]);
    }

    #[test]
    fn equal_figures_get_equal_sentences() {
        assert_eq!(alpha_sentence(Coefficient::Value(0.1951)), alpha_sentence(Coefficient::Value(0.2)));
        assert_ne!(alpha_sentence(Coefficient::Value(0.1949)), alpha_sentence(Coefficient::Value(0.2)));
        assert!(alpha_sentence(Coefficient::Value(-0.004)).starts_with("Little more"));
        assert!(alpha_sentence(Coefficient::Value(-0.005)).starts_with("Less alike"));
    }

    #[test]
    fn one_mind_is_said_only_of_one_mind() {
        assert!(alpha_sentence(Coefficient::Value(1.0)).starts_with("All who answered"));
        assert!(alpha_sentence(Coefficient::Value(0.999)).starts_with("Read alike"));
        assert_eq!(
            agreeing_sentence(Agreeing { same: 999, pairs: 1_000 }),
            "Nearly every pair said the same."
        );
    }

    #[test]
    fn a_gap_of_twelve_hundredths_is_no_warning_and_thirteen_is() {
        let gap = |ac1| warnings(&example(300, 0.40, 0.40, ac1, (0.3, 0.5))).contains(&Warning::OneSided);
        assert_eq!((gap(0.52), gap(0.53)), (false, true));
    }

    #[test]
    fn a_few_sentences_and_missing_answers_are_warned_of() {
        let of = |one: (u32, u32), sentences: usize| {
            let turned = |at: usize| if at.is_multiple_of(2) { one } else { (one.1, one.0) };
            warnings(&figures(&(0..sentences).map(turned).collect::<Vec<_>>()))
        };
        assert_eq!(of((20, 10), 10), []);
        assert_eq!(of((20, 10), 9), [Warning::FewSentences]);
        assert_eq!(of((17, 10), 10), []);
        assert_eq!(of((16, 10), 10), [Warning::ManyMissing]);
        assert_eq!(warnings(&figures(&[(0, 0); 10])), []);
    }

    #[test]
    fn what_is_undefined_says_why() {
        let all_yes = figures(&[(30, 0); 12]);
        assert!(alpha_sentence(all_yes.alpha).contains("not 1, not 0"));
        assert_eq!(fleiss_sentence(&all_yes), Why::EverybodySaidYes.sentence());
        assert!(ac1_sentence(&all_yes).starts_with("It has a value because"));
        let alone = Figures::of(&Ratings::new(1, 12, &|_, _| Some(true)));
        assert_eq!(alpha_sentence(alone.alpha), Why::FewerThanTwo.sentence());
        assert_eq!(ac1_sentence(&alone), Why::FewerThanTwo.sentence());
    }
}
