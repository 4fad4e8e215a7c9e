//! Two opposite readings of a sentence, with their notes and never with a name.

use pressmark::annotation::Label;
use yew::{Html, html};

use super::super::mark;
use super::class::{Class, closest};

/// The notes of those who said yes to a label, and of those who said no.
pub struct Sides<'a> {
    /// The label's place in the codebook.
    pub label: usize,
    pub yes: Vec<&'a str>,
    pub no: Vec<&'a str>,
}

/// The notes on the sentence at `place`, on both sides of the label that divides it most.
pub fn sides(class: &Class, place: usize) -> Sides<'_> {
    let (label, _) = closest(&class.tally(place));
    let mut sides = Sides { label, yes: Vec::new(), no: Vec::new() };
    for answer in class.people().iter().filter_map(|entry| class.answer(entry, place)) {
        let note = answer.note.trim();
        match answer.says(label) {
            Some(true) if !note.is_empty() => sides.yes.push(note),
            Some(false) if !note.is_empty() => sides.no.push(note),
            _ => {}
        }
    }
    sides
}

impl Sides<'_> {
    /// The note of a side after `turn` turns.
    pub fn note<'a>(notes: &[&'a str], turn: usize) -> Option<&'a str> {
        notes.get(turn % notes.len().max(1)).copied()
    }

    /// Whether nobody wrote a note.
    pub fn is_empty(&self) -> bool {
        self.yes.is_empty() && self.no.is_empty()
    }
}

/// The two readings side by side: solid rule yes, dashed rule no.
pub fn readings(class: &Class, place: usize, turn: usize) -> Html {
    let sides = sides(class, place);
    let Some(label) = class.labels().get(sides.label) else { return Html::default() };
    let count = class.tally(place).count(sides.label);
    if sides.is_empty() {
        return html! { <p class="pm-hint pm-open-none">{ "Nobody wrote a note on this sentence." }</p> };
    }
    html! {
        <div class="pm-readings">
            { reading(label, true, count.yes, Sides::note(&sides.yes, turn)) }
            { reading(label, false, count.no, Sides::note(&sides.no, turn)) }
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
                if is_yes {
                    { mark::sign(label, false) }
                } else {
                    { mark::sign_off(label) }
                }
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
