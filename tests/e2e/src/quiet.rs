//! What a page must not do: complain in the console, or ask another site for anything.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;

impl Page {
    /// Fails when the console holds an error or a warning, or a request left the page's own origin.
    ///
    /// # Panics
    /// When the page was not quiet.
    pub fn must_have_been_quiet(&self) {
        let complaints = self.complaints();
        assert!(complaints.is_empty(), "The console is not empty: {complaints:#?}");
        let foreign = self.foreign_requests();
        assert!(foreign.is_empty(), "The page asked other sites: {foreign:#?}");
    }

    /// What the console holds, since it was last asked. Only Chromium's driver tells.
    pub fn complaints(&self) -> Vec<String> {
        let is_bad = |entry: &&Value| entry["level"] == "SEVERE" || entry["level"] == "WARNING";
        let entries = self.log("browser");
        entries
            .iter()
            .filter(is_bad)
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The addresses of all requests since this was last asked, as far as they leave the page's origin.
    ///
    /// Chromium's driver tells each request; elsewhere the page's own list of what it loaded is read.
    pub fn foreign_requests(&self) -> Vec<String> {
        let asked: Vec<String> = if self.engine() == Engine::Chromium {
            let requested = |entry: &Value| {
                let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
                let message = &message["message"];
                let is_request = message["method"] == "Network.requestWillBeSent";
                message["params"]["request"]["url"].as_str().filter(|_| is_request).map(ToOwned::to_owned)
            };
            self.log("performance").iter().filter_map(requested).collect()
        } else {
            let loaded =
                self.script("return performance.getEntriesByType('resource').map(it => it.name)", &[]);
            loaded.as_array().into_iter().flatten().filter_map(|it| Some(it.as_str()?.to_owned())).collect()
        };
        // What a page makes itself is no request: it never leaves the browser.
        let made = ["data:", "blob:", "about:", "chrome:"];
        let own = |url: &String| {
            url.starts_with(&self.server.origin)
                || url.starts_with(&self.address)
                || made.iter().any(|it| url.starts_with(it))
        };
        asked.into_iter().filter(|url| !own(url)).collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        if self.engine() != Engine::Chromium {
            return Vec::new();
        }
        self.session.post("se/log", &json!({ "type": kind })).as_array().cloned().unwrap_or_default()
    }
}
