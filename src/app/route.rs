//! Screens and their addresses, all after `#`, so that they work from a file too.

use pressmark::id::{ArticleId, ExerciseId};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The articles.
    Library,
    /// An article, perhaps at the sentence with this number.
    Read(ArticleId, Option<usize>),
    /// A teacher makes an exercise.
    NewExercise,
    /// An exercise on this device, and where in it.
    Exercise(ExerciseId, At),
    /// An exercise that comes with the address; [`HERE`] where the page itself holds it.
    Open(String),
    /// Keys, codebook, privacy, copies.
    Help,
    /// Looks, keys, the annotator, copies.
    Settings,
    /// The class board.
    Class(ClassView),
    /// An address that names no screen.
    Unknown,
}

/// Where in an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// Instructions, warm-up, code name.
    Start,
    /// The article with this number, from 1, perhaps at the sentence with this number.
    Article(usize, Option<usize>),
    /// What was handed in.
    HandedIn,
    /// For the teacher: link, file, page, paper.
    HandOut,
}

/// The payload of an address that opens the exercise inside the page itself.
pub const HERE: &str = "here";

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
            ("exercise", Some("new"), None, _) => Self::NewExercise,
            ("exercise", Some(id), None, _) => Self::Exercise(ExerciseId::new(id), At::Start),
            ("exercise", Some(id), Some(at), sentence) => match (at, at.parse(), sentence.map(str::parse)) {
                ("handed-in", _, None) => Self::Exercise(ExerciseId::new(id), At::HandedIn),
                ("hand-out", _, None) => Self::Exercise(ExerciseId::new(id), At::HandOut),
                (_, Ok(number), None) => Self::Exercise(ExerciseId::new(id), At::Article(number, None)),
                (_, Ok(number), Some(Ok(sentence))) => {
                    Self::Exercise(ExerciseId::new(id), At::Article(number, Some(sentence)))
                }
                _ => Self::Unknown,
            },
            ("open", Some(payload), None, _) => Self::Open(payload.to_owned()),
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
            Self::NewExercise => "#/exercise/new".to_owned(),
            Self::Exercise(id, At::Start) => format!("#/exercise/{id}"),
            Self::Exercise(id, At::Article(number, None)) => format!("#/exercise/{id}/{number}"),
            Self::Exercise(id, At::Article(number, Some(sentence))) => {
                format!("#/exercise/{id}/{number}/{sentence}")
            }
            Self::Exercise(id, At::HandedIn) => format!("#/exercise/{id}/handed-in"),
            Self::Exercise(id, At::HandOut) => format!("#/exercise/{id}/hand-out"),
            Self::Open(payload) => format!("#/open/{payload}"),
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
        let exercise = |at| Route::Exercise(ExerciseId::new("b7"), at);
        let screens = [
            Route::NewExercise,
            exercise(At::Start),
            exercise(At::Article(2, None)),
            exercise(At::Article(2, Some(9))),
            exercise(At::HandedIn),
            exercise(At::HandOut),
            Route::Open("xVlNj-_T".to_owned()),
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
