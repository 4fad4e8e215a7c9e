//! Works the figures of agreement out in slices, so that the page answers in between.

use std::cell::Cell;
use std::rc::Rc;

use pressmark::exercise::agreement::{Calculation, DRAWS, Figures, Ratings, SLICE};
use wasm_bindgen_futures::spawn_local;
use yew::{hook, use_effect_with, use_state};

use super::class::Class;
use crate::app::browser::clock::Slices;

/// The seed of the draws: the same answers give the same interval today and tomorrow.
const SEED: u64 = 543;

/// What a class says, as tables of yes and no by label, with the figures that are known so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// A table a label.
    pub ratings: Vec<Rc<Ratings>>,
    /// Figures of each label.
    pub figures: Vec<Figures>,
    /// Whether nothing is left to work out.
    pub is_done: bool,
}

/// A table a label of what a class says.
pub fn ratings(class: &Class) -> Vec<Rc<Ratings>> {
    let of = |label: usize| Rc::new(class.board.ratings(class.vote, class.article, label));
    (0..class.labels().len()).map(of).collect()
}

/// All figures at once.
#[cfg(test)]
pub fn all(class: &Class) -> Agreement {
    let ratings = ratings(class);
    let mut calculation = Calculation::new(ratings.clone(), DRAWS, SEED);
    while calculation.step(SLICE) {}
    Agreement { ratings, figures: calculation.figures().to_vec(), is_done: true }
}

/// The figures of a class while they are looked at; nothing before the first slice.
#[hook]
pub fn use_agreement(class: Option<&Rc<Class>>, is_shown: bool) -> Option<Rc<Agreement>> {
    let found = use_state(|| None::<Rc<Agreement>>);
    let setter = found.setter();
    let class = class.filter(|_| is_shown).cloned();
    use_effect_with(class.as_ref().map(Rc::as_ptr), move |_| {
        let is_wanted = Rc::new(Cell::new(true));
        if let Some(class) = class {
            let is_wanted = Rc::clone(&is_wanted);
            spawn_local(async move {
                let ratings = ratings(&class);
                let mut calculation = Calculation::new(ratings.clone(), DRAWS, SEED);
                let (mut is_left, mut slices) = (true, Slices::begin());
                while is_wanted.get() && is_left {
                    while is_left && !slices.is_over() {
                        is_left = calculation.step(SLICE / 8);
                    }
                    let figures = calculation.figures().to_vec();
                    setter.set(Some(Rc::new(Agreement {
                        ratings: ratings.clone(),
                        figures,
                        is_done: !is_left,
                    })));
                    slices.end().await;
                }
            });
        }
        move || is_wanted.set(false)
    });
    (*found).clone()
}
