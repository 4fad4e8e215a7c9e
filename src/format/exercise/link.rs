//! An exercise in a link: its brief JSON, deflated by the browser, written in letters that any address may hold.

use std::rc::Rc;

use crate::exercise::Exercise;
use crate::format::error::FormatError;
use crate::format::exercise::{brief, exercise_in};
use crate::format::value::Value;
use crate::format::{json, wire};

/// A link's text is read up to this length, deflated or not (bytes).
pub const LONGEST: usize = 4_000_000;

/// The text of an exercise that is deflated into a link: compact, and nothing in it that follows from the rest.
#[must_use]
pub fn text(exercise: &Exercise) -> String {
    Value::from(brief(exercise)).compact()
}

/// The exercise whose inflated text is `bytes`.
///
/// # Errors
/// [`FormatError::Link`] where this is no such text, and what makes an exercise unusable.
pub fn read(bytes: &[u8]) -> Result<Rc<Exercise>, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Link)?;
    let value = json::read(text).map_err(|_| FormatError::Link)?;
    match wire::EXERCISE.fault(&value, "") {
        Some(_) => Err(FormatError::Link),
        None => exercise_in(&value).map(Rc::new),
    }
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes in base64url (RFC 4648, section 5), without padding.
///
/// ```
/// use pressmark::format::exercise::{from_payload, payload};
/// assert_eq!(payload(b"\xfb\xff!"), "-_8h");
/// assert_eq!(from_payload("-_8h"), Some(b"\xfb\xff!".to_vec()));
/// assert_eq!(from_payload("a b"), None);
/// ```
#[must_use]
pub fn payload(bytes: &[u8]) -> String {
    let digit = |bits: u32| ALPHABET.get(bits as usize & 63).map_or('A', |byte| char::from(*byte));
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| chunk.get(at).map_or(0, |byte| u32::from(*byte));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        text.extend([18, 12, 6, 0].into_iter().take(chunk.len() + 1).map(|shift| digit(bits >> shift)));
    }
    text
}

/// The bytes that a payload stands for; `None` where it holds anything else than [`payload`] writes.
#[must_use]
pub fn from_payload(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST || text.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for chunk in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for at in 0..4 {
            let value = match chunk.get(at) {
                Some(byte @ b'A'..=b'Z') => byte - b'A',
                Some(byte @ b'a'..=b'z') => byte - b'a' + 26,
                Some(byte @ b'0'..=b'9') => byte - b'0' + 52,
                Some(b'-') => 62,
                Some(b'_') => 63,
                Some(_) => return None,
                None => 0,
            };
            bits = bits << 6 | u32::from(value);
        }
        let [_, whole @ ..] = bits.to_be_bytes();
        bytes.extend(whole.into_iter().take(chunk.len() - 1));
    }
    Some(bytes)
}
