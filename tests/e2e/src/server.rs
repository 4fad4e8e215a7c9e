//! Serves the built site to this machine, with right types, and remembers every request.
//!
//! One thread and one answer a connection: a browser opens six at once and keeps them, which a pool of
//! threads can starve on, and then a test waits for ever.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::spawn;

const ISOLATED: &str =
    "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n";

/// A running server; it ends when it is dropped.
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    /// `http://127.0.0.1:<port>`.
    pub origin: String,
}

struct Shared {
    folder: PathBuf,
    has_ended: AtomicBool,
    is_isolated: bool,
    mounted: Mutex<&'static str>,
    extra: Mutex<BTreeMap<String, Vec<u8>>>,
    asked: Mutex<Vec<String>>,
    refused: Mutex<Option<&'static str>>,
}

impl Server {
    /// Serves a folder on a free port.
    ///
    /// # Panics
    /// When no port can be had.
    #[must_use]
    pub fn start(folder: &Path) -> Self {
        Self::started(folder, false)
    }

    /// Serves it as a site of its own, cut off from others, to which browsers give clocks of 5 µs.
    ///
    /// # Panics
    /// When no port can be had.
    #[must_use]
    pub fn isolated(folder: &Path) -> Self {
        Self::started(folder, true)
    }

    fn started(folder: &Path, is_isolated: bool) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().expect("its address");
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            has_ended: AtomicBool::new(false),
            is_isolated,
            mounted: Mutex::default(),
            extra: Mutex::default(),
            asked: Mutex::default(),
            refused: Mutex::default(),
        });
        let ours = Arc::clone(&shared);
        spawn(move || {
            for stream in listener.incoming().flatten() {
                if ours.has_ended.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&ours);
                // A connection that breaks off is the browser's right.
                spawn(move || drop(shared.answer(&stream)));
            }
        });
        Self { shared, address, origin: format!("http://{address}") }
    }

    /// Serves one more file, under a path that begins with `/`.
    pub fn put(&self, path: &str, content: impl Into<Vec<u8>>) {
        held(&self.shared.extra).insert(path.to_owned(), content.into());
    }

    /// Serves the site below a folder such as `/press` instead of at the top.
    pub fn mount(&self, folder: &'static str) {
        *held(&self.shared.mounted) = folder;
    }

    /// Has no files any more whose path holds these words, as after an update of the site; all again with none.
    pub fn refuse(&self, words: Option<&'static str>) {
        *held(&self.shared.refused) = words;
    }

    /// The paths that were asked for, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        held(&self.shared.asked).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.has_ended.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for connections; where that fails it has none to wait for.
        drop(TcpStream::connect(self.address));
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no thread fails while it holds this")
}

impl Shared {
    fn answer(&self, mut stream: &TcpStream) -> Result<()> {
        let mut lines = BufReader::new(stream).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        // The rest of the request says nothing that changes the answer, but must be read.
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let target = request.split(' ').nth(1).unwrap_or_default();
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if path.is_empty() {
            return Ok(());
        }
        held(&self.asked).push(path.to_owned());
        let (status, mime, content) = match self.found(path) {
            Some((mime, content)) => ("200 OK", mime, content),
            None => ("404 Not Found", "text/plain", b"There is no such file.".to_vec()),
        };
        let length = content.len();
        let isolated = if self.is_isolated { ISOLATED } else { "" };
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n{isolated}Connection: close\r\n\r\n"
        )?;
        stream.write_all(&content)
    }

    fn found(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let mime = mime_type(Path::new(&file));
        if held(&self.refused).is_some_and(|words| path.contains(words)) {
            return None;
        }
        if let Some(content) = held(&self.extra).get(path) {
            return Some((mime, content.clone()));
        }
        let below = file.strip_prefix(*held(&self.mounted))?.trim_start_matches('/');
        Some((mime, std::fs::read(self.folder.join(below)).ok()?))
    }
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
