//! Makes the WebAssembly module and the JavaScript that loads it.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::optimise::optimised;
use crate::page::Program;
use crate::project::{Project, cargo};
use crate::run::{answer, find_program, run};

const TARGET: &str = "wasm32-unknown-unknown";

/// Small and slow to build, or quick to build and large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Release,
    Debug,
}

/// The module and its glue.
pub struct Built {
    pub glue: String,
    pub module: Vec<u8>,
}

pub fn build(project: &Project, program: &Program, kind: Kind) -> Result<Built> {
    require_target()?;
    let compiled = compile(project, program, kind)?;
    let folder = project.work();
    // A glue left from before would be taken for the new one if a name had changed.
    if folder.join("glue").exists() {
        fs::remove_dir_all(folder.join("glue")).context("Could not clear the last build's glue.")?;
    }
    let mut built = bind(&compiled, &folder.join("glue"), kind)?;
    if kind == Kind::Release {
        built.module = optimised(project, built.module)?;
    }
    Ok(built)
}

fn compile(project: &Project, program: &Program, kind: Kind) -> Result<PathBuf> {
    let profile = match kind {
        Kind::Release => &program.release_profile,
        Kind::Debug => &program.debug_profile,
    };
    let mut command = Command::new(cargo());
    command.current_dir(&project.root);
    command.args(["build", "--bin", &program.bin, "--target", TARGET, "--profile", profile]);
    if !program.default_features {
        command.arg("--no-default-features");
    }
    if let Some(features) = &program.features {
        command.args(["--features", features]);
    }
    if kind == Kind::Release {
        command.arg("--config").arg(without_paths(project));
    }
    run(&mut command)?;
    // Cargo keeps what the profile `dev` makes in a folder of another name.
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(project.target.join(TARGET).join(folder).join(format!("{}.wasm", program.bin)))
}

/// Panics name the source file they come from. These flags leave out the folders of the machine that built it: they
/// are nobody's business, and two machines then build the same module.
fn without_paths(project: &Project) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let toolchain =
        answer("rustc", &["--print", "sysroot"]).map(|it| PathBuf::from(it).join("lib/rustlib/src/rust"));
    let folders = registries.map(|registry| registry.path()).chain(toolchain).chain([project.root.clone()]);
    let flags: Vec<String> =
        folders.map(|it| format!("{:?}", format!("--remap-path-prefix={}/=", it.display()))).collect();
    format!("target.{TARGET}.rustflags=[{}]", flags.join(", "))
}

/// The library behind wasm-bindgen's own tool, so that Cargo.lock holds both halves at one version.
fn bind(module: &std::path::Path, folder: &std::path::Path, kind: Kind) -> Result<Built> {
    let debug = kind == Kind::Debug;
    Bindgen::new()
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .input_path(module)
                .out_name("pressmark")
                .typescript(false)
                .omit_default_module_path(true)
                .debug(debug)
                .remove_name_section(!debug)
                .generate(folder)
        })
        .with_context(|| format!("wasm-bindgen could not work on {}.", module.display()))?;
    if folder.join("snippets").exists() {
        bail!(
            "A crate brings JavaScript files of its own (target/page/glue/snippets). \
             The single file cannot hold them: use a crate without, or call the browser through web-sys."
        );
    }
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("wasm-bindgen did not write {}.", path.display()))
    };
    let glue = String::from_utf8(read("pressmark.js")?).context("The glue is not UTF-8.")?;
    Ok(Built { glue, module: read("pressmark_bg.wasm")? })
}

/// Adds the compiler's WebAssembly half where rustup can and it is not there.
fn require_target() -> Result<()> {
    let sysroot =
        answer("rustc", &["--print", "sysroot"]).context("Could not run rustc. Install Rust first.")?;
    if PathBuf::from(sysroot).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    if find_program(&["rustup"]).is_none() {
        bail!(
            "The Rust target {TARGET} is missing and so is rustup: install the target with your system's tools."
        );
    }
    run(Command::new("rustup").args(["target", "add", TARGET]))
}
