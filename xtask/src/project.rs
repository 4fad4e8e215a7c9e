//! Where the project and its build folder lie.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The folders that every other file of xtask starts from.
pub struct Project {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl Project {
    /// The folder that is given to a static host.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Tools that xtask fetched for itself; they go with `cargo clean`.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Results between the steps of a build.
    pub fn work(&self) -> PathBuf {
        self.target.join("page")
    }
}

/// Asks cargo, because only cargo knows all the ways to move the target folder.
pub fn find() -> Result<Project> {
    let output = Command::new(cargo())
        .args(["metadata", "--format-version=1", "--no-deps"])
        .output()
        .context("Could not run cargo. Install Rust from https://rustup.rs and try again.")?;
    if !output.status.success() {
        bail!("cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let said: serde_json::Value =
        serde_json::from_slice(&output.stdout).context("cargo metadata did not answer in JSON.")?;
    let folder = |key: &str| -> Result<PathBuf> {
        let path = said.get(key).and_then(serde_json::Value::as_str);
        path.map(PathBuf::from).with_context(|| format!("cargo metadata does not tell `{key}`."))
    };
    Ok(Project { root: folder("workspace_root")?, target: folder("target_directory")? })
}

/// The cargo that runs us, so that both use one toolchain.
pub fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".into())
}
