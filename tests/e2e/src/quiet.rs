//! What a page must not do: complain in the console, or ask another site for anything.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;

/// Runs before the page where the driver tells neither console nor requests, and writes both down for the
/// whole visit, over every reload: errors, warnings, what the policy refused, and what was loaded.
pub(crate) const WATCH: &str = "{
    const key = 'watch', read = () => { try { return JSON.parse(sessionStorage.getItem(key)) ?? {}; } catch { return {}; } };
    const kept = { said: [], asked: [], ...read() };
    const note = (list, words) => {
        kept[list].push(String(words));
        try { sessionStorage.setItem(key, JSON.stringify(kept)); } catch {}
    };
    // Firefox ends what is still being loaded when a page is left, and tells that page: nobody sees it any more. So
    // what was not loaded is noted a little later, if the page is still there.
    const waiting = new Set();
    const unless_left = words => {
        const timer = setTimeout(() => { waiting.delete(timer); note('said', words); }, 300);
        waiting.add(timer);
    };
    addEventListener('pagehide', () => waiting.forEach(clearTimeout));
    for (const level of ['error', 'warn']) {
        const say = console[level];
        console[level] = (...words) => {
            const all = words.join(' ');
            if (all.includes('could not be loaded')) unless_left(all); else note('said', all);
            say.apply(console, words);
        };
    }
    addEventListener('error', it => {
        if (it.message === undefined) unless_left(`could not load ${it.target?.src ?? it.target?.href}`);
        else note('said', it.message);
    }, true);
    addEventListener('unhandledrejection', it => note('said', it.reason));
    addEventListener('securitypolicyviolation', it => {
        note('said', `refused by ${it.violatedDirective}: ${it.blockedURI}`);
        if (/^[a-z]+:/.test(it.blockedURI)) note('asked', it.blockedURI);
    });
    new PerformanceObserver(list => list.getEntries().forEach(it => note('asked', it.name))).observe({ type: 'resource', buffered: true });
    window.pressmarkWatch = list => {
        const told = kept[list];
        kept[list] = [];
        try { sessionStorage.setItem(key, JSON.stringify(kept)); } catch {}
        return told;
    };
}
";

/// The address in an entry of Chromium's log of the network, if it tells of a request.
fn requested(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let message = &message["message"];
    let parameters = &message["params"];
    let address = match message["method"].as_str()? {
        "Network.requestWillBeSent" => &parameters["request"]["url"],
        "Network.webSocketCreated" | "Network.webTransportCreated" => &parameters["url"],
        _ => return None,
    };
    Some(address.as_str()?.to_owned())
}

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

    /// What the console holds since it was last asked: Chromium's driver tells, elsewhere the [`WATCH`] does.
    pub fn complaints(&self) -> Vec<String> {
        if self.engine() != Engine::Chromium {
            return self.watched("said");
        }
        let is_bad = |entry: &&Value| entry["level"] == "SEVERE" || entry["level"] == "WARNING";
        let entries = self.log("browser");
        entries
            .iter()
            .filter(is_bad)
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The addresses of all requests since this was last asked, as far as they leave the page's origin:
    /// Chromium's driver tells each one, sockets included, elsewhere the [`WATCH`] does.
    pub fn foreign_requests(&self) -> Vec<String> {
        let asked: Vec<String> = if self.engine() == Engine::Chromium {
            self.log("performance").iter().filter_map(requested).collect()
        } else {
            self.watched("asked")
        };
        // What a page makes itself is no request: it never leaves the browser.
        let made = ["data:", "blob:", "about:", "chrome:"];
        // With the slash, or port 80 would stand for port 8080 as well.
        let origin = format!("{}/", self.server.origin);
        let own = |url: &String| {
            url.starts_with(&origin)
                || url.starts_with(&self.address)
                || made.iter().any(|it| url.starts_with(it))
        };
        asked.into_iter().filter(|url| !own(url)).collect()
    }

    /// What the [`WATCH`] has written down; nothing where it does not run, which is in the single file.
    fn watched(&self, what: &str) -> Vec<String> {
        let body =
            "const [what] = arguments, loaded = performance.getEntriesByType('resource').map(it => it.name);
                    return window.pressmarkWatch ? pressmarkWatch(what) : what === 'asked' ? loaded : []";
        let list = self.script(body, &[json!(what)]);
        list.as_array().into_iter().flatten().filter_map(|it| Some(it.as_str()?.to_owned())).collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        if self.engine() != Engine::Chromium {
            return Vec::new();
        }
        self.session.post("se/log", &json!({ "type": kind })).as_array().cloned().unwrap_or_default()
    }
}
