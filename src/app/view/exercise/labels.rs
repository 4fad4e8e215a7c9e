//! The labels of an exercise: shown in its step, changed in a dialog.

use std::rc::Rc;

use pressmark::annotation::{Codebook, Label};
use pressmark::exercise::MOST_LABELS;
use yew::{AttrValue, Callback, Html, html};

use super::making::{Change, Making};
use super::{fields, passing};
use crate::app::view::dialog::Dialog;
use crate::app::view::mark;

/// The inks by name, with the shape that each has besides its colour.
const INKS: [&str; 9] = [
    "Red, speech square",
    "Blue, circle",
    "Ochre, pennant",
    "Green, arch",
    "Violet, hexagon",
    "Brown, shield",
    "Teal, half-round",
    "Plum, house",
    "Slate, square",
];

/// The labels with what they mean.
pub fn labels(codebook: &Codebook) -> Html {
    let item = |label: &Label| {
        html! {
            <li data-ink={label.ink.to_string()}>
                { mark::sign(label, false) }
                <p><b>{ named(label) }</b>{ " " }{ label.definition.clone() }</p>
            </li>
        }
    };
    html! { <ul class="pm-step-labels">{ for codebook.labels.iter().map(item) }</ul> }
}

/// The name, or what stands for it until it has one.
pub fn named(label: &Label) -> String {
    if label.name.trim().is_empty() { format!("Label {}", label.key) } else { label.name.clone() }
}

/// The dialog in which they are changed; every change is taken over as it is typed.
pub fn editor(making: &Making, on: &Callback<Change>, on_close: &Callback<()>) -> Html {
    let labels = &making.codebook.labels;
    let is_full = labels.len() >= MOST_LABELS;
    let add = on.reform(move |_| Change::AddLabel);
    let back = on.reform(|_| Change::Codebook(Rc::default()));
    let save = |is_table: bool| {
        let codebook = Rc::clone(&making.codebook);
        Callback::from(move |_| passing::save_codebook(&codebook, is_table))
    };
    let foot = html! {
        <>
            <button type="button" class="pm-button" aria-disabled={(!making.has_own_labels()).then_some("true")} onclick={back}>{ "Back to claim, actor, event" }</button>
            <button type="button" class="pm-button" aria-disabled={is_full.then_some("true")} onclick={add}>{ "Add a label" }</button>
            <button type="submit" class="pm-button pm-button--first">{ "Done" }</button>
        </>
    };
    html! {
        <Dialog id="labels" title="Labels" on_close={on_close.clone()} on_submit={on_close.clone()} {foot}>
            <p class="pm-hint">{ "Up to nine. The keys 1 to 9 follow their order. Each colour has a shape of its own, so that nobody needs to see the colour." }</p>
            <ol class="pm-edits">{ for labels.iter().enumerate().map(|(place, label)| item(place, label, labels.len(), on)) }</ol>
            <div class="pm-actions">
                <button type="button" class="pm-quiet" onclick={save(true)}>{ "Save as CSV" }</button>
                <button type="button" class="pm-quiet" onclick={save(false)}>{ "Save as REFI-QDA (.qdc)" }</button>
            </div>
        </Dialog>
    }
}

fn item(place: usize, label: &Label, count: usize, on: &Callback<Change>) -> Html {
    let number = place + 1;
    let choices: Vec<(AttrValue, AttrValue)> =
        (1..=9).zip(INKS).map(|(ink, name)| (ink.to_string().into(), name.into())).collect();
    let id = |what: &str| format!("label-{number}-{what}");
    let on_name = on.reform(move |name| Change::LabelName(place, name));
    let on_means = on.reform(move |words| Change::LabelMeans(place, words));
    let on_ink = on.reform(move |ink: String| Change::LabelInk(place, ink.parse().unwrap_or(1)));
    let drop = on.reform(move |_| Change::DropLabel(place));
    let shown = label.key.to_string();
    html! {
        <li key={label.id.to_string()}>
            <div class="pm-edit-line">
                { mark::sign(label, true) }
                { fields::line(&id("name"), &format!("Name of label {shown}"), &label.name, &on_name) }
                <div class="pm-field">
                    <label for={id("ink")}>{ "Colour and shape" }</label>
                    { fields::select(&format!("Colour and shape of label {shown}"), &id("ink"), &choices, &label.ink.to_string(), &on_ink) }
                </div>
                <button type="button" class="pm-quiet" aria-label={format!("Remove {}", named(label))} aria-disabled={(count < 2).then_some("true")} onclick={drop}>{ "Remove" }</button>
            </div>
            <div class="pm-edit-says">
                { fields::area(&id("means"), "What it means", "2", &label.definition, &on_means) }
            </div>
        </li>
    }
}
