//! gzip and brotli at their strongest: a site is built once and loaded often.

use brotli::enc::BrotliEncoderParams;

/// Whether a file of this name gets smaller. Fonts and pictures are compressed already.
pub fn pays_for(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(ending, "html" | "css" | "js" | "wasm" | "svg" | "json" | "webmanifest" | "txt" | "xml")
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut small = Vec::new();
    // Writing into memory cannot fail; an empty answer would be noticed by the size report.
    let written = zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut small);
    written.map(|()| small).unwrap_or_default()
}

pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut small = Vec::new();
    let written = brotli::BrotliCompress(&mut &*bytes, &mut small, &params);
    written.map(|_| small).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_come_back_as_they_were() -> std::io::Result<()> {
        let text = "One sentence. Another sentence. ".repeat(50);
        let (small, smaller) = (gzip(text.as_bytes()), brotli(text.as_bytes()));
        assert!(small.len() < text.len() / 10 && smaller.len() < text.len() / 10);
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*small).read_to_string(&mut back)?;
        assert_eq!(back, text);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*smaller, &mut back)?;
        assert_eq!(back, text.as_bytes());
        Ok(())
    }
}
