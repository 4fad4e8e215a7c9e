//! Times the figures of agreement for 30 and 1,000 annotators, as multiples of a floor: the same bits, read once.

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use pressmark::exercise::agreement::{Calculation, DRAWS, Figures, Ratings, SLICE};

fn main() {
    for (annotators, sentences, labels) in [(30, 35, 3), (1_000, 200, 3), (1_000, 200, 9)] {
        measure(annotators, sentences, labels);
    }
}

fn measure(annotators: usize, sentences: usize, labels: usize) {
    let (tables, building) = timed(|| -> Vec<Rc<Ratings>> {
        (0..labels).map(|label| Rc::new(table(annotators, sentences, label))).collect()
    });
    let (floor, reading) = timed(|| {
        let words = rows(annotators, sentences);
        black_box((0..labels).map(|_| differences(&words)).sum::<u32>())
    });
    let (_, counting) =
        timed(|| black_box(tables.iter().map(|table| Figures::of(table)).collect::<Vec<_>>()));
    let mut calculation = Calculation::new(tables, DRAWS, 1);
    let (mut slices, mut slowest, started) = (0, Duration::ZERO, Instant::now());
    loop {
        let (goes_on, took) = timed(|| calculation.step(SLICE));
        (slices, slowest) = (slices + 1, slowest.max(took));
        if !goes_on {
            break;
        }
    }
    let all = started.elapsed();
    println!(
        "{annotators} annotators, {sentences} sentences, {labels} labels (floor {reading:.1?}, {floor} bits)"
    );
    println!("  tables    {building:>9.1?}");
    println!("  counts    {counting:>9.1?}");
    println!("  all else  {all:>9.1?}, {:.1} times the floor", all.as_secs_f64() / reading.as_secs_f64());
    println!("  slices    {slices}, the slowest {slowest:.1?}");
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let done = work();
    (done, started.elapsed())
}

/// A number without much of a pattern, for an annotator, a sentence and a label.
fn mixed(annotator: usize, sentence: usize, label: usize) -> u64 {
    let number = (annotator as u64) << 40 | (sentence as u64) << 16 | label as u64;
    number.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 32
}

/// Made-up answers: each sentence leans one way, one answer in six goes the other, one in twenty is missing.
fn table(annotators: usize, sentences: usize, label: usize) -> Ratings {
    Ratings::new(annotators, sentences, &|annotator, sentence| {
        let lean = !mixed(0, sentence, label + 100).is_multiple_of(3);
        let number = mixed(annotator, sentence, label);
        (!number.is_multiple_of(20)).then_some(lean != (number / 20).is_multiple_of(6))
    })
}

/// As many bits as one table has, in rows of 64-bit words.
fn rows(annotators: usize, sentences: usize) -> Vec<Vec<u64>> {
    let row = |annotator| (0..sentences.div_ceil(64)).map(|word| mixed(annotator, word, 7)).collect();
    (0..annotators).map(row).collect()
}

/// The least that comparing all pairs can cost: each two words read and counted once.
fn differences(rows: &[Vec<u64>]) -> u32 {
    let mut sum = 0_u32;
    for (place, one) in rows.iter().enumerate() {
        for other in rows.iter().skip(place + 1) {
            sum = sum.wrapping_add(one.iter().zip(other).map(|(a, b)| (a ^ b).count_ones()).sum());
        }
    }
    sum
}
