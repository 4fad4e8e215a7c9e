//! Makes the WebAssembly module and the JavaScript that loads it.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::optimise::optimised;
use crate::page::Program;
use crate::project::{Project, cargo};
use crate::run::{answer, run};
use crate::shorten::shortened;
use crate::split::split;
use crate::toolchain::{TARGET, require_library_sources, require_target};

/// Small and slow to build, or quick to build and large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Release,
    Debug,
}

/// The module, its glue, and the modules of the parts that come later, by the name of the part.
pub struct Built {
    pub glue: String,
    pub module: Vec<u8>,
    pub parts: BTreeMap<String, Vec<Vec<u8>>>,
}

pub fn build(project: &Project, program: &Program, kind: Kind) -> Result<Built> {
    require_target()?;
    let compiled = compile(project, program, kind)?;
    let folder = project.work();
    // A glue left from before would be taken for the new one if a name had changed.
    if folder.join("glue").exists() {
        fs::remove_dir_all(folder.join("glue")).context("Could not clear the last build's glue.")?;
    }
    if kind == Kind::Debug {
        return bind(&compiled, &folder.join("glue"), kind);
    }
    let split = split(&compiled, &folder.join("parts"))?;
    let mut built = bind(&split.main, &folder.join("glue"), kind)?;
    (built.glue, built.module) = shortened(&built.glue, &built.module)?;
    built.module = optimised(project, "main", &built.module)?;
    for (part, modules) in split.parts {
        let optimise = |module: PathBuf| {
            let name = module.file_stem().unwrap_or_default().to_string_lossy();
            let bytes = fs::read(&module).with_context(|| format!("Could not read {}.", module.display()))?;
            optimised(project, &name, &bytes)
        };
        built.parts.insert(part, modules.into_iter().map(optimise).collect::<Result<_>>()?);
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
    // A debug build is one module: splitting it would only take time.
    let split = (kind == Kind::Release).then_some("split");
    let features: Vec<&str> = program.features.as_deref().into_iter().chain(split).collect();
    if !features.is_empty() {
        command.args(["--features", &features.join(",")]);
    }
    if kind == Kind::Release {
        let own = own_library(&mut command);
        command.arg("--config").arg(flags(project, own));
    }
    run(&mut command)?;
    // Cargo keeps what the profile `dev` makes in a folder of another name.
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(project.target.join(TARGET).join(folder).join(format!("{}.wasm", program.bin)))
}

/// A module is split by its relocations, which the linker otherwise takes out when it is done.
const RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

/// Has the standard library built with the program, without the texts of panics: they would be a tenth of what a
/// reader waits for. What that needs is no stable part of the compiler yet, so the pinned toolchain is asked as its
/// own makers ask it.
fn own_library(command: &mut Command) -> &'static [&'static str] {
    if let Err(why) = require_library_sources() {
        eprintln!(
            "The module stays about a tenth larger, because the sources of Rust's standard library are not to be had: {why:#}"
        );
        return &[];
    }
    command.env("RUSTC_BOOTSTRAP", "1");
    command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    &["-Zunstable-options", "-Cpanic=immediate-abort"]
}

/// Panics name the source file they come from. These flags leave out the folders of the machine that built it: they
/// are nobody's business, and two machines then build the same module.
fn flags(project: &Project, more: &[&str]) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let toolchain =
        answer("rustc", &["--print", "sysroot"]).map(|it| PathBuf::from(it).join("lib/rustlib/src/rust"));
    let folders = registries.map(|registry| registry.path()).chain(toolchain).chain([project.root.clone()]);
    let short = folders.map(|it| format!("--remap-path-prefix={}/=", it.display()));
    let flags: Vec<String> = short
        .chain([RELOCATIONS.to_owned()])
        .chain(more.iter().map(|it| (*it).to_owned()))
        .map(|it| format!("{it:?}"))
        .collect();
    format!("target.{TARGET}.rustflags=[{}]", flags.join(", "))
}

/// The library behind wasm-bindgen's own tool, so that Cargo.lock holds both halves at one version.
fn bind(module: &Path, folder: &Path, kind: Kind) -> Result<Built> {
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
                // The parts take the module's memory and function table by the names that the linker gave them.
                .keep_lld_exports(!debug)
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
    Ok(Built { glue, module: read("pressmark_bg.wasm")?, parts: BTreeMap::new() })
}
