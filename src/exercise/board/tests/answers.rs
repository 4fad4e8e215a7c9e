//! Facts about counts, choices, readings, the grid and the key.

use super::*;
use crate::exercise::{Judgement, Key};

/// Four sentences: a tie on claim, one answer only, all alike, nobody.
fn four() -> Board {
    class(&[
        ("Heron 12", "c ca c ."),
        ("Wren 5", "0 . c ?"),
        ("Tern 100", "ce? ? c ."),
        ("tern 20", "e . c ."),
    ])
}

#[test]
fn none_counts_as_no_and_not_sure_alone_is_not_counted() {
    let tallies = four().tallies(Vote::First);
    assert_eq!(tallies.len(), 12);
    let first = &tallies[0];
    assert_eq!((first.base, first.none, first.unsure, first.not_reached), (4, 1, 0, 0));
    assert_eq!(first.yes, [2, 0, 2]);
    let second = &tallies[1];
    assert_eq!((second.base, second.unsure, second.not_reached, second.all()), (1, 1, 2, 4));
    assert_eq!((tallies[3].base, tallies[3].unsure, tallies[3].not_reached), (0, 1, 3));
    assert_eq!(tallies[0].count(0).divided(), 1000);
    assert_eq!(tallies[3].count(0).divided(), 0, "nobody is divided by what nobody answered");
    assert_eq!(Count { yes: 14, no: 13 }.divided(), 962);
    assert_eq!(Count { yes: 3, no: 0 }.majority(), Some(true));
}

#[test]
fn ratings_count_what_the_board_counts() {
    for board in [four(), made_up()] {
        let tallies = board.tallies(Vote::First);
        for label in 0..3 {
            let ratings = board.ratings(Vote::First, 0, label);
            assert_eq!((ratings.annotators(), ratings.sentences()), (board.first.len(), 12));
            for (tally, count) in tallies.iter().zip(ratings.counts()) {
                let ours = tally.count(label);
                assert_eq!((ours.yes, ours.no), (count.yes as usize, count.no as usize));
            }
        }
    }
}

#[test]
fn the_closest_label_orders_the_sentences_and_the_second_closest_breaks_ties() {
    let board = class(&[("a", "c ca c ca ."), ("b", "c 0 c 0 ."), ("c", "0 0 c 0 ."), ("d", "0 ca 0 c .")]);
    let mut tallies = board.tallies(Vote::First);
    most_divided_first(&mut tallies);
    let order: Vec<usize> = tallies.iter().map(|tally| tally.place.sentence).collect();
    // Sentence 2 is tied on two labels, 4 on one and near on the other, 1 on one; nobody reached 5 to 12.
    assert_eq!(order, [1, 3, 0, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
}

#[test]
fn a_gap_is_weighed_by_those_who_answered() {
    let tally =
        |sentence, yes, base| Tally { place: place(sentence), yes: vec![yes], base, ..Tally::default() };
    let mut tallies = vec![tally(0, 2, 3), tally(1, 14, 27), tally(2, 1, 1), tally(3, 0, 0)];
    most_divided_first(&mut tallies);
    assert_eq!(tallies.iter().map(|tally| tally.place.sentence).collect::<Vec<_>>(), [1, 0, 2, 3]);
    assert_eq!((tallies[0].most_divided(), tallies[2].most_divided()), (Some(0), None));
}

#[test]
fn choices_are_listed_by_number_and_what_is_no_label_comes_last() {
    let board = class(&[
        ("a", "?"),
        ("b", "0"),
        ("c", "ce"),
        ("d", "."),
        ("e", "e"),
        ("f", "0"),
        ("g", "ca?"),
        ("h", "e"),
        ("i", "0?"),
    ]);
    let choices = board.choices(Vote::First, place(0));
    let said: Vec<(Chosen, Vec<usize>)> =
        choices.iter().map(|choice| (choice.what, choice.who.iter().map(|who| who.row).collect())).collect();
    let expected = [
        (Chosen::Labels(0b100), vec![4, 7]),
        (Chosen::Labels(0b011), vec![6]),
        (Chosen::Labels(0b101), vec![2]),
        (Chosen::None, vec![1, 5]),
        (Chosen::Unsure, vec![0, 8]),
        (Chosen::NotReached, vec![3]),
    ];
    assert_eq!(said, expected);
    assert!(choices[1].who[0].unsure && !choices[4].who[0].unsure);
    assert_eq!(choices.iter().map(|choice| choice.who.len()).sum::<usize>(), 9);
}

#[test]
fn every_pupil_stands_in_exactly_one_choice() {
    let board = made_up();
    for place in board.places() {
        let tally = &board.tallies(Vote::First)[place.sentence];
        let choices = board.choices(Vote::First, place);
        let count =
            |what| choices.iter().find(|choice| choice.what == what).map_or(0, |choice| choice.who.len());
        let mut rows: Vec<usize> = choices.iter().flat_map(|one| one.who.iter().map(|who| who.row)).collect();
        rows.sort_unstable();
        assert_eq!(rows, (0..30).collect::<Vec<_>>());
        let outside = [Chosen::None, Chosen::Unsure, Chosen::NotReached].map(count);
        assert_eq!(outside, [tally.none, tally.unsure, tally.not_reached]);
    }
}

#[test]
fn readings_stand_on_the_side_of_their_writers() {
    let board = class(&[
        ("a", "c:Says_who?"),
        ("b", "ca:Nobody_in_the_story_says_it,_and_one_could_deny_it."),
        ("c", "c:The_writer_is_talking_here,_and_nobody_else."),
        ("d", "0:It_is_there_for_everybody_to_see_on_the_photo."),
        ("e", "?:I_do_not_know_what_an_outer_perimeter_should_be."),
        ("f", "c?:It_may_be_one,_and_I_would_have_to_read_it_again."),
        ("g", "e"),
    ]);
    let readings = board.readings(Vote::First, place(0), 0);
    assert_eq!(readings.count, Count { yes: 4, no: 2 });
    assert!(readings.yes[0].starts_with("The writer") && readings.yes[1].starts_with("Nobody"));
    assert_eq!(
        (readings.yes[2], readings.notes()),
        ("Says who?", 5),
        "the short one comes after the telling ones"
    );
    let no = "It is there for everybody to see on the photo.";
    assert_eq!(readings.pair(0), [Some(readings.yes[0]), Some(no)]);
    assert_eq!(readings.pair(5), [Some(readings.yes[1]), Some(no)], "round and round");
    assert_eq!(board.readings(Vote::First, place(1), 0).pair(3), [None, None]);
}

#[test]
fn sentences_are_said_in_words() {
    let board = made_up();
    let tallies = board.tallies(Vote::First);
    let book = &board.exercise.codebook;
    assert_eq!(board.heading(&tallies[9]), "Sentence 10: 14 to 13 on claim");
    assert_eq!(board.under_heading(&tallies[9]), "And 1 not sure, 2 not reached.");
    assert_eq!(words::count(book, 0, tallies[9].count(0)), "14 of 27: claim");
    assert_eq!(
        board.received(Vote::First),
        "30 submissions received, 26 finished, 4 with sentences not reached."
    );
    assert_eq!(board.received(Vote::Second), "Nothing received yet.");
    let four = four();
    let tallies = four.tallies(Vote::First);
    assert_eq!(four.heading(&tallies[2]), "Sentence 3");
    assert_eq!(four.under_heading(&tallies[2]), "All 4 agree on this sentence.");
    assert_eq!(
        four.under_heading(&tallies[1]),
        "One pupil has answered this sentence. And 1 not sure, 2 not reached."
    );
    assert_eq!(
        four.under_heading(&tallies[3]),
        "Nobody has said yes or no here yet. And 1 not sure, 3 not reached."
    );
    let said = ["ce", "0", "?", "0?", "c?", "."].map(|short| words::answer(book, answers(short)[0].first()));
    assert_eq!(said, ["claim, event", "none", "not sure", "not sure", "claim, not sure", "not reached"]);
    let two = Rc::new(Exercise {
        articles: vec![Rc::clone(&board.exercise.articles[0]); 2],
        ..(*board.exercise).clone()
    });
    let name = Board::new(two).sentence_name(Place { article: 1, sentence: 0 });
    assert!(name.starts_with("Sentence 1 of “Diplomatic"), "{name}");
}

#[test]
fn rows_sort_by_every_column_and_keep_order_of_arrival_within() {
    let board = four();
    let tallies = board.tallies(Vote::First);
    let rows = board.rows(Vote::First, &tallies, None);
    let names = names(&board, Vote::First, &Roster::default());
    let sorted = |by, is_descending| {
        let mut rows = rows.clone();
        board.sort_rows(Vote::First, &names, &mut rows, by, is_descending);
        rows.iter().map(|row| row.row).collect::<Vec<_>>()
    };
    assert_eq!(sorted(Column::Arrival, true), [3, 2, 1, 0]);
    assert_eq!(sorted(Column::Name, false), [0, 3, 2, 1], "Tern 20 before Tern 100, whatever the case");
    assert_eq!(sorted(Column::Answered, false), [3, 0, 1, 2]);
    assert_eq!(sorted(Column::Answered, true), [0, 1, 2, 3]);
    assert_eq!(sorted(Column::Unsure, true), [2, 1, 0, 3]);
    assert_eq!(sorted(Column::Sentence(place(0)), false), [0, 2, 3, 1], "claim; claim, event; event; none");
    assert_eq!(sorted(Column::WithKey, false), [0, 1, 2, 3], "there is no key");
}

#[test]
fn agreement_with_most_leaves_ties_and_what_was_not_answered_out() {
    let board = class(&[("a", "c ca"), ("b", "c 0"), ("c", "0 ."), ("d", "ce ca?")]);
    let tallies = board.tallies(Vote::First);
    let most = most(&tallies);
    assert_eq!((most[0].labels, most[1].labels, most[0].none), (0b001, 0b011, false));
    assert_eq!(most[2], Answer::default());
    let with: Vec<Part> = board.rows(Vote::First, &tallies, None).iter().map(|row| row.with_most).collect();
    assert_eq!(with, [(6, 6), (4, 6), (2, 3), (5, 6)].map(|(part, of)| Part { part, of }));
    let tied = class(&[("a", "c"), ("b", "0")]);
    let rows = tied.rows(Vote::First, &tied.tallies(Vote::First), None);
    assert_eq!(rows[0].with_most, Part { part: 2, of: 2 }, "the tie on claim is left out");
    assert_eq!(Part { part: 1, of: 3 }.thousandths(), Some(333));
    assert_eq!((Part { part: 2, of: 3 }.hundredths(), Part::default().hundredths()), (Some(67), None));
}

#[test]
fn the_key_counts_hits_and_misses_of_what_was_answered_only() {
    let board = class(&[("a", "cae c ? ca")]);
    let key = &board.exercise.key;
    let table = Table::new(&board.exercise, key).expect("there is a key");
    // The key: S1 actor, event (claim); S2 and S3 all three; S4 claim, actor (event).
    let marks = &board.scores(Vote::First, &table)[0];
    let claim = Score { hit: 2, accepted: 1, wrong: 0, missed: 0, left: 0, open: 9 };
    assert_eq!(marks.labels[0], claim);
    let event = Score { hit: 1, accepted: 0, wrong: 0, missed: 1, left: 1, open: 1 };
    assert_eq!(marks.labels[2], event);
    let all = marks.all();
    assert_eq!((all.hit, all.accepted, all.wrong, all.missed), (5, 1, 0, 2));
    assert_eq!((all.precision(), all.recall()), (Part { part: 5, of: 5 }, Part { part: 5, of: 7 }));
    assert_eq!(all.f1().thousandths(), Some(833));
    assert_eq!(marks.fitting(), Part { part: 7, of: 9 });
    assert_eq!(Score::default().f1().thousandths(), None);
    assert_eq!(Table::new(&board.exercise, &Key::default()), None);
}

#[test]
fn a_wrong_label_costs_precision() {
    let board = class(&[("a", ". . . . . . . . . cae")]);
    let table = Table::new(&board.exercise, &board.exercise.key).expect("there is a key");
    let all = board.scores(Vote::First, &table)[0].all();
    assert_eq!((all.hit, all.wrong, all.precision().thousandths()), (1, 2, Some(333)));
    assert_eq!(board.exercise.key.judgement(0, 9, &board.exercise.codebook.labels[1].id), Judgement::Wrong);
}

#[test]
fn a_sheet_has_what_divides_first_and_no_name() {
    let board = made_up();
    let topics = board.discussion(Vote::First, 5);
    assert_eq!(topics.len(), 5);
    assert_eq!(topics[0].heading, "Sentence 10: 14 to 13 on claim");
    assert!(
        topics[0].words.starts_with("The damaged perimeter wall")
            && topics[0].readings.iter().all(Option::is_some)
    );
    let sheet = format!("{topics:?}");
    assert!(board.first.iter().all(|entry| !sheet.contains(&entry.submission.name)));
    assert!(class(&[("a", "c"), ("b", "c")]).discussion(Vote::First, 5).is_empty());
}
