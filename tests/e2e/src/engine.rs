//! Where the site, the browser and its driver are: `cargo xtask test` says so in the environment.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One browser for each engine that readers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, Chrome, Edge.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, through WebKitGTK's small browser.
    Webkit,
}

/// What the tests are run with.
#[derive(Debug)]
pub struct Setting {
    /// The folder of the built site.
    pub dist: PathBuf,
    /// Which engine.
    pub engine: Engine,
    /// The browser's program.
    pub browser: PathBuf,
    /// The program that drives it.
    pub driver: PathBuf,
    /// The script of axe-core.
    pub axe: PathBuf,
}

impl Setting {
    /// The setting of this run.
    ///
    /// # Panics
    /// When the environment does not say where things are.
    pub fn get() -> &'static Self {
        static SETTING: OnceLock<Setting> = OnceLock::new();
        SETTING.get_or_init(|| {
            let path = |name: &str| PathBuf::from(said(name));
            let engine = match said("PRESSMARK_BROWSER").as_str() {
                "chromium" => Engine::Chromium,
                "firefox" => Engine::Firefox,
                "webkit" => Engine::Webkit,
                other => panic!("`{other}` is none of the browsers: chromium, firefox, webkit."),
            };
            Self {
                dist: path("PRESSMARK_DIST"),
                engine,
                browser: path("PRESSMARK_BROWSER_PATH"),
                driver: path("PRESSMARK_DRIVER_PATH"),
                axe: path("PRESSMARK_AXE"),
            }
        })
    }
}

fn said(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set. The browser tests need the built page: run `cargo xtask test`.")
    })
}

/// The top folder of the sources.
///
/// # Panics
/// Never, as long as this crate lies two folders below it.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("tests/e2e lies two folders down")
}
