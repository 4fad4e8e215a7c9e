//! The roster: which real name stands behind a code name. It is kept apart from the board, so that nothing
//! that is made of a board can hold it.

use crate::exercise::board::{Board, Entry, Vote, id_of_name};
use crate::id::AnnotatorId;
use crate::map::Map;

/// Real names by annotator. Kept in this browser only; no file has it unless the teacher asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The real name of each annotator that has one.
    pub names: Map<AnnotatorId, String>,
}

impl Roster {
    /// The real name of the pupil in a row. A row that came first as a code and then as a file keeps its name.
    #[must_use]
    pub fn name(&self, entry: &Entry) -> Option<&str> {
        // Most rosters are empty, and the id of a name is a hash.
        if self.names.is_empty() {
            return None;
        }
        let by_id = self.names.get(&entry.submission.annotator);
        by_id.or_else(|| self.names.get(&id_of_name(&entry.submission.name))).map(String::as_str)
    }

    /// The same roster with a real name for the pupil in a row; an empty one takes it away.
    #[must_use]
    pub fn with(&self, entry: &Entry, name: &str) -> Self {
        let mut roster = self.clone();
        roster.names.remove(&entry.submission.annotator);
        roster.names.remove(&id_of_name(&entry.submission.name));
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() {
            roster.names.insert(entry.submission.annotator.clone(), name);
        }
        roster
    }
}

/// The names that are shown, by place of the entry: the real name where the roster has one, else the code
/// name, else where the code stood. A name that several have is numbered from the second on.
#[must_use]
pub fn names(board: &Board, vote: Vote, roster: &Roster) -> Vec<String> {
    let mut seen: Map<String, usize> = Map::default();
    let mut name = |entry: &Entry| {
        let name = match (roster.name(entry), entry.submission.name.trim()) {
            (Some(real), _) => real,
            (None, "") => &*entry.from,
            (None, code_name) => code_name,
        };
        let count = seen.or_default(name.to_owned());
        *count += 1;
        if *count == 1 { name.to_owned() } else { format!("{name} ({count})") }
    };
    board.entries(vote).iter().map(&mut name).collect()
}

/// The name that is shown at a position (0 is the first) while names are hidden.
#[must_use]
pub fn hidden_name(position: usize) -> String {
    format!("Pupil {}", position + 1)
}
