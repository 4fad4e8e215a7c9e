//! Fetches tools that are missing, where it may, and says in one sentence what to install where it may not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Project, cargo};
use crate::run::{answer, find_program, run, says_yes};

/// A file out of an npm package, which is put into the build folder and nowhere else.
pub fn npm_package(project: &Project, package: &str, file: &str) -> Result<PathBuf> {
    let path = project.tools().join("node_modules").join(file);
    if path.is_file() && find_program(&["node"]).is_some() {
        return Ok(path);
    }
    if find_program(&["node"]).is_none() || find_program(&["npm"]).is_none() {
        apt(&["nodejs", "npm"]).context("Node and npm are missing.")?;
    }
    fs::create_dir_all(project.tools()).context("Could not make the folder for tools.")?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(project.tools())
        .arg(package);
    run(&mut npm)?;
    if !path.is_file() {
        bail!("The npm package {package} has no {file}.");
    }
    Ok(path)
}

/// A program out of a crate, built once into the build folder.
pub fn cargo_program(project: &Project, name: &str) -> Result<PathBuf> {
    let path = project.tools().join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !path.is_file() {
        run(Command::new(cargo()).args(["install", name, "--locked", "--root"]).arg(project.tools()))?;
    }
    Ok(path)
}

/// Installs Debian packages: as root, or where sudo asks for no password. It never asks for one.
pub fn apt(packages: &[&str]) -> Result<()> {
    let wanted = packages.join(" ");
    if !Path::new("/etc/debian_version").exists() || find_program(&["apt-get"]).is_none() {
        bail!("Install what your system calls: {wanted}.");
    }
    let root = answer("id", &["-u"]).is_some_and(|id| id == "0");
    if !root && !says_yes("sudo", &["-n", "true"]) {
        bail!("Run `sudo apt-get install {wanted}` and try again.");
    }
    apt_get(root, &["update", "-qq"])?;
    apt_get(root, &[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}

fn apt_get(root: bool, args: &[&str]) -> Result<()> {
    let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
    if !root {
        command.args(["-n", "apt-get"]);
    }
    run(command.args(args).env("DEBIAN_FRONTEND", "noninteractive"))
}
