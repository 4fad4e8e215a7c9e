//! Which exercise a new board is of: the one that most of what was dropped or pasted belongs to.

use std::rc::Rc;

use crate::exercise::board::{Incoming, Item};
use crate::exercise::{Exercise, code};

/// The exercise of which most submissions among the items are; of two alike the one that came first. Files bring
/// their exercise with them.
#[must_use]
pub fn exercise_of(items: &[Item]) -> Option<Rc<Exercise>> {
    let mut found: Vec<(&Rc<Exercise>, usize)> = Vec::new();
    for item in items {
        let Incoming::Submission(_, Some(exercise)) = &item.what else { continue };
        match found.iter_mut().find(|(known, _)| known.id == exercise.id) {
            Some((_, count)) => *count += 1,
            None => found.push((exercise, 1)),
        }
    }
    most(found.into_iter())
}

/// The exercise, of those on this device, that most lines of a text are codes of.
#[must_use]
pub fn exercise_of_codes(text: &str, known: &[Rc<Exercise>]) -> Option<Rc<Exercise>> {
    let codes =
        |exercise: &Exercise| text.lines().filter(|line| code::read(exercise, line.trim()).is_ok()).count();
    most(known.iter().map(|exercise| (exercise, codes(exercise))))
}

/// The exercise with the highest count above 0, the first of several.
fn most<'a>(counted: impl Iterator<Item = (&'a Rc<Exercise>, usize)>) -> Option<Rc<Exercise>> {
    let larger = |best: Option<(&'a Rc<Exercise>, usize)>, one: (&'a Rc<Exercise>, usize)| match best {
        Some(best) if best.1 >= one.1 => Some(best),
        _ => Some(one).filter(|(_, count)| *count > 0),
    };
    counted.fold(None, larger).map(|(exercise, _)| Rc::clone(exercise))
}
