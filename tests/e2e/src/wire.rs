//! The WebDriver protocol: one command is one HTTP request, with JSON there and back.
//!
//! It is spoken plainly and without an asynchronous runtime, so that a test reads as what a reader does.

use std::fmt;
use std::time::Duration;

use serde_json::Value;
use ureq::Agent;

/// Where a driver listens.
pub struct Wire {
    agent: Agent,
    base: String,
}

/// Why the driver did not do as it was told.
#[derive(Debug)]
pub struct Refusal {
    /// The error code of the WebDriver specification; empty when the driver was not reached.
    pub code: String,
    message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

/// A page of 10,000 sentences told in JSON is larger than what the client reads of its own accord.
const MOST: u64 = 512_000_000;

impl Wire {
    /// Speaks to the driver on a port of this machine.
    pub fn new(port: u16) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build();
        Self { agent: config.new_agent(), base: format!("http://127.0.0.1:{port}") }
    }

    /// Asks.
    pub fn get(&self, path: &str) -> Result<Value, Refusal> {
        answer(self.agent.get(self.address(path)).call())
    }

    /// Commands.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, Refusal> {
        let request = self.agent.post(self.address(path)).content_type("application/json; charset=utf-8");
        answer(request.send(body.to_string()))
    }

    /// Ends.
    pub fn delete(&self, path: &str) -> Result<Value, Refusal> {
        answer(self.agent.delete(self.address(path)).call())
    }

    fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }
}

fn answer(response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, Refusal> {
    let lost = |error: ureq::Error| Refusal { code: String::new(), message: error.to_string() };
    let mut response = response.map_err(lost)?;
    let text = response.body_mut().with_config().limit(MOST).read_to_string().map_err(lost)?;
    let mut answer: Value = serde_json::from_str(&text).map_err(|_| Refusal {
        code: String::new(),
        message: format!("This is no answer of a driver: {text}"),
    })?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(code) => {
            let message = value["message"].as_str().unwrap_or_default().to_owned();
            Err(Refusal { code: code.to_owned(), message })
        }
        None => Ok(value),
    }
}
