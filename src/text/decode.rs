//! From the bytes of a file to a text: encodings recognised, byte order mark removed, line ends as LF.

use thiserror::Error;

/// Why bytes are no text that can be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("There is no text to read. Paste the article first.")]
    Empty,
    /// Bytes that are no text in any encoding known here.
    #[error("This is not a text. Save it as plain text (.txt) and try again.")]
    Binary,
    /// More than [`LONGEST`] bytes.
    #[error("This text is too long: {megabytes} MB. Up to 4 MB can be read; cut it into parts.")]
    TooLong {
        /// Its size in millions of bytes, rounded up.
        megabytes: u64,
    },
    /// More lines than [`MOST_LINES`].
    #[error("This text has {lines} lines, more than can be read at once. Cut it into parts.")]
    TooManyLines {
        /// How many.
        lines: usize,
    },
    /// More sentences than a page can show.
    #[error("This text has {sentences} sentences, more than can be read at once. Cut it into parts.")]
    TooManySentences {
        /// How many.
        sentences: usize,
    },
}

/// The longest text that is taken, in bytes.
pub const LONGEST: usize = 4_000_000;
/// The most lines of a text. A browser needs minutes to lay out a million of them in the field for the text.
pub const MOST_LINES: usize = 200_000;

/// Decodes a file: UTF-8, UTF-16 (with a byte order mark, or seen from its zero bytes), else
/// Windows-1252 as the WHATWG Encoding Standard maps it.
///
/// # Errors
/// Empty, too long, or not text (a NUL, or more control characters than a text has).
pub fn decode(bytes: &[u8]) -> Result<String, TextError> {
    if bytes.len() > LONGEST {
        return Err(TextError::TooLong { megabytes: (bytes.len() as u64).div_ceil(1_000_000) });
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_windows(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if zeros(bytes, 1) => utf16(bytes, u16::from_le_bytes),
        _ if zeros(bytes, 0) => utf16(bytes, u16::from_be_bytes),
        _ => utf8_or_windows(bytes),
    };
    clean(&text)
}

/// Makes a pasted or decoded text the text of an article: byte order mark removed, CR LF and CR made LF,
/// nothing else changed.
///
/// # Errors
/// Empty, too long, or not text.
///
/// ```
/// use pressmark::text::clean;
/// assert_eq!(clean("\u{feff}One.\r\nTwo.\r").unwrap(), "One.\nTwo.\n");
/// ```
pub fn clean(text: &str) -> Result<String, TextError> {
    if text.len() > LONGEST {
        return Err(TextError::TooLong { megabytes: (text.len() as u64).div_ceil(1_000_000) });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let controls = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    if text.contains('\0') || controls * 20 > text.len() {
        return Err(TextError::Binary);
    }
    if text.trim().is_empty() {
        return Err(TextError::Empty);
    }
    let lines = text.bytes().filter(|byte| *byte == b'\n').count();
    if lines > MOST_LINES {
        return Err(TextError::TooManyLines { lines });
    }
    Ok(text)
}

/// Whether nearly every second byte, from `from` on, is zero: UTF-16 of a Latin text without its mark.
fn zeros(bytes: &[u8], from: usize) -> bool {
    let head = bytes.get(..bytes.len().min(400)).unwrap_or_default();
    let zeros = head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let others = head.iter().skip(1 - from).step_by(2).filter(|b| **b == 0).count();
    head.len() >= 4 && others == 0 && zeros * 2 * 10 >= head.len() * 8
}

fn utf16(bytes: &[u8], join: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| join(*pair));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn utf8_or_windows(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|b| windows_1252(*b)).collect(),
    }
}

/// The index "windows-1252" of the WHATWG Encoding Standard; only 0x80 to 0x9F differ from Latin-1.
fn windows_1252(byte: u8) -> char {
    const C1: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|i| C1.get(usize::from(i)).copied()).unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn encodings_are_recognised() {
        let utf16le: Vec<u8> = "Año “x”.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16be: Vec<u8> = "Plain text.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(utf16le).collect();
        for (bytes, expected) in [
            (b"caf\xc3\xa9.".as_slice(), "café."),
            (b"\xef\xbb\xbfcaf\xc3\xa9.", "café."),
            (b"\x93caf\xe9\x94 \x96 1 \x80", "“café” – 1 €"),
            (&marked, "Año “x”."),
            (&utf16be, "Plain text."),
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_reason() {
        for (bytes, error) in [
            (b"".as_slice(), TextError::Empty),
            (" \n\t\u{a0}".as_bytes(), TextError::Empty),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", TextError::Binary),
            (b"a\0b", TextError::Binary),
            (&[b'a'; LONGEST + 1], TextError::TooLong { megabytes: 5 }),
            (&b"a\n".repeat(MOST_LINES + 1), TextError::TooManyLines { lines: MOST_LINES + 1 }),
        ] {
            assert_eq!(decode(bytes), Err(error));
        }
    }

    #[test]
    fn trailing_line_ends_and_no_break_spaces_stay() {
        assert_eq!(clean("a\u{a0}b\n\n"), Ok("a\u{a0}b\n\n".to_owned()));
    }

    proptest! {
        #[test]
        fn no_bytes_can_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn cleaning_twice_changes_nothing_more(text in "(?s)[a-z \r\n\u{e9}]{1,80}") {
            if let Ok(once) = clean(&text) {
                prop_assert_eq!(clean(&once), Ok(once.clone()));
            }
        }
    }
}
