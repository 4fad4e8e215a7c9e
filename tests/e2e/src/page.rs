//! The page as a reader meets it: opening screens, pressing, typing, looking.

use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::engine::{Engine, Setting};
use crate::server::Server;
use crate::session::{Element, Session};

/// An open page.
pub struct Page {
    /// The browser.
    pub session: Session,
    /// What serves the page.
    pub server: Server,
    pub(crate) address: String,
    pub(crate) downloads: PathBuf,
    pub(crate) is_phone: bool,
}

impl Page {
    pub(crate) fn new(
        session: Session,
        server: Server,
        address: String,
        downloads: PathBuf,
        is_phone: bool,
    ) -> Self {
        Self { session, server, address, downloads, is_phone }
    }

    /// Which engine shows it.
    pub fn engine(&self) -> Engine {
        Setting::get().engine
    }

    /// Opens a screen, such as `#/settings`, as somebody does who types the address.
    pub fn open(&self, screen: &str) {
        let address = format!("{}{screen}", self.address);
        let before = self.session.get("url");
        self.session.post("url", &json!({ "url": address }));
        // An address that differs only behind `#` does not load the page again.
        if before.as_str().is_some_and(|before| before.starts_with(&self.address)) {
            self.session.post("refresh", &json!({}));
        }
        self.wait_ready();
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.session.post("refresh", &json!({}));
        self.wait_ready();
    }

    /// Opens a second window, still empty; this one and that one, for [`Page::switch`].
    #[must_use]
    pub fn second_window(&self) -> (Value, Value) {
        let first = self.session.get("window");
        let second = self.session.post("window/new", &json!({ "type": "tab" }))["handle"].clone();
        (first, second)
    }

    /// What follows happens in this window.
    pub fn switch(&self, window: &Value) {
        self.session.post("window", &json!({ "handle": window }));
    }

    /// Waits until the screen can be used.
    pub fn wait_ready(&self) {
        let is_ready = "return document.documentElement.dataset.ready === 'true'";
        self.session.until("the screen can be used", is_ready, &[]);
        self.catch_downloads();
    }

    /// Waits until something that matches the selector is on the page.
    pub fn wait_for(&self, selector: &str) -> Element {
        let find = "return document.querySelector(arguments[0])";
        let found = self.session.until(selector, find, &[json!(selector)]);
        Element::from_json(&found).unwrap_or_else(|| panic!("{selector} is an element"))
    }

    /// Waits until nothing matches the selector.
    pub fn wait_gone(&self, selector: &str) {
        let is_gone = "return !document.querySelector(arguments[0])";
        self.session.until(&format!("no {selector}"), is_gone, &[json!(selector)]);
    }

    /// Waits until the text of what matches the selector holds these words.
    pub fn wait_words(&self, selector: &str, words: &str) {
        let says = "return [...document.querySelectorAll(arguments[0])].some(it => it.textContent.includes(arguments[1]))";
        let what = format!("{selector} says “{words}”; it says “{}”", self.words(selector));
        self.session.until(&what, says, &[json!(selector), json!(words)]);
    }

    /// The text of everything that matches the selector; empty when nothing does.
    pub fn words(&self, selector: &str) -> String {
        let text = "return [...document.querySelectorAll(arguments[0])].map(it => it.textContent.trim()).join(' | ')";
        self.script(text, &[json!(selector)]).as_str().unwrap_or_default().to_owned()
    }

    /// Runs the body of a function in the page.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Value {
        self.session.script(body, arguments)
    }

    /// A script's answer as a number.
    pub fn number(&self, body: &str) -> f64 {
        let answer = self.script(body, &[]);
        answer.as_f64().unwrap_or_else(|| panic!("{body} is no number: {answer}"))
    }

    /// Everything that the program keeps in local storage, as JSON with its keys in order; but for where the
    /// reader was, which is kept a little later and is no work.
    pub fn stored(&self) -> Value {
        self.script(
            "return Object.fromEntries(Object.keys(localStorage).filter(key => key.startsWith('pressmark/') && !key.startsWith('pressmark/place/')).sort().map(key => [key, localStorage.getItem(key)]))",
            &[],
        )
    }

    /// What the page says of saving, once it is no longer under way: the word of the stable hook. A slow disk may
    /// first be told as `partly`, so anything but `saved` must last for a while.
    pub fn save_state(&self) -> String {
        let word = "return document.querySelector('[data-save-state]').dataset.saveState";
        let begun = Instant::now();
        loop {
            let said = self.script(word, &[]).as_str().unwrap_or_default().to_owned();
            let lasts = begun.elapsed() > Duration::from_secs(if said == "saving" { 15 } else { 4 });
            if said == "saved" || lasts {
                return said;
            }
            sleep(Duration::from_millis(15));
        }
    }

    /// The lines of the journal, as the browser has them on the disk: each a list of key, time and value.
    pub fn journal(&self) -> Vec<Value> {
        let lines = self.in_journal("const all = store.getAll(); await ended(all); return all.result");
        lines.as_array().cloned().unwrap_or_default()
    }

    /// Does something to the journal behind the page's back: `body` has the object `store`, and `ended` to wait
    /// for a request.
    pub fn in_journal(&self, body: &str) -> Value {
        let script = format!(
            "const ended = it => new Promise((kept, broken) => {{ it.onsuccess = kept; it.onerror = broken; }});
             const opening = indexedDB.open('pressmark'); await ended(opening);
             const store = opening.result.transaction('journal', 'readwrite').objectStore('journal');
             try {{ {body} }} finally {{ opening.result.close(); }}"
        );
        self.session.script_later(&script, &[])
    }

    /// Gives the window another size (CSS pixels of the page).
    ///
    /// Chromium is told the size of the page itself; the others have windows with borders, so they are
    /// made larger by as much as is missing, as far as they let themselves be made narrow.
    pub fn resize(&self, width: u32, height: u32) {
        if self.engine() == Engine::Chromium {
            let size =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": self.is_phone });
            self.session.chromium("Emulation.setDeviceMetricsOverride", &size);
            return;
        }
        let set = |width: u32, height: u32| {
            self.session.post("window/rect", &json!({ "width": width, "height": height }));
        };
        set(width, height);
        let missing = |body: &str, wanted: u32| {
            let border = f64::from(wanted) - self.number(body);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small border")]
            let border = border.clamp(0.0, 300.0) as u32;
            border
        };
        let borders = (missing("return innerWidth", width), missing("return innerHeight", height));
        set(width + borders.0, height + borders.1);
    }

    /// The width and the height of the page (CSS pixels).
    pub fn size(&self) -> (f64, f64) {
        (self.number("return innerWidth"), self.number("return innerHeight"))
    }

    /// Whether the page can be scrolled sideways, which it never should.
    pub fn scrolls_sideways(&self) -> bool {
        self.number("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            > 0.0
    }
}
