//! How far a class agrees: counts first, then coefficients, each with one plain sentence; undefined is an answer.
//!
//! Everything here speaks of **one label**: a table of yes, no or neither by annotator and sentence ([`Ratings`]).
//! *None* and other labels say no. *Not sure* without a label and *not reached* say neither, and missing is never
//! counted as no. docs/agreement.md explains every figure, its source and its limits.

mod bootstrap;
mod coefficient;
mod figures;
mod pairs;
mod plain;
mod quantile;
mod ratings;
mod shown;

pub use bootstrap::{Bootstrap, Interval};
pub use coefficient::{Agreeing, Coefficient, Why, ac1, agreeing, alpha, fleiss};
pub use figures::{Calculation, DRAWS, Figures, SLICE};
pub use pairs::{PairSummary, Pairs, Spread, kappa};
pub use plain::{
    Warning, ac1_sentence, agreeing_sentence, alpha_sentence, fleiss_sentence, kappa_sentence, warnings,
};
pub use ratings::{Count, Ratings};
pub use shown::{hundredths, in_a_hundred, shown};
