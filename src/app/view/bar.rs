//! The label bar beside the current sentence, or at the bottom of a narrow window.

use std::rc::Rc;

use pressmark::annotation::{Annotation, Codebook};
use yew::{
    AttrValue, Callback, Html, InputEvent, KeyboardEvent, MouseEvent, Properties, component, html,
    use_effect_with, use_node_ref, use_state,
};

use super::mark;
use super::reading::{Event, Focus};
use crate::app::browser::dom::{self, Step};
use crate::app::keys::{Command, shortcuts};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub number: usize,
    pub mark: Option<Rc<Annotation>>,
    pub codebook: Rc<Codebook>,
    pub is_noting: bool,
    pub on_event: Callback<Event>,
    /// What an exercise asks or tells beside the sentence.
    pub beside: Html,
}

#[component]
pub fn Bar(props: &Props) -> Html {
    let bar = use_node_ref();
    // One button at a time can be reached by Tab; arrows walk the others.
    let reachable = use_state(|| None::<AttrValue>);
    {
        let bar = bar.clone();
        use_effect_with((props.is_noting, props.number), move |(is_noting, _)| {
            if *is_noting {
                dom::focus_in(&bar, "textarea");
            }
        });
    }
    let onkeydown = {
        let bar = bar.clone();
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => Step::Next,
                "ArrowUp" | "ArrowLeft" => Step::Previous,
                "Home" => Step::First,
                "End" => Step::Last,
                _ => return,
            };
            if dom::focused_in_bar().is_some() {
                event.prevent_default();
                dom::walk(&bar, "button", step);
            }
        })
    };
    let onfocusin = {
        let reachable = reachable.clone();
        Callback::from(move |_: yew::FocusEvent| reachable.set(dom::focused_in_bar().map(AttrValue::from)))
    };
    let mark = props.mark.as_deref();
    let first = props.codebook.labels.first().map(|label| label.id.to_string()).unwrap_or_default();
    let button = |does: &str| Button {
        does: does.to_owned(),
        is_reachable: reachable.as_ref().map_or(does == first, |name| name == does),
    };
    let send = |command: Command, focus: Focus| {
        let on_event = props.on_event.clone();
        Callback::from(move |_: MouseEvent| on_event.emit(Event::Run(command.clone(), focus.clone())))
    };
    let note = mark.map(|mark| mark.note.clone()).unwrap_or_default();
    let oninput = {
        let on_event = props.on_event.clone();
        Callback::from(move |event: InputEvent| on_event.emit(Event::Write(dom::value_of(&event))))
    };
    let small = |does: &str, name: &str, key: &str, command: Command, is_pressed: Option<bool>| {
        let button = button(does);
        html! {
            <button type="button" class="pm-quiet" data-do={button.does.clone()} tabindex={button.tabindex()}
                aria-pressed={is_pressed.map(|p| p.to_string())} aria-keyshortcuts={shortcuts(&command)} onclick={send(command, Focus::Stays)}>
                { name.to_owned() }{ " " }<kbd class="pm-key" aria-hidden="true">{ key.to_owned() }</kbd>
            </button>
        }
    };
    let step = |does: &str, name: &str, sign: &str, command: Command| {
        let button = button(does);
        html! {
            <button type="button" class="pm-quiet pm-bar-step" data-do={button.does.clone()} tabindex={button.tabindex()}
                aria-label={name.to_owned()} onclick={send(command, Focus::Bar(does.to_owned()))}>{ sign.to_owned() }</button>
        }
    };
    html! {
        <div class="pm-bar" role="toolbar" aria-orientation="vertical" aria-label={format!("Labels for sentence {}", props.number)} ref={bar} {onkeydown} {onfocusin}>
            for label in props.codebook.labels.iter() {
                { label_button(label, mark, &button(label.id.as_str()), send(Command::Label(label.id.clone()), Focus::Stays)) }
            }
            <div class="pm-bar-more">
                { step("previous", "Previous sentence", "↑", Command::Previous) }
                { small("none", "None", "0", Command::None, Some(mark.is_some_and(|m| m.none))) }
                { small("unsure", "Not sure", "Q", Command::Unsure, Some(mark.is_some_and(|m| m.unsure))) }
                { small("note", "Note", "N", Command::Note, None) }
                { step("next", "Next sentence", "↓", Command::Next) }
            </div>
            if props.is_noting {
                <div class="pm-bar-note">
                    <div class="pm-field">
                        <label for="note">{ "Note" }</label>
                        <textarea class="pm-input" id="note" value={note} {oninput} />
                    </div>
                    <p class="pm-hint">
                        { "Kept as you type. " }
                        <span class="pm-desk-only"><kbd class="pm-key">{ "Esc" }</kbd>{ " closes." }</span>
                        <button type="button" class="pm-link pm-narrow-menu" onclick={send(Command::Close, Focus::Stays)}>{ "Close" }</button>
                    </p>
                </div>
            } else if !note.is_empty() {
                <div class="pm-bar-said" aria-hidden="true"><p class="pm-note">{ note }</p></div>
            }
            { props.beside.clone() }
        </div>
    }
}

/// A button of the bar: what it does, and whether Tab reaches it.
struct Button {
    does: String,
    is_reachable: bool,
}

impl Button {
    fn tabindex(&self) -> &'static str {
        if self.is_reachable { "0" } else { "-1" }
    }
}

fn label_button(
    label: &pressmark::annotation::Label,
    mark: Option<&Annotation>,
    button: &Button,
    onclick: Callback<MouseEvent>,
) -> Html {
    let is_pressed = mark.is_some_and(|mark| mark.has(&label.id));
    let ask = format!("ask-{}", label.id);
    let letter = label.letter.map(|letter| format!(" {}", letter.to_ascii_uppercase())).unwrap_or_default();
    html! {
        <button type="button" class="pm-bar-label" data-ink={label.ink.to_string()} data-label={label.id.to_string()} data-do={button.does.clone()}
            tabindex={button.tabindex()} aria-pressed={is_pressed.to_string()} aria-keyshortcuts={format!("{}{letter}", label.key)}
            aria-describedby={ask.clone()} {onclick}>
            { mark::sign(label, true) }
            <span>
                <span class="pm-bar-name">{ label.name.clone() }</span>
                <span class="pm-bar-ask" id={ask} aria-hidden="true">{ label.question.clone() }</span>
            </span>
            <kbd class="pm-key" aria-hidden="true">{ label.key }</kbd>
        </button>
    }
}
