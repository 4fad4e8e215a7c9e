//! A finished site: its files in memory, named after their content, and how they get into a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::compress;

/// What a file is for; the sizes are counted by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Page,
    Styles,
    Glue,
    Module,
    /// A module that is loaded when it is needed.
    Later,
    Font,
    SingleFile,
    Other,
}

/// One file and its smaller forms, if it has them.
pub struct File {
    pub part: Part,
    pub bytes: Vec<u8>,
    pub gzip: Option<Vec<u8>>,
    pub brotli: Option<Vec<u8>>,
}

/// All files by their address from the site's root.
#[derive(Default)]
pub struct Site {
    pub files: BTreeMap<String, File>,
}

impl Site {
    /// Adds a file under a name that others know.
    pub fn add(&mut self, name: &str, part: Part, bytes: impl Into<Vec<u8>>) {
        let file = File { part, bytes: bytes.into(), gzip: None, brotli: None };
        self.files.insert(name.to_owned(), file);
    }

    /// Adds a file under a name that changes with its content, so that a cache may keep it for ever.
    pub fn add_hashed(&mut self, name: &str, part: Part, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let name = hashed(name, &bytes);
        self.add(&name, part, bytes);
        name
    }

    /// Makes the compressed forms, two files at a time or as many as there are cores.
    pub fn compress(&mut self) {
        let files: Vec<(&String, &mut File)> =
            self.files.iter_mut().filter(|(name, _)| compress::pays_for(name)).collect();
        let queue = std::sync::Mutex::new(files);
        let take = || queue.lock().ok().and_then(|mut it| it.pop());
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    while let Some((_, file)) = take() {
                        file.gzip = Some(compress::gzip(&file.bytes));
                        file.brotli = Some(compress::brotli(&file.bytes));
                    }
                });
            }
        });
    }

    /// Writes the site beside its place and then swaps, so that nobody ever sees half of it.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let (new, old) = (folder.with_extension("new"), folder.with_extension("old"));
        for left in [&new, &old] {
            if left.exists() {
                fs::remove_dir_all(left).with_context(|| format!("Could not remove {}.", left.display()))?;
            }
        }
        for (name, file) in &self.files {
            write(&new.join(name), &file.bytes)?;
            for (ending, bytes) in [("gz", &file.gzip), ("br", &file.brotli)] {
                if let Some(bytes) = bytes {
                    write(&new.join(format!("{name}.{ending}")), bytes)?;
                }
            }
        }
        if folder.exists() {
            fs::rename(folder, &old).with_context(|| format!("Could not move {} away.", folder.display()))?;
        }
        fs::rename(&new, folder)
            .with_context(|| format!("Could not put {} in its place.", folder.display()))?;
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("Could not remove {}.", old.display()))?;
        }
        Ok(())
    }
}

/// The name with the beginning of the content's hash before its ending.
pub fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash: String = hex(&Sha256::digest(bytes)).chars().take(12).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash}.{ending}"),
        None => format!("{name}-{hash}"),
    }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("Could not make {}.", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("Could not write {}.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_and_only_with_it() {
        assert_eq!(hashed("fonts/a.woff2", b"abc"), "fonts/a-ba7816bf8f01.woff2");
        assert_eq!(hashed("start.js", b"x"), hashed("start.js", b"x"));
        assert_ne!(hashed("start.js", b"x"), hashed("start.js", b"y"));
    }

    #[test]
    fn a_written_site_replaces_the_one_before() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("pressmark-site-{}", std::process::id()));
        let mut site = Site::default();
        site.add("old.txt", Part::Other, "old");
        site.write(&folder)?;
        let mut site = Site::default();
        site.add("deep/new.txt", Part::Other, "new ".repeat(100));
        site.compress();
        site.write(&folder)?;
        assert!(!folder.join("old.txt").exists());
        assert!(folder.join("deep/new.txt.br").exists() && folder.join("deep/new.txt.gz").exists());
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
