//! Files in and out: what the page saves, and what a reader picks or drops.

use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;
use crate::session::PATIENCE;

/// A file that a reader gives to the page.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Given {
    /// A file with this name and these bytes.
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into() }
    }
}

/// Makes a file of one character a byte, which JSON carries without loss.
const MAKE: &str = "
    const make = ([name, bytes]) => new File([Uint8Array.from(bytes, c => c.charCodeAt(0))], name);
    const transfer = new DataTransfer();
    for (const file of arguments[0]) transfer.items.add(make(file));";

/// WebKit's driver saves no downloads, so there the files are caught where the page hands them over: at the
/// click on a link with a name and the address of a blob.
const CATCH: &str = "
    if (window.savedFiles) return;
    window.savedFiles = [];
    const blobs = new Map(), address = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = blob => { const it = address.call(URL, blob); blobs.set(it, blob); return it; };
    HTMLAnchorElement.prototype.click = function () {
        const blob = this.download && blobs.get(this.href);
        if (!blob) return click.call(this);
        const name = this.download;
        blob.arrayBuffer().then(buffer => window.savedFiles.push(
            [name, Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join('')]));
    };";

impl Page {
    /// Makes ready to catch what the page saves, where the driver does not.
    pub(crate) fn catch_downloads(&self) {
        if self.engine() == Engine::Webkit {
            self.script(CATCH, &[]);
        }
    }

    /// Drops files on the page.
    pub fn drop_files(&self, files: &[Given]) {
        let body = format!(
            "{MAKE}
             for (const type of ['dragenter', 'dragover', 'drop'])
                 document.body.dispatchEvent(new DragEvent(type, {{ dataTransfer: transfer, bubbles: true, cancelable: true }}));"
        );
        self.script(&body, &[in_json(files)]);
    }

    /// Picks files in the file input with this id, as if its dialog had been answered.
    pub fn pick_files(&self, input: &str, files: &[Given]) {
        let body = format!(
            "{MAKE}
             const input = document.getElementById(arguments[1]);
             input.files = transfer.files;
             input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        );
        self.script(&body, &[in_json(files), json!(input)]);
    }

    /// Picks a file from disk through the driver, the whole way that a file takes.
    ///
    /// # Panics
    /// When the file cannot be written to disk first.
    pub fn upload(&self, input: &str, file: &Given) {
        let path = self.downloads.with_file_name(&file.name);
        std::fs::write(&path, &file.bytes).expect("the file is written");
        let element = self.wait_for(&format!("#{input}"));
        self.type_into(&element, &path.display().to_string());
    }

    /// Waits for the next file that the page saves, and takes it out of the folder of downloads.
    ///
    /// # Panics
    /// When none comes.
    pub fn downloaded(&self) -> Given {
        let start = Instant::now();
        loop {
            if let Some(given) = self.caught() {
                return given;
            }
            if let Some(path) = self.finished() {
                let bytes = std::fs::read(&path).expect("the file can be read");
                std::fs::remove_file(&path).expect("the file can be removed");
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                return Given { name, bytes };
            }
            assert!(start.elapsed() < PATIENCE, "No file was saved; half-saved: {:?}", self.in_downloads());
            sleep(Duration::from_millis(20));
        }
    }

    /// A file that was caught in the page itself.
    fn caught(&self) -> Option<Given> {
        if self.engine() != Engine::Webkit {
            return None;
        }
        let file = self.script("return window.savedFiles?.shift() ?? null", &[]);
        // One character stands for one byte.
        let bytes = file[1].as_str()?.chars().filter_map(|c| u8::try_from(u32::from(c)).ok());
        Some(Given::new(file[0].as_str()?, bytes.collect::<Vec<u8>>()))
    }

    fn in_downloads(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(&self.downloads).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    }

    /// A file that is wholly there: half-written ones have names of the browser's own.
    fn finished(&self) -> Option<PathBuf> {
        let paths = self.in_downloads();
        let is_partial = |path: &PathBuf| {
            path.extension().is_some_and(|ending| ending == "crdownload" || ending == "part")
                || path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
        };
        let is_empty = |path: &PathBuf| path.metadata().map_or(true, |it| it.len() == 0);
        if paths.iter().any(is_partial) {
            return None;
        }
        paths.into_iter().find(|path| !is_empty(path))
    }
}

fn in_json(files: &[Given]) -> Value {
    let text = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
    files.iter().map(|file| json!([file.name, text(&file.bytes)])).collect()
}
