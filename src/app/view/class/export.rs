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
    /// The same with real names.
    GridNamed,
    /// A row a pupil against the key, for the gradebook.
    Scores,
    /// The same with real names.
    ScoresNamed,
    /// Everything, to be opened again.
    Everything,
}

impl Export {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 5] =
        [Self::Grid, Self::GridNamed, Self::Scores, Self::ScoresNamed, Self::Everything];

    /// Its name in the menu.
    pub fn name(self) -> &'static str {
        match self {
            Self::Grid => "Grid as CSV",
            Self::GridNamed => "Grid as CSV, with real names",
            Self::Scores => "Scores as CSV",
            Self::ScoresNamed => "Scores as CSV, with real names",
            Self::Everything => "Everything as Pressmark JSON",
        }
    }

    /// Whether it can be saved: scores want a key, and real names must be there and may not be hidden.
    pub fn is_offered(self, class: &Class) -> bool {
        let has_key = !class.exercise().key.is_empty();
        let has_names = !class.roster.names.is_empty() && !class.is_hidden;
        match self {
            Self::Grid | Self::Everything => true,
            Self::GridNamed => has_names,
            Self::Scores => has_key,
            Self::ScoresNamed => has_key && has_names,
        }
    }
}

/// Saves it, with code names unless names are hidden; with real names only where they were asked for.
pub fn save(class: &Class, ranking: &Ranking, what: Export) {
    const CSV: &str = "text/csv;charset=utf-8";
    let (vote, rows) = (class.vote, ranking.rows.as_slice());
    let names = match what {
        _ if class.is_hidden => Names::Hidden,
        Export::GridNamed | Export::ScoresNamed => Names::RealNames(&class.roster),
        _ => Names::CodeNames,
    };
    let name = |end: &str, ending: &str| download_name(&class.exercise().title, end, ending);
    match what {
        Export::Grid | Export::GridNamed => {
            file::save(&name("grid", "csv"), CSV, &board::grid(&class.board, vote, rows, names))
        }
        Export::Scores | Export::ScoresNamed => {
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
