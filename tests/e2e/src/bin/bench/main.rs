//! `cargo xtask bench`: how fast and how small Pressmark is in a real browser, beside two floors of the same run.
//!
//! *static* is the same text as a plain page, one `<span>` a sentence and no script; *vanilla* adds about
//! twenty lines of JavaScript: one attribute, one class, one local-storage key a tag. How each measure is
//! taken is said where it is taken. `PRESSMARK_BENCH=board` or `reading` measures one half alone.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what cannot go on ends the run, and says why"
)]

mod article;
mod board;
mod class;
mod floor;
mod measure;
mod memory;
mod site;
mod table;

use article::Text;
use measure::{Measured, measure};
use pressmark_e2e::{Engine, Setting};

/// How many sentences, and which share of them is annotated (percent).
const SIZES: [usize; 3] = [35, 1_000, 10_000];
const SHARES: [usize; 2] = [0, 30];

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Static,
    Vanilla,
    Pressmark,
}

/// One line of the table.
struct Case {
    sentences: usize,
    share: usize,
    floor: Measured,
    vanilla: Measured,
    pressmark: Measured,
}

fn main() {
    let setting = Setting::get();
    if setting.engine != Engine::Chromium {
        println!("The benchmark reads what only Chromium tells of itself; run it without --browser.");
        return;
    }
    let only = std::env::var("PRESSMARK_BENCH").unwrap_or_default();
    if only != "board" {
        reading(setting);
    }
    if only != "reading" {
        eprintln!("The class board …");
        board::print(setting);
    }
}

/// The reading page beside the two floors.
fn reading(setting: &Setting) {
    site::print(&setting.dist);
    let one = Text::new(1, 0);
    let start =
        measure(setting, Kind::Pressmark, None).usable - measure(setting, Kind::Static, Some(&one)).usable;
    let mut cases = Vec::new();
    for sentences in SIZES {
        for share in SHARES {
            eprintln!("{sentences} sentences, {share} % annotated …");
            let text = Text::new(sentences, share);
            let [floor, vanilla, pressmark] = [Kind::Static, Kind::Vanilla, Kind::Pressmark]
                .map(|kind| measure(setting, kind, Some(&text)));
            cases.push(Case { sentences, share, floor, vanilla, pressmark });
        }
    }
    table::print(start, &cases);
}
