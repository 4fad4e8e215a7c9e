//! The answers as a number: a digit for each sentence in the base of its states, written in base 32. Long
//! exercises are several numbers, so that the work grows with their length and not with its square.

/// How many sentences one number holds.
const BLOCK: usize = 200;

/// How many symbols the states of so many sentences need.
pub(super) fn length(sentences: usize, base: u32) -> usize {
    let largest = |count: usize| number(&vec![base - 1; count], base).len();
    let whole = if sentences < BLOCK { 0 } else { sentences / BLOCK * largest(BLOCK) };
    whole + largest(sentences % BLOCK)
}

/// The numbers whose digits are `states`, each below `base`.
pub(super) fn symbols(states: &[u32], base: u32) -> Vec<u8> {
    states.chunks(BLOCK).flat_map(|block| number(block, base)).collect()
}

/// The states of so many sentences; `None` where a number is larger than any of them give.
pub(super) fn states(symbols: &[u8], sentences: usize, base: u32) -> Option<Vec<u32>> {
    let (mut states, mut rest) = (Vec::with_capacity(sentences), symbols);
    while states.len() < sentences {
        let count = BLOCK.min(sentences - states.len());
        let block;
        (block, rest) = rest.split_at_checked(length(count, base))?;
        states.extend(digits(block, count, base)?);
    }
    rest.is_empty().then_some(states)
}

/// The number whose digits are `states`, in base 32, the highest symbol first; as many symbols as the largest
/// states would need.
fn number(states: &[u32], base: u32) -> Vec<u8> {
    let (mut value, mut largest) = (Vec::new(), Vec::new());
    for state in states {
        add(&mut largest, base, base - 1);
        add(&mut value, base, *state);
        value.resize(largest.len(), 0);
    }
    value.reverse();
    value
}

/// The digits of a number; `None` where it is larger than so many digits give.
fn digits(symbols: &[u8], count: usize, base: u32) -> Option<Vec<u32>> {
    let mut value = symbols.to_vec();
    let mut states: Vec<u32> = (0..count).map(|_| divide(&mut value, base)).collect();
    states.reverse();
    value.iter().all(|symbol| *symbol == 0).then_some(states)
}

/// Multiplies a number (lowest symbol first) by `base` and adds `state`.
fn add(value: &mut Vec<u8>, base: u32, state: u32) {
    let mut carry = state;
    for symbol in value.iter_mut() {
        let product = u32::from(*symbol) * base + carry;
        *symbol = (product & 31) as u8;
        carry = product >> 5;
    }
    while carry > 0 {
        value.push((carry & 31) as u8);
        carry >>= 5;
    }
}

/// Divides a number (highest symbol first) by `base` and gives the remainder.
fn divide(value: &mut [u8], base: u32) -> u32 {
    let mut remainder = 0;
    for symbol in value.iter_mut() {
        let dividend = remainder << 5 | u32::from(*symbol);
        // The quotient is below 32, because the remainder is below the base.
        *symbol = (dividend / base) as u8;
        remainder = dividend % base;
    }
    remainder
}
