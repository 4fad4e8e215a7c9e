//! The nine inks as colours: which ink is nearest to a colour of another program.

/// The inks 1 to 9 of the light theme (www/css/tokens.css; a test holds them to it).
pub(super) const INKS: [&str; 9] =
    ["#ab1257", "#005f96", "#7d5c00", "#1b6b3a", "#6a3fa0", "#8a3b12", "#00665f", "#7a2f7a", "#4d5561"];
/// The ink that has no hue to speak of.
const GREY: u8 = 9;

/// The colour of an ink, `#rrggbb`.
pub(super) fn of_ink(ink: u8) -> &'static str {
    let place = usize::from(ink).checked_sub(1);
    place.and_then(|place| INKS.get(place)).copied().unwrap_or(INKS[0])
}

/// The ink nearest to a colour written `#rrggbb`: by hue, since light and dark are the theme's; grey to what
/// has next to no colour.
pub(super) fn nearest(colour: &str) -> Option<u8> {
    let hue = hue(rgb(colour)?);
    let Some(hue) = hue else { return Some(GREY) };
    let distance = |ink: &u8| {
        let other = rgb(of_ink(*ink)).and_then(self::hue);
        other.map_or(u32::MAX, |other| other.abs_diff(hue).min(360 - other.abs_diff(hue)))
    };
    (1..=GREY).min_by_key(distance)
}

fn rgb(colour: &str) -> Option<[u32; 3]> {
    let hex = colour.trim().strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
    let part = |at: usize| u32::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The hue in degrees (A. R. Smith, “Color Gamut Transform Pairs”, SIGGRAPH 1978); `None` where less than a
/// quarter of the colour is colour.
fn hue([red, green, blue]: [u32; 3]) -> Option<u32> {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    if spread * 4 < most || most < 8 {
        return None;
    }
    // Six sextants of 60 degrees; 360 more keeps the numbers whole and positive.
    let degrees = if most == red {
        360 * spread + 60 * green - 60 * blue
    } else if most == green {
        (360 + 120) * spread + 60 * blue - 60 * red
    } else {
        (360 + 240) * spread + 60 * red - 60 * green
    };
    Some(degrees / spread % 360)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inks_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../../www/css/tokens.css");
        for (index, ink) in INKS.iter().enumerate() {
            let first = sheet
                .split(&format!("--pm-label-{}:", index + 1))
                .nth(1)
                .and_then(|rest| rest.split(';').next());
            assert_eq!(first.map(str::trim), Some(*ink));
        }
    }

    #[test]
    fn a_colour_finds_the_ink_of_its_hue() {
        for (ink, colour) in (1..).zip(INKS) {
            assert_eq!(nearest(colour), Some(ink), "{colour}");
        }
        for (colour, ink) in [
            ("#FF0000", 6),
            ("#FFFF00", 3),
            ("#00ff00", 4),
            ("#00ffff", 7),
            ("#0000ff", 5),
            ("#84C8F7", 2),
            ("#ff69b4", 1),
            ("#ffffff", 9),
            ("#000000", 9),
            ("#808080", 9),
        ] {
            assert_eq!(nearest(colour), Some(ink), "{colour}");
        }
        for odd in ["", "red", "#fff", "#12345é", "#1234567", "#gggggg"] {
            assert_eq!(nearest(odd), None, "{odd}");
        }
    }
}
