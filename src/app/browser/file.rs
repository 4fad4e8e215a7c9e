//! Files in and out: read what was picked or dropped, save what was made.

use super::crossing;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, File, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};

/// A file that a reader picked or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub content: Result<Vec<u8>, Unread>,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than is read: its size in millions of bytes.
    TooLarge(u64),
    /// It is the first of those that were left, after so many that were taken.
    Left(usize),
}

/// The largest file that is read (bytes).
const LARGEST: f64 = 64_000_000.0;
/// How many files are taken at once.
pub const MOST_FILES: usize = 200;
/// How much of them together is held in memory at once (bytes).
const MOST_BYTES: f64 = 100_000_000.0;

/// Offers a text to be saved as a file.
pub fn save(name: &str, media_type: &str, text: &str) {
    let Some(parts) = crossing::out(&[text]) else { return };
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser reads the address after the click; it is let go a minute later.
    super::clock::after(60_000, move || drop(Url::revoke_object_url(&address))).forget();
}

/// Reads the files of a file input, then calls `then` with all of them; the input can pick the same again.
pub fn from_input(event: &yew::Event, then: impl FnOnce(Vec<Picked>) + 'static) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        if let Some(files) = input.files() {
            read_all(&files, then);
        }
        input.set_value("");
    }
}

/// Reads the files that were dropped; `false` when there are none.
pub fn from_drop(data: &DataTransfer, then: impl FnOnce(Vec<Picked>) + 'static) -> bool {
    match data.files().filter(|files| files.length() > 0) {
        Some(files) => {
            read_all(&files, then);
            true
        }
        None => false,
    }
}

/// Reads files one after the other, until there are too many or too much; the first that is left says so.
fn read_all(files: &FileList, then: impl FnOnce(Vec<Picked>) + 'static) {
    let most = u32::try_from(MOST_FILES + 1).unwrap_or(u32::MAX);
    let files: Vec<File> = (0..files.length().min(most)).filter_map(|index| files.item(index)).collect();
    spawn_local(async move {
        let (mut picked, mut total) = (Vec::new(), 0.0);
        for file in files {
            let (name, size, taken) = (file.name(), file.size(), picked.len());
            let is_taken = taken < MOST_FILES && (total + size <= MOST_BYTES || size > LARGEST);
            let content = match is_taken {
                false => Err(Unread::Left(taken)),
                true if size > LARGEST => Err(Unread::TooLarge(megabytes(size))),
                true => Ok(bytes(&file).await),
            };
            total += content.as_ref().map_or(0.0, |_| size);
            picked.push(Picked { name, content });
            if !is_taken {
                break;
            }
        }
        then(picked);
    });
}

fn megabytes(size: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size is whole and not negative"
    )]
    let bytes = size as u64;
    bytes.div_ceil(1_000_000)
}

async fn bytes(file: &File) -> Vec<u8> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default()
}
