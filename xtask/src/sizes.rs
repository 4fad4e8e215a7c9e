//! What every part weighs, and the budgets that no build may exceed.

use anyhow::{Result, bail};

use crate::site::{File, Part, Site};

/// The weights of one part, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

/// The parts that a reader waits for, and whether they are the program or its fonts.
const PARTS: [(&str, Part); 5] = [
    ("page", Part::Page),
    ("styles", Part::Styles),
    ("glue", Part::Glue),
    ("module", Part::Module),
    ("fonts", Part::Font),
];

/// Where the program has to go. It is not there yet: Yew itself, the views and the facts of 23 languages weigh more.
const PROGRAM_GOAL: usize = 160_000;
/// What it may not exceed on the way: a little above what it weighs, so that it only becomes lighter. Lower it with
/// each saving.
const PROGRAM_BROTLI: usize = 255_000;
const FONTS_RAW: usize = 70_000;
const SINGLE_FILE_RAW: usize = 800_000;

/// Prints the table and fails if a budget is exceeded.
pub fn report(site: &Site) -> Result<()> {
    println!("\n{:<16}{:>12}{:>12}{:>12}", "kB (1000 bytes)", "raw", "gzip", "brotli");
    for (name, part) in PARTS {
        print_row(name, weight(site, &[part]));
    }
    let (program, fonts, single) = totals(site);
    print_row("program in all", program);
    print_row("pressmark.html", single);
    if program.brotli > PROGRAM_GOAL {
        let (weighs, goal) = (program.brotli, PROGRAM_GOAL);
        println!(
            "Goal missed: the program weighs {weighs} bytes in brotli, {} more than the {goal} it should.",
            weighs - goal
        );
    }
    let exceeded = exceeded(program, fonts, single);
    if exceeded.is_empty() {
        println!(
            "Within the budgets: program {} kB brotli, fonts {} kB, pressmark.html {} kB.",
            PROGRAM_BROTLI / 1000,
            FONTS_RAW / 1000,
            SINGLE_FILE_RAW / 1000
        );
        return Ok(());
    }
    bail!("{}", exceeded.join("\n"))
}

fn totals(site: &Site) -> (Weight, Weight, Weight) {
    let program = weight(site, &[Part::Page, Part::Styles, Part::Glue, Part::Module]);
    (program, weight(site, &[Part::Font]), weight(site, &[Part::SingleFile]))
}

/// One sentence for each budget that is exceeded.
fn exceeded(program: Weight, fonts: Weight, single: Weight) -> Vec<String> {
    let budgets = [
        ("The program (page, styles, glue, module) weighs", program.brotli, "in brotli", PROGRAM_BROTLI),
        ("The fonts weigh", fonts.raw, "", FONTS_RAW),
        ("pressmark.html weighs", single.raw, "", SINGLE_FILE_RAW),
    ];
    let over = budgets.into_iter().filter(|(_, weight, _, budget)| weight > budget);
    over.map(|(what, weight, how, budget)| {
        let how = if how.is_empty() { String::new() } else { format!(" {how}") };
        format!("{what} {weight} bytes{how}, and {budget} are allowed. Cut what does not earn its place.")
    })
    .collect()
}

fn weight(site: &Site, parts: &[Part]) -> Weight {
    let files = site.files.values().filter(|file| parts.contains(&file.part));
    files.fold(Weight::default(), |sum, file| Weight {
        raw: sum.raw + file.bytes.len(),
        gzip: sum.gzip + packed(file, &file.gzip),
        brotli: sum.brotli + packed(file, &file.brotli),
    })
}

/// A font travels as it is.
fn packed(file: &File, form: &Option<Vec<u8>>) -> usize {
    form.as_ref().map_or(file.bytes.len(), Vec::len)
}

fn print_row(name: &str, weight: Weight) {
    let kilo = |bytes: usize| format!("{}.{}", bytes / 1000, bytes % 1000 / 100);
    println!("{name:<16}{:>12}{:>12}{:>12}", kilo(weight.raw), kilo(weight.gzip), kilo(weight.brotli));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: usize) -> Weight {
        Weight { raw: bytes, gzip: bytes, brotli: bytes }
    }

    #[test]
    fn a_budget_is_kept_to_the_byte() {
        assert_eq!(exceeded(all(PROGRAM_BROTLI), all(70_000), all(800_000)), Vec::<String>::new());
        let said = exceeded(all(PROGRAM_BROTLI + 1), all(70_001), all(800_001));
        assert_eq!(said.len(), 3);
        assert!(
            said.iter().any(|it| it.contains(&format!("{} bytes in brotli", PROGRAM_BROTLI + 1))),
            "{said:?}"
        );
    }

    #[test]
    fn parts_are_added_up_with_the_form_that_travels() {
        let mut site = Site::default();
        site.add("index.html", Part::Page, "page ".repeat(100));
        site.add("a.woff2", Part::Font, vec![1; 300]);
        site.add("card.png", Part::Other, vec![1; 999]);
        site.compress();
        let (program, fonts, single) = totals(&site);
        assert_eq!(program.raw, 500);
        assert!(program.brotli < 50, "{program:?}");
        assert_eq!((fonts, single), (all(300), all(0)));
    }
}
