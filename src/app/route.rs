//! Screens and their addresses, all after `#`, so that they work from a file too.

use pressmark::id::ArticleId;

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The articles.
    Library,
    /// An article, perhaps at the sentence with this number.
    Read(ArticleId, Option<usize>),
    /// Keys, codebook, privacy, copies.
    Help,
    /// Looks, keys, the annotator, copies.
    Settings,
    /// An address that names no screen.
    Unknown,
}

impl Route {
    /// The screen that an address names.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        match (parts.next().unwrap_or_default(), parts.next(), parts.next(), parts.next()) {
            ("", None, ..) => Self::Library,
            ("help", None, ..) => Self::Help,
            ("settings", None, ..) => Self::Settings,
            ("read", Some(id), None, _) => Self::Read(ArticleId::new(id), None),
            ("read", Some(id), Some(number), None) => Self::Read(ArticleId::new(id), number.parse().ok()),
            _ => Self::Unknown,
        }
    }

    /// Its address.
    pub fn address(&self) -> String {
        match self {
            Self::Library | Self::Unknown => "#/".to_owned(),
            Self::Read(id, None) => format!("#/read/{id}"),
            Self::Read(id, Some(number)) => format!("#/read/{id}/{number}"),
            Self::Help => "#/help".to_owned(),
            Self::Settings => "#/settings".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_its_screen_belong_together() {
        let id = ArticleId::new("3f2a");
        let screens = [
            Route::Library,
            Route::Help,
            Route::Settings,
            Route::Read(id.clone(), None),
            Route::Read(id, Some(14)),
        ];
        for route in screens {
            assert_eq!(Route::parse(&route.address()), route);
        }
        for hash in ["", "#", "#/"] {
            assert_eq!(Route::parse(hash), Route::Library);
        }
        for hash in ["#/read", "#/read/a/1/2", "#/nothing", "#/help/x"] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
    }
}
