//! Facts about taking what was handed in.

use super::*;
use crate::exercise::board::{How, MOST_REFUSED, Reason, Report};
use crate::id::{ArticleId, ExerciseId};

fn reasons(report: &Report) -> Vec<&Reason> {
    report.refused.iter().map(|refused| &refused.reason).collect()
}

#[test]
fn entries_stand_in_order_of_arrival() {
    let empty = empty();
    let items = [("b", "Wren 3"), ("a", "Heron 12"), ("c", "Tern 9")]
        .map(|(id, name)| item(name, work(&empty, id, name, 1, 5)));
    let (board, report) = empty.take(Vote::First, items.to_vec());
    let names: Vec<&str> = board.first.iter().map(|entry| entry.submission.name.as_str()).collect();
    assert_eq!(names, ["Wren 3", "Heron 12", "Tern 9"]);
    assert_eq!(report.taken.iter().map(|taken| taken.number).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(board.second.is_empty() && report.refused.is_empty());
}

#[test]
fn the_same_thirty_files_twice_change_nothing() {
    let board = presets::class_of_30().expect("the article is bundled");
    let again = board.first.iter().map(|entry| item(&entry.from, (*entry.submission).clone())).collect();
    let (after, report) = board.take(Vote::First, again);
    assert_eq!(after, board);
    assert_eq!((report.taken.len(), report.refused.len()), (0, 30));
    assert!(reasons(&report).iter().all(|reason| matches!(reason, Reason::Duplicate { .. })));
}

#[test]
fn handing_in_again_replaces_in_the_same_row_and_is_remembered() {
    let empty = empty();
    let (v1, v2) = (work(&empty, "h", "Heron 12", 1, 5), work(&empty, "h", "Heron 12", 2, 9));
    let other = work(&empty, "w", "Wren 3", 4, 6);
    let items = vec![item("1", v1.clone()), item("w", other), item("2", v2.clone())];
    let (board, report) = empty.take(Vote::First, items);
    assert_eq!(report.taken[2].how, How::Replaced { earlier: "1".into() });
    assert_eq!((report.taken[2].number, board.first.len()), (1, 2));
    assert_eq!(*board.first[0].submission, v2);
    let (after, report) = board.take(Vote::First, vec![item("1", v1), item("2", v2)]);
    let [Reason::Replaced { .. }, Reason::Duplicate { .. }] = reasons(&report)[..] else {
        panic!("{report:?}")
    };
    assert_eq!(after.first, board.first);
}

#[test]
fn the_later_one_stays_whichever_came_first() {
    let empty = empty();
    let (v1, v2) = (work(&empty, "h", "Heron 12", 1, 5), work(&empty, "h", "Heron 12", 2, 9));
    let (board, report) = empty.take(Vote::First, vec![item("2", v2.clone()), item("1", v1)]);
    assert_eq!(*board.first[0].submission, v2);
    assert!(matches!(reasons(&report)[..], [Reason::Older { .. }]));
    assert_eq!(board.not_taken(), 1);
    assert_eq!(board.dismissed().not_taken(), 0);
}

#[test]
fn a_code_goes_to_the_row_of_its_code_name() {
    let empty = empty();
    let file = work(&empty, "h", "Heron 12", 1, 5);
    let (board, _) = empty.take(Vote::First, vec![item("file", file)]);
    let (same, report) = board.take(Vote::First, vec![code(&board, "Line 1", " heron  12", "A", 1)]);
    assert!(
        matches!(reasons(&report)[..], [Reason::Duplicate { .. }]),
        "a code that says the same as the file"
    );
    assert_eq!(same, board);
    let (after, report) = board.take(Vote::First, vec![code(&board, "Line 1", "Heron 12", "B", 2)]);
    assert_eq!(report.taken[0].how, How::Replaced { earlier: "file".into() });
    assert_eq!(
        after.first[0].submission.annotator,
        AnnotatorId::new("h"),
        "the roster still finds the pupil"
    );
}

#[test]
fn a_file_takes_the_row_that_came_as_a_code() {
    let empty = empty();
    let (board, _) = empty.take(Vote::First, vec![code(&empty, "Line 1", "Heron 12", "A", 1)]);
    let file = work(&empty, "h", "Heron 12", 1, 5);
    let (board, report) = board.take(Vote::First, vec![item("file", file)]);
    assert_eq!((board.first.len(), report.taken[0].number), (1, 1));
    assert!(!board.first[0].is_code());
}

#[test]
fn two_pupils_of_one_name_have_two_rows_and_a_code_does_not_guess() {
    let empty = empty();
    let two = ["a", "b"].map(|id| item(id, work(&empty, id, "Heron 12", 1, 5))).to_vec();
    let (board, report) = empty.take(Vote::First, two);
    assert_eq!(report.taken.iter().map(|taken| taken.has_namesake).collect::<Vec<_>>(), [false, true]);
    let (after, report) = board.take(Vote::First, vec![code(&board, "Line 1", "Heron 12", "B", 2)]);
    assert!(matches!(reasons(&report)[..], [Reason::WhichOne { count: 2, .. }]));
    assert_eq!(after.first, board.first);
}

#[test]
fn the_same_code_without_names_cannot_be_two_pupils() {
    let empty = empty();
    let lines = vec![code(&empty, "Line 1", "", "A", 1), code(&empty, "Line 2", "", "A", 1)];
    let (board, report) = empty.take(Vote::First, lines);
    assert!(matches!(reasons(&report)[..], [Reason::SameCode { .. }]));
    let named = vec![code(&empty, "Line 1", "Wren 3", "A", 1), code(&empty, "Line 2", "Tern 9", "A", 1)];
    assert_eq!((board.first.len(), empty.take(Vote::First, named).0.first.len()), (1, 2));
}

#[test]
fn the_votes_do_not_mix() {
    let empty = empty();
    let (board, _) = empty.take(Vote::First, vec![item("1", work(&empty, "h", "Heron 12", 1, 5))]);
    let (board, report) = board.take(Vote::Second, vec![item("1", work(&empty, "h", "Heron 12", 1, 5))]);
    assert_eq!((board.first.len(), board.second.len(), report.refused.len()), (1, 1, 0));
}

#[test]
fn answers_that_are_none_to_this_exercise_are_damaged() {
    let empty = empty();
    let change = |change: fn(&mut Submission)| {
        let mut submission = work(&empty, "h", "Heron 12", 1, 5);
        change(&mut submission);
        let (board, report) = empty.take(Vote::First, vec![item("x", submission)]);
        assert_eq!(board.first, [], "nothing is half taken");
        report.refused[0].reason.to_string()
    };
    for (said, holds) in [
        (change(|s| s.answers.push(Vec::new())), "it answers 2 articles, and the exercise has 1"),
        (change(|s| s.answers.clear()), "it answers 0 articles"),
        (change(|s| s.answers[0].truncate(7)), "it answers 7 sentences of “Diplomatic Tensions"),
        (change(|s| s.answers[0][3].labels = 0b1001), "sentence 4 of “Diplomatic"),
        (change(|s| s.answers[0][3].none = true), "has labels and “none” at once"),
        (change(|s| s.answers[0][3].main = Some(1)), "main label that is not among its labels"),
        (change(|s| s.exercise = ExerciseId::new("x")), "another exercise, and the file does not say"),
    ] {
        assert!(said.contains(holds), "{said}");
    }
}

#[test]
fn work_on_another_exercise_says_what_differs() {
    let empty = empty();
    let ours = Rc::clone(&empty.exercise);
    let differ = |change: &dyn Fn(&mut Exercise)| {
        let mut theirs = (*ours).clone();
        theirs.id = ExerciseId::new("other");
        change(&mut theirs);
        let submission = Submission { exercise: theirs.id.clone(), ..work(&empty, "h", "Heron 12", 1, 5) };
        let what = Incoming::Submission(submission, Some(Rc::new(theirs)));
        let (board, report) = empty.take(Vote::First, vec![Item { from: "x".into(), what }]);
        assert!(board.first.is_empty());
        report.refused[0].reason.clone()
    };
    let article = |change: &dyn Fn(&mut crate::article::Article)| {
        let mut article = (*ours.articles[0]).clone();
        change(&mut article);
        vec![Rc::new(article)]
    };
    assert_eq!(differ(&|theirs| theirs.instructions.push('!')), Reason::OtherVersion);
    assert!(matches!(
        differ(&|theirs| Rc::make_mut(&mut theirs.codebook).labels.truncate(2)),
        Reason::OtherLabels { labels } if labels == "Claim, Actor"
    ));
    let cut = article(&|article| {
        article.sentences.remove(4);
    });
    assert!(matches!(
        differ(&|theirs| theirs.articles = cut.clone()),
        Reason::OtherText { what } if what.starts_with("sentence 5 of “Diplomatic")
    ));
    let other = article(&|article| {
        article.id = ArticleId::new("ffff");
        article.title = "Fire".to_owned();
    });
    assert!(matches!(
        differ(&|theirs| (theirs.articles, theirs.title) = (other.clone(), "Fires".to_owned())),
        Reason::OtherExercise { title } if title == "Fires"
    ));
}

#[test]
fn unfinished_work_is_taken_and_says_how_much_is_open() {
    let empty = empty();
    let mut submission = work(&empty, "h", "Heron 12", 1, 5);
    submission.answers[0][9] = Answer::default();
    submission.answers[0][10] = Answer { note: "?".into(), ..Answer::default() };
    let (board, report) = empty.take(Vote::First, vec![item("x", submission)]);
    assert_eq!(
        (report.taken[0].not_reached, board.first[0].answered(), board.finished(Vote::First)),
        (2, 10, 0)
    );
}

#[test]
fn ten_thousand_files_at_once_are_named_or_taken() {
    let empty = empty();
    let items = (0..10_000).map(|n| item(&n.to_string(), work(&empty, &n.to_string(), "", 1, 5))).collect();
    let (board, report) = empty.take(Vote::First, items);
    assert_eq!((board.first.len(), board.not_taken(), report.refused.len()), (MOST_ENTRIES, 8_000, 8_000));
    assert_eq!(board.refused.len(), MOST_REFUSED);
}
