//! Notices that a source has changed, by looking.
//!
//! Some hundred files are looked over in a millisecond. Unlike the system's notices this works on every disk and
//! in every container, and a file that is only read does not look like one that was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What the page is built from.
const SOURCES: [&str; 7] = ["src", "seeds", "www", "index.html", "build.rs", "Cargo.toml", "Cargo.lock"];

/// The time and length of every source.
pub type Fingerprint = BTreeMap<PathBuf, (SystemTime, u64)>;

pub fn fingerprint(root: &Path) -> Fingerprint {
    let mut found = Fingerprint::new();
    for source in SOURCES {
        look(&root.join(source), &mut found);
    }
    found
}

/// The sources once they have stopped changing: an editor writes a file in several steps.
pub fn settled(root: &Path, before: &Fingerprint) -> Fingerprint {
    let mut now = fingerprint(root);
    while now != *before {
        std::thread::sleep(Duration::from_millis(150));
        let next = fingerprint(root);
        if next == now {
            break;
        }
        now = next;
    }
    now
}

/// A file that vanishes while we look is simply not there.
fn look(path: &Path, found: &mut Fingerprint) {
    let Ok(about) = fs::metadata(path) else { return };
    if about.is_dir() {
        let Ok(entries) = fs::read_dir(path) else { return };
        for entry in entries.flatten() {
            look(&entry.path(), found);
        }
    } else {
        let time = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        found.insert(path.to_owned(), (time, about.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_noticed_and_a_look_is_not() -> std::io::Result<()> {
        let root = std::env::temp_dir().join(format!("pressmark-watch-{}", std::process::id()));
        fs::create_dir_all(root.join("src/app"))?;
        fs::write(root.join("src/app/main.rs"), "one")?;
        let before = fingerprint(&root);
        assert_eq!(before.len(), 1);
        fs::read(root.join("src/app/main.rs"))?;
        assert_eq!(settled(&root, &before), before);
        fs::write(root.join("src/app/main.rs"), "three")?;
        assert_ne!(settled(&root, &before), before);
        fs::remove_dir_all(&root)
    }
}
