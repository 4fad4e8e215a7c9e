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

/// The parts of the site, as they are listed.
const PARTS: [(&str, Part); 6] = [
    ("page", Part::Page),
    ("styles", Part::Styles),
    ("glue", Part::Glue),
    ("module", Part::Module),
    ("loaded later", Part::Later),
    ("fonts", Part::Font),
];

/// What a reader waits for who opens the page for the first time, reads an article and marks it: the main module and
/// all that it needs for that.
const READ_AND_MARK: [Part; 4] = [Part::Page, Part::Styles, Part::Glue, Part::Module];
/// The same with the parts that are loaded later: the journal on disk at once, then help, settings, files, the
/// segmenter, the class.
const WHOLE: [Part; 5] = [Part::Page, Part::Styles, Part::Glue, Part::Module, Part::Later];

/// The budgets (docs/adr/0008-parts-that-come-later.md).
const READ_AND_MARK_BROTLI: usize = 160_000;
const WHOLE_BROTLI: usize = 480_000;
const FONTS_RAW: usize = 70_000;
const SINGLE_FILE_RAW: usize = 800_000;

/// Prints the table and fails if a budget is exceeded.
pub fn report(site: &Site) -> Result<()> {
    println!("\n{:<16}{:>12}{:>12}{:>12}", "kB (1000 bytes)", "raw", "gzip", "brotli");
    for (name, part) in PARTS {
        print_row(name, weight(site, &[part]));
    }
    let totals = Totals::of(site);
    print_row("to read and mark", totals.read_and_mark);
    print_row("whole program", totals.whole);
    print_row("pressmark.html", totals.single);
    let exceeded = exceeded(&totals);
    if exceeded.is_empty() {
        println!(
            "Within the budgets: to read and mark {} kB brotli, whole program {} kB brotli, fonts {} kB, pressmark.html {} kB.",
            READ_AND_MARK_BROTLI / 1000,
            WHOLE_BROTLI / 1000,
            FONTS_RAW / 1000,
            SINGLE_FILE_RAW / 1000
        );
        return Ok(());
    }
    bail!("{}", exceeded.join("\n"))
}

/// What has a budget.
#[derive(Debug)]
struct Totals {
    read_and_mark: Weight,
    whole: Weight,
    fonts: Weight,
    single: Weight,
}

impl Totals {
    fn of(site: &Site) -> Self {
        Self {
            read_and_mark: weight(site, &READ_AND_MARK),
            whole: weight(site, &WHOLE),
            fonts: weight(site, &[Part::Font]),
            single: weight(site, &[Part::SingleFile]),
        }
    }
}

/// One sentence for each budget that is exceeded.
fn exceeded(totals: &Totals) -> Vec<String> {
    let budgets = [
        (
            "What is needed to read and mark (page, styles, glue, main module) weighs",
            totals.read_and_mark.brotli,
            " in brotli",
            READ_AND_MARK_BROTLI,
        ),
        ("The whole program weighs", totals.whole.brotli, " in brotli", WHOLE_BROTLI),
        ("The fonts weigh", totals.fonts.raw, "", FONTS_RAW),
        ("pressmark.html weighs", totals.single.raw, "", SINGLE_FILE_RAW),
    ];
    let over = budgets.into_iter().filter(|(_, weight, _, budget)| weight > budget);
    over.map(|(what, weight, how, budget)| {
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
        let at = |more: usize| Totals {
            read_and_mark: all(READ_AND_MARK_BROTLI + more),
            whole: all(WHOLE_BROTLI + more),
            fonts: all(FONTS_RAW + more),
            single: all(SINGLE_FILE_RAW + more),
        };
        assert_eq!(exceeded(&at(0)), Vec::<String>::new());
        let said = exceeded(&at(1));
        assert_eq!(said.len(), 4);
        assert!(said.iter().any(|it| it.contains("weighs 160001 bytes in brotli")), "{said:?}");
    }

    #[test]
    fn parts_are_added_up_with_the_form_that_travels() {
        let mut site = Site::default();
        site.add("index.html", Part::Page, "page ".repeat(100));
        site.add("pages.wasm", Part::Later, "part ".repeat(100));
        site.add("a.woff2", Part::Font, vec![1; 300]);
        site.add("card.png", Part::Other, vec![1; 999]);
        site.compress();
        let totals = Totals::of(&site);
        assert_eq!((totals.read_and_mark.raw, totals.whole.raw), (500, 1000));
        assert!(totals.read_and_mark.brotli < 50, "{totals:?}");
        assert_eq!((totals.fonts, totals.single), (all(300), all(0)));
    }
}
