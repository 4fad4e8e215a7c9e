//! The sentences of the class board that the board itself does not say.

use pressmark::annotation::Codebook;
use pressmark::exercise::board::{Tally, words};

/// What stands behind the number of a sentence: `15 to 13 on claim`, `all 30 agree`, `nobody answered`.
pub fn division(codebook: &Codebook, tally: &Tally) -> String {
    let division = words::division(codebook, tally);
    match (division.is_empty(), tally.base) {
        (true, 0) => "nobody answered".to_owned(),
        (true, base) => format!("all {base} agree"),
        _ => division,
    }
}

/// The button that turns to further notes; none where both sides have only one.
pub fn other_notes(yes: usize, no: usize) -> Option<String> {
    match (yes, no) {
        (0 | 1, 0 | 1) => None,
        (0 | 1, _) | (_, 0 | 1) => Some(format!("Another note of {}", yes + no)),
        _ => Some(format!("Two other notes of {}", yes + no)),
    }
}

/// The first letter made large.
pub fn upper_first(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// `part` of `whole` in whole percent, rounded half up.
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 200 + whole) / (2 * whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_division_is_told_where_nothing_divides_too() {
        let tally = |yes: &[usize], base| Tally { yes: yes.to_vec(), base, ..Tally::default() };
        let book = Codebook::default();
        assert_eq!(division(&book, &tally(&[14, 5, 7], 27)), "14 to 13 on claim");
        assert_eq!(division(&book, &tally(&[30, 0, 30], 30)), "all 30 agree");
        assert_eq!(division(&book, &tally(&[0, 0, 0], 0)), "nobody answered");
    }

    #[test]
    fn further_notes_are_offered_where_there_are_some() {
        assert_eq!(other_notes(1, 1), None);
        assert_eq!(other_notes(5, 4).as_deref(), Some("Two other notes of 9"));
        assert_eq!(other_notes(3, 0).as_deref(), Some("Another note of 3"));
    }

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(
            [(253, 341), (1, 2), (1, 200), (0, 0)].map(|(part, whole)| percent(part, whole)),
            [74, 50, 1, 0]
        );
    }
}
