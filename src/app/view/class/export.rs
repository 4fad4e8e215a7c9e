//! Saves what is on the board as files.

use pressmark::exercise::board::Table;
use pressmark::format::board::{self, Names};
use pressmark::format::name::download_name;

use super::class::{Class, Ranking};
use crate::app::browser::{clock, file};

/// What can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Who chose what, a row a pupil and a column a sentence.
    Grid,
    /// A row a pupil against the key, for the gradebook.
    Scores,
    /// Everything, to be opened again.
    Everything,
}

impl Export {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Grid, Self::Scores, Self::Everything];

    /// Its name in the menu.
    pub fn name(self) -> &'static str {
        match self {
            Self::Grid => "Grid as CSV",
            Self::Scores => "Scores as CSV",
            Self::Everything => "Everything as Pressmark JSON",
        }
    }

    /// Whether it can be saved: scores want a key.
    pub fn is_offered(self, class: &Class) -> bool {
        self != Self::Scores || !class.exercise().key.is_empty()
    }
}

/// Saves it, with code names unless names are hidden. Real names never leave.
pub fn save(class: &Class, ranking: &Ranking, what: Export) {
    const CSV: &str = "text/csv;charset=utf-8";
    let (vote, rows) = (class.vote, ranking.rows.as_slice());
    let names = if class.is_hidden { Names::Hidden } else { Names::CodeNames };
    let name = |end: &str, ending: &str| download_name(&class.exercise().title, end, ending);
    match what {
        Export::Grid => file::save(&name("grid", "csv"), CSV, &board::grid(&class.board, vote, rows, names)),
        Export::Scores => {
            if let Some(table) = Table::new(class.exercise(), &class.exercise().key) {
                let text = board::scores(&class.board, vote, rows, &table, names);
                file::save(&name("scores", "csv"), CSV, &text);
            }
        }
        Export::Everything => {
            let text = board::write(&class.board, clock::now());
            file::save(&name("class", "pressmark.json"), "application/json", &text);
        }
    }
}
