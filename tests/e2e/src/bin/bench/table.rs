//! One table: what was measured, its ratio to the floor, the goal, and whether it is met.

use crate::Case;

/// From this many sentences on the goals ask for more than the floor can do.
const LONG: usize = 10_000;

struct Row {
    what: &'static str,
    pressmark: f64,
    floor: f64,
    against: &'static str,
    goal: Option<f64>,
}

/// Prints the table; `start` is the fixed cost of starting the module (milliseconds).
pub fn print(start: f64, cases: &[Case]) {
    println!(
        "\nStarting the module: {start:.0} ms (the library, usable and painted, less a page of one sentence)."
    );
    println!("Medians of five openings and of sixty presses, in ms; memory in MB (PSS of the renderer).\n");
    println!("| sentences | annotated | measure | Pressmark | floor | ratio | goal | |");
    println!("|---:|---:|---|---:|---:|---:|---:|---|");
    for case in cases {
        for row in rows(start, case) {
            let ratio = row.pressmark / row.floor;
            let (goal, met) = match row.goal {
                None => (String::new(), ""),
                Some(goal) => (format!("≤ {goal}"), if ratio <= goal { "met" } else { "MISSED" }),
            };
            println!(
                "| {} | {} % | {} | {:.2} | {:.2} {} | {ratio:.2} | {goal} | {met} |",
                case.sentences, case.share, row.what, row.pressmark, row.floor, row.against
            );
        }
        println!(
            "| {} | {} % | every sentence in the page | {:.0} | {:.0} static | {:.2} | | |",
            case.sentences,
            case.share,
            case.pressmark.whole,
            case.floor.whole,
            case.pressmark.whole / case.floor.whole
        );
        println!(
            "| {} | {} % | characters stored a tag | {} | {} vanilla | | | |",
            case.sentences, case.share, case.pressmark.stored, case.vanilla.stored
        );
    }
    whole(cases);
}

fn rows(start: f64, case: &Case) -> Vec<Row> {
    let Case { floor, vanilla, pressmark, .. } = case;
    let is_long = case.sentences >= LONG;
    let goal = |short: f64, long: f64| Some(if is_long { long } else { short });
    let row = |what, pressmark, floor, against, goal| Row { what, pressmark, floor, against, goal };
    vec![
        row(
            "usable, less the start of the module",
            pressmark.usable - start,
            floor.usable,
            "static",
            goal(1.3, 0.7),
        ),
        row("usable, all in all", pressmark.usable, floor.usable, "static", None),
        row("key to page, p50", pressmark.key.0, vanilla.key.0, "vanilla", Some(3.0)),
        row("key to page, p95", pressmark.key.1, vanilla.key.1, "vanilla", Some(3.0)),
        row("work until painted, p50", pressmark.work.0, vanilla.work.0, "vanilla", goal(2.0, 1.0)),
        row("work until painted, p95", pressmark.work.1, vanilla.work.1, "vanilla", goal(2.0, 1.0)),
        row("memory", pressmark.memory, floor.memory, "static", goal(1.5, 0.8)),
    ]
}

/// What must not depend on the size.
fn whole(cases: &[Case]) {
    let (Some(first), Some(last)) = (cases.first(), cases.last()) else { return };
    let flat = last.pressmark.key.0 / first.pressmark.key.0;
    println!(
        "\nKey to page at {} sentences over {}: {flat:.2} (goal: flat, ≤ 1.5).",
        last.sentences, first.sentences
    );
    // A key holds the place in the article, whose digits grow by themselves.
    let stored: Vec<usize> = cases.iter().map(|case| case.pressmark.stored).collect();
    println!("Characters stored a tag: {stored:?} (goal: independent of the size).");
}
