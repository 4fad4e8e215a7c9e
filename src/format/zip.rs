//! The directory of a zip file: which files are in it and where their packed bytes lie. The browser unpacks
//! them (`DecompressionStream`), and what it gives is checked here.

use std::ops::Range;

use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};
use thiserror::Error;

use crate::order;

/// A zip file may hold at most this many files and folders.
pub const MOST_FILES: usize = 5_000;
/// A packed file may unpack to at most this many bytes.
pub const LARGEST_FILE: usize = 16_000_000;
/// All packed files together may unpack to at most this many bytes.
pub const LARGEST_SUM: usize = 256_000_000;
/// No deflated byte becomes more than this many (zlib, “Maximum Compression Factor”: 1032 to 1).
const MOST_OF_ONE: usize = 1_032;
/// Names are cut to this length (characters).
const LONGEST_NAME: usize = 80;

/// What is in a zip file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The files, in the order of the directory.
    pub files: Vec<Packed>,
    /// Files that cannot be unpacked: the name, and why.
    pub refused: Vec<(String, PackedError)>,
}

/// A packed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its name without folders, fit to be shown.
    pub name: String,
    /// How it is packed.
    pub method: Method,
    /// Where its packed bytes lie in the zip file.
    pub range: Range<usize>,
    /// How many bytes it has unpacked. Whoever unpacks it stops there.
    pub size: usize,
    /// The CRC-32 of the unpacked bytes.
    pub crc: u32,
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Its bytes are as they are.
    Stored,
    /// Raw deflate (RFC 1951): `deflate-raw` of the Compression Streams API.
    Deflated,
}

/// Why a zip file could not be opened, as whole sentences.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ZipError {
    /// No directory, or one that cannot be read.
    #[error(
        "This zip file is damaged, or a part of it is missing. Download or copy it again, or unpack it yourself and add the files."
    )]
    Damaged,
    /// Too many files.
    #[error(
        "This zip file holds more than {MOST_FILES} files, far more than a class hands in. Unpack it and add the files that belong here."
    )]
    TooMany,
    /// Too much in all.
    #[error(
        "The files in this zip would take {megabytes} MB, and 256 MB are taken at once. Unpack it and add the files that belong here."
    )]
    TooLarge {
        /// How much in millions of bytes, rounded up.
        megabytes: usize,
    },
    /// Two files made of the same packed bytes.
    #[error(
        "Files in this zip lie over each other, as in no zip that was made to keep files. It was not opened."
    )]
    Overlapping,
}

/// Why a file in a zip could not be unpacked, as whole sentences.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PackedError {
    /// A password.
    #[error("This file is locked with a password. Unpack the zip yourself and add the file.")]
    Encrypted,
    /// Another method than deflate.
    #[error(
        "This file is packed in a way that browsers cannot unpack. Unpack the zip yourself and add the file."
    )]
    Method,
    /// Too much.
    #[error(
        "This file would take {megabytes} MB unpacked, and files in a zip are read up to 16 MB. It is not what a pupil handed in."
    )]
    TooLarge {
        /// How much in millions of bytes, rounded up.
        megabytes: usize,
    },
    /// Packed bytes that are not there, or do not become what the directory says.
    #[error("This file is damaged inside the zip. Ask for it again.")]
    Damaged,
}

/// Whether bytes begin as a zip file does.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..])
}

/// Reads the directory of a zip file. Folders, and what macOS and others add for themselves, are left out.
///
/// # Errors
/// When the whole cannot be trusted or is too much. A single file that cannot be unpacked is no error: it
/// stands in [`Contents::refused`].
pub fn list(bytes: &[u8]) -> Result<Contents, ZipError> {
    let archive = ZipArchive::from_slice(bytes).map_err(|_| ZipError::Damaged)?;
    let (mut contents, mut entries, mut seen, mut sum) = (Contents::default(), archive.entries(), 0, 0_usize);
    while let Some(entry) = entries.next_entry().map_err(|_| ZipError::Damaged)? {
        seen += 1;
        if seen > MOST_FILES {
            return Err(ZipError::TooMany);
        }
        let path = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
        if path.ends_with(['/', '\\']) || is_litter(&path) {
            continue;
        }
        match packed(&archive, &entry, &path) {
            Ok(file) => {
                sum = sum.saturating_add(file.size);
                contents.files.push(file);
            }
            Err(reason) => contents.refused.push((shown(&path), reason)),
        }
    }
    if sum > LARGEST_SUM {
        return Err(ZipError::TooLarge { megabytes: sum.div_ceil(1_000_000) });
    }
    if seen as u64 != archive.entries_hint() {
        return Err(ZipError::Damaged);
    }
    if is_overlapping(&contents.files) { Err(ZipError::Overlapping) } else { Ok(contents) }
}

impl Packed {
    /// Whether unpacked bytes are what the directory says.
    ///
    /// # Errors
    /// When their number or their CRC-32 is another.
    pub fn check(&self, unpacked: &[u8]) -> Result<(), PackedError> {
        let fits = unpacked.len() == self.size && crc32(unpacked) == self.crc;
        if fits { Ok(()) } else { Err(PackedError::Damaged) }
    }
}

/// The CRC-32 of ISO 3309 (RFC 1952, section 8), half a byte at a time: its table has 64 bytes, that of rawzip
/// 16 kB.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let (mut table, mut index) = ([0; 16], 0);
        while index < 16 {
            let (mut value, mut bit) = (index as u32, 0);
            while bit < 4 {
                value = if value & 1 == 1 { value >> 1 ^ 0xedb8_8320 } else { value >> 1 };
                bit += 1;
            }
            table[index] = value;
            index += 1;
        }
        table
    };
    let half = |crc: u32| crc >> 4 ^ TABLE[(crc & 15) as usize];
    !bytes.iter().fold(!0, |crc, byte| half(half(crc ^ u32::from(*byte))))
}

fn packed(
    archive: &ZipSliceArchive<&[u8]>,
    entry: &ZipFileHeaderRecord<'_>,
    path: &str,
) -> Result<Packed, PackedError> {
    if entry.flags().is_encrypted() || entry.flags().has_strong_encryption() {
        return Err(PackedError::Encrypted);
    }
    let method = match entry.compression_method() {
        CompressionMethod::STORE => Method::Stored,
        CompressionMethod::DEFLATE => Method::Deflated,
        _ => return Err(PackedError::Method),
    };
    let size = usize::try_from(entry.uncompressed_size_hint()).unwrap_or(usize::MAX);
    if size > LARGEST_FILE {
        return Err(PackedError::TooLarge { megabytes: size.div_ceil(1_000_000) });
    }
    let found = archive.get_entry(entry.wayfinder()).map_err(|_| PackedError::Damaged)?;
    let (start, end) = found.compressed_data_range();
    let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else {
        return Err(PackedError::Damaged);
    };
    let length = end.saturating_sub(start);
    let can_be = match method {
        Method::Stored => size == length,
        Method::Deflated => size <= length.saturating_mul(MOST_OF_ONE),
    };
    if !can_be {
        return Err(PackedError::Damaged);
    }
    Ok(Packed { name: shown(path), method, range: start..end, size, crc: entry.crc32() })
}

/// Whether two files share packed bytes (D. Fifield, “A better zip bomb”, WOOT 2019).
fn is_overlapping(files: &[Packed]) -> bool {
    let mut ranges: Vec<Range<usize>> =
        files.iter().map(|file| file.range.clone()).filter(|range| !range.is_empty()).collect();
    order::sort_by(&mut ranges, |a, b| a.start.cmp(&b.start));
    ranges.windows(2).any(|pair| matches!(pair, [one, next] if one.end > next.start))
}

/// What systems put into zip files for themselves.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.starts_with('.') || path.starts_with("__MACOSX") || ["Thumbs.db", "desktop.ini"].contains(&name)
}

/// The name of a file without its folders, which may hold pupils' names or lead elsewhere, and without
/// characters that are not seen or that turn the line round (UAX #9).
fn shown(path: &str) -> String {
    let is_unseen = |c: &char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}')
    };
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut seen = name.chars().filter(|c| !is_unseen(c));
    let mut name: String = seen.by_ref().take(LONGEST_NAME).collect();
    if seen.next().is_some() {
        name.push('…');
    }
    if name.trim().is_empty() { "a file without a name".to_owned() } else { name }
}
