//! Splits the module at the functions that the program marks, so that what reading does without can come later.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

/// What the main module's import of its loaders is called, until the glue holds them.
const LINK: &str = "./parts.js";

/// The main module and those that come later.
pub struct Split {
    pub main: PathBuf,
    /// What each part is made of, by its name: the paths of its modules.
    pub parts: BTreeMap<String, Vec<PathBuf>>,
}

/// Splits a module that was linked with its relocations.
pub fn split(module: &Path, folder: &Path) -> Result<Split> {
    let bytes = fs::read(module).with_context(|| format!("Could not read {}.", module.display()))?;
    if folder.exists() {
        fs::remove_dir_all(folder).context("Could not clear the last build's parts.")?;
    }
    let main = folder.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let split =
        transform(options).map_err(|why| anyhow!("{} could not be split: {why:#}", module.display()))?;
    let path = |stem: String| folder.join(stem + ".wasm");
    let parts = split.prefetch_map.into_iter();
    Ok(Split {
        main,
        parts: parts.map(|(name, stems)| (name, stems.into_iter().map(path).collect())).collect(),
    })
}

/// The glue with its own loaders instead of those that it would import. `addresses` are where each part's modules
/// are, and `bytes` is a script's function that gets the bytes of one from its address.
pub fn with_loaders<T: ToString>(
    glue: &str,
    addresses: &BTreeMap<String, Vec<T>>,
    bytes: &str,
) -> Result<String> {
    if addresses.is_empty() {
        return Ok(glue.to_owned());
    }
    // The glue imports them once for each part.
    let imports: Vec<(&str, &str)> = glue
        .lines()
        .filter_map(|line| Some((line, line.strip_prefix("import * as ")?.split_once(" from ")?.0)))
        .collect();
    let link = |(line, _): &(&str, &str)| line.trim_end_matches(';').ends_with(&format!("\"{LINK}\""));
    ensure!(imports.iter().all(link), "The glue imports more than its loaders.");
    let ((first, name), others) = imports.split_first().context("The glue imports no loaders.")?;
    let list = |(name, addresses): (&String, &Vec<T>)| {
        format!("{name}: [{}]", addresses.iter().map(T::to_string).collect::<Vec<_>>().join(", "))
    };
    let list: Vec<String> = addresses.iter().map(list).collect();
    let loaders = include_str!("parts.js").replace("@PARTS@", &list.join(", ")).replace("@BYTES@", bytes);
    let glue = glue.replacen(first, loaders.replace("@LOADERS@", name).trim_end(), 1);
    Ok(others
        .iter()
        .fold(glue, |glue, (line, other)| glue.replacen(line, &format!("const {other} = {name};"), 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_loads_its_parts_itself() -> Result<()> {
        let glue = "import * as import1 from \"./parts.js\"\nimport * as import2 from \"./parts.js\"\n\nuse(import1, import2);";
        let parts = BTreeMap::from([("pages".to_owned(), vec!["\"a.wasm\"", "\"b.wasm\""])]);
        let whole = with_loaders(glue, &parts, "(it) => get(it)")?;
        assert!(whole.contains("pages: [\"a.wasm\", \"b.wasm\"]"), "{whole}");
        assert!(
            whole.contains("const import1 = ") && whole.ends_with("\n\nuse(import1, import2);"),
            "{whole}"
        );
        assert!(whole.contains("\nconst import2 = import1;\n"), "{whole}");
        assert!(!whole.contains("import *") && !whole.contains('@'), "{whole}");
        assert_eq!(with_loaders("whole", &BTreeMap::<_, Vec<u8>>::new(), "")?, "whole");
        assert!(with_loaders("import * as import1 from \"./other.js\"", &parts, "").is_err());
        Ok(())
    }
}
