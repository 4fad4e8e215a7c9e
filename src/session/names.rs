//! Code names: a bird and a number, so that nobody needs to give a real name.

const BIRDS: [&str; 32] = [
    "Avocet", "Bittern", "Crane", "Curlew", "Dipper", "Dunlin", "Egret", "Finch", "Gannet", "Godwit",
    "Heron", "Hoopoe", "Ibis", "Jackdaw", "Kestrel", "Knot", "Lapwing", "Linnet", "Magpie", "Martin",
    "Merlin", "Osprey", "Petrel", "Plover", "Puffin", "Raven", "Robin", "Siskin", "Starling", "Swift",
    "Tern", "Wren",
];

/// A code name made of the high bits of `random`: a bird and a number from 10 to 99.
///
/// ```
/// assert_eq!(pressmark::session::suggested_name(0), "Avocet 10");
/// ```
#[must_use]
pub fn suggested(random: u64) -> String {
    let bird = usize::try_from((random >> 59) & 31).ok().and_then(|i| BIRDS.get(i)).unwrap_or(&"Heron");
    format!("{bird} {}", 10 + (random >> 32) % 90)
}
