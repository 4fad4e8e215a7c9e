//! `cargo xtask`: builds, serves, checks, tests and measures Pressmark.

mod args;
mod assemble;
mod base122;
mod browser;
mod build;
mod check;
mod compress;
mod csp;
mod deny;
mod fuzz;
mod install;
mod markup;
mod minify;
mod optimise;
mod page;
mod project;
mod run;
mod serve;
mod server;
mod shorten;
mod single;
mod site;
mod sizes;
mod split;
mod styles;
mod suite;
mod toolchain;
mod watch;
mod weigh;

use std::process::ExitCode;

use args::Command;

fn main() -> ExitCode {
    match args::parse(std::env::args_os().skip(1)).and_then(obey) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Help => {
            println!("{}", args::USAGE);
            Ok(())
        }
        Command::Serve(options) => serve::serve(&options),
        Command::Dist { address } => {
            let project = project::find()?;
            let site = assemble::assemble(&project, build::Kind::Release, address.as_deref())?;
            site.write(&project.dist())?;
            println!("Built {}", project.dist().display());
            sizes::report(&site)
        }
        Command::Check => check::check(&project::find()?),
        Command::Test { browser, only } => suite::test(&project::find()?, browser, only.as_deref()),
        Command::Soak { browser, kills } => suite::soak(&project::find()?, browser, kills),
        Command::Fuzz { minutes, only } => fuzz::fuzz(&project::find()?, minutes, only.as_deref()),
        Command::Bench { browser } => suite::bench(&project::find()?, browser),
    }
}
