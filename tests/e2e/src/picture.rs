//! Pictures of the window, kept where a reader finds them.

use std::path::Path;

use crate::session::Session;

/// Base64, as RFC 4648 writes it.
pub fn decoded(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut out, mut bits, mut count) = (Vec::with_capacity(text.len() * 3 / 4), 0_u32, 0);
    for six in text.bytes().filter_map(value) {
        bits = (bits << 6) | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from((bits >> count) & 0xff).expect("a byte"));
        }
    }
    out
}

/// Writes a picture where a reader finds it.
///
/// # Panics
/// When the folder cannot be written.
pub fn keep_picture(session: &Session, path: &Path) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of pictures");
    std::fs::write(path, session.picture()).expect("the picture is written");
}
