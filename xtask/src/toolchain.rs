//! What the compiler needs to make the module: its WebAssembly half, and the sources of the standard library.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{answer, find_program, run};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Where the compiler's own files are.
fn libraries() -> Result<PathBuf> {
    let sysroot =
        answer("rustc", &["--print", "sysroot"]).context("Could not run rustc. Install Rust first.")?;
    Ok(PathBuf::from(sysroot).join("lib/rustlib"))
}

/// Adds the compiler's WebAssembly half where rustup can and it is not there.
pub fn require_target() -> Result<()> {
    if libraries()?.join(TARGET).is_dir() {
        return Ok(());
    }
    if find_program(&["rustup"]).is_none() {
        bail!(
            "The Rust target {TARGET} is missing and so is rustup: install the target with your system's tools."
        );
    }
    run(Command::new("rustup").args(["target", "add", TARGET]))
}

/// Adds the sources of the standard library where rustup can and they are not there.
pub fn require_library_sources() -> Result<()> {
    if !libraries()?.join("src/rust/library/Cargo.lock").is_file() {
        if find_program(&["rustup"]).is_none() {
            bail!("Install the package of your system that holds the sources of Rust's standard library.");
        }
        run(Command::new("rustup").args(["component", "add", "rust-src"]))?;
    }
    Ok(())
}
