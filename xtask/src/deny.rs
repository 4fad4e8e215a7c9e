//! Whether every crate may be used: its licence and its source, by the lists in `deny.toml`. cargo-deny, where it is
//! installed, checks the rest of that file; to build it takes longer than all our tests, so it is never a must.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::project::{Project, cargo};
use crate::run::{answer, run, says_yes};

/// What `deny.toml` says of licences.
#[derive(Debug, Default, PartialEq)]
struct Allowed {
    licences: Vec<String>,
    /// A crate, and the licence that it may have besides.
    exceptions: Vec<(String, String)>,
}

pub fn check(project: &Project) -> Result<()> {
    let file = project.root.join("deny.toml");
    let rules = fs::read_to_string(&file).with_context(|| format!("Could not read {}.", file.display()))?;
    let allowed = allowed(&rules)?;
    let told = answer(&cargo(), &["metadata", "--format-version=1", "--locked", "--all-features"]);
    let told = told.context("cargo metadata failed; is Cargo.lock as it should be?")?;
    let crates: Value = serde_json::from_str(&told).context("cargo metadata did not answer in JSON.")?;
    let crates =
        crates.get("packages").and_then(Value::as_array).context("cargo metadata names no crates.")?;
    let faults: Vec<String> = crates.iter().filter_map(|it| fault(it, &allowed)).collect();
    ensure!(faults.is_empty(), "{}\ndeny.toml says what is allowed, and why.", faults.join("\n"));
    println!("{} crates have a licence and a source that deny.toml allows.", crates.len());
    if says_yes(&cargo(), &["deny", "--version"]) {
        return all(project);
    }
    println!("For duplicates and advisories too: cargo install cargo-deny --locked");
    Ok(())
}

/// What cargo-deny itself finds. Without a network there is no list of advisories, and the rest is checked.
fn all(project: &Project) -> Result<()> {
    let deny = |args: &[&str]| run(Command::new(cargo()).arg("deny").args(args).current_dir(&project.root));
    deny(&["--offline", "--workspace", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"])?;
    if says_yes(&cargo(), &["deny", "fetch", "db"]) {
        return deny(&["--workspace", "check", "--hide-inclusion-graph", "advisories"]);
    }
    println!("The list of advisories cannot be had here; it was not looked at.");
    Ok(())
}

/// What is wrong with a crate, as a sentence.
fn fault(package: &Value, allowed: &Allowed) -> Option<String> {
    let text = |field| package.get(field).and_then(Value::as_str).unwrap_or_default();
    let name = format!("{} {}", text("name"), text("version"));
    let source = text("source");
    // Without a source it lies in the workspace; there is one registry without a name of its own, crates.io.
    if !source.is_empty() && !source.starts_with("registry+") {
        return Some(format!("{name} comes from {source}."));
    }
    let is_allowed = |licence: &str| {
        allowed.licences.iter().any(|it| it == licence)
            || allowed.exceptions.iter().any(|(of, it)| of == text("name") && it == licence)
    };
    let licence = text("license");
    match satisfied(licence, &is_allowed) {
        Some(true) => None,
        Some(false) => Some(format!("{name} has the licence {licence}.")),
        None => Some(format!("{name} does not say its licence in a form that can be read: “{licence}”.")),
    }
}

/// Whether an SPDX expression is satisfied; `None` when it is no expression. The slash is how crates wrote *or*
/// before there was one. Of `A OR B AND C`, `AND` binds more tightly.
fn satisfied(expression: &str, is_allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let spaced =
        expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ").replace(" WITH ", "\0");
    let words: Vec<String> =
        spaced.split_ascii_whitespace().map(|word| word.replace('\0', " WITH ")).collect();
    let mut rest = words.as_slice();
    let said = any_of(&mut rest, is_allowed)?;
    rest.is_empty().then_some(said)
}

fn any_of(words: &mut &[String], is_allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut said = all_of(words, is_allowed)?;
    while take(words, "OR") {
        said |= all_of(words, is_allowed)?;
    }
    Some(said)
}

fn all_of(words: &mut &[String], is_allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut said = one(words, is_allowed)?;
    while take(words, "AND") {
        said &= one(words, is_allowed)?;
    }
    Some(said)
}

fn one(words: &mut &[String], is_allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    if take(words, "(") {
        let said = any_of(words, is_allowed)?;
        return take(words, ")").then_some(said);
    }
    let (first, rest) = words.split_first()?;
    *words = rest;
    (!["AND", "OR", ")"].contains(&first.as_str())).then(|| is_allowed(first))
}

/// Takes the next word if it is this one.
fn take(words: &mut &[String], word: &str) -> bool {
    match words.split_first() {
        Some((first, rest)) if first == word => {
            *words = rest;
            true
        }
        _ => false,
    }
}

/// The lists of licences in `deny.toml`, which stand there with one entry a line.
fn allowed(rules: &str) -> Result<Allowed> {
    let (_, licences) = rules.split_once("[licenses]\n").context("deny.toml has no part [licenses].")?;
    let licences = licences.split("\n[").next().unwrap_or_default();
    let mut allowed = Allowed::default();
    for line in licences.lines().map(str::trim) {
        let quoted: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        match quoted.as_slice() {
            [licence] if line.starts_with('"') => allowed.licences.push((*licence).to_owned()),
            [of, licence] if line.starts_with("{ crate") => {
                allowed.exceptions.push(((*of).to_owned(), (*licence).to_owned()));
            }
            _ => {}
        }
    }
    if allowed.licences.is_empty() {
        bail!("deny.toml allows no licence, or not with one a line.");
    }
    Ok(allowed)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_licence_is_read_as_spdx_says() {
        let is_allowed = |licence: &str| matches!(licence, "MIT" | "Zlib" | "Apache-2.0 WITH LLVM-exception");
        for (expression, said) in [
            ("MIT", Some(true)),
            ("GPL-3.0-only", Some(false)),
            ("GPL-3.0-only OR MIT", Some(true)),
            ("GPL-2.0/MIT", Some(true)),
            ("MIT AND GPL-3.0-only", Some(false)),
            ("GPL-3.0-only OR MIT AND Zlib", Some(true)),
            ("(GPL-3.0-only OR MIT) AND BSD-3-Clause", Some(false)),
            ("Apache-2.0 WITH LLVM-exception OR Apache-2.0", Some(true)),
            ("Apache-2.0 WITH Classpath-exception-2.0", Some(false)),
            ("", None),
            ("MIT OR", None),
            ("(MIT", None),
            ("MIT Zlib", None),
        ] {
            assert_eq!(satisfied(expression, &is_allowed), said, "{expression}");
        }
    }

    #[test]
    fn our_own_lists_are_read_and_hold() -> Result<()> {
        let allowed = allowed(include_str!("../../deny.toml"))?;
        assert!(allowed.licences.contains(&"MIT".to_owned()));
        assert!(allowed.licences.iter().all(|it| !it.contains("GPL")));
        assert!(allowed.exceptions.contains(&("selectors".to_owned(), "MPL-2.0".to_owned())));
        let from = "registry+x";
        for (package, is_fine) in [
            (json!({"name": "a", "version": "1", "source": from, "license": "MIT"}), true),
            (json!({"name": "selectors", "version": "1", "source": from, "license": "MPL-2.0"}), true),
            (json!({"name": "other", "version": "1", "source": from, "license": "MPL-2.0"}), false),
            (json!({"name": "a", "version": "1", "source": "git+x", "license": "MIT"}), false),
            (json!({"name": "a", "version": "1", "source": from, "license": null}), false),
        ] {
            assert_eq!(fault(&package, &allowed).is_none(), is_fine, "{package}");
        }
        Ok(())
    }
}
