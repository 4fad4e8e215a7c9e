//! How far alpha could have come out otherwise: the sentences drawn again and again, in slices.

use super::coefficient::{Coefficient, Coincidence, Why};
use super::quantile::quantile;
use super::ratings::Count;

/// Where 95 % of the draws fell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The bootstrap of [`alpha`](super::alpha): as many sentences as there are, drawn with replacement, each with all
/// its answers; the interval runs from the 2.5th to the 97.5th percentile of the draws. Zapf, Castell, Morawietz &
/// Karch 2016 (BMC Medical Research Methodology 16:93) found that this covers as it should, where Krippendorff's own
/// algorithm, which draws single pairs and keeps the expected disagreement fixed, does not.
///
/// ```
/// use pressmark::exercise::agreement::{Bootstrap, Count};
/// let counts = [Count { yes: 5, no: 1 }, Count { yes: 1, no: 5 }, Count { yes: 4, no: 2 }];
/// let mut bootstrap = Bootstrap::new(&counts, 2_000, 1);
/// while bootstrap.step(1_000) {}
/// let interval = bootstrap.interval().unwrap();
/// assert!(interval.low < interval.high);
/// ```
#[derive(Clone, Debug)]
pub struct Bootstrap {
    /// Alpha itself.
    value: Coefficient,
    /// What each sentence with two answers or more gives to alpha.
    sentences: Vec<Coincidence>,
    random: Random,
    draws: usize,
    drawn: usize,
    values: Vec<f64>,
}

impl Bootstrap {
    /// Ready to draw. The same counts, number of draws and seed give the same interval on every device.
    #[must_use]
    pub fn new(counts: &[Count], draws: usize, seed: u64) -> Self {
        let pairable = counts.iter().filter(|count| count.answered() > 1);
        let sentences: Vec<Coincidence> = pairable.map(|count| Coincidence::of(*count)).collect();
        let value = super::alpha(counts);
        // Where alpha has no value there is nothing to draw.
        let draws = if value.value().is_some() { draws } else { 0 };
        Self { value, sentences, random: Random(seed), draws, drawn: 0, values: Vec::new() }
    }

    /// Draws until about `budget` sentences were drawn, at least one whole draw. Whether draws are left.
    pub fn step(&mut self, budget: usize) -> bool {
        let cost = self.sentences.len().max(1);
        let until = self.draws.min(self.drawn + (budget / cost).max(1));
        while self.drawn < until {
            self.drawn += 1;
            let drawn = self.draw();
            self.values.extend(drawn.value());
        }
        self.drawn < self.draws
    }

    /// One alpha of sentences drawn with replacement.
    fn draw(&mut self) -> Coefficient {
        let mut sum = Coincidence::default();
        for _ in 0..self.sentences.len() {
            let place = self.random.below(self.sentences.len());
            sum = sum.plus(self.sentences.get(place).copied().unwrap_or_default());
        }
        sum.alpha()
    }

    /// The interval of what was drawn so far.
    ///
    /// A draw whose answers are all the same has no alpha and is left out. If that is more than one in twenty, what
    /// is left says too little, and there is no interval. A very lopsided table can put alpha itself just outside
    /// the percentiles; the interval is then widened to hold it.
    ///
    /// # Errors
    /// Why there is none: as alpha, or [`Why::TooFewDraws`].
    pub fn interval(&self) -> Result<Interval, Why> {
        let value = match self.value {
            Coefficient::Value(value) => value,
            Coefficient::Undefined(why) => return Err(why),
        };
        if self.values.len() * 20 < self.drawn * 19 {
            return Err(Why::TooFewDraws);
        }
        let mut values = self.values.clone();
        let [low, high] = [0.025, 0.975].map(|share| quantile(&mut values, share));
        let (low, high) = low.zip(high).ok_or(Why::TooFewDraws)?;
        Ok(Interval { low: low.min(value), high: high.max(value) })
    }
}

/// Numbers without a pattern, the same for the same seed: SplitMix64 (Steele, Lea & Flood 2014, “Fast splittable
/// pseudorandom number generators”).
#[derive(Clone, Debug)]
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A place below `len`, for lists shorter than 2³². No place is preferred by more than len in 2³².
    fn below(&mut self, len: usize) -> usize {
        let product = (self.next() >> 32).wrapping_mul(len as u64);
        (product >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the reference implementation with seed 1234567.
    #[test]
    fn the_generator_is_splitmix64() {
        let mut random = Random(1_234_567);
        let numbers: Vec<u64> = (0..3).map(|_| random.next()).collect();
        assert_eq!(
            numbers,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    fn table(counts: &[(u32, u32)]) -> Vec<Count> {
        counts.iter().map(|(yes, no)| Count { yes: *yes, no: *no }).collect()
    }

    fn interval(counts: &[(u32, u32)], budget: usize) -> Result<Interval, Why> {
        let mut bootstrap = Bootstrap::new(&table(counts), 500, 7);
        while bootstrap.step(budget) {}
        bootstrap.interval()
    }

    #[test]
    fn slices_of_any_size_give_the_same_interval() {
        let counts = [(9, 3), (2, 10), (12, 0), (0, 9), (1, 0), (5, 6), (11, 1)];
        let whole = interval(&counts, usize::MAX);
        assert!(whole.is_ok());
        for budget in [0, 1, 6, 7, 100] {
            assert_eq!(interval(&counts, budget), whole);
        }
    }

    #[test]
    fn a_table_without_alpha_has_no_interval_for_the_same_reason() {
        assert_eq!(interval(&[(3, 0), (4, 0)], 10), Err(Why::EverybodySaidYes));
        assert_eq!(interval(&[(1, 0), (0, 1)], 10), Err(Why::NothingShared));
    }

    /// Of three sentences drawn, all are the second or third with probability 8/27.
    #[test]
    fn too_many_draws_of_one_kind_leave_no_interval() {
        assert_eq!(interval(&[(5, 0), (0, 5), (0, 5)], 10), Err(Why::TooFewDraws));
    }

    #[test]
    fn nothing_drawn_is_no_interval() {
        assert_eq!(Bootstrap::new(&table(&[(3, 1), (1, 3)]), 100, 1).interval(), Err(Why::TooFewDraws));
    }
}
