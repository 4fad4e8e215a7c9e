//! Offsets in three units: bytes, Unicode code points and UTF-16 code units.

/// What an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of the UTF-8 text: what this library uses inside.
    Byte,
    /// Unicode code points: what Pressmark files, W3C selectors and most research tools use.
    CodePoint,
    /// UTF-16 code units: what browsers and some annotation tools use.
    Utf16,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Milestone {
    byte: usize,
    code_point: usize,
    utf16: usize,
}

impl Milestone {
    fn get(self, unit: Unit) -> usize {
        match unit {
            Unit::Byte => self.byte,
            Unit::CodePoint => self.code_point,
            Unit::Utf16 => self.utf16,
        }
    }

    fn past(self, c: char) -> Self {
        Self {
            byte: self.byte + c.len_utf8(),
            code_point: self.code_point + 1,
            utf16: self.utf16 + c.len_utf16(),
        }
    }
}

/// How far apart the milestones lie, in bytes: one lookup walks at most this far.
const STRIDE: usize = 512;

/// Turns offsets of one text from one unit into another, with a milestone every 512 bytes, so that a
/// lookup costs the same in a short and in a long text.
///
/// ```
/// use pressmark::text::{Offsets, Unit};
/// let text = "👩‍👧 said";
/// let offsets = Offsets::new(text);
/// let said = text.find("said").unwrap();
/// assert_eq!(offsets.from_byte(text, said, Unit::CodePoint), 4);
/// assert_eq!(offsets.from_byte(text, said, Unit::Utf16), 6);
/// assert_eq!(offsets.to_byte(text, 4, Unit::CodePoint), Some(said));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offsets {
    milestones: Vec<Milestone>,
}

impl Offsets {
    /// Measures `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut milestones = vec![Milestone::default()];
        let (mut at, mut next) = (Milestone::default(), STRIDE);
        for c in text.chars() {
            if at.byte >= next {
                milestones.push(at);
                next = at.byte + STRIDE;
            }
            at = at.past(c);
        }
        Self { milestones }
    }

    /// The offset in `unit` of the character at or around `byte`; past the end it is the length.
    /// `text` must be the text that was measured.
    #[must_use]
    #[allow(
        clippy::wrong_self_convention,
        reason = "the table is the converter; `build.rs` sees this as private code"
    )]
    pub fn from_byte(&self, text: &str, byte: usize, unit: Unit) -> usize {
        self.walk(text, byte, Unit::Byte).get(unit)
    }

    /// The byte at which the character with this `offset` begins; `None` when the text is shorter or,
    /// for UTF-16, when the offset would cut a character in two.
    #[must_use]
    pub fn to_byte(&self, text: &str, offset: usize, unit: Unit) -> Option<usize> {
        let at = self.walk(text, offset, unit);
        (at.get(unit) == offset).then_some(at.byte)
    }

    /// The last character boundary at or before `offset`.
    fn walk(&self, text: &str, offset: usize, unit: Unit) -> Milestone {
        let index = self.milestones.partition_point(|m| m.get(unit) <= offset).saturating_sub(1);
        let mut at = self.milestones.get(index).copied().unwrap_or_default();
        for c in text.get(at.byte..).unwrap_or_default().chars() {
            let next = at.past(c);
            if next.get(unit) > offset {
                break;
            }
            at = next;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_boundary_survives_every_unit(text in "(?s)[a-z é\u{301}\u{1F469}\u{200D}\u{1F467}א\n]{0,700}") {
            let offsets = Offsets::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(offsets.from_byte(&text, byte, Unit::CodePoint), count);
                let utf16: usize = text[..byte].chars().map(char::len_utf16).sum();
                prop_assert_eq!(offsets.from_byte(&text, byte, Unit::Utf16), utf16);
                for unit in [Unit::Byte, Unit::CodePoint, Unit::Utf16] {
                    prop_assert_eq!(offsets.to_byte(&text, offsets.from_byte(&text, byte, unit), unit), Some(byte));
                }
            }
        }
    }

    #[test]
    fn an_offset_past_the_end_has_no_byte() {
        let offsets = Offsets::new("ab");
        assert_eq!(offsets.to_byte("ab", 2, Unit::CodePoint), Some(2));
        assert_eq!(offsets.to_byte("ab", 3, Unit::CodePoint), None);
    }

    #[test]
    fn half_of_an_emoji_is_no_place() {
        let offsets = Offsets::new("😀x");
        assert_eq!(offsets.to_byte("😀x", 1, Unit::Utf16), None);
        assert_eq!(offsets.to_byte("😀x", 2, Unit::Utf16), Some(4));
    }
}
