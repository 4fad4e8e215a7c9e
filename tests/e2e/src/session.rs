//! A browser with a fresh profile, as its driver shows it: navigation, scripts, elements, pictures.

use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::capabilities::capabilities;
use crate::driver::Driver;
use crate::engine::Setting;
use crate::picture::decoded;
use crate::wire::{Refusal, Wire};

/// How the WebDriver specification marks an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long the page may take for anything.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// An element of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(pub(crate) String);

impl Element {
    /// The element as the argument of a script.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        Some(Self(value[ELEMENT].as_str()?.to_owned()))
    }
}

/// How a browser is started.
pub struct Start {
    /// The folder of its profile.
    pub profile: PathBuf,
    /// The folder of its downloads.
    pub downloads: PathBuf,
    /// The size of its window.
    pub size: (u32, u32),
    /// Whether it is a phone.
    pub is_phone: bool,
    /// Whether the driver records what the console and the network say.
    pub is_recorded: bool,
}

/// A browser's session; it ends when it is dropped.
pub struct Session {
    wire: Wire,
    path: String,
    /// What the driver says of the browser.
    pub capabilities: Value,
    _driver: Driver,
}

impl Session {
    /// Starts the browser.
    ///
    /// # Panics
    /// When the driver refuses.
    #[must_use]
    pub fn start(setting: &Setting, start: &Start) -> Self {
        let driver = Driver::start(setting);
        let wire = Wire::new(driver.port);
        let wanted = capabilities(setting, start);
        let answer = wire.post("session", &json!({ "capabilities": { "alwaysMatch": wanted } }));
        let mut answer = answer.unwrap_or_else(|why| panic!("The browser does not start. {why}"));
        let path = format!("session/{}", answer["sessionId"].as_str().expect("a session has an id"));
        Self { wire, path, capabilities: answer["capabilities"].take(), _driver: driver }
    }

    /// A command, and what it answers or why it is refused.
    ///
    /// # Errors
    /// What the driver says against it.
    pub fn try_post(&self, path: &str, body: &Value) -> Result<Value, Refusal> {
        self.wire.post(&format!("{}/{path}", self.path), body)
    }

    /// A command that must be obeyed.
    ///
    /// # Panics
    /// When it is not.
    pub fn post(&self, path: &str, body: &Value) -> Value {
        self.try_post(path, body).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    /// A question, and what is answered or why it is refused.
    ///
    /// # Errors
    /// What the driver says against it.
    pub fn try_get(&self, path: &str) -> Result<Value, Refusal> {
        self.wire.get(&format!("{}/{path}", self.path))
    }

    /// A question that must be answered.
    ///
    /// # Panics
    /// When it is not.
    pub fn get(&self, path: &str) -> Value {
        self.try_get(path).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    /// Runs the body of a function in the page; `arguments` are its arguments.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Value {
        self.post("execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Runs the body of an asynchronous function in the page and waits for what it returns.
    ///
    /// # Panics
    /// When it throws.
    pub fn script_later(&self, body: &str, arguments: &[Value]) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1], given = [...arguments].slice(0, -1);
             (async function () {{ {body} }}).apply(null, given).then(it => done({{ it }}), why => done({{ why: String(why) }}));"
        );
        let mut answer = self.post("execute/async", &json!({ "script": script, "args": arguments }));
        assert!(answer["why"].is_null(), "A script failed: {}", answer["why"]);
        answer["it"].take()
    }

    /// A command of Chromium's own protocol.
    pub fn chromium(&self, command: &str, parameters: &Value) -> Value {
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Waits until a script answers with something true, and gives that.
    ///
    /// # Panics
    /// When it takes too long.
    pub fn until(&self, what: &str, body: &str, arguments: &[Value]) -> Value {
        let start = Instant::now();
        loop {
            // While the page is being replaced a script may be refused.
            let answer = self.try_post("execute/sync", &json!({ "script": body, "args": arguments }));
            match answer {
                Ok(it) if !matches!(it, Value::Null | Value::Bool(false)) => return it,
                last => {
                    let last = last.map_or_else(|why| why.to_string(), |it| it.to_string());
                    assert!(start.elapsed() < PATIENCE, "Waited in vain: {what}. The last answer: {last}");
                }
            }
            sleep(Duration::from_millis(15));
        }
    }

    /// A picture of the window, as PNG.
    ///
    /// # Panics
    /// When the driver's answer is no base64.
    pub fn picture(&self) -> Vec<u8> {
        let text = self.get("screenshot");
        decoded(text.as_str().expect("a picture is a text"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser whose driver does not answer any more would stay; it is ended by its own number.
        if self.wire.delete(&self.path).is_err() {
            let number =
                ["goog:processID", "moz:processID"].iter().find_map(|it| self.capabilities[it].as_u64());
            if let Some(number) = number {
                let _ = Command::new("kill").arg(number.to_string()).status();
            }
        }
    }
}
