//! What holds of every order in which work arrives.

use proptest::prelude::*;

use super::*;

/// Hand-ins of five pupils, some of them again and again, at times of their own.
fn hand_ins() -> impl Strategy<Value = Vec<Submission>> {
    let one = (0..5_u8, 1..8_u16, 0..6_u64);
    proptest::collection::vec(one, 0..24).prop_map(|all| {
        let empty = empty();
        let make = |(pupil, labels, at): (u8, u16, u64)| {
            work(&empty, &format!("id{pupil}"), &format!("Heron {pupil}"), labels, at)
        };
        all.into_iter().map(make).collect()
    })
}

fn items(all: &[Submission]) -> Vec<Item> {
    all.iter().enumerate().map(|(n, one)| item(&n.to_string(), one.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_item_is_taken_or_named(all in hand_ins()) {
        let (board, report) = empty().take(Vote::First, items(&all));
        prop_assert_eq!(report.taken.len() + report.refused.len(), all.len());
        let mut pupils: Vec<&AnnotatorId> = all.iter().map(|one| &one.annotator).collect();
        pupils.sort();
        pupils.dedup();
        prop_assert_eq!(board.first.len(), pupils.len(), "a row for each pupil");
        let latest = |id: &AnnotatorId| all.iter().filter(|one| one.annotator == *id).map(|one| one.handed_in).max();
        for entry in &board.first {
            prop_assert_eq!(Some(entry.submission.handed_in), latest(&entry.submission.annotator));
        }
    }

    #[test]
    fn the_same_again_changes_no_row(all in hand_ins()) {
        let (board, _) = empty().take(Vote::First, items(&all));
        let (again, report) = board.take(Vote::First, items(&all));
        prop_assert_eq!(&again.first, &board.first);
        prop_assert!(report.taken.is_empty());
        let (third, _) = again.take(Vote::First, items(&all));
        prop_assert_eq!(third, again, "what could not be taken is listed once");
    }

    #[test]
    fn in_one_go_or_in_many_it_is_the_same(all in hand_ins(), cut in 0..24_usize) {
        let (whole, _) = empty().take(Vote::First, items(&all));
        let (left, right) = items(&all).into_iter().enumerate().partition::<Vec<_>, _>(|(at, _)| *at < cut);
        let only = |part: Vec<(usize, Item)>| part.into_iter().map(|(_, item)| item).collect::<Vec<_>>();
        let (part, _) = empty().take(Vote::First, only(left));
        let (parts, _) = part.take(Vote::First, only(right));
        prop_assert_eq!(parts, whole);
    }

    #[test]
    fn counts_add_up(all in hand_ins()) {
        let (board, _) = empty().take(Vote::First, items(&all));
        for tally in board.tallies(Vote::First) {
            prop_assert_eq!(tally.all(), board.first.len());
            for label in 0..3 {
                prop_assert_eq!(tally.count(label).base(), tally.base);
            }
        }
    }
}
