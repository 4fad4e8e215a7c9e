//! Shrinks the module with wasm-opt, and leaves it as it is where wasm-opt is not to be had.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::install::npm_package;
use crate::project::Project;
use crate::run::run;
use crate::site::hex;

/// Debian's own binaryen is too old to read the module; this one is WebAssembly itself and runs under Node.
const PACKAGE: &str = "binaryen@132";
/// Not `--all-features`: wasm-opt would then write what no browser reads yet. The module itself tells the features
/// that the compiler used, and that section has done its work here.
const FLAGS: [&str; 2] = ["-Oz", "--strip-target-features"];

/// The smaller module. The last result is kept, because the same module comes back when only a style changed.
pub fn optimised(project: &Project, module: Vec<u8>) -> Result<Vec<u8>> {
    let Some(tool) = wasm_opt(project) else { return Ok(module) };
    let key = hex(&Sha256::new()
        .chain_update(PACKAGE)
        .chain_update(FLAGS.concat())
        .chain_update(&module)
        .finalize());
    let (known, kept) = (project.work().join("optimised.key"), project.work().join("optimised.wasm"));
    if fs::read_to_string(&known).is_ok_and(|it| it == key) {
        return fs::read(&kept).with_context(|| format!("Could not read {}.", kept.display()));
    }
    let input = project.work().join("glue/pressmark_bg.wasm");
    optimise(&tool, &input, &kept)?;
    fs::write(&known, key).with_context(|| format!("Could not write {}.", known.display()))?;
    fs::read(&kept).with_context(|| format!("wasm-opt did not write {}.", kept.display()))
}

fn optimise(tool: &Path, input: &Path, output: &Path) -> Result<()> {
    run(Command::new("node").arg(tool).args(FLAGS).arg(input).arg("-o").arg(output))
}

fn wasm_opt(project: &Project) -> Option<PathBuf> {
    match npm_package(project, PACKAGE, "binaryen/bin/wasm-opt") {
        Ok(tool) => Some(tool),
        Err(why) => {
            eprintln!("The module stays about a third larger, because wasm-opt is not to be had: {why:#}");
            None
        }
    }
}
