//! How full local storage is, and when to say so.

use crate::format::storage::ledger::Ledger;

/// What local storage holds (UTF-16 units, keys and values), measured in Chromium 156, Firefox 153 and
/// WebKitGTK 2.50.
pub const ROOM: usize = 5_242_879;
/// From this part on (percent) the reader is told that there will soon be no room.
const NEARLY: usize = 80;

/// How full local storage is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// What this program keeps there (UTF-16 units).
    pub used: usize,
    /// What would fit (UTF-16 units).
    pub limit: usize,
}

impl Room {
    /// How full, in whole per cent.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.used * 100).checked_div(self.limit).unwrap_or(0)
    }

    /// Whether the reader should be told before it is full.
    #[must_use]
    pub fn is_nearly_full(self) -> bool {
        self.percent() >= NEARLY
    }
}

impl Ledger {
    /// How full local storage is with what is kept there. WebKit (`halves`) has half the room as soon as one
    /// character is not Latin-1.
    #[must_use]
    pub fn room(&self, halves: bool) -> Room {
        let mut room = Room { used: 0, limit: ROOM };
        for (key, kept) in self.entries.iter() {
            let value = kept.value.as_deref().unwrap_or_default();
            if kept.value.is_none() || super::ledger::is_long(value) {
                continue;
            }
            for text in [key, value] {
                room.used += if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
                if halves && room.limit == ROOM && text.chars().any(|c| u32::from(c) > 0xFF) {
                    room.limit = ROOM / 2;
                }
            }
        }
        room
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::storage::write::Write;
    use crate::time::Timestamp;

    fn room(value: &str, halves: bool) -> Room {
        let mut ledger = Ledger::default();
        let put = Write::Put { key: "pressmark/settings".into(), value: value.into() };
        ledger.take(vec![put], Timestamp(1));
        ledger.room(halves)
    }

    #[test]
    fn room_is_counted_in_the_units_of_the_browser() {
        for (value, halves, used, limit) in [
            ("abc", true, 3, ROOM),
            ("caf\u{e9}", true, 4, ROOM),
            ("\u{2019}", false, 1, ROOM),
            ("\u{2019}", true, 1, ROOM / 2),
            ("\u{1F469}", true, 2, ROOM / 2),
        ] {
            let expected = Room { used: "pressmark/settings".len() + used, limit };
            assert_eq!(room(value, halves), expected, "{value} {halves}");
        }
    }

    #[test]
    fn the_reader_is_told_before_it_is_full() {
        assert!(!room(&"x".repeat(100_000), false).is_nearly_full());
        assert!(!Room { used: 79, limit: 100 }.is_nearly_full());
        assert!(Room { used: 80, limit: 100 }.is_nearly_full());
        assert!(!Room::default().is_nearly_full(), "nothing is known yet");
    }
}
