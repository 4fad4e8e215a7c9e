//! The sentences of the class board that depend on something.

use pressmark::annotation::{Codebook, Label, State};
use pressmark::exercise::Answer;
use pressmark::exercise::board::Tally;

use super::class::{closest, is_one_mind};
use crate::app::words::count;

/// What somebody says, in words: `claim, event, not sure`; `none`; `not reached`.
pub fn answer(codebook: &Codebook, answer: Option<&Answer>) -> String {
    let Some(answer) = answer.filter(|answer| answer.state() != State::Open) else {
        return "not reached".to_owned();
    };
    let labels = codebook.labels.iter().enumerate();
    let chosen = labels.filter(|(place, _)| answer.has(*place)).map(|(_, label)| label.name.to_lowercase());
    let none = answer.none.then(|| "none".to_owned());
    let unsure = answer.unsure.then(|| "not sure".to_owned());
    chosen.chain(none).chain(unsure).collect::<Vec<_>>().join(", ")
}

/// `14 to 13 on claim`, on the label that divides most; `all 30 agree`; `nobody answered`.
pub fn division(tally: &Tally, labels: &[Label]) -> String {
    let (label, count) = closest(tally);
    match labels.get(label) {
        _ if tally.base == 0 => "nobody answered".to_owned(),
        Some(_) if is_one_mind(tally) => format!("all {} agree", tally.base),
        Some(label) => format!("{} to {} on {}", count.yes, count.no, label.name.to_lowercase()),
        None => String::new(),
    }
}

/// Those who are not in the base: `1 not sure, 2 not reached`; empty when everybody is.
pub fn aside(tally: &Tally) -> String {
    let unsure = (tally.unsure > 0).then(|| format!("{} not sure", tally.unsure));
    let open = (tally.not_reached > 0).then(|| format!("{} not reached", tally.not_reached));
    unsure.into_iter().chain(open).collect::<Vec<_>>().join(", ")
}

/// What stands under the heading of an open sentence.
pub fn beside(tally: &Tally) -> String {
    let aside = aside(tally);
    match (tally.base, aside.as_str()) {
        (0, "") => "Nobody handed in yet.".to_owned(),
        (0, _) => format!("{}.", upper_first(&aside)),
        (all, "") if is_one_mind(tally) => format!("All {all} agree on this sentence."),
        (all, _) if is_one_mind(tally) => format!("All {all} agree on this sentence. And {aside}."),
        (_, "") => "Everybody answered.".to_owned(),
        _ => format!("And {aside}."),
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

/// `30 submissions received`.
pub fn received(number: usize) -> String {
    count(number, "submission received", "submissions received")
}

/// How far they came: `26 finished, 4 with sentences not reached`.
pub fn finished(finished: usize, of: usize) -> String {
    match of - finished {
        0 if of > 0 => "all finished".to_owned(),
        open => format!("{finished} finished, {open} with sentences not reached"),
    }
}

/// The first letter made large.
pub fn upper_first(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// A figure between −1 and 1 in hundredths, as statistics are printed: `.17`, `−.54`, `1.00`.
pub fn hundredths(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "−" } else { "" };
    let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
    if whole == 0 { format!("{sign}.{part:02}") } else { format!("{sign}{whole}.{part:02}") }
}

/// `part` of `whole` in whole percent, rounded half up.
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 200 + whole) / (2 * whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(yes: &[usize], base: usize, unsure: usize, not_reached: usize) -> Tally {
        Tally { yes: yes.to_vec(), base, unsure, not_reached, ..Tally::default() }
    }

    #[test]
    fn a_count_names_its_base_and_who_is_not_in_it() {
        let labels = Codebook::default().labels;
        let ten = tally(&[14, 5, 7], 27, 1, 2);
        assert_eq!(division(&ten, &labels), "14 to 13 on claim");
        assert_eq!(beside(&ten), "And 1 not sure, 2 not reached.");
        let same = tally(&[30, 0, 30], 30, 0, 0);
        assert_eq!(division(&same, &labels), "all 30 agree");
        assert_eq!(beside(&same), "All 30 agree on this sentence.");
        assert_eq!(division(&tally(&[0, 0, 0], 0, 0, 3), &labels), "nobody answered");
    }

    #[test]
    fn statistics_are_printed_without_a_leading_nought() {
        let printed = [17, -54, 100, 0, -3].map(hundredths);
        assert_eq!(printed, [".17", "−.54", "1.00", ".00", "−.03"]);
        assert_eq!([(253, 341), (1, 2), (0, 0)].map(|(part, whole)| percent(part, whole)), [74, 50, 0]);
    }

    #[test]
    fn further_notes_are_offered_where_there_are_some() {
        assert_eq!(other_notes(1, 1), None);
        assert_eq!(other_notes(5, 4).as_deref(), Some("Two other notes of 9"));
        assert_eq!(other_notes(3, 0).as_deref(), Some("Another note of 3"));
    }
}
