//! Makes a script small with terser, and leaves it as it is where terser is not to be had.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::install::npm_package;
use crate::project::Project;
use crate::run::run;

/// Plain JavaScript that runs under Node.
const PACKAGE: &str = "terser@5.51.4";
const FLAGS: [&str; 4] = ["--module", "--compress", "--mangle", "--ecma=2020"];

/// The same script in fewer bytes; `name` says which it is. What stands in its strings stays as it is.
pub fn minified(project: &Project, name: &str, script: &str) -> Result<String> {
    let tool = match npm_package(project, PACKAGE, "terser/bin/terser") {
        Ok(tool) => tool,
        Err(why) => {
            eprintln!("{name} stays larger, because terser is not to be had: {why:#}");
            return Ok(script.to_owned());
        }
    };
    let (input, output) = (project.work().join(name), project.work().join(format!("small-{name}")));
    fs::write(&input, script).with_context(|| format!("Could not write {}.", input.display()))?;
    run(Command::new("node").arg(tool).args(FLAGS).arg(&input).arg("-o").arg(&output))?;
    fs::read_to_string(&output).with_context(|| format!("terser did not write {}.", output.display()))
}
