//! The list of keys on the help screen, from the one table of keys.

use pressmark::annotation::Codebook;
use yew::{Html, html};

use crate::app::keys::ROWS;

/// Every key and what it does.
pub fn keymap(codebook: &Codebook) -> Html {
    let entry = |keys: Vec<String>, words: String| {
        html! {
            <>
                <dt>{ for keys.into_iter().map(|key| html! { <kbd class="pm-key">{ key }</kbd> }) }</dt>
                <dd>{ words }</dd>
            </>
        }
    };
    let labels = || {
        let names: Vec<String> = codebook.labels.iter().map(|label| label.name.to_lowercase()).collect();
        let letters: Vec<String> =
            codebook.labels.iter().filter_map(|l| Some(l.letter?.to_ascii_uppercase().to_string())).collect();
        let also = if letters.is_empty() { String::new() } else { format!(" (also {})", letters.join(", ")) };
        entry(
            codebook.labels.iter().map(|label| label.key.to_string()).collect(),
            format!("{}{also}", names.join(", ")),
        )
    };
    html! {
        <dl class="pm-keys">
            for row in ROWS {
                if row.command.is_none() {
                    { labels() }
                } else if row.also.is_empty() {
                    { entry(row.keys.iter().map(ToString::to_string).collect(), row.words.to_owned()) }
                } else {
                    { entry(row.keys.iter().map(ToString::to_string).collect(), format!("{} (also {})", row.words, row.also)) }
                }
            }
        </dl>
    }
}
