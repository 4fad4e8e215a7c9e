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
/// Rust keeps data out of the first kilobyte: it is the far end of the stack. Not `--all-features`: wasm-opt would then
/// write what no browser reads yet. The module itself tells the features that the compiler used, and that section has
/// done its work here.
///
/// Besides: loops are made anew from flat code, and only what is short is put in place of its one call. Neither makes
/// the module smaller, but brotli finds a hundredth more to say twice in it.
const FLAGS: [&str; 8] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=100",
    "--low-memory-unused",
    "--strip-target-features",
];

/// The smaller module. The last result is kept under its `name`, because the same module comes back when only a style
/// changed.
pub fn optimised(project: &Project, name: &str, module: &[u8]) -> Result<Vec<u8>> {
    let Some(tool) = wasm_opt(project) else { return Ok(module.to_vec()) };
    let hash = Sha256::new().chain_update(PACKAGE).chain_update(FLAGS.concat()).chain_update(module);
    let key = hex(&hash.finalize());
    let file = |ending: &str| project.work().join(format!("optimised-{name}.{ending}"));
    let (known, input, kept) = (file("key"), file("input.wasm"), file("wasm"));
    if fs::read_to_string(&known).is_ok_and(|it| it == key) {
        return fs::read(&kept).with_context(|| format!("Could not read {}.", kept.display()));
    }
    fs::write(&input, module).with_context(|| format!("Could not write {}.", input.display()))?;
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
