//! Two opposite readings of a sentence, with their notes and never with a name.

use pressmark::annotation::Label;
use pressmark::exercise::board::Readings;
use yew::{Html, html};

use super::super::mark;
use super::class::Class;

/// The label that divides the class most on a sentence; the first where nothing does.
pub fn asked(class: &Class, sentence: usize) -> usize {
    class.tally(sentence).most_divided().unwrap_or(0)
}

/// The notes on a sentence, on both sides of the label that divides it most.
pub fn notes(class: &Class, sentence: usize) -> Readings<'_> {
    class.board.readings(class.vote, class.place(sentence), asked(class, sentence))
}

/// The two readings side by side: solid rule yes, dashed rule no.
pub fn readings(class: &Class, sentence: usize, turn: usize) -> Html {
    let found = notes(class, sentence);
    let Some(label) = class.labels().get(asked(class, sentence)) else { return Html::default() };
    if found.notes() == 0 {
        return html! { <p class="pm-hint pm-open-none">{ "Nobody wrote a note on this sentence." }</p> };
    }
    let [yes, no] = found.pair(turn);
    html! {
        <div class="pm-readings">
            { reading(label, true, found.count.yes, yes) }
            { reading(label, false, found.count.no, no) }
        </div>
    }
}

fn reading(label: &Label, is_yes: bool, number: usize, note: Option<&str>) -> Html {
    let name = label.name.to_lowercase();
    let says = match (is_yes, number) {
        (true, 1) => format!(" says {name}"),
        (true, _) => format!(" say {name}"),
        (false, 1) => " says it is not".to_owned(),
        (false, _) => " say it is not".to_owned(),
    };
    html! {
        <div class="pm-reading" data-ink={label.ink.to_string()} data-side={if is_yes { "yes" } else { "no" }}>
            <h3>
                { if is_yes { mark::sign(label, false) } else { mark::sign_off(label) } }
                <span><b class="pm-num">{ number }</b>{ says }</span>
            </h3>
            if let Some(note) = note {
                <blockquote dir="auto">{ note.to_owned() }</blockquote>
            } else {
                <p class="pm-hint">{ if is_yes { "No note says so." } else { "No note says otherwise." } }</p>
            }
        </div>
    }
}
