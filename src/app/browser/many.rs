//! Many files at once: of an input, a folder or a drop; each is read only when its turn comes.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry, HtmlInputElement,
};

/// How many files are taken at once.
pub const MOST_FILES: usize = 2_000;
/// How deep folders are looked into.
const DEEPEST: usize = 4;
/// The largest file that is read (bytes): a zip of a large class.
const LARGEST: f64 = 64_000_000.0;

/// A file that is not read yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    pub name: String,
    file: File,
}

impl Handle {
    fn new(file: File) -> Self {
        Self { name: file.name(), file }
    }

    /// Its bytes; where it is larger than is read, its size in millions of bytes.
    pub async fn read(&self) -> Result<Vec<u8>, u64> {
        if self.file.size() > LARGEST {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a size is whole and not negative"
            )]
            return Err((self.file.size() as u64).div_ceil(1_000_000));
        }
        let buffer = JsFuture::from(self.file.array_buffer()).await;
        Ok(buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default())
    }
}

/// The files that an input holds, and how many more than are taken; the input can pick the same again.
pub fn from_input(event: &yew::Event) -> (Vec<Handle>, usize) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((input, list)) = input.and_then(|input| Some((input.clone(), input.files()?))) else {
        return (Vec::new(), 0);
    };
    let all = usize::try_from(list.length()).unwrap_or(0);
    let files =
        (0..list.length()).take(MOST_FILES).filter_map(|index| list.item(index)).map(Handle::new).collect();
    input.set_value("");
    (files, all.saturating_sub(MOST_FILES))
}

/// What was dropped; it must be asked for at once, before the event has ended.
pub struct Dropped {
    entries: Vec<FileSystemEntry>,
    files: Vec<File>,
}

impl Dropped {
    /// What a drop holds; `None` when it holds no file.
    pub fn of(data: &DataTransfer) -> Option<Self> {
        let items = data.items();
        let entries: Vec<FileSystemEntry> = (0..items.length())
            .filter_map(|index| items.get(index))
            .filter(|item| item.kind() == "file")
            .filter_map(|item| item.webkit_get_as_entry().ok().flatten())
            .collect();
        let list = data.files()?;
        let files: Vec<File> = (0..list.length()).filter_map(|index| list.item(index)).collect();
        (!files.is_empty() || !entries.is_empty()).then_some(Self { entries, files })
    }

    /// Every file, those in folders too, and how many more than are taken.
    pub async fn files(self) -> (Vec<Handle>, usize) {
        let mut found = Vec::new();
        if self.entries.iter().any(FileSystemEntry::is_directory) {
            let mut waiting: Vec<(FileSystemEntry, usize)> =
                self.entries.into_iter().rev().map(|entry| (entry, 0)).collect();
            while let Some((entry, depth)) = waiting.pop() {
                if found.len() > MOST_FILES {
                    break;
                }
                match entry.dyn_into::<FileSystemDirectoryEntry>() {
                    Ok(folder) if depth < DEEPEST => {
                        waiting
                            .extend(inside(&folder).await.into_iter().rev().map(|entry| (entry, depth + 1)));
                    }
                    Ok(_) => {}
                    Err(entry) => found.extend(file_of(entry).await.filter(|file| !is_hidden(file))),
                }
            }
        } else {
            found = self.files;
        }
        let more = found.len().saturating_sub(MOST_FILES);
        (found.into_iter().take(MOST_FILES).map(Handle::new).collect(), more)
    }
}

/// Files that systems put into folders for themselves: `.DS_Store`.
fn is_hidden(file: &File) -> bool {
    file.name().starts_with('.') || file.name() == "Thumbs.db"
}

async fn inside(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut found = Vec::new();
    // A reader hands out about a hundred entries at a time, and none at the end.
    while found.len() <= MOST_FILES {
        let part = answer(|done, failed| {
            let _ = reader.read_entries_with_callback_and_callback(done, failed);
        })
        .await;
        let part: Vec<FileSystemEntry> = part
            .and_then(|part| part.dyn_into::<Array>().ok())
            .map(|part| part.iter().filter_map(|entry| entry.dyn_into().ok()).collect())
            .unwrap_or_default();
        if part.is_empty() {
            break;
        }
        found.extend(part);
    }
    found
}

async fn file_of(entry: FileSystemEntry) -> Option<File> {
    let entry = entry.dyn_into::<FileSystemFileEntry>().ok()?;
    answer(|done, failed| entry.file_with_callback_and_callback(done, failed)).await?.dyn_into().ok()
}

/// What something answers that calls one function when it is done and another when it failed.
async fn answer(mut ask: impl FnMut(&Function, &Function)) -> Option<JsValue> {
    let promise = Promise::new(&mut |done, failed| ask(&done, &failed));
    JsFuture::from(promise).await.ok()
}
