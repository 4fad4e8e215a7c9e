//! How the page looks and listens.

/// A choice that is stored and shown as one word.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { $($(#[$case_doc])* $case),* }

        impl $name {
            /// Every choice, in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$case),*];

            /// The word that is stored, and stands in the page's attribute.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$case => $word),* }
            }

            /// The choice that a stored word names.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.word() == word)
            }
        }
    )*};
}

choices! {
    /// The colours of paper and ink.
    Theme {
        /// As the system says.
        #[default]
        System = "system",
        /// Dark ink on light paper.
        Light = "light",
        /// Light ink on dark paper.
        Dark = "dark",
        /// Black on white, thick lines.
        Contrast = "contrast",
    }
    /// The size of the article's text.
    TextSize {
        /// 18 px.
        Small = "small",
        /// 20 px.
        #[default]
        Normal = "normal",
        /// 24 px.
        Large = "large",
        /// 30 px.
        Huge = "huge",
    }
    /// The space between lines and words.
    Spacing {
        /// As the page is designed.
        #[default]
        Normal = "normal",
        /// As WCAG 2.2 SC 1.4.12 asks that a page can bear.
        Wide = "wide",
    }
}

/// How the page looks and listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Size of the article's text.
    pub text: TextSize,
    /// Space between lines and words.
    pub spacing: Spacing,
    /// Whether single characters are keys (WCAG 2.2 SC 2.1.4 asks that they can be turned off).
    pub single_keys: bool,
    /// When a copy of everything was last saved as a file.
    pub backed_up: Option<crate::time::Timestamp>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text: TextSize::Normal,
            spacing: Spacing::Normal,
            single_keys: true,
            backed_up: None,
        }
    }
}
