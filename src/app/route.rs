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
    /// The class board.
    Class(ClassView),
    /// An address that names no screen.
    Unknown,
}

/// A view of the class board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassView {
    /// The sentences with what the class says of them.
    Article,
    /// Who chose what, as a table.
    Grid,
    /// How far the class agrees.
    Agreement,
    /// The answers against the teacher's key.
    Key,
    /// Who changed in a second vote, and which way.
    Second,
    /// One answer for each sentence.
    Consensus,
    /// One sentence for the whole room.
    Projector,
    /// A sheet to print and argue over.
    Sheet,
}

impl ClassView {
    /// Every view with the end of its address.
    const ALL: [(Self, &'static str); 8] = [
        (Self::Article, ""),
        (Self::Grid, "grid"),
        (Self::Agreement, "agreement"),
        (Self::Key, "key"),
        (Self::Second, "second"),
        (Self::Consensus, "consensus"),
        (Self::Projector, "projector"),
        (Self::Sheet, "sheet"),
    ];

    fn parse(end: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == end).map(|(view, _)| *view)
    }

    fn end(self) -> &'static str {
        Self::ALL.iter().find(|(view, _)| *view == self).map_or("", |(_, end)| end)
    }
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
            ("class", end, None, _) => {
                ClassView::parse(end.unwrap_or_default()).map_or(Self::Unknown, Self::Class)
            }
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
            Self::Class(ClassView::Article) => "#/class".to_owned(),
            Self::Class(view) => format!("#/class/{}", view.end()),
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
            Route::Class(ClassView::Article),
            Route::Class(ClassView::Grid),
            Route::Class(ClassView::Projector),
            Route::Read(id.clone(), None),
            Route::Read(id, Some(14)),
        ];
        for route in screens {
            assert_eq!(Route::parse(&route.address()), route);
        }
        for hash in ["", "#", "#/"] {
            assert_eq!(Route::parse(hash), Route::Library);
        }
        for hash in ["#/read", "#/read/a/1/2", "#/nothing", "#/help/x", "#/class/x", "#/class/grid/1"] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
    }
}
