//! Finds the articles in `seeds/` and bundles them: dropping a text file there is all it takes.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let is_article = |path: &PathBuf| {
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        let is_text = path.extension().is_some_and(|e| e == "txt" || e == "md");
        is_text && stem != "SOURCES" && !stem.starts_with('.')
    };
    let mut files: Vec<PathBuf> = fs::read_dir(root.join("seeds"))?
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(is_article)
        .collect();
    files.sort();
    let mut list = fs::File::create(Path::new(&out).join("seeds.rs"))?;
    writeln!(list, "[")?;
    for file in files {
        writeln!(list, "    include_bytes!({:?}).as_slice(),", file.display().to_string())?;
    }
    writeln!(list, "]")
}
