//! What the segmenter adds to the module: two small programs, one with it and one without, in brotli.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::compress::brotli;
use crate::project::{Project, cargo};
use crate::run::run;
use crate::toolchain::TARGET;

/// The most that issue and docs allow the segmenter, in bytes of brotli.
const ALLOWED: usize = 40_000;

/// Builds both programs, with the ready-made standard library, and prints what each weighs.
pub fn weigh(project: &Project) -> Result<()> {
    let floor = program(project, "floor")?;
    let with = program(project, "sentences")?;
    println!("\nThe segmenter with the language guess, bytes of brotli");
    println!("without {floor}   with {with}   adds {} of {ALLOWED} allowed", with.saturating_sub(floor));
    Ok(())
}

fn program(project: &Project, name: &str) -> Result<usize> {
    let mut command = Command::new(cargo());
    command.args([
        "build",
        "--package=pressmark-weight",
        "--bin",
        name,
        "--target",
        TARGET,
        "--profile",
        "wasm",
    ]);
    run(command.current_dir(&project.root))?;
    let module = project.target.join(TARGET).join("wasm").join(format!("{name}.wasm"));
    let bytes = fs::read(&module).with_context(|| format!("Could not read {}.", module.display()))?;
    Ok(brotli(&bytes).len())
}
