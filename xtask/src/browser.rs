//! The browsers that the tests can drive: where they are, and how they are installed where they are missing.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, bail};

use crate::install::{apt, cargo_program};
use crate::project::Project;
use crate::run::find_program;

/// One browser for each engine that readers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    Webkit,
}

/// A browser and the program that drives it.
pub struct Pair {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

impl Browser {
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Finds the browser and its driver, and installs what is missing.
    pub fn ready(self, project: &Project) -> Result<Pair> {
        if self.find(project).is_none() {
            self.install(project).with_context(|| format!("The tests in {} cannot run yet.", self.name()))?;
        }
        self.find(project).with_context(|| {
            format!("{} or its driver is still not on the search path after it was installed.", self.name())
        })
    }

    fn find(self, project: &Project) -> Option<Pair> {
        let (browser, driver) = match self {
            Self::Chromium => (
                find_program(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"])?,
                find_program(&["chromedriver"])?,
            ),
            Self::Firefox => (find_program(&["firefox-esr", "firefox"])?, geckodriver(project)?),
            Self::Webkit => {
                find_program(&["xvfb-run"])?;
                (mini_browser(Path::new("/usr/lib"))?, find_program(&["WebKitWebDriver"])?)
            }
        };
        Some(Pair { browser, driver })
    }

    fn install(self, project: &Project) -> Result<()> {
        match self {
            Self::Chromium => apt(&["chromium", "chromium-driver"]),
            Self::Firefox => {
                if find_program(&["firefox-esr", "firefox"]).is_none() {
                    apt(&["firefox-esr"])?;
                }
                if geckodriver(project).is_none() {
                    cargo_program(project, "geckodriver")?;
                }
                Ok(())
            }
            Self::Webkit => apt(&["webkit2gtk-driver", "xvfb", "xauth"]),
        }
    }
}

impl FromStr for Browser {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        let all = [Self::Chromium, Self::Firefox, Self::Webkit];
        match all.into_iter().find(|it| it.name() == name) {
            Some(browser) => Ok(browser),
            None => bail!("`{name}` is none of the browsers: chromium, firefox, webkit."),
        }
    }
}

/// Debian has no package of it, so that it may be one that we built.
fn geckodriver(project: &Project) -> Option<PathBuf> {
    let built = project.tools().join("bin/geckodriver");
    find_program(&["geckodriver"]).or_else(|| built.is_file().then_some(built))
}

/// WebKit's small browser lies in a library folder, whose name has the machine's kind and a version in it.
fn mini_browser(libraries: &Path) -> Option<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    let kinds = inside(libraries).into_iter().flat_map(|kind| inside(&kind));
    let webkits =
        kinds.filter(|it| it.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")));
    webkits.map(|folder| folder.join("MiniBrowser")).rfind(|path| path.is_file())
}
