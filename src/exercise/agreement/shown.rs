//! Figures as they are printed, by integer arithmetic: `.64`, `−.05`, `1.00`, 68 in 100.

/// A coefficient to two places, without the nought before the point and with a true minus: `.64`, `−.05`, `1.00`.
/// Half a hundredth goes away from zero, and what rounds to nothing has no sign. What is not a number is a dash.
///
/// ```
/// use pressmark::exercise::agreement::shown;
/// assert_eq!(shown(0.638), ".64");
/// assert_eq!(shown(-0.05), "−.05");
/// assert_eq!(shown(1.0), "1.00");
/// ```
#[must_use]
pub fn shown(value: f64) -> String {
    let Some(hundredths) = hundredths(value) else { return "–".into() };
    let sign = if hundredths < 0 { "−" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let whole = if whole == 0 { String::new() } else { whole.to_string() };
    format!("{sign}{whole}.{}{}", rest / 10, rest % 10)
}

/// A value in whole hundredths, as it is shown; nothing if it is not a number. A value within a billionth of half a
/// hundredth is taken for it: 57/200 is nearest to a binary fraction just below .285 and still shown as .29.
#[must_use]
pub fn hundredths(value: f64) -> Option<i64> {
    const TIE: f64 = 1e-9;
    let size = (value.abs() * 100.0 + 0.5 + TIE).floor();
    // Beyond this the hundredths of a 64-bit float are not whole.
    if !(0.0..1e15).contains(&size) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 10^15")]
    let size = size as i64;
    Some(if value < 0.0 { -size } else { size })
}

/// How many in a hundred, rounded; half goes up. 0 only if there is none, 100 only if it is all. Nothing of nothing.
///
/// ```
/// use pressmark::exercise::agreement::in_a_hundred;
/// assert_eq!(in_a_hundred(253, 341), Some(74));
/// assert_eq!(in_a_hundred(340, 341), Some(99));
/// assert_eq!(in_a_hundred(0, 0), None);
/// ```
#[must_use]
pub fn in_a_hundred(part: u64, whole: u64) -> Option<u64> {
    match part {
        _ if whole == 0 => None,
        0 => Some(0),
        part if part >= whole => Some(100),
        part => Some(((part * 200 + whole) / (whole * 2)).clamp(1, 99)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_as_by_hand() {
        let cases = [
            (0.0, ".00"),
            (-0.0, ".00"),
            (0.004, ".00"),
            (-0.004_9, ".00"),
            (0.005, ".01"),
            (-0.005, "−.01"),
            (0.285, ".29"),
            (0.295, ".30"),
            (0.575, ".58"),
            (1.005, "1.01"),
            (0.094_999, ".09"),
            (0.995, "1.00"),
            (-0.994, "−.99"),
            (-1.0, "−1.00"),
            (12.34, "12.34"),
            (1.0 / 3.0, ".33"),
            (f64::NAN, "–"),
            (f64::INFINITY, "–"),
            (f64::NEG_INFINITY, "–"),
        ];
        for (value, expected) in cases {
            assert_eq!(shown(value), expected, "{value}");
        }
    }

    #[test]
    fn every_ratio_of_small_numbers_is_rounded_exactly() {
        for whole in 1..=400_i64 {
            for part in -whole..=whole {
                #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
                let shown = hundredths(part as f64 / whole as f64);
                let exact = part.signum() * ((part.abs() * 200 + whole) / (2 * whole));
                assert_eq!(shown, Some(exact), "{part}/{whole}");
            }
        }
    }

    #[test]
    fn nought_and_a_hundred_are_said_only_when_they_are_true() {
        let cases = [(0, 1_000, 0), (1, 1_000, 1), (999, 1_000, 99), (1_000, 1_000, 100), (1, 8, 13)];
        for (part, whole, expected) in cases {
            assert_eq!(in_a_hundred(part, whole), Some(expected), "{part} of {whole}");
        }
    }
}
