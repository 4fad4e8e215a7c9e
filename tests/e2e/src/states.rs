//! What the page says of its sentences, read from the stable hooks.

use serde_json::{Value, json};

use crate::page::Page;

/// A sentence as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its number, from 1.
    pub number: usize,
    /// Its labels, space-separated.
    pub labels: String,
    /// `open`, `labelled`, `none` or `unsure`.
    pub state: String,
    /// Whether it is the current one.
    pub is_current: bool,
    /// Its text.
    pub text: String,
}

impl Page {
    /// All sentences on the page.
    pub fn sentences(&self) -> Vec<Sentence> {
        let all = self.script(
            "return [...document.querySelectorAll('[data-sentence]')].map(it => [it.dataset.sentence, it.dataset.labels, it.dataset.state,
                it.getAttribute('aria-current') === 'true', it.textContent])",
            &[],
        );
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let read = |it: &Value| Sentence {
            number: text(&it[0]).parse().expect("a sentence has a number"),
            labels: text(&it[1]),
            state: text(&it[2]),
            is_current: it[3] == json!(true),
            text: text(&it[4]),
        };
        all.as_array().into_iter().flatten().map(read).collect()
    }

    /// State and labels of each sentence, as in `labelled: claim actor`: what a test compares.
    pub fn states(&self) -> Vec<String> {
        self.sentences()
            .iter()
            .map(|it| format!("{}: {}", it.state, it.labels).trim_end().to_owned())
            .collect()
    }

    /// The number of the current sentence; 0 when there is none.
    pub fn current(&self) -> usize {
        let sentences = self.sentences();
        let current: Vec<usize> = sentences.iter().filter(|it| it.is_current).map(|it| it.number).collect();
        assert!(current.len() <= 1, "one sentence is current: {current:?}");
        current.first().copied().unwrap_or(0)
    }

    /// Waits until this sentence is the current one.
    pub fn wait_current(&self, number: usize) {
        let is_current = "return document.querySelector('[data-sentence][aria-current=true]')?.dataset.sentence === arguments[0]";
        self.session.until(
            &format!("sentence {number} is current"),
            is_current,
            &[json!(number.to_string())],
        );
    }

    /// Waits until a sentence has this state and these labels.
    pub fn wait_state(&self, number: usize, state: &str, labels: &str) {
        let has = "const it = document.querySelector(`[data-sentence='${arguments[0]}']`); return it?.dataset.state === arguments[1] && it.dataset.labels === arguments[2]";
        let what = format!("sentence {number} is {state} {labels}; the page has {:?}", self.states());
        self.session.until(&what, has, &[json!(number), json!(state), json!(labels)]);
    }

    /// The words of the last change.
    pub fn last_change(&self) -> String {
        self.words(".pm-last")
    }

    /// The cells of the colour bar: the first sentence of each, and its state.
    pub fn cells(&self) -> Vec<(usize, String)> {
        let all = self.script(
            "return [...document.querySelectorAll('[data-minimap] [data-cell]')].map(it => [Number(it.dataset.cell), it.dataset.state])",
            &[],
        );
        let read = |it: &Value| {
            let number = it[0].as_u64().and_then(|number| usize::try_from(number).ok());
            (number.expect("a cell has a number"), it[1].as_str().unwrap_or_default().to_owned())
        };
        all.as_array().into_iter().flatten().map(read).collect()
    }
}
