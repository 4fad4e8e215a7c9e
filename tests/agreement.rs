//! Figures of agreement against reference packages and published examples, and what must hold of any table.
//!
//! `tests/data/agreement/golden.py` wrote the figures and says which package gave which.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use std::rc::Rc;

use pressmark::article::{Article, Meta, Origin};
use pressmark::exercise::agreement::{
    Agreeing, Bootstrap, Coefficient, Pairs, Ratings, ac1, agreeing, alpha, fleiss, kappa, shown,
};
use pressmark::exercise::board::{Part, Score, Table};
use pressmark::exercise::{Answer, Exercise, Judgement, Key, KeyEntry, Receipt, Submission};
use pressmark::id::AnnotatorId;
use pressmark::presets;
use proptest::prelude::*;
use serde_json::Value;

/// How near a figure must come to the reference package’s.
const NEAR: f64 = 1e-12;

fn golden() -> Value {
    serde_json::from_str(include_str!("data/agreement/golden.json")).unwrap()
}

fn tables() -> Vec<Value> {
    golden()["tables"].as_array().unwrap().clone()
}

/// A table from rows of `1`, `0` and `.`, one for each annotator.
fn ratings(rows: &[&str]) -> Ratings {
    let sentences = rows.first().map_or(0, |row| row.len());
    Ratings::new(rows.len(), sentences, &|annotator, sentence| match rows[annotator].as_bytes()[sentence] {
        b'1' => Some(true),
        b'0' => Some(false),
        _ => None,
    })
}

fn of(table: &Value) -> (String, Ratings) {
    let rows: Vec<&str> = table["rows"].as_array().unwrap().iter().map(|row| row.as_str().unwrap()).collect();
    (table["name"].as_str().unwrap().to_owned(), ratings(&rows))
}

/// Whether a figure is the reference’s; `null` there is undefined here.
#[track_caller]
fn check(name: &str, ours: Option<f64>, theirs: &Value) {
    match (ours, theirs.as_f64()) {
        (Some(ours), Some(theirs)) => assert!((ours - theirs).abs() < NEAR, "{name}: {ours}, not {theirs}"),
        (ours, theirs) => assert_eq!(ours, theirs, "{name}"),
    }
}

#[test]
fn coefficients_are_those_of_the_reference_packages() {
    let tables = tables();
    assert!(tables.len() > 70);
    for table in &tables {
        let (name, ratings) = of(table);
        check(&format!("alpha of {name}"), alpha(ratings.counts()).value(), &table["alpha"]);
        check(&format!("Fleiss of {name}"), fleiss(ratings.counts()).value(), &table["fleiss"]);
        check(&format!("AC1 of {name}"), ac1(ratings.counts()).value(), &table["ac1"]);
        let Agreeing { same, pairs } = agreeing(ratings.counts());
        assert_eq!(serde_json::json!([same, pairs]), table["agreeing"], "{name}");
    }
}

#[test]
fn kappas_of_pairs_are_those_of_the_reference_package() {
    let mut seen = 0;
    for table in tables().iter().filter(|table| table["kappas"].is_array()) {
        let (name, ratings) = of(table);
        let mut theirs = table["kappas"].as_array().unwrap().iter();
        for one in 0..ratings.annotators() {
            for other in one + 1..ratings.annotators() {
                let name = format!("kappa of {one} and {other} of {name}");
                check(&name, kappa(&ratings, one, other).value(), theirs.next().unwrap());
                seen += 1;
            }
        }
        let mut pairs = Pairs::new();
        while pairs.step(&ratings, 64) {}
        let spread = pairs.summary().spread;
        let ours = [spread.map(|s| s.low), spread.map(|s| s.median), spread.map(|s| s.high)];
        for (place, ours) in ours.into_iter().enumerate() {
            check(&format!("spread of {name}"), ours, &table["spread"][place]);
        }
    }
    assert!(seen > 500);
}

#[test]
fn intervals_are_those_of_the_reference_package_on_the_same_draws() {
    let (mut with, mut without) = (0, 0);
    for table in tables().iter().filter(|table| table["draws"].is_u64()) {
        let (name, ratings) = of(table);
        let draws = usize::try_from(table["draws"].as_u64().unwrap()).unwrap();
        let mut bootstrap = Bootstrap::new(ratings.counts(), draws, table["seed"].as_u64().unwrap());
        while bootstrap.step(97) {}
        let interval = bootstrap.interval().ok();
        check(&format!("low of {name}"), interval.map(|i| i.low), &table["interval"][0]);
        check(&format!("high of {name}"), interval.map(|i| i.high), &table["interval"][1]);
        *(if interval.is_some() { &mut with } else { &mut without }) += 1;
    }
    assert!(with > 20 && without > 5, "{with} with an interval, {without} without");
}

#[test]
fn published_examples_give_the_published_figures() {
    let mut seen = 0;
    for table in &tables() {
        let (name, ratings) = of(table);
        let ours = |figure: &str| match figure {
            "alpha" => alpha(ratings.counts()),
            "fleiss" => fleiss(ratings.counts()),
            "ac1" => ac1(ratings.counts()),
            "kappa" => kappa(&ratings, 0, 1),
            _ => panic!("{figure}"),
        };
        for (figure, printed) in table["published"].as_object().into_iter().flatten() {
            let places = i32::try_from(printed[1].as_i64().unwrap()).unwrap();
            let half = 0.5 * 10_f64.powi(-places);
            let ours = ours(figure).value().unwrap();
            assert!((ours - printed[0].as_f64().unwrap()).abs() <= half, "{figure} of {name}: {ours}");
            seen += 1;
        }
    }
    assert!(seen >= 15, "{seen}");
}

/// Both coefficients are one minus a quotient of sums over the values, so the figure of all values is the mean of
/// each value against the rest, weighed by its chance of a difference. The printed ones are .430 (Fleiss 1971)
/// and .743 (Krippendorff 2011, section C, nominal).
#[test]
fn published_figures_of_several_values_are_the_mean_of_one_against_the_rest() {
    let mean = |begin: &str, figure: &dyn Fn(&Ratings) -> Coefficient| {
        let (mut sum, mut weights) = (0.0, 0.0);
        for table in tables().iter().filter(|table| table["name"].as_str().unwrap().starts_with(begin)) {
            let ratings = of(table).1;
            let counts = ratings.counts().iter().filter(|count| count.answered() > 1);
            let (yes, no) = counts.fold((0, 0), |(yes, no), c| (yes + c.yes, no + c.no));
            let weight = f64::from(yes) * f64::from(no);
            sum += weight * figure(&ratings).value().unwrap();
            weights += weight;
        }
        let thousandths = (sum / weights * 1_000.0).round();
        assert!(weights > 0.0, "{begin}");
        format!("{thousandths}")
    };
    assert_eq!(mean("Fleiss 1971", &|ratings| fleiss(ratings.counts())), "430");
    assert_eq!(mean("Krippendorff 2011, C", &|ratings| alpha(ratings.counts())), "743");
}

#[test]
fn precision_recall_and_f1_are_those_of_the_reference_package() {
    let golden = golden();
    let keys = golden["keys"].as_array().unwrap();
    assert!(keys.len() > 5);
    let value = |part: Part| {
        (part.of > 0).then(|| {
            f64::from(u32::try_from(part.part).unwrap()) / f64::from(u32::try_from(part.of).unwrap())
        })
    };
    for case in keys {
        let score = scored(case["key"].as_str().unwrap(), case["said"].as_str().unwrap());
        check("precision", value(score.precision()), &case["precision"]);
        check("recall", value(score.recall()), &case["recall"]);
        check("F1", value(score.f1()), &case["f1"]);
    }
}

/// How answers of `1`, `0` and `.` stand to a key of `1` and `0`, on one label.
fn scored(key: &str, said: &str) -> Score {
    let text: Vec<String> =
        (1..=key.len()).map(|number| format!("The board voted for pier {number}.")).collect();
    let meta = Meta {
        title: Some("Piers".to_owned()),
        language: None,
        source: None,
        date: None,
        origin: Origin::Bundled,
    };
    let article = Rc::new(Article::new(&text.join("\n\n"), meta));
    assert_eq!(article.sentences.len(), key.len());
    let exercise = Exercise { articles: vec![article], ..(*presets::exercise().unwrap()).clone() };
    let label = exercise.codebook.labels[0].id.clone();
    let entry = |(sentence, _)| {
        let (label, reason) = (label.clone(), String::new());
        KeyEntry { article: 0, sentence, label, judgement: Judgement::Required, reason }
    };
    let entries = key.chars().enumerate().filter(|(_, c)| *c == '1').map(entry).collect();
    let answer = |c: char| Answer { labels: u16::from(c == '1'), none: c == '0', ..Answer::default() };
    let submission = Submission {
        exercise: exercise.id.clone(),
        annotator: AnnotatorId::new("one"),
        name: String::new(),
        answers: vec![said.chars().map(answer).collect()],
        handed_in: None,
        receipt: Receipt::Intact,
    };
    let key = Key { entries };
    Table::new(&exercise, &key).map(|table| table.score(&submission).labels[0]).unwrap_or_else(|| Score {
        wrong: said.matches('1').count(),
        left: said.matches('0').count(),
        ..Score::default()
    })
}

/// A table as rows of answers, and the same with annotators and sentences in another order.
fn any_table() -> impl Strategy<Value = (Vec<Vec<Option<bool>>>, Vec<usize>, Vec<usize>)> {
    let answer = prop_oneof![4 => Just(Some(true)), 2 => Just(Some(false)), 1 => Just(None)];
    (2_usize..9, 1_usize..70).prop_flat_map(move |(annotators, sentences)| {
        let row = prop::collection::vec(answer.clone(), sentences);
        let order = |n: usize| Just((0..n).collect::<Vec<_>>()).prop_shuffle();
        (prop::collection::vec(row, annotators), order(annotators), order(sentences))
    })
}

fn build(table: &[Vec<Option<bool>>]) -> Ratings {
    Ratings::new(table.len(), table[0].len(), &|annotator, sentence| table[annotator][sentence])
}

fn all(ratings: &Ratings) -> [Coefficient; 4] {
    let counts = ratings.counts();
    let agreement = agreeing(counts);
    #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
    let share = agreement.same as f64 / agreement.pairs.max(1) as f64;
    [alpha(counts), fleiss(counts), ac1(counts), Coefficient::Value(share)]
}

/// Equal but for the order in which numbers were added.
fn same(one: &[Coefficient], other: &[Coefficient]) -> bool {
    one.iter().zip(other).all(|(one, other)| match (one, other) {
        (Coefficient::Value(one), Coefficient::Value(other)) => (one - other).abs() < 1e-9,
        (one, other) => one.value() == other.value(),
    })
}

proptest! {
    #[test]
    fn the_order_of_annotators_and_sentences_changes_nothing((table, annotators, sentences) in any_table()) {
        let ratings = build(&table);
        let moved = Ratings::new(annotators.len(), sentences.len(), &|a, s| table[annotators[a]][sentences[s]]);
        prop_assert!(same(&all(&ratings), &all(&moved)));
        let (one, other) = (annotators[0], annotators[1]);
        prop_assert_eq!(kappa(&ratings, one, other), kappa(&moved, 0, 1));
        prop_assert_eq!(kappa(&ratings, one, other), kappa(&ratings, other, one));
    }

    #[test]
    fn yes_and_no_can_change_places((table, ..) in any_table()) {
        let ratings = build(&table);
        let turned = Ratings::new(table.len(), table[0].len(), &|a, s| table[a][s].map(|yes| !yes));
        prop_assert!(same(&all(&ratings), &all(&turned)));
        prop_assert!(same(&[kappa(&ratings, 0, 1)], &[kappa(&turned, 0, 1)]));
    }

    /// Fleiss’ kappa of a table with single answers alone can fall below −1: they weigh in chance, not in agreement.
    #[test]
    fn coefficients_lie_between_minus_one_and_one((table, ..) in any_table()) {
        let ratings = build(&table);
        let is_full = ratings.counts().iter().all(|count| count.answered() > 1);
        let (all, pair) = (all(&ratings), kappa(&ratings, 0, 1));
        for (place, coefficient) in all.into_iter().chain([pair]).enumerate() {
            let Coefficient::Value(value) = coefficient else { continue };
            prop_assert!(value <= 1.0 + 1e-9);
            prop_assert!(value >= -1.0 - 1e-9 || (place == 1 && !is_full), "figure {place}: {value}");
        }
    }

    #[test]
    fn ac1_is_never_below_fleiss((table, ..) in any_table()) {
        let ratings = build(&table);
        if let (Coefficient::Value(fleiss), Coefficient::Value(ac1)) = (fleiss(ratings.counts()), ac1(ratings.counts())) {
            prop_assert!(ac1 >= fleiss - 1e-9, "{ac1} < {fleiss}");
        }
    }

    #[test]
    fn a_sentence_with_one_answer_says_nothing_to_alpha((table, ..) in any_table(), yes: bool) {
        let ratings = build(&table);
        let more = Ratings::new(table.len(), table[0].len() + 1, &|a, s| match table[a].get(s) {
            Some(said) => *said,
            None => (a == 0).then_some(yes),
        });
        prop_assert!(same(&[alpha(ratings.counts())], &[alpha(more.counts())]));
        prop_assert_eq!(agreeing(ratings.counts()), agreeing(more.counts()));
    }

    #[test]
    fn the_interval_holds_the_value_and_stays_in_bounds((table, ..) in any_table(), seed: u64) {
        let ratings = build(&table);
        let mut bootstrap = Bootstrap::new(ratings.counts(), 100, seed);
        while bootstrap.step(1_000) {}
        if let Ok(interval) = bootstrap.interval() {
            let value = alpha(ratings.counts()).value().unwrap();
            prop_assert!(interval.low <= value && value <= interval.high);
            prop_assert!(-1.0 - 1e-9 <= interval.low && interval.high <= 1.0 + 1e-9);
        }
    }

    #[test]
    fn the_spread_of_pairs_is_in_order((table, ..) in any_table()) {
        let ratings = build(&table);
        let mut pairs = Pairs::new();
        while pairs.step(&ratings, 10) {}
        let summary = pairs.summary();
        prop_assert_eq!(summary.defined + summary.undefined, table.len() * (table.len() - 1) / 2);
        prop_assert_eq!(summary.spread.is_some(), summary.defined > 0);
        if let Some(spread) = summary.spread {
            prop_assert!(spread.low <= spread.median && spread.median <= spread.high);
        }
    }

    #[test]
    fn what_is_shown_is_within_half_a_hundredth(value in -1.0_f64..=1.0) {
        let text = shown(value).replace('−', "-");
        let text = text.replace("-.", "-0.");
        let back: f64 = if text.starts_with('.') { format!("0{text}") } else { text }.parse().unwrap();
        prop_assert!((back - value).abs() <= 0.005 + 1e-9, "{value} was shown as {back}");
    }
}
