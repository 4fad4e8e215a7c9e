//! The house rules of ARCHITECTURE.md, read off the sources.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use std::fs;
use std::path::{Path, PathBuf};

/// A file and what it says.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The lines outside `#[cfg(test)] mod tests { … }`, which stands last in a file. Files that hold tests
    /// only have none.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.take_while(move |(_, line)| !is_test && line.trim() != "#[cfg(test)]")
    }

    /// The code without its comments.
    fn plain(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code().filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` with this ending; none when the folder is not there.
fn sources(folder: &str, ending: &str) -> Vec<Source> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), ending, &mut found);
    found.sort();
    let source = |path: PathBuf| Source {
        text: fs::read_to_string(&path).unwrap(),
        path: path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"),
    };
    found.into_iter().map(source).collect()
}

fn core() -> Vec<Source> {
    let all = sources("src", "rs");
    all.into_iter().filter(|s| !s.path.starts_with("src/app/") && s.path != "src/main.rs").collect()
}

/// Lines of code that hold one of `words`, where `is_free` does not let them.
fn naming(sources: &[Source], words: &[&str], is_free: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| !is_free(&source.path)) {
        for (number, line) in source.plain() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    found
}

const NOTHING: [String; 0] = [];

#[test]
fn browser_crates_are_named_in_one_folder() {
    let all = sources("src", "rs");
    assert!(all.len() > 20, "the sources were found");
    assert_eq!(naming(&all, &["web_sys", "js_sys"], |path| path.starts_with("src/app/browser/")), NOTHING);
}

#[test]
fn the_core_knows_nothing_above_it() {
    let above = ["yew::", "gloo_", "wasm_bindgen", "crate::app", "serde_wasm_bindgen"];
    assert_eq!(naming(&core(), &above, |_| false), NOTHING);
    let text: Vec<Source> = core().into_iter().filter(|s| s.path.starts_with("src/text/")).collect();
    assert_eq!(naming(&text, &["crate::annotation", "crate::article", "crate::session"], |_| false), NOTHING);
    let below: Vec<Source> = core().into_iter().filter(|s| !s.path.starts_with("src/format/")).collect();
    assert_eq!(naming(&below, &["crate::format"], |_| false), NOTHING, "formats stand on everything else");
}

#[test]
fn serialised_shapes_live_only_in_format() {
    let shapes = ["Serialize", "Deserialize", "serde_json"];
    let is_free = |path: &str| path.starts_with("src/format/") || path == "src/app/browser/crossing.rs";
    assert_eq!(naming(&sources("src", "rs"), &shapes, is_free), NOTHING);
}

#[test]
fn no_source_asks_for_the_target() {
    assert_eq!(
        naming(&sources("src", "rs"), &["cfg(target", "cfg!(target", "cfg_attr(target"], |_| false),
        NOTHING
    );
}

#[test]
fn nothing_panics_on_purpose() {
    let words = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
    assert_eq!(naming(&sources("src", "rs"), &words, |_| false), NOTHING);
}

#[test]
fn every_file_is_short_and_says_in_its_first_line_what_it_is() {
    let mut faults = Vec::new();
    for folder in ["src", "tests", "xtask", "benches"] {
        for source in sources(folder, "rs") {
            let lines = source.text.lines().count();
            if lines > 400 {
                faults.push(format!("{} has {lines} lines", source.path));
            }
            if !source.text.starts_with("//! ") {
                faults.push(format!("{} does not begin with //!", source.path));
            }
        }
    }
    assert_eq!(faults, NOTHING);
}

#[test]
fn every_class_carries_the_prefix() {
    let mut faults = Vec::new();
    for sheet in sources("www/css", "css") {
        for name in classes(&uncommented(&sheet.text)) {
            if !name.starts_with("pm-") {
                faults.push(format!("{}: .{name}", sheet.path));
            }
        }
    }
    assert_eq!(faults, NOTHING);
}

#[test]
fn colours_are_named_in_the_tokens_and_the_print_sheet_only() {
    let mut faults = Vec::new();
    for sheet in sources("www/css", "css") {
        if ["tokens.css", "print.css"].iter().any(|name| sheet.path.ends_with(name)) {
            continue;
        }
        for (number, line) in uncommented(&sheet.text).lines().enumerate() {
            if has_colour(line) {
                faults.push(format!("{}:{}: {}", sheet.path, number + 1, line.trim()));
            }
        }
    }
    assert_eq!(faults, NOTHING);
}

#[test]
fn every_sheet_is_a_layer_of_its_own_name() {
    let mut faults = Vec::new();
    for sheet in sources("www/css", "css") {
        let text = uncommented(&sheet.text);
        for name in text.split("@layer").skip(1) {
            let names = name.split(['{', ';']).next().unwrap_or_default();
            for layer in names.split(',').map(str::trim).filter(|layer| !layer.starts_with("pm-")) {
                faults.push(format!("{}: @layer {layer}", sheet.path));
            }
        }
        if !text.contains("@layer") {
            faults.push(format!("{} stands in no layer", sheet.path));
        }
    }
    assert_eq!(faults, NOTHING);
}

/// What the page of promises names must be there: files by their path, tests by their name or how it begins.
#[test]
fn every_test_that_the_page_of_promises_names_is_there() {
    let promises = fs::read_to_string(root().join("docs/reliability.md")).unwrap();
    let mut tests = sources("tests", "rs");
    tests.extend(sources("src", "rs"));
    let is_there = |name: &str| match name.trim_end_matches('…') {
        path if path.starts_with("tests/") || path.starts_with("fuzz/") => root().join(path).exists(),
        file if file.ends_with(".rs") => {
            tests.iter().any(|source| source.path.ends_with(&format!("/{file}")))
        }
        start if name.ends_with('…') => tests.iter().any(|it| it.text.contains(&format!("fn {start}"))),
        whole if whole.matches('_').count() > 2 => {
            tests.iter().any(|it| it.text.contains(&format!("fn {whole}(")))
        }
        // A word of the program, a command, a target.
        _ => true,
    };
    let names: Vec<&str> = promises.split('`').skip(1).step_by(2).collect();
    assert!(names.len() > 40, "{names:?}");
    let missing: Vec<&&str> = names.iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// A style sheet with its comments made blank, so that lines keep their numbers.
fn uncommented(sheet: &str) -> String {
    let mut out = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, next) = after.split_once("*/").unwrap_or((after, ""));
        out.push_str(before);
        out.extend(comment.chars().filter(|c| *c == '\n'));
        rest = next;
    }
    out + rest
}

/// The class names of a sheet's selectors: a dot and a letter, outside strings, urls and numbers.
fn classes(sheet: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in sheet.match_indices('.') {
        let before = sheet[..at].chars().next_back().unwrap_or(' ');
        let name = &sheet[at + 1..];
        let length =
            name.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(name.len());
        let is_class = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && !before.is_ascii_digit()
            && !in_url_or_text(sheet, at);
        if is_class {
            found.push(&name[..length]);
        }
    }
    found
}

fn in_url_or_text(sheet: &str, at: usize) -> bool {
    let line = sheet[..at].rsplit('\n').next().unwrap_or_default();
    line.matches('"').count() % 2 == 1 || line.rfind("url(").is_some_and(|open| !line[open..].contains(')'))
}

/// Whether a line names a colour by its number; words such as `transparent` and system colours are free.
fn has_colour(line: &str) -> bool {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch(", "hwb("];
    let is_hex = |rest: &str| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let after = rest.chars().nth(digits).unwrap_or(' ');
        matches!(digits, 3 | 4 | 6 | 8) && !after.is_alphanumeric() && after != '-'
    };
    functions.iter().any(|function| line.contains(function))
        || line.match_indices('#').any(|(at, _)| is_hex(&line[at + 1..]) && line[..at].contains(':'))
}

#[test]
fn these_rules_see_what_they_should() {
    assert_eq!(classes(".pm-a:hover .b { margin: .5rem 1.5em; src: url(x.woff2) }"), ["pm-a", "b"]);
    assert!(has_colour("color: #fff;") && has_colour("a: rgb(1 2 3)") && !has_colour("color: var(--pm-ink)"));
    assert_eq!(uncommented("a /* b\n.c */ d"), "a \n d");
    let source =
        Source { path: "src/x.rs".into(), text: "a\n// b.unwrap()\n#[cfg(test)]\nc.unwrap()".into() };
    assert_eq!(source.plain().collect::<Vec<_>>(), [(1, "a")]);
}
