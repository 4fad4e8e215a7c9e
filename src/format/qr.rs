//! A QR code as an SVG path.

use qrcodegen::{QrCode, QrCodeEcc};

/// The longest text that a QR code holds (bytes): version 40 at the lowest level of correction, ISO/IEC 18004.
pub const LONGEST: usize = 2_953;
/// The quiet zone around it, in modules (ISO/IEC 18004, 6.3.8).
const MARGIN: i32 = 4;

/// A QR code, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The side of the square, with its margin, in modules.
    pub side: i32,
    /// The dark modules, as the `d` of an SVG path.
    pub path: String,
}

/// Draws a text; `None` when it is too long.
///
/// ```
/// use pressmark::format::qr::draw;
/// let code = draw("https://school.example/").unwrap();
/// assert_eq!(code.side, 25 + 2 * 4);
/// assert!(code.path.starts_with("M4 4h7v1h-7z"), "the first row of the first corner");
/// assert_eq!(draw(&"x".repeat(3000)), None);
/// ```
#[must_use]
pub fn draw(text: &str) -> Option<Drawing> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                path += &format!("M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
            }
            x += run.max(1);
        }
    }
    Some(Drawing { side: size + 2 * MARGIN, path })
}

/// The drawing as a file.
#[must_use]
pub fn svg(code: &Drawing) -> String {
    let Drawing { side, path } = code;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>\n"
    )
}
