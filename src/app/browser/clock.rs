//! The time, chance, and later.

use gloo_timers::callback::Timeout;
use pressmark::session::Moment;
use pressmark::time::Timestamp;

/// Now, with 64 random bits.
pub fn moment() -> Moment {
    Moment { now: now(), random: random() }
}

/// Now.
pub fn now() -> Timestamp {
    // A clock before 1970 or past the year 9999 is set wrong; the cast clamps it.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float casts to the nearest value"
    )]
    Timestamp(js_sys::Date::now() as u64)
}

/// A moment as the clock on the wall shows it here: the day as `2026-11-24`, the time as `10:42`.
pub fn local(moment: Timestamp) -> (String, String) {
    #[expect(clippy::cast_precision_loss, reason = "whole milliseconds of 285,000 years fit a float")]
    let date = js_sys::Date::new(&(moment.0 as f64).into());
    let two = |number: u32| format!("{number:02}");
    let day = format!("{}-{}-{}", date.get_full_year(), two(date.get_month() + 1), two(date.get_date()));
    (day, [two(date.get_hours()), two(date.get_minutes())].join(":"))
}

/// Chance from the browser's cryptographic source; from its ordinary one where that is not offered.
fn random() -> u64 {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if crypto.is_none_or(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_err()) {
        return js_sys::Math::random().to_bits().rotate_left(20) ^ now().0;
    }
    u64::from_le_bytes(bytes)
}

/// Calls `then` after so many milliseconds, unless the answer is dropped before.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, then)
}

/// Lets the browser do what else it has to do, then goes on.
pub async fn pause() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

/// Parts long work into slices, so that the page answers in between.
pub struct Slices(u64);

impl Slices {
    /// A slice ends after so many milliseconds.
    const LAST: u64 = 40;

    /// Begins the first slice.
    pub fn begin() -> Self {
        Self(now().0)
    }

    /// Whether this slice has lasted long enough.
    pub fn is_over(&self) -> bool {
        now().0.saturating_sub(self.0) >= Self::LAST
    }

    /// Ends this slice: the browser does what else it has to do, then the next one begins.
    pub async fn end(&mut self) {
        pause().await;
        *self = Self::begin();
    }
}
