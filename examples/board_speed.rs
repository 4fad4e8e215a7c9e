//! How long a board of 1,000 pupils and 200 sentences takes: `cargo run --release --no-default-features
//! --example board_speed`.

#![allow(clippy::expect_used, reason = "a measurement stops where its data are missing")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use pressmark::article::{Article, Meta, Origin};
use pressmark::exercise::board::{
    Board, Column, Incoming, Item, Roster, Table, Vote, most_divided_first, names,
};
use pressmark::exercise::{Answer, Exercise, Receipt, Submission};
use pressmark::format::board::{Names, compact, grid, read, scores, write};
use pressmark::format::exercise::made;
use pressmark::id::AnnotatorId;
use pressmark::presets;
use pressmark::time::Timestamp;

const PUPILS: usize = 1_000;
const SENTENCES: usize = 200;

fn timed<T>(what: &str, run: impl Fn() -> T) -> T {
    let best = (0..5).map(|_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    });
    println!("{what:<44} {:>8.2} ms", best.min().unwrap_or_default().as_secs_f64() * 1000.0);
    run()
}

fn main() {
    let text: Vec<String> =
        (1..=SENTENCES).map(|n| format!("The board voted for the {n}. pier today.")).collect();
    let meta = Meta {
        title: Some("Piers".to_owned()),
        language: None,
        source: None,
        date: None,
        origin: Origin::Bundled,
    };
    let article = Article::new(&text.join("\n\n"), meta);
    let made_up = presets::exercise().expect("the article is bundled");
    let exercise =
        made(&Exercise { articles: vec![Rc::new(article)], ..(*made_up).clone() }).expect("it is whole");
    let exercise = Rc::new(exercise);
    println!(
        "{PUPILS} pupils, {} sentences, {} labels",
        exercise.sentences(),
        exercise.codebook.labels.len()
    );
    let mut number = 1_u64;
    let mut chance = move || {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        number >> 40
    };
    let mut items = Vec::new();
    for pupil in 0..PUPILS {
        let mut answer = || {
            let labels = u16::try_from(chance() % 8).unwrap_or(0);
            let note = if chance() % 5 == 0 { "Nobody says so, and one could say no to it." } else { "" };
            Answer { labels, none: labels == 0, unsure: chance() % 20 == 0, main: None, note: note.into() }
        };
        let answers = vec![(0..exercise.sentences()).map(|_| answer()).collect()];
        let submission = Submission {
            exercise: exercise.id.clone(),
            annotator: AnnotatorId::new(&format!("id{pupil}")),
            name: format!("Heron {pupil}"),
            answers,
            handed_in: Some(Timestamp(1_795_600_000_000)),
            receipt: Receipt::Intact,
        };
        items.push(Item {
            from: format!("{pupil}.json").into(),
            what: Incoming::Submission(submission, None),
        });
    }
    let board = timed("take all (with a copy of all items)", || {
        Board::new(Rc::clone(&exercise)).take(Vote::First, items.clone()).0
    });
    timed("copy of all items alone", || items.clone());
    timed("take all again, nothing changes", || board.take(Vote::First, items.clone()).1.refused.len());
    timed("copy of the board", || board.clone());
    let tallies = timed("counts of every sentence and label", || board.tallies(Vote::First));
    timed("most divided first", || {
        let mut tallies = tallies.clone();
        most_divided_first(&mut tallies);
        tallies
    });
    let key = Table::new(&exercise, &board.key(Vote::First)).expect("there is a key");
    let rows = timed("rows of the grid", || board.rows(Vote::First, &tallies, Some(&key)));
    let shown = timed("names", || names(&board, Vote::First, &Roster::default()));
    timed("sort by name", || {
        let mut rows = rows.clone();
        board.sort_rows(Vote::First, &shown, &mut rows, Column::Name, false);
        rows
    });
    let place = tallies[99].place;
    timed("who chose what, one sentence", || board.choices(Vote::First, place));
    timed("readings, one sentence", || board.readings(Vote::First, place, 0).notes());
    timed("scores against the key", || board.scores(Vote::First, &key));
    let mut twice = board.clone();
    twice.second.clone_from(&board.first);
    let pairs = timed("pairs of two votes", || twice.pairs());
    timed("moves of two votes", || twice.moves(&pairs));
    timed("consensus", || board.consensus(Vote::First));
    timed("discussion sheet, 10 sentences", || board.discussion(Vote::First, 10).len());
    let json = timed("write for storage", || compact(&board, Timestamp(0)));
    println!("{:<44} {:>8.2} MB", "its size", json.len() as f64 / 1e6);
    timed("read from storage", || read(json.as_bytes()).is_ok());
    timed("write as a file", || write(&board, Timestamp(0)).len());
    timed("grid as CSV", || grid(&board, Vote::First, &rows, Names::CodeNames).len());
    timed("scores as CSV", || scores(&board, Vote::First, &rows, &key, Names::Hidden).len());
}
