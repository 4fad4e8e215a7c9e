//! `cargo xtask check`: everything that needs no browser.

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::deny;
use crate::project::{Project, cargo};
use crate::run::run;

/// Cheap steps first. The core is tested alone too, so that it cannot come to need the browser's crates.
/// One package a step, because cargo builds the crates that two packages share anew for every other set of packages.
const STEPS: [(&str, &[&str]); 6] = [
    ("format", &["fmt", "--all", "--check"]),
    ("core tests", &["test", "--package=pressmark", "--no-default-features"]),
    ("lints", &["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]),
    (
        "lints of the page",
        &[
            "clippy",
            "--package=pressmark",
            "--no-default-features",
            "--features=browser",
            "--target=wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ],
    ),
    ("all tests of the page without a browser", &["test", "--package=pressmark"]),
    ("tests of xtask", &["test", "--package=xtask"]),
];

/// Goes through all steps even if one fails, so that one run tells all.
pub fn check(project: &Project) -> Result<()> {
    let begun = Instant::now();
    let mut failed = Vec::new();
    for (name, args) in STEPS {
        if let Err(why) = run(Command::new(cargo()).args(args).current_dir(&project.root)) {
            eprintln!("{why:#}");
            failed.push(name);
        }
    }
    if let Err(why) = deny::check(project) {
        eprintln!("{why:#}");
        failed.push("licences and sources of crates");
    }
    let (steps, seconds) = (STEPS.len() + 1, begun.elapsed().as_secs());
    if failed.is_empty() {
        println!("check: {steps} of {steps} steps passed in {seconds} s.");
        return Ok(());
    }
    bail!("check: {} of {steps} steps failed in {seconds} s: {}.", failed.len(), failed.join(", "))
}
