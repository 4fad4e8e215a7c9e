//! Settings: how the page looks and listens, who marks, and the work on this device.

use std::rc::Rc;

use pressmark::session::{Action, Session, Settings as Choices, Spacing, TextSize, Theme};
use yew::{Callback, Event, Html, html};

use super::code_name::CodeName;
use super::kept::{self, Entry};
use super::page::{Frame, page};
use crate::app::browser::dom;
use crate::app::persist::Save;
use crate::app::store::Dispatch;
use crate::app::words::{count, day, size};

/// What the settings show and ask for.
pub struct Props {
    pub session: Rc<Session>,
    pub save: Save,
    /// Entries that could not be read.
    pub damaged: Vec<Entry>,
    /// Marks that another window wrote over.
    pub earlier: Vec<Entry>,
    /// Characters that this program keeps in local storage, names and values.
    pub stored: usize,
    pub dispatch: Dispatch,
    pub is_single_file: bool,
    pub on_back_up: Callback<()>,
    pub on_import: Callback<()>,
    pub on_clear: Callback<()>,
}

/// The settings.
pub fn settings(frame: &Frame, props: &Props) -> Html {
    let body = html! {
        <div class="pm-two">
            { looks(&props.session.settings, &props.dispatch) }
            <section class="pm-stack" aria-labelledby="who">
                <h2 id="who">{ "You" }</h2>
                { you(&props.session, &props.dispatch) }
                <h2>{ "Your work" }</h2>
                { work(props) }
            </section>
        </div>
    };
    page(frame, html! { <h1>{ "Settings" }</h1> }, body)
}

fn looks(settings: &Choices, dispatch: &Dispatch) -> Html {
    let set = |settings: Choices| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: Event| dispatch.dispatch(Action::Settings(settings.clone()).into()))
    };
    let theme = |theme: Theme| {
        let name = match theme {
            Theme::System => "As the system",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
            Theme::Contrast => "High contrast",
        };
        choice("theme", name, theme == settings.theme, set(Choices { theme, ..settings.clone() }))
    };
    let text = |text: TextSize| {
        let name = match text {
            TextSize::Small => "Small",
            TextSize::Normal => "Normal",
            TextSize::Large => "Large",
            TextSize::Huge => "Very large",
        };
        choice("text", name, text == settings.text, set(Choices { text, ..settings.clone() }))
    };
    let spacing = |spacing: Spacing| {
        let name = if spacing == Spacing::Wide { "Wide" } else { "Normal" };
        choice("spacing", name, spacing == settings.spacing, set(Choices { spacing, ..settings.clone() }))
    };
    let single_keys = {
        let (dispatch, settings) = (dispatch.clone(), settings.clone());
        Callback::from(move |event: Event| {
            let single_keys = dom::is_ticked(&event);
            dispatch.dispatch(Action::Settings(Choices { single_keys, ..settings.clone() }).into());
        })
    };
    html! {
        <section class="pm-stack" aria-labelledby="look">
            <h2 id="look">{ "How it looks" }</h2>
            <fieldset class="pm-choice"><legend>{ "Theme" }</legend>{ for Theme::ALL.iter().copied().map(theme) }</fieldset>
            <fieldset class="pm-choice"><legend>{ "Text size" }</legend>{ for TextSize::ALL.iter().copied().map(text) }</fieldset>
            <fieldset class="pm-choice"><legend>{ "Spacing" }</legend>{ for Spacing::ALL.iter().copied().map(spacing) }</fieldset>
            <h2>{ "Keys" }</h2>
            <label class="pm-check">
                <input type="checkbox" checked={settings.single_keys} onchange={single_keys} />{ " " }
                <span>{ "Single keys tag sentences" }<small>{ "Turn this off if you speak to your device or use a switch." }</small></span>
            </label>
        </section>
    }
}

fn choice(name: &'static str, words: &'static str, is_chosen: bool, onchange: Callback<Event>) -> Html {
    html! { <label><input type="radio" {name} checked={is_chosen} {onchange} />{ " " }{ words }</label> }
}

fn you(session: &Session, dispatch: &Dispatch) -> Html {
    let send = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_| dispatch.dispatch(action.clone().into()))
    };
    let name = session.annotator().map(|me| me.name.clone()).unwrap_or_default();
    let others = session.annotators.iter().filter(|annotator| Some(&annotator.id) != session.me.as_ref());
    html! {
        <>
            <CodeName {name} dispatch={dispatch.clone()} />
            <div class="pm-actions">
                <button type="button" class="pm-button" aria-disabled={session.me.is_none().then_some("true")} onclick={send(Action::StartAsSomeoneElse)}>
                    { "Start as someone else" }
                </button>
            </div>
            if session.annotators.len() > usize::from(session.me.is_some()) {
                <div class="pm-field">
                    <h3 class="pm-name">{ "Also on this device" }</h3>
                    <ul class="pm-lines">
                        { for others.map(|other| html! {
                            <li key={other.id.to_string()}>
                                { format!("{}, {}. ", other.name, count(session.marked_by(&other.id), "marked sentence", "marked sentences")) }
                                <button type="button" class="pm-link" onclick={send(Action::GoOnAs(other.id.clone()))}>{ format!("Go on as {}", other.name) }</button>
                            </li>
                        }) }
                    </ul>
                </div>
            }
        </>
    }
}

/// What local storage can hold (characters), as three engines were measured to allow.
const ROOM: usize = 5_242_879;

fn work(props: &Props) -> Html {
    let session = &props.session;
    let marked: usize = session.annotators.iter().map(|annotator| session.marked_by(&annotator.id)).sum();
    let copy = session.settings.backed_up.map_or("none yet".to_owned(), |when| day(&when.to_string()));
    html! {
        <>
            <p>
                { format!("{}, {}, {} of about {}. Saved in this browser. Last copy: {copy}.",
                    count(session.articles.len(), "article", "articles"), count(marked, "marked sentence", "marked sentences"),
                    size(props.stored), size(ROOM)) }
            </p>
            if props.is_single_file {
                <p class="pm-hint">
                    { "This page was opened from a file. What you mark is kept by this browser for files on this device; if the file is moved or renamed, some browsers start empty. Back up before you move it." }
                </p>
            }
            { kept::room(props.save, &props.dispatch) }
            { kept::damaged(&props.damaged, &props.dispatch) }
            { kept::earlier_marks(&props.earlier, session, &props.dispatch) }
            <div class="pm-actions">
                <button type="button" class="pm-button pm-button--first" onclick={props.on_back_up.reform(|_| ())}>{ "Back up everything" }</button>
                <button type="button" class="pm-button" onclick={props.on_import.reform(|_| ())}>{ "Restore" }</button>
                <button type="button" class="pm-button" onclick={props.on_clear.reform(|_| ())}>{ "Clear this device" }</button>
            </div>
        </>
    }
}
