//! The marks: a sign for each label, the margin row of one sentence, and the cell of the colour bar.

use std::rc::Rc;

use pressmark::annotation::{Annotation, Codebook, Label, State};
use yew::{Html, html};

use crate::app::words;

/// The sign of a label: its shape, its ink and its letter.
pub fn sign(label: &Label, is_big: bool) -> Html {
    let class = if is_big { "pm-mark pm-mark--big" } else { "pm-mark" };
    html! { <i {class} data-ink={label.ink.to_string()} aria-hidden="true">{ letter(label) }</i> }
}

/// The sign of a label that was not chosen: the same shape in grey.
pub fn sign_off(label: &Label) -> Html {
    html! { <i class="pm-mark pm-mark--off" data-ink={label.ink.to_string()} aria-hidden="true">{ letter(label) }</i> }
}

/// Labels of one's own with inks beyond the first three bear their key, because their names may begin alike.
fn letter(label: &Label) -> String {
    let initial = label.name.chars().next().filter(|_| label.ink <= 3);
    let letter = label.letter.or(initial).unwrap_or(label.key);
    letter.to_ascii_uppercase().to_string()
}

/// The margin row of a sentence: words for those who listen, signs in fixed places for those who look.
pub fn row(codebook: &Codebook, number: usize, mark: Option<&Rc<Annotation>>, is_alone: bool) -> Html {
    let state = mark.map_or(State::Open, |mark| mark.state());
    let is_none = mark.is_some_and(|mark| mark.none);
    let note = mark.map(|mark| mark.note.as_str()).filter(|note| !note.is_empty());
    html! {
        <div class="pm-row" id={format!("m{number}")}>
            <span class="pm-unseen">{ words::sentence_row(codebook, number, mark.map(Rc::as_ref)) }</span>
            if state != State::Open || note.is_some() {
                if !is_alone {
                    <span class="pm-row-no" aria-hidden="true">{ number }</span>
                }
                if is_none {
                    <span class="pm-word" data-state="none" aria-hidden="true">{ "None" }</span>
                } else if state != State::Open {
                    <span class="pm-slots" aria-hidden="true">
                        for label in codebook.labels.iter() {
                            if mark.is_some_and(|mark| mark.has(&label.id)) {
                                { sign(label, false) }
                            } else {
                                <i class="pm-slot-off" />
                            }
                        }
                    </span>
                }
                if state == State::Unsure {
                    <i class="pm-unsure" aria-hidden="true">{ "?" }</i>
                }
                if let Some(note) = note {
                    <p class="pm-note"><span class="pm-unseen">{ "Note: " }</span>{ note.to_owned() }</p>
                }
            }
        </div>
    }
}

/// What the sentences of a cell have in common: for a single sentence, what is said of it.
pub fn cell_state<'a>(
    marks: impl Iterator<Item = Option<&'a Rc<Annotation>>>,
    codebook: &Codebook,
) -> (State, Vec<bool>) {
    let mut on = vec![false; codebook.labels.len()];
    let mut state = State::Open;
    for mark in marks.flatten() {
        state = match (state, mark.state()) {
            (State::Unsure, _) | (_, State::Unsure) => State::Unsure,
            (State::Labelled, _) | (_, State::Labelled) => State::Labelled,
            (State::None, _) | (_, State::None) => State::None,
            (State::Open, State::Open) => State::Open,
        };
        for (label, on) in codebook.labels.iter().zip(&mut on) {
            *on |= mark.has(&label.id);
        }
    }
    (state, on)
}

/// The tracks of a cell, one for each label.
pub fn tracks(codebook: &Codebook, on: &[bool]) -> Html {
    html! {
        <>
            for (label, is_on) in codebook.labels.iter().zip(on) {
                <i data-ink={label.ink.to_string()} data-on={is_on.then_some("")} />
            }
        </>
    }
}
