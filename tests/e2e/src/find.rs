//! Finds controls by role and accessible name, as assistive technology does, and uses them.

use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use crate::page::Page;
use crate::session::Element;

/// Which elements can have a role, before the browser is asked what role they have.
fn candidates(role: &str) -> &'static str {
    match role {
        "button" => "button, [role=button]",
        "link" => "a[href]",
        "menuitem" => "[role=menuitem]",
        "textbox" => "textarea, input:not([type]), input[type=text]",
        "radio" => "input[type=radio]",
        "combobox" => "select",
        "checkbox" => "input[type=checkbox]",
        "slider" => "[role=slider]",
        "dialog" => "dialog[open]",
        _ => panic!("no test has asked for a {role} yet"),
    }
}

/// Those on screen whose words hold the name; a dialog over the page hides what lies below it.
const LIKELY: &str = "
    const [selector, name] = arguments;
    const over = [...document.querySelectorAll('dialog[open]')].pop();
    const words = it => [it.textContent, it.getAttribute('aria-label') ?? '', ...[...it.labels ?? []].map(label => label.textContent),
        ...(it.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '')].join(' ');
    const all = over ? [...(over.matches(selector) ? [over] : []), ...over.querySelectorAll(selector)] : [...document.querySelectorAll(selector)];
    const close = words => words.replaceAll(/\\s+/g, '');
    return all.filter(it => it.getClientRects().length > 0 && close(words(it)).includes(close(name)));";

impl Page {
    /// The control with this role and this accessible name, once it is there.
    ///
    /// # Panics
    /// When it does not come.
    pub fn find(&self, role: &str, name: &str) -> Element {
        let start = std::time::Instant::now();
        loop {
            if let Some(found) = self.look_for(role, name) {
                return found;
            }
            let body = "return document.body.innerText";
            assert!(
                start.elapsed() < crate::session::PATIENCE,
                "There is no {role} “{name}”. The page says: {}",
                self.script(body, &[])
            );
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
    }

    /// The control with this role and this accessible name, if it is there now.
    pub fn look_for(&self, role: &str, name: &str) -> Option<Element> {
        let found = self.script(LIKELY, &[json!(candidates(role)), json!(name)]);
        let likely = found.as_array().into_iter().flatten().filter_map(Element::from_json);
        likely.into_iter().find(|it| self.name_of(it) == name && self.role_of(it) == role)
    }

    /// The accessible name that the browser computes; empty when the element is gone again.
    pub fn name_of(&self, element: &Element) -> String {
        self.asked(element, "computedlabel")
    }

    fn role_of(&self, element: &Element) -> String {
        self.asked(element, "computedrole")
    }

    fn asked(&self, element: &Element, what: &str) -> String {
        let answer = self.session.try_get(&format!("element/{}/{what}", element.0));
        let answer = answer.unwrap_or(Value::Null);
        answer.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Presses a button, by mouse or, on a phone, with a finger.
    pub fn press_button(&self, name: &str) {
        self.click(&self.find("button", name));
    }

    /// Follows a link.
    pub fn follow(&self, name: &str) {
        self.click(&self.find("link", name));
    }

    /// Chooses from an open menu.
    pub fn choose(&self, name: &str) {
        self.click(&self.find("menuitem", name));
    }

    /// Clicks, or taps, in the middle of an element; what covers the element gets the click instead.
    pub fn click(&self, element: &Element) {
        // To the middle, as a reader scrolls; at an edge the top line could lie over it.
        let middle = "const to = { block: 'center', behavior: 'instant' }; if (!arguments[0].closest('.pm-bar, .pm-top, dialog')) arguments[0].scrollIntoView(to)";
        self.script(middle, &[element.json()]);
        if !self.is_phone {
            let path = format!("element/{}/click", element.0);
            // A smooth scroll that is still under way can carry the element below the top line, or away, once more.
            let mut refusal = self.session.try_post(&path, &json!({})).err().map(|why| why.to_string());
            for _ in 0..20 {
                let Some(why) = &refusal else { return };
                let is_passing = ["click intercepted", "not interactable"].iter().any(|it| why.contains(it));
                assert!(is_passing, "{path}: {why}");
                sleep(Duration::from_millis(100));
                self.script(middle, &[element.json()]);
                refusal = self.session.try_post(&path, &json!({})).err().map(|why| why.to_string());
            }
            assert_eq!(refusal, None, "{path}");
            return;
        }
        let to = json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element.json() });
        let actions =
            json!([to, { "type": "pointerDown", "button": 0 }, { "type": "pointerUp", "button": 0 }]);
        let finger = json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": actions });
        self.session.post("actions", &json!({ "actions": [finger] }));
    }

    /// Types into a field, in place of what stands there.
    pub fn fill(&self, name: &str, words: &str) {
        let field = self.find("textbox", name);
        self.session.post(&format!("element/{}/clear", field.0), &json!({}));
        self.type_into(&field, words);
    }

    /// Types into a field, after what stands there.
    pub fn type_into(&self, field: &Element, words: &str) {
        self.session.post(&format!("element/{}/value", field.0), &json!({ "text": words }));
    }

    /// Pastes into a field, in place of what stands there: all of it at once, as the browser does.
    pub fn paste(&self, name: &str, words: &str) {
        let field = self.find("textbox", name);
        self.script(
            "const [field, words] = arguments; field.focus(); field.value = words;
             field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))",
            &[field.json(), json!(words)],
        );
    }
}
