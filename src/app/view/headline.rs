//! The top line of the reading page: name, screens, progress, save state, last change, undo, redo, export,
//! help; below 1024 px what does not fit stands in *More*.

use pressmark::annotation::Progress;
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_state};

use super::menu::{Menu, action};
use super::saved::saved;
use super::top::brand;
use crate::app::browser::clock;
use crate::app::export::Format;
use crate::app::keys::{Command, shortcuts};
use crate::app::save::SaveState;
use crate::app::words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The exercise that is being done: its name, and what stands at the end of the line.
    pub task: Option<(AttrValue, Html)>,
    pub progress: Progress,
    pub save: SaveState,
    /// What just happened in this article, and its running number.
    pub last: AttrValue,
    pub turn: u64,
    pub can_undo: bool,
    pub can_redo: bool,
    pub on_command: Callback<Command>,
    pub on_export: Callback<Format>,
    pub on_download: Callback<()>,
}

/// How long the last change is shown over the page where the top line has no room for it (milliseconds).
const SHOWN_FOR: u32 = 5_000;

#[component]
pub fn Headline(props: &Props) -> Html {
    let is_new = use_state(|| false);
    {
        let is_new = is_new.clone();
        use_effect_with(props.turn, move |turn| {
            let later = (*turn > 0).then(|| {
                is_new.set(true);
                clock::after(SHOWN_FOR, move || is_new.set(false))
            });
            move || drop(later)
        });
    }
    let run = |command: Command| {
        let on_command = props.on_command.clone();
        Callback::from(move |_: MouseEvent| on_command.emit(command.clone()))
    };
    let export = |is_menu: bool| {
        let entry = |format: Format| {
            let on_export = props.on_export.clone();
            action(format.name(), None, is_menu, false, Callback::from(move |_| on_export.emit(format)))
        };
        html! { <>{ for Format::ALL.into_iter().map(entry) }</> }
    };
    let is_off = |is_on: bool| (!is_on).then_some("true");
    if let Some((name, top)) = &props.task {
        return html! {
            <header class="pm-top pm-read-top pm-top--pupil">
                { brand() }
                <p class="pm-brief-name pm-wide-only">{ name }</p>
                <div class="pm-top-rest">
                    { saved(props.save, &props.on_download) }
                    <span class="pm-last" data-new={(*is_new && !props.last.is_empty()).then_some("")}>{ &props.last }</span>
                    <button type="button" class="pm-quiet pm-wide-only" aria-disabled={is_off(props.can_undo)} aria-keyshortcuts={shortcuts(&Command::Undo)} onclick={run(Command::Undo)}>{ "Undo" }</button>
                    <button type="button" class="pm-quiet pm-desk-only" aria-disabled={is_off(props.can_redo)} aria-keyshortcuts={shortcuts(&Command::Redo)} onclick={run(Command::Redo)}>{ "Redo" }</button>
                    <a class="pm-quiet pm-desk-only" href="#/help" aria-keyshortcuts={shortcuts(&Command::Help)}>{ "Help" }</a>
                    <Menu name="More" class="pm-narrow-menu">
                        <span class="pm-narrow-only">{ action("Undo", Some(&Command::Undo), false, !props.can_undo, run(Command::Undo)) }</span>
                        { action("Redo", Some(&Command::Redo), false, !props.can_redo, run(Command::Redo)) }
                        <p class="pm-menu-words">{ "Screens" }</p>
                        <a class="pm-quiet" href="#/help">{ "Help" }</a>
                        <a class="pm-quiet" href="#/">{ "Library" }</a>
                        <a class="pm-quiet" href="#/settings">{ "Settings" }</a>
                    </Menu>
                    { top.clone() }
                </div>
            </header>
        };
    }
    html! {
        <header class="pm-top pm-read-top">
            { brand() }
            <nav class="pm-desk-only pm-actions" aria-label="Screens">
                <a class="pm-quiet" href="#/">{ "Library" }</a>
                <a class="pm-quiet" href="#/settings">{ "Settings" }</a>
            </nav>
            <div class="pm-top-rest">
                <span class="pm-progress pm-wide-only">{ words::progress(props.progress) }</span>
                { saved(props.save, &props.on_download) }
                <span class="pm-last" data-new={(*is_new && !props.last.is_empty()).then_some("")}>{ &props.last }</span>
                <button type="button" class="pm-quiet" aria-disabled={is_off(props.can_undo)} aria-keyshortcuts={shortcuts(&Command::Undo)} onclick={run(Command::Undo)}>{ "Undo" }</button>
                <button type="button" class="pm-quiet pm-wide-only" aria-disabled={is_off(props.can_redo)} aria-keyshortcuts={shortcuts(&Command::Redo)} onclick={run(Command::Redo)}>{ "Redo" }</button>
                <Menu name="Export" class="pm-desk-only" is_menu=true>{ export(true) }</Menu>
                <a class="pm-quiet" href="#/help" aria-keyshortcuts={shortcuts(&Command::Help)}>{ "Help" }</a>
                <Menu name="More" class="pm-narrow-menu">
                    <p class="pm-menu-words pm-narrow-only">{ words::progress(props.progress) }</p>
                    <span class="pm-narrow-only">{ action("Redo", Some(&Command::Redo), false, !props.can_redo, run(Command::Redo)) }</span>
                    <p class="pm-menu-words" id="more-export">{ "Export" }</p>
                    <div role="group" aria-labelledby="more-export">{ export(false) }</div>
                    <p class="pm-menu-words">{ "Screens" }</p>
                    <a class="pm-quiet" href="#/">{ "Library" }</a>
                    <a class="pm-quiet" href="#/settings">{ "Settings" }</a>
                </Menu>
            </div>
        </header>
    }
}
