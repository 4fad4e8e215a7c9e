//! The names of downloaded files.

use crate::time::Timestamp;

/// The longest that the title, or the code name, is in a file's name (characters).
const LONGEST: usize = 60;
/// The same in bytes: a name of both has at most 255, as file systems want it.
const LONGEST_BYTES: usize = 110;
/// Names that Windows keeps for devices, whatever ending follows.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul"];

/// `<title>_<code name>.<ending>` in letters, digits and hyphens; the letters of every script stay.
///
/// ```
/// use pressmark::format::name::download_name;
/// let name = download_name("Pier closes: “no way back”", "Heron 12", "pressmark.json");
/// assert_eq!(name, "Pier-closes-no-way-back_Heron-12.pressmark.json");
/// assert_eq!(download_name("🎉", "", "csv"), "article.csv");
/// ```
#[must_use]
pub fn download_name(title: &str, code_name: &str, ending: &str) -> String {
    let (title, code_name) = (plain(title), plain(code_name));
    let title = if title.is_empty() { "article".to_owned() } else { title };
    if !code_name.is_empty() {
        format!("{title}_{code_name}.{ending}")
    } else if is_reserved(&title) {
        format!("article-{title}.{ending}")
    } else {
        format!("{title}.{ending}")
    }
}

/// The name of a back-up made at this moment (its date in UTC).
///
/// ```
/// use pressmark::{format::name::backup_name, time::Timestamp};
/// assert_eq!(backup_name(Timestamp(0)), "pressmark-backup_1970-01-01.pressmark.json");
/// ```
#[must_use]
pub fn backup_name(now: Timestamp) -> String {
    let moment = now.to_string();
    let date = moment.split('T').next().unwrap_or_default();
    format!("pressmark-backup_{date}.pressmark.json")
}

/// Letters and digits; everything between them is one hyphen, accents that stand alone are dropped.
fn plain(words: &str) -> String {
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let letters = words.chars().filter(|c| !is_accent(c));
    let spaced: String = letters.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let joined = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    let cut: String = joined.chars().take(LONGEST).collect();
    let cut = cut.get(..cut.floor_char_boundary(LONGEST_BYTES)).unwrap_or_default();
    cut.trim_end_matches('-').to_owned()
}

fn is_reserved(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_port = |port: &str| lower.strip_prefix(port).is_some_and(|n| n.chars().count() == 1);
    RESERVED.contains(&lower.as_str()) || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_on_every_system() {
        for (title, code_name, expected) in [
            ("../../etc/passwd", "", "etc-passwd.csv"),
            ("CON", "", "article-CON.csv"),
            ("com1", "Tern 9", "com1_Tern-9.csv"),
            ("שלום עולם", "", "שלום-עולם.csv"),
            ("Cafe\u{301}  \u{202e}x", "<b>", "Cafe-x_b.csv"),
            ("", "", "article.csv"),
        ] {
            assert_eq!(download_name(title, code_name, "csv"), expected);
        }
        assert!(download_name(&"ab ".repeat(100), "x", "csv").chars().count() <= 66);
    }
}
