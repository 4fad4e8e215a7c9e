//! Presses keys, as a keyboard does: on whatever has the focus.

use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// Presses keys one after another, each written as in `j`, `ArrowDown`, `Shift+U` or `Control+z`.
    pub fn keys(&self, keys: &[&str]) {
        let presses: Vec<Value> = keys.iter().flat_map(|key| strokes(key)).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": presses });
        self.session.post("actions", &json!({ "actions": [keyboard] }));
    }

    /// Presses a key.
    pub fn key(&self, key: &str) {
        self.keys(&[key]);
    }

    /// Types words on whatever has the focus.
    pub fn type_words(&self, words: &str) {
        let letters: Vec<String> = words.chars().map(String::from).collect();
        self.keys(&letters.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

fn strokes(key: &str) -> Vec<Value> {
    // A plus alone is a key; elsewhere it joins.
    let parts: Vec<&str> = if key == "+" { vec![key] } else { key.split('+').collect() };
    let down = parts.iter().map(|part| json!({ "type": "keyDown", "value": value(part) }));
    let up = parts.iter().rev().map(|part| json!({ "type": "keyUp", "value": value(part) }));
    down.chain(up).collect()
}

/// The characters by which the WebDriver specification names keys (17.4.2).
fn value(key: &str) -> String {
    let named = match key {
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        other => return other.to_owned(),
    };
    named.to_string()
}
