//! Quantiles of a list that need not be sorted.

/// The quantile `share` (0 to 1) of a list, between two values in proportion: definition 7 of Hyndman & Fan 1996,
/// “Sample Quantiles in Statistical Packages”, the default of R and NumPy. Changes the order of the list. Nothing
/// of an empty list.
pub(super) fn quantile(values: &mut [f64], share: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    #[expect(clippy::cast_precision_loss, reason = "lists are far shorter than 2^52")]
    let place = last as f64 * share;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the last place"
    )]
    let below = (place.floor() as usize).min(last);
    let low = select(values, below)?;
    // Everything after the selected place is no smaller, so the next value is the least of it.
    let rest = values.get(below + 1..).unwrap_or_default();
    let next = rest.iter().copied().reduce(f64::min).unwrap_or(low);
    #[expect(clippy::cast_precision_loss, reason = "lists are far shorter than 2^52")]
    let part = place - below as f64;
    Some(low + (next - low) * part)
}

/// Puts at `place` what would stand there if the list were sorted, smaller values before it and greater after
/// (Hoare 1961, “Algorithm 65: FIND”).
fn select(values: &mut [f64], place: usize) -> Option<f64> {
    let (mut list, mut place) = (values, place);
    while list.len() > 1 {
        // Never the last one, or the cut could fall behind everything.
        let pivot = *list.get((list.len() - 1) / 2)?;
        let (mut from, mut to) = (0, list.len() - 1);
        loop {
            while *list.get(from)? < pivot {
                from += 1;
            }
            while *list.get(to)? > pivot {
                to -= 1;
            }
            if from >= to {
                break;
            }
            list.swap(from, to);
            from += 1;
            to -= 1;
        }
        // Up to `cut` nothing is greater than the pivot, from there on nothing smaller.
        let cut = to + 1;
        if place < cut {
            list = list.get_mut(..cut)?;
        } else {
            place -= cut;
            list = list.get_mut(cut..)?;
        }
    }
    list.first().copied()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_middle_of_four_lies_between_two() {
        assert_eq!(quantile(&mut [4.0, 1.0, 3.0, 2.0], 0.5), Some(2.5));
        assert_eq!(quantile(&mut [4.0, 1.0, 3.0, 2.0], 1.0), Some(4.0));
        assert_eq!(quantile(&mut [7.0], 0.025), Some(7.0));
        assert_eq!(quantile(&mut [], 0.5), None);
    }

    proptest! {
        #[test]
        fn what_is_selected_is_what_sorting_puts_there(small in prop::collection::vec(-5_i8..5, 1..60)) {
            let values: Vec<f64> = small.iter().map(|v| f64::from(*v)).collect();
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            for (place, expected) in sorted.iter().enumerate() {
                let mut list = values.clone();
                prop_assert_eq!(select(&mut list, place), Some(*expected));
                prop_assert!(list[..place].iter().all(|v| v <= expected));
                prop_assert!(list[place..].iter().all(|v| v >= expected));
            }
        }
    }
}
