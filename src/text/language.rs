//! The language of an article: its tag, its name, its direction, and how it is guessed.

mod detect;
mod names;

pub use detect::detect;

use super::facts;
use crate::order;

/// A language as a BCP 47 tag in canonical case: `en`, `pt-BR`, `az`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language(String);

impl Language {
    /// The language that `tag` names; only letters, digits and hyphens are kept, at most 35 of them
    /// (RFC 5646 4.4.1), in the case that RFC 5646 2.1.1 recommends.
    ///
    /// ```
    /// use pressmark::text::Language;
    /// assert_eq!(Language::new("PT-br").tag(), "pt-BR");
    /// assert_eq!(Language::new("zh-hant").tag(), "zh-Hant");
    /// ```
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let kept: String = tag.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(35).collect();
        let mut cased = String::with_capacity(kept.len());
        for (at, part) in kept.split('-').filter(|part| !part.is_empty()).enumerate() {
            if at > 0 {
                cased.push('-');
            }
            match part.len() {
                2 if at > 0 => cased.push_str(&part.to_ascii_uppercase()),
                4 if at > 0 => {
                    let (first, rest) = part.split_at(1);
                    cased.push_str(&first.to_ascii_uppercase());
                    cased.push_str(&rest.to_ascii_lowercase());
                }
                _ => cased.push_str(&part.to_ascii_lowercase()),
            }
        }
        Self(cased)
    }

    /// The whole tag, for the attribute `lang`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Its English name, such as `English`; the tag itself when the name is not known.
    #[must_use]
    pub fn name(&self) -> &str {
        names::of(self.primary()).unwrap_or(&self.0)
    }

    /// The attribute `dir`: `rtl` for right-to-left scripts, else `ltr`.
    ///
    /// ```
    /// use pressmark::text::Language;
    /// assert_eq!(Language::new("fa").dir(), "rtl");
    /// assert_eq!(Language::new("az-Arab").dir(), "rtl");
    /// assert_eq!(Language::new("az").dir(), "ltr");
    /// ```
    #[must_use]
    pub fn dir(&self) -> &'static str {
        let script = self.0.split('-').skip(1).find(|part| part.len() == 4);
        let right_to_left = match (script, self.primary()) {
            (Some(script), _) => {
                matches!(script, "Arab" | "Hebr" | "Thaa" | "Syrc" | "Nkoo" | "Adlm" | "Rohg")
            }
            (
                None,
                "ar" | "he" | "iw" | "fa" | "ur" | "ps" | "yi" | "sd" | "ug" | "ckb" | "dv" | "arc" | "syr",
            ) => true,
            _ => false,
        };
        if right_to_left { "rtl" } else { "ltr" }
    }

    /// The languages that [`sentences`](super::sentences) has rules for, as tag and English name, by name.
    ///
    /// ```
    /// use pressmark::text::Language;
    /// assert!(Language::supported().any(|known| known == ("az", "Azerbaijani")));
    /// ```
    pub fn supported() -> impl Iterator<Item = (&'static str, &'static str)> {
        let mut known: Vec<_> =
            facts::ALL.iter().filter_map(|facts| Some((facts.tag, names::of(facts.tag)?))).collect();
        order::sort_by(&mut known, |a, b| a.1.cmp(b.1));
        known.into_iter()
    }

    /// The primary subtag: `pt` of `pt-BR`.
    fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}
