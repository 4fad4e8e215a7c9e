//! What the built site weighs: raw, gzip and brotli, part by part.

use std::fs;
use std::path::Path;

/// Prints the parts and the sums.
pub fn print(dist: &Path) {
    let size = |path: &Path| fs::metadata(path).map_or(0, |it| it.len());
    let parts = [("HTML", ".html"), ("styles", ".css"), ("scripts", ".js"), ("module", ".wasm")];
    println!("\nBytes of the site{:>15}{:>10}{:>10}", "raw", "gzip", "brotli");
    let row =
        |name: &str, [raw, gzip, brotli]: [u64; 3]| println!("  {name:<22}{raw:>8}{gzip:>10}{brotli:>10}");
    let weigh = |path: &Path| {
        let packed = |ending: &str| size(Path::new(&format!("{}.{ending}", path.display())));
        [size(path), packed("gz"), packed("br")]
    };
    let mut all = [0; 3];
    for (name, ending) in parts {
        let mut sum = [0; 3];
        for entry in fs::read_dir(dist).into_iter().flatten().flatten() {
            let file = entry.file_name().to_string_lossy().into_owned();
            if file.ends_with(ending) && file != "pressmark.html" {
                add(&mut sum, weigh(&entry.path()));
            }
        }
        add(&mut all, sum);
        row(name, sum);
    }
    row("program in all", all);
    let fonts: u64 = fs::read_dir(dist.join("fonts"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|it| it.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "woff2"))
        .map(|path| size(&path))
        .sum();
    println!("  {:<22}{fonts:>8}   (already packed)", "fonts");
    row("pressmark.html", weigh(&dist.join("pressmark.html")));
}

fn add(sum: &mut [u64; 3], more: [u64; 3]) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}
