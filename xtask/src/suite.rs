//! `cargo xtask test` and `bench`: what needs the built page and a browser.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result};

use crate::browser::Browser;
use crate::build::Kind;
use crate::install::npm_package;
use crate::project::{Project, cargo};
use crate::run::run;
use crate::site::Site;
use crate::weigh::weigh;
use crate::{assemble, check, sizes};

/// With `only`, for the short way between an edit and one test, the checks are left out.
pub fn test(project: &Project, browser: Browser, only: Option<&str>) -> Result<()> {
    match only {
        None => check::check(project)?,
        Some(name) => {
            eprintln!("Only the browser tests with `{name}` in their name; the checks are left out.")
        }
    }
    let site = build(project)?;
    let environment = environment(project, browser)?;
    let mut command = Command::new(cargo());
    command
        .args(["test", "--package=pressmark-e2e", "--no-fail-fast"])
        .envs(environment)
        .current_dir(&project.root);
    if let Some(name) = only {
        command.args(["--", name]);
    }
    run(&mut command)?;
    // Last, because a page that is too heavy should still be known to work.
    sizes::report(&site)
}

pub fn bench(project: &Project, browser: Browser) -> Result<()> {
    weigh(project)?;
    build(project)?;
    let environment = environment(project, browser)?;
    let mut command = Command::new(cargo());
    command.args(["run", "--release", "--package=pressmark-e2e", "--bin=bench"]);
    run(command.envs(environment).current_dir(&project.root))
}

/// Kills the browser as often as it is told, and fails if anything is lost that was said to be saved.
pub fn soak(project: &Project, browser: Browser, kills: u32) -> Result<()> {
    build(project)?;
    let environment = environment(project, browser)?;
    let mut command = Command::new(cargo());
    command
        .args(["run", "--release", "--package=pressmark-e2e", "--bin=soak"])
        .env("PRESSMARK_KILLS", kills.to_string());
    run(command.envs(environment).current_dir(&project.root))
}

fn build(project: &Project) -> Result<Site> {
    let site = assemble::assemble(project, Kind::Release, None)?;
    site.write(&project.dist())?;
    Ok(site)
}

/// Tells the tests where everything is.
fn environment(project: &Project, browser: Browser) -> Result<Vec<(&'static str, OsString)>> {
    let axe = npm_package(project, "axe-core@4", "axe-core/axe.min.js")
        .context("axe-core checks that everybody can use the page; the tests need it.")?;
    let pair = browser.ready(project)?;
    let xtask = std::env::current_exe().context("xtask cannot find its own program.")?;
    Ok(vec![
        ("PRESSMARK_DIST", project.dist().into()),
        ("PRESSMARK_BROWSER", browser.name().into()),
        ("PRESSMARK_BROWSER_PATH", pair.browser.into()),
        ("PRESSMARK_DRIVER_PATH", pair.driver.into()),
        ("PRESSMARK_AXE", axe.into()),
        ("PRESSMARK_XTASK", xtask.into()),
    ])
}
