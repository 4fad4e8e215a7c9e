//! Bytes as text that may stand in a script: seven bits a byte of UTF-8, where base64 has six.
//!
//! The idea is Kevin Albertson's base-122: of the 128 signs that take one byte, a few may not stand there; a group of
//! bits that would be one of them is the first half of a sign that takes two bytes. `single.js` reads it.

/// What may not stand in a string of a script in a page: the end of a line, of the string or of the script, and the
/// sign that browsers replace. The order is a contract with `single.js`.
const NOT_ALLOWED: [u8; 6] = [0, b'\n', b'\r', b'"', b'<', b'\\'];

/// The number of bytes, a colon, and the bytes.
pub fn encoded(bytes: &[u8]) -> String {
    let mut text = format!("{}:", bytes.len());
    let mut groups = sevens(bytes);
    while let Some(group) = groups.next() {
        match (0_u32..).zip(NOT_ALLOWED).find(|(_, sign)| *sign == group) {
            None => text.push(char::from(group)),
            Some((index, _)) => {
                let next = u32::from(groups.next().unwrap_or_default());
                text.extend(char::from_u32((index + 1) * 128 + next));
            }
        }
    }
    text
}

/// The bits in groups of seven, the highest first; the last group ends in zeros.
fn sevens(bytes: &[u8]) -> impl Iterator<Item = u8> {
    (0..(bytes.len() * 8).div_ceil(7)).map(|group| {
        let (byte, bit) = (group * 7 / 8, group * 7 % 8);
        let byte_at = |at: usize| u16::from(bytes.get(at).copied().unwrap_or_default());
        let pair = byte_at(byte) << 8 | byte_at(byte + 1);
        (pair >> (9 - bit)) as u8 & 127
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `single.js` does.
    fn decoded(text: &str) -> Option<Vec<u8>> {
        let (length, text) = text.split_once(':')?;
        let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
        let mut take = |seven: u32| {
            (bits, count) = (bits << 7 | seven, count + 7);
            if count >= 8 {
                count -= 8;
                bytes.push((bits >> count & 255) as u8);
            }
        };
        for sign in text.chars().map(u32::from) {
            if sign > 127 {
                take(u32::from(*NOT_ALLOWED.get((sign >> 7) as usize - 1)?));
            }
            take(sign & 127);
        }
        bytes.truncate(length.parse().ok()?);
        Some(bytes)
    }

    #[test]
    fn every_byte_comes_back_at_every_place() {
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        for length in 0..600 {
            let bytes: Vec<u8> = match length % 3 {
                0 => (0..length).map(|_| random()).collect(),
                1 => vec![0; length],
                _ => (0..=255).cycle().take(length).collect(),
            };
            assert_eq!(decoded(&encoded(&bytes)), Some(bytes), "{length}");
        }
    }

    #[test]
    fn nothing_that_ends_a_string_or_a_script_is_in_it() {
        let text = encoded(&(0..=255).cycle().take(9000).collect::<Vec<u8>>());
        assert!(text.bytes().all(|byte| !NOT_ALLOWED.contains(&byte)));
        assert!(text.len() < 9000 * 8 / 7 + 10, "{}", text.len());
    }
}
