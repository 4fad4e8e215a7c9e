//! One visit: a server, a browser with a fresh profile, and the page; at its end the page must have been quiet.

use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex};

use tempfile::TempDir;

use crate::engine::{Engine, Setting};
use crate::page::Page;
use crate::quiet::WATCH;
use crate::server::Server;
use crate::session::{Session, Start};

/// How many visits run at the same time; each is a browser of several processes.
const MOST: usize = 2;

/// What kind of visit.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    size: Option<(u32, u32)>,
    is_phone: bool,
    script: Option<String>,
    profile: Option<PathBuf>,
    file_in: Option<PathBuf>,
    is_file: bool,
    page: Option<Vec<u8>>,
    folder: &'static str,
}

/// A visit with a wide window.
pub fn visit(story: impl FnOnce(&Page)) {
    Visit::default().run(story);
}

impl Visit {
    /// In a window of this size (CSS pixels).
    #[must_use]
    pub fn sized(self, width: u32, height: u32) -> Self {
        Self { size: Some((width, height)), ..self }
    }

    /// On a phone, by touch. Only Chromium's driver can be a phone; Firefox gets its narrowest window. WebKit's has
    /// no narrow one, so there the visit is left out, and says so.
    #[must_use]
    pub fn phone(self, width: u32, height: u32) -> Self {
        Self { is_phone: true, ..self.sized(width, height) }
    }

    /// With a script that runs before the page's own, as a fault of the browser would.
    #[must_use]
    pub fn with_script(self, script: &str) -> Self {
        Self { script: Some(script.to_owned()), ..self }
    }

    /// With a profile that outlives the visit.
    #[must_use]
    pub fn with_profile(self, folder: &Path) -> Self {
        Self { profile: Some(folder.to_owned()), ..self }
    }

    /// Of the single file on disk, with no server at all.
    #[must_use]
    pub fn of_the_file(self) -> Self {
        Self { is_file: true, ..self }
    }

    /// Of the single file, in a folder that outlives the visit.
    #[must_use]
    pub fn of_the_file_at(self, folder: &Path) -> Self {
        Self { file_in: Some(folder.to_owned()), ..self.of_the_file() }
    }

    /// Of this page as a file on disk, such as one that was saved.
    #[must_use]
    pub fn of_this_page(self, page: &[u8]) -> Self {
        Self { page: Some(page.to_owned()), ..self.of_the_file() }
    }

    /// In a folder below the top of the site, such as `/press`.
    #[must_use]
    pub fn in_folder(self, folder: &'static str) -> Self {
        Self { folder, ..self }
    }

    /// Runs it.
    ///
    /// # Panics
    /// When the story fails, or the page complained or asked another site for something.
    pub fn run(self, story: impl FnOnce(&Page)) {
        let setting = Setting::get();
        if self.is_phone && setting.engine == Engine::Webkit {
            println!("Left out: WebKit's driver can be no phone.");
            return;
        }
        let _turn = Turn::take();
        let home = TempDir::new().expect("a folder for the visit");
        let downloads = home.path().join("downloads");
        let profile = self.profile.clone().unwrap_or_else(|| home.path().join("profile"));
        for folder in [&downloads, &profile] {
            std::fs::create_dir_all(folder).expect("a folder for the visit");
        }
        let server = Server::start(&setting.dist);
        let address = self.address(setting, &server, home.path());
        let size = self.size.unwrap_or((1366, 768));
        let start =
            Start { profile, downloads: downloads.clone(), size, is_phone: self.is_phone, is_recorded: true };
        let page = Page::new(Session::start(setting, &start), server, address, downloads, self.is_phone);
        if !self.is_phone {
            page.resize(size.0, size.1);
        }
        story(&page);
        page.must_have_been_quiet();
    }

    /// Where the page is, after whatever must be put there.
    fn address(&self, setting: &Setting, server: &Server, home: &Path) -> String {
        let read = |name: &str| {
            let content = std::fs::read(setting.dist.join(name));
            content.unwrap_or_else(|why| panic!("{name} is not in the built site: {why}"))
        };
        if self.is_file {
            let copy = self.file_in.as_deref().unwrap_or(home).join("pressmark.html");
            let page = self.page.clone().unwrap_or_else(|| read("pressmark.html"));
            std::fs::write(&copy, page).expect("the file is copied");
            return format!("file://{}", copy.display());
        }
        if !self.folder.is_empty() {
            server.mount(self.folder);
        }
        let watch = if setting.engine == Engine::Chromium { "" } else { WATCH };
        let script = format!("{watch}{}", self.script.as_deref().unwrap_or_default());
        if !script.is_empty() {
            let page = String::from_utf8(read("index.html")).expect("the page is UTF-8");
            let page = page.replacen("</title>", "</title><script src=\"early.js\"></script>", 1);
            server.put(&format!("{}/", self.folder), page);
            server.put(&format!("{}/early.js", self.folder), script);
        }
        format!("{}{}/", server.origin, self.folder)
    }
}

/// Whether this engine's driver can do a thing; if not, the test says so in its output and ends well.
#[must_use]
pub fn only_in(engines: &[Engine], what: &str) -> bool {
    let engine = Setting::get().engine;
    let can = engines.contains(&engine);
    if !can {
        println!("Left out in {engine:?}: its driver cannot {what}.");
    }
    can
}

static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

/// A visit's turn.
struct Turn;

impl Turn {
    fn take() -> Self {
        let running = RUNNING.lock().expect("the counter is never held by a failing test");
        let mut running = ENDED.wait_while(running, |running| *running >= MOST).expect("as above");
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Ok(mut running) = RUNNING.lock() {
            *running -= 1;
        }
        ENDED.notify_one();
    }
}
