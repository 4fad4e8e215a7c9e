//! Zip files as Python's zipfile makes them (tests/data/zip/make.py), and as nobody should.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use pressmark::format::zip::{Contents, MOST_FILES, Method, PackedError, ZipError, is_zip, list};
use proptest::prelude::*;

fn read(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/zip/");
    std::fs::read([folder, name].concat()).unwrap()
}

fn names(contents: &Contents) -> Vec<&str> {
    contents.files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn files_are_found_with_their_bytes() {
    for name in ["plain.zip", "zip64.zip"] {
        let bytes = read(name);
        assert!(is_zip(&bytes));
        let contents = list(&bytes).unwrap();
        assert_eq!(names(&contents), ["heron-12.pressmark.json", "wren-5.txt"], "{name}");
        let [one, two] = &contents.files[..] else { panic!("two files") };
        assert_eq!((one.method, one.size, two.method, two.size), (Method::Deflated, 480, Method::Stored, 11));
        let stored = &bytes[two.range.clone()];
        assert_eq!((stored, two.check(stored)), (b"Not packed.".as_slice(), Ok(())));
        assert_eq!(two.check(b"Not Packed."), Err(PackedError::Damaged));
        let unpacked = b"{\"format\": \"pressmark\"}\n".repeat(20);
        assert_eq!((one.check(&unpacked), one.check(&unpacked[1..])), (Ok(()), Err(PackedError::Damaged)));
        assert!(one.range.len() < 60 && contents.refused.is_empty());
    }
}

#[test]
fn names_are_shown_without_folders_and_tricks() {
    let contents = list(&read("odd_names.zip")).unwrap();
    let names = names(&contents);
    assert_eq!(names[..4], ["passwd", "heron.json", "gnp.nosj", "Bücher 📚.json"]);
    assert_eq!((names.len(), names[4].chars().count()), (5, 81), "a long name is cut, litter is left out");
}

#[test]
fn what_browsers_cannot_unpack_is_named_and_the_rest_is_read() {
    let contents = list(&read("methods.zip")).unwrap();
    assert_eq!(names(&contents), ["fine.json"]);
    let refused = [("bzip2.json", PackedError::Method), ("lzma.json", PackedError::Method)];
    assert_eq!(contents.refused, refused.map(|(name, reason)| (name.to_owned(), reason)));
    let contents = list(&read("encrypted.zip")).unwrap();
    assert_eq!(contents.refused, [("heron-12.pressmark.json".to_owned(), PackedError::Encrypted)]);
    assert_eq!(names(&contents), ["wren-5.txt"]);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let bytes = read("bomb.zip");
    assert!(bytes.len() < 20_000);
    let contents = list(&bytes).unwrap();
    assert_eq!(contents.refused, [("zeros.json".to_owned(), PackedError::TooLarge { megabytes: 20 })]);
    assert_eq!(names(&contents), ["fine.json"]);
    let lie = list(&read("lie.zip")).unwrap();
    assert_eq!(lie.refused[0].1, PackedError::Damaged, "no deflated byte becomes so many");
    assert_eq!(list(&read("overlap.zip")), Err(ZipError::Overlapping));
}

#[test]
fn a_directory_of_too_many_files_or_bytes_is_refused() {
    assert_eq!(list(&listed_often(MOST_FILES + 1, 0)), Err(ZipError::TooMany));
    let Err(ZipError::Overlapping) = list(&listed_often(20, 0)) else {
        panic!("the same bytes twenty times")
    };
    assert!(matches!(list(&listed_often(600, 480_000)), Err(ZipError::TooLarge { megabytes: 288 })));
}

/// A zip whose directory lists the first file of a plain zip this often; where `size` is not 0, it says that
/// 1,000 packed bytes become that many.
fn listed_often(times: usize, size: u32) -> Vec<u8> {
    let plain = read("plain.zip");
    let at = |signature: &[u8]| plain.windows(4).position(|window| window == signature).unwrap();
    let directory = at(b"PK\x01\x02");
    let name = "class/heron-12.pressmark.json".len();
    let mut record = plain[directory..directory + 46 + name].to_vec();
    let mut bytes = plain[..directory].to_vec();
    if size > 0 {
        record[24..28].copy_from_slice(&size.to_le_bytes());
        bytes.resize(bytes.len() + 1_000, 0);
        record[20..24].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    let start = u32::try_from(bytes.len()).unwrap();
    bytes.extend(record.repeat(times));
    let length = u32::try_from(record.len() * times).unwrap();
    let count = u16::try_from(times).unwrap();
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].iter().flat_map(|n| n.to_le_bytes()));
    bytes.extend([length, start].iter().flat_map(|n| n.to_le_bytes()));
    bytes.extend([0, 0]);
    bytes
}

#[test]
fn damage_is_told() {
    for name in ["truncated.zip", "comment_cut.zip"] {
        assert_eq!(list(&read(name)), Err(ZipError::Damaged), "{name}");
    }
    let outside = list(&read("outside.zip")).unwrap();
    assert_eq!(outside.refused, [("heron-12.pressmark.json".to_owned(), PackedError::Damaged)]);
    assert_eq!(list(b"PK\x03\x04"), Err(ZipError::Damaged));
    assert_eq!(list(&read("empty.zip")), Ok(Contents::default()));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(change in proptest::collection::vec((0..294_usize, any::<u8>()), 0..12), cut in 0..294_usize) {
        let mut bytes = read("plain.zip");
        for (at, byte) in change {
            bytes[at] = byte;
        }
        for bytes in [&bytes[..], &bytes[..cut], &bytes[cut..]] {
            for file in list(bytes).map(|contents| contents.files).unwrap_or_default() {
                prop_assert!(bytes.get(file.range).is_some());
            }
        }
    }
}
