//! The bar of a count: label ink in the label's own pattern says yes, a hairline no, blank neither, and the
//! upright stands at half.

use yew::{Html, html};

/// How long a bar is when everybody said yes (units of its `viewBox`).
const LONG: usize = 1200;
/// More strokes than this would run together: then one stands for several people.
const MOST_STROKES: usize = 60;

/// Who said yes and no, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Said yes.
    pub yes: usize,
    /// Said yes or no.
    pub answered: usize,
    /// Everybody: the full length.
    pub all: usize,
}

/// Where a bar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Beside a sentence, with the upright at half.
    Strip,
    /// In a table: a share, whose half is nothing special.
    Share,
    /// On the projector, ten times as long.
    Projector,
}

/// A bar; the words beside it say the same.
pub fn bar(ink: u8, extent: Extent, kind: Kind) -> Html {
    let unit = |number: usize| number * LONG / extent.all.max(1);
    let (yes, answered) = (unit(extent.yes), unit(extent.answered));
    let (class, line, half) = match kind {
        Kind::Strip => ("pm-strip-bar", 10, 10),
        Kind::Share => ("pm-strip-bar", 10, 0),
        Kind::Projector => ("pm-proj-bar", 6, 4),
    };
    html! {
        <svg {class} viewBox="0 0 1200 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="pm-not" x={yes.to_string()} y={(50 - line / 2).to_string()} width={(answered - yes).to_string()} height={line.to_string()} />
            <path class="pm-yes" d={pattern(ink, yes, extent)} />
            if half > 0 {
                <rect class="pm-half" x={(answered / 2).saturating_sub(half / 2).to_string()} y="-90" width={half.to_string()} height="280" />
            }
        </svg>
    }
}

/// The pattern of an ink, as of its underline: solid, double, dashes (a dash a pupil), dots, waves, thin.
fn pattern(ink: u8, length: usize, extent: Extent) -> String {
    let strokes = |top: usize, height: usize, share: usize| {
        let people = extent.yes.div_ceil(extent.yes.div_ceil(MOST_STROKES).max(1)).max(1);
        let place = |index: usize| index * length / people;
        let stroke = |index: usize| {
            let wide = (place(index + 1) - place(index)) * share / 100;
            format!("M{} {top}h{wide}v{height}h-{wide}z", place(index))
        };
        if length == 0 { String::new() } else { (0..people).map(stroke).collect() }
    };
    let band = |top: usize, height: usize| format!("M0 {top}h{length}v{height}h-{length}z");
    match ink {
        2 => band(0, 38) + &band(62, 38),
        3 => strokes(0, 100, 60),
        4 | 7 => strokes(25, 50, 50),
        5 => strokes(0, 60, 50) + &strokes(40, 60, 100),
        6 => band(25, 50),
        8 => band(0, 25) + &band(75, 25),
        9 => band(0, 20) + &band(40, 20) + &band(80, 20),
        _ => band(0, 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ink_has_a_pattern_of_its_own() {
        let count = Extent { yes: 3, answered: 10, all: 12 };
        let patterns: Vec<String> =
            (1..=9).filter(|ink| *ink != 7).map(|ink| pattern(ink, 300, count)).collect();
        for (place, pattern) in patterns.iter().enumerate() {
            assert!(!patterns[..place].contains(pattern), "{place}: {pattern}");
        }
    }

    #[test]
    fn a_dash_is_a_pupil_and_a_thousand_pupils_are_sixty_dashes_at_most() {
        let dashes =
            |yes, all| pattern(3, yes * LONG / all, Extent { yes, answered: all, all }).matches('M').count();
        assert_eq!(dashes(7, 30), 7);
        assert_eq!(dashes(0, 30), 0);
        assert!(dashes(1000, 1000) <= MOST_STROKES);
    }
}
