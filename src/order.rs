//! One sort for every list. The standard library compiles its sort anew for each kind of element, about
//! 6 kB of WebAssembly each; this one sorts places and then moves the elements once.

use std::cmp::Ordering;

/// Sorts a list; what is equal keeps its order.
///
/// ```
/// let mut words = vec!["pier", "board", "Baku"];
/// pressmark::order::sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
/// assert_eq!(words, ["pier", "Baku", "board"]);
/// ```
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|a, b| compare(&list[a], &list[b]));
    let mut slots: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| slots.get_mut(place)?.take()));
}

/// The places from 0 to `len`, ordered as what stands there compares.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    order
}
