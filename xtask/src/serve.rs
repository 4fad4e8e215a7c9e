//! `cargo xtask serve`: builds, serves, and builds again when a source changes.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::args::Serve;
use crate::build::Kind;
use crate::project::{self, Project};
use crate::{assemble, run, server, watch};

/// The first line on standard output is the address: scripts wait for it.
pub fn serve(options: &Serve) -> Result<()> {
    let project = project::find()?;
    let folder = options.folder.clone().unwrap_or_else(|| default_folder(&project, options.build));
    let kind = if options.debug { Kind::Debug } else { Kind::Release };
    let seen = watch::fingerprint(&project.root);
    if options.build {
        build(&project, kind, &folder)?;
    }
    let address = server::start(&folder, options.port)?;
    println!("Serving at {address}");
    if options.open {
        open(&address);
    }
    if options.build {
        rebuild_for_ever(&project, kind, &folder, seen)
    }
    loop {
        std::thread::park();
    }
}

/// Not `dist/`: a page that is being worked on must not end up on a host by accident.
fn default_folder(project: &Project, build: bool) -> std::path::PathBuf {
    if build { project.work().join("site") } else { project.dist() }
}

fn build(project: &Project, kind: Kind, folder: &Path) -> Result<()> {
    let begun = Instant::now();
    assemble::assemble(project, kind, None)?.write(folder)?;
    eprintln!("Built in {:.1} s.", begun.elapsed().as_secs_f32());
    Ok(())
}

/// A source that does not build leaves the last good page in place.
fn rebuild_for_ever(project: &Project, kind: Kind, folder: &Path, mut seen: watch::Fingerprint) -> ! {
    loop {
        std::thread::sleep(Duration::from_millis(400));
        let now = watch::settled(&project.root, &seen);
        if now == seen {
            continue;
        }
        // What changes during the build is seen afterwards, and built again.
        seen = now;
        match build(project, kind, folder) {
            Ok(()) => eprintln!("Reload the page to see it."),
            Err(why) => eprintln!("The page stays as it was: {why:#}"),
        }
    }
}

fn open(address: &str) {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let mut command = Command::new(program);
    if run::run(command.arg(address)).is_err() {
        eprintln!("Could not open a browser: open {address} yourself.");
    }
}
