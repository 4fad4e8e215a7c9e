//! Check symbols: a Hamming code over GF(32), shortened to the length that is needed.
//!
//! The columns of its check matrix are pairwise independent, so two words differ in three places at least: any one
//! or two wrong symbols, and any two swapped, are always noticed (R. W. Hamming 1950; F. J. MacWilliams and
//! N. J. A. Sloane, "The Theory of Error-Correcting Codes", chapter 7). With r check symbols a word may have
//! (32^r − 1) / 31 symbols: 33 with two, 1,057 with three.

/// How many check symbols so many symbols need.
pub(super) fn count(symbols: usize) -> usize {
    let longest = |checks: u32| (32_usize.pow(checks) - 1) / 31 - checks as usize;
    (2..5).find(|checks| symbols <= longest(*checks)).unwrap_or(5) as usize
}

/// The check symbols of `symbols`.
pub(super) fn symbols(symbols: &[u8]) -> Vec<u8> {
    let count = count(symbols.len());
    let mut sums = vec![0; count];
    for (place, symbol) in symbols.iter().enumerate() {
        for (sum, factor) in sums.iter_mut().zip(column(place, count)) {
            *sum ^= product(*symbol, factor);
        }
    }
    sums
}

/// The column of the check matrix at `place`: the vectors whose first entry that is not zero is a one, without
/// those that have only that one, which belong to the check symbols themselves.
fn column(place: usize, count: usize) -> Vec<u8> {
    let mut index = place;
    for lead in 0..count {
        let free = count - lead - 1;
        let all = (1 << (5 * free)) - 1;
        if index < all {
            let value = index + 1;
            let tail = (0..free).rev().map(|at| (value >> (5 * at) & 31) as u8);
            return std::iter::repeat_n(0, lead).chain([1]).chain(tail).collect();
        }
        index -= all;
    }
    Vec::new()
}

/// The product of two elements of GF(32), modulo the primitive polynomial x⁵ + x² + 1.
fn product(a: u8, b: u8) -> u8 {
    let mut product = 0_u16;
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= u16::from(a) << bit;
        }
    }
    for bit in (5..9).rev() {
        if product >> bit & 1 == 1 {
            product ^= 0b10_0101 << (bit - 5);
        }
    }
    (product & 31) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_has_an_inverse_for_every_element_but_zero() {
        for a in 1..32 {
            assert_eq!((1..32).filter(|b| product(a, *b) == 1).count(), 1, "{a}");
        }
        for (a, b, c) in [(3, 7, 30), (31, 31, 17), (2, 16, 5)] {
            assert_eq!(product(a, product(b, c)), product(product(a, b), c));
            assert_eq!(product(a, b ^ c), product(a, b) ^ product(a, c));
        }
    }

    #[test]
    fn no_two_columns_are_multiples_of_each_other() {
        for (count, places) in [(2, 31), (3, 1054)] {
            let mut columns: Vec<Vec<u8>> = (0..places).map(|place| column(place, count)).collect();
            // Each is scaled so that its first entry that is not zero is one: then to be multiples is to be equal.
            assert!(columns.iter().all(|it| it.len() == count && it.iter().find(|e| **e != 0) == Some(&1)));
            assert!(columns.iter().all(|it| it.iter().filter(|e| **e != 0).count() > 1), "no unit vector");
            columns.sort();
            columns.dedup();
            assert_eq!(columns.len(), places);
        }
    }

    #[test]
    fn there_are_as_many_check_symbols_as_the_length_needs() {
        assert_eq!([1, 31, 32, 1054, 1055].map(count), [2, 2, 3, 3, 4]);
    }
}
