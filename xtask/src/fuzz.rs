//! `cargo xtask fuzz`: throws chance at every reader, a few minutes each. What it finds becomes a test.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::install::cargo_program;
use crate::project::{Project, cargo};
use crate::run::{run, says_yes};

/// Runs every target, or those with `only` in their name, one after the other for `minutes` each. Inputs that reach
/// something new are kept in the build folder and are where the next run begins; those that fail are kept beside them.
pub fn fuzz(project: &Project, minutes: u32, only: Option<&str>) -> Result<()> {
    let targets: Vec<String> =
        targets(project)?.into_iter().filter(|it| it.contains(only.unwrap_or(""))).collect();
    ensure!(!targets.is_empty(), "There is no fuzz target of that name. They stand in fuzz/fuzz_targets.");
    if !says_yes(&cargo(), &["fuzz", "--version"]) {
        cargo_program(project, "cargo-fuzz")?;
    }
    let mut found = Vec::new();
    for target in &targets {
        println!("{target}: {minutes} min");
        if let Err(why) = run(&mut command(project, target, minutes)?) {
            eprintln!("{why:#}");
            found.push(target.as_str());
        }
    }
    ensure!(
        found.is_empty(),
        "Found something: {}. Its input lies in {}.",
        found.join(", "),
        folder(project).display()
    );
    println!("fuzz: {} targets of {} found nothing.", targets.len(), targets.len());
    Ok(())
}

/// No code here is unsafe, so there is nothing for a sanitizer to see; without one, the stable compiler does, if it is
/// told to take the flags that count which branches were reached.
fn command(project: &Project, target: &str, minutes: u32) -> Result<Command> {
    let (fuzz, kept) = (project.root.join("fuzz"), folder(project).join(target));
    fs::create_dir_all(&kept).with_context(|| format!("Could not make {}.", kept.display()))?;
    let mut command = Command::new(cargo());
    command.args(["fuzz", "run", "--sanitizer=none", target]);
    command.arg(&kept).arg(fuzz.join("seeds").join(target)).arg("--");
    command.arg(format!("-dict={}", fuzz.join("pressmark.dict").display()));
    command.arg(format!("-artifact_prefix={}/found-{target}-", folder(project).display()));
    command.args(["-timeout=20", "-rss_limit_mb=4096"]).arg(format!("-max_total_time={}", minutes * 60));
    let path = std::env::join_paths(
        std::iter::once(project.tools().join("bin"))
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    )?;
    command
        .env("PATH", path)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", project.target.join("fuzz"));
    command.current_dir(&project.root);
    Ok(command)
}

fn folder(project: &Project) -> std::path::PathBuf {
    project.target.join("fuzz").join("corpus")
}

fn targets(project: &Project) -> Result<Vec<String>> {
    let folder = project.root.join("fuzz/fuzz_targets");
    let entries = fs::read_dir(&folder).with_context(|| format!("Could not read {}.", folder.display()))?;
    let stems =
        entries.flatten().filter_map(|it| Some(it.path().file_stem()?.to_string_lossy().into_owned()));
    let mut targets: Vec<String> = stems.collect();
    targets.sort();
    if targets.is_empty() {
        bail!("{} holds no target.", folder.display());
    }
    Ok(targets)
}
