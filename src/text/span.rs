//! A stretch of a text, in bytes.

use std::ops::Range;

/// A stretch of a text: `start..end` in **bytes**, `start <= end`.
///
/// Spans are made by code that stands on character boundaries, so slicing the text they belong to
/// gives the words back; [`Span::of`] answers `None` for any other text rather than panic.
///
/// ```
/// use pressmark::text::Span;
/// let text = "Kyiv slept. Baku wrote.";
/// let span = Span::new(12, 23);
/// assert_eq!(span.of(text), Some("Baku wrote."));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from `start` to `end` (bytes); the two are put in order.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start.min(end), end: start.max(end) }
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words it stands for in `text`; `None` when it does not fit that text.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// The same stretch, `by` bytes further on.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// How many bytes the two spans share.
    #[must_use]
    pub fn overlap(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}
