//! Facts about the second vote, the consensus and the roster.

use super::*;
use crate::annotation::State;
use crate::exercise::{Judgement, Key};
use crate::id::LabelId;

#[test]
fn the_second_vote_shows_who_changed_and_which_way() {
    let board = class(&[("Heron 12", "c c 0 ?"), ("Wren 5", "0 e"), ("Tern 9", "c")]);
    let board = voted(&board, Vote::Second, &[("Wren 5", "c e"), ("Heron 12", "c 0 ca c"), ("Owl 1", "c")]);
    let pairs = board.pairs();
    assert_eq!(pairs.both, [Pair { first: 0, second: 1 }, Pair { first: 1, second: 0 }]);
    assert_eq!((&pairs.only_first[..], &pairs.only_second[..]), (&[2][..], &[2][..]));
    let change = |sentence, label, to_yes| Change { place: place(sentence), label, to_yes };
    assert_eq!(
        board.changes(pairs.both[0]),
        [change(1, 0, false), change(2, 0, true), change(2, 1, true)],
        "what was not sure before has not changed"
    );
    assert_eq!(board.changes(pairs.both[1]), [change(0, 0, true)]);
    let moves = board.moves(&pairs);
    assert_eq!(moves[0][0], Moves { stayed_yes: 1, to_yes: 1, ..Moves::default() });
    assert_eq!(moves[1][0], Moves { to_no: 1, stayed_no: 1, ..Moves::default() });
    assert_eq!(moves[3][0], Moves { uncounted: 2, ..Moves::default() });
    assert_eq!(moves[0][0].changed(), 1);
}

#[test]
fn a_code_name_pairs_only_those_who_have_it_alone() {
    let empty = empty();
    let with = |board: &Board, vote, ids: &[(&str, &str)]| {
        let items = ids.iter().map(|(id, name)| item(id, work(board, id, name, 1, 5)));
        board.take(vote, items.collect()).0
    };
    let board = with(&empty, Vote::First, &[("a", "Heron 12"), ("b", "Wren 5"), ("c", "Wren 5")]);
    let board = with(&board, Vote::Second, &[("x", "wren 5"), ("y", "HERON  12")]);
    let pairs = board.pairs();
    assert_eq!(pairs.both, [Pair { first: 0, second: 1 }]);
    assert_eq!((&pairs.only_first[..], &pairs.only_second[..]), (&[1, 2][..], &[0][..]));
}

#[test]
fn most_decide_a_tie_decides_nothing_and_the_hand_wins() {
    let board = class(&[("a", "c c"), ("b", "c 0"), ("c", "0 .")]);
    let decision =
        |board: &Board, sentence: usize, label: usize| board.consensus(Vote::First)[sentence].labels[label];
    assert_eq!(decision(&board, 0, 0).decision, Some(true));
    assert_eq!(decision(&board, 0, 1).decision, Some(false));
    assert_eq!((decision(&board, 1, 0).decision, decision(&board, 2, 0).decision), (None, None));
    let hand = |decision| ByHand { place: place(1), label: 0, decision };
    let settled = board.decided(hand(None)).decided(hand(Some(false)));
    assert_eq!(settled.by_hand.len(), 1, "the later decision takes the place of the earlier");
    let after = decision(&settled, 1, 0);
    assert_eq!((after.decision, after.by_hand, after.count), (Some(false), true, Count { yes: 1, no: 1 }));
    assert_eq!(settled.undecided(place(1), 0), board);
    let nowhere = ByHand { place: place(99), label: 99, decision: None };
    assert_eq!(board.decided(nowhere).consensus(Vote::First), board.consensus(Vote::First));
}

#[test]
fn a_consensus_becomes_a_key_with_the_counts_as_reasons() {
    let board = class(&[("a", "c c 0"), ("b", "c 0 0"), ("c", "0 . 0")]);
    let board = board.decided(ByHand { place: place(2), label: 1, decision: Some(true) });
    let Key { entries } = board.key(Vote::First);
    let said: Vec<(usize, &str, Judgement, &str)> =
        entries.iter().map(|e| (e.sentence, e.label.as_str(), e.judgement, e.reason.as_str())).collect();
    let expected = [
        (0, "claim", Judgement::Required, "2 of 3 in the class said so."),
        (1, "claim", Judgement::Accepted, "1 of 2 in the class said so."),
        (2, "actor", Judgement::Required, "Settled by hand; 0 of 3 in the class said so."),
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_consensus_becomes_annotations_of_the_plain_article() {
    let board = class(&[("a", "ca c 0"), ("b", "c 0 0"), ("c", "c . 0"), ("d", "a . .")]);
    let (article, gold) = board.gold(Vote::First, 0, Timestamp(7)).expect("there is an article");
    assert_eq!(article.id.as_str(), "8255b76595d74fd8");
    assert_eq!(gold.len(), 3, "nothing is said of what nobody reached");
    assert!(gold.iter().zip(&article.sentences).all(|(mark, span)| mark.span == *span));
    let labels = |at: usize| gold[at].labels.iter().map(LabelId::as_str).collect::<Vec<_>>();
    assert_eq!((labels(0), gold[0].state()), (vec!["claim"], State::Unsure), "actor is a tie: left open");
    assert_eq!((labels(1), gold[1].state()), (vec![], State::Unsure));
    assert_eq!(gold[2].state(), State::None);
    assert!(board.gold(Vote::First, 1, Timestamp(7)).is_none());
    assert_eq!(board.consensus_annotator(), empty().consensus_annotator());
}

#[test]
fn real_names_are_shown_where_there_are_any_and_stay_off_the_board() {
    let empty = empty();
    let items = vec![
        item("a", work(&empty, "a", "Heron 12", 1, 5)),
        item("b", work(&empty, "b", "Heron 12", 1, 5)),
        code(&empty, "Line 3", "", "A", 2),
        code(&empty, "Line 4", "Wren 5", "A", 2),
    ];
    let (board, _) = empty.take(Vote::First, items);
    let shown = |roster: &Roster| names(&board, Vote::First, roster);
    assert_eq!(shown(&Roster::default()), ["Heron 12", "Heron 12 (2)", "Line 3", "Wren 5"]);
    let roster = Roster::default().with(&board.first[1], " Mia   Berg ").with(&board.first[3], "Ole Dahl");
    assert_eq!(shown(&roster), ["Heron 12", "Mia Berg", "Line 3", "Ole Dahl"]);
    assert!(!format!("{board:?}").contains("Mia"));
    let (later, _) = board.take(Vote::First, vec![item("w", work(&board, "w", "Wren 5", 4, 9))]);
    assert_eq!(names(&later, Vote::First, &roster)[3], "Ole Dahl", "a file takes the row of the code");
    assert_eq!(shown(&roster.with(&board.first[1], "")), ["Heron 12", "Heron 12 (2)", "Line 3", "Ole Dahl"]);
    assert_eq!(hidden_name(0), "Pupil 1");
}

#[test]
fn a_row_can_be_taken_off() {
    let board = class(&[("a", "c"), ("b", "e")]);
    let left = board.without(Vote::First, 1);
    assert_eq!((left.first.len(), left.first[0].submission.name.as_str()), (1, "b"));
    assert_eq!(board.without(Vote::First, 3), board);
    assert_eq!(board.without(Vote::Second, 1), board);
}
