//! What is kept beside the work, in Settings: entries that could not be read, and marks that another window
//! wrote over. Each can be looked at or saved as a file, and goes only by its own button.

use pressmark::format::storage::{DAMAGED, aside, earlier, earlier_mark};
use pressmark::session::Session;
use yew::{Callback, Html, html};

use crate::app::browser::file;
use crate::app::persist::Save;
use crate::app::store::{Dispatch, Event};
use crate::app::words;

/// An entry: its key and its value.
pub type Entry = (String, String);

/// How full the stores are, and whether the browser may clear them by itself.
pub fn room(save: Save, dispatch: &Dispatch) -> Html {
    let Save { room, disk, .. } = save;
    let ask = {
        let dispatch = dispatch.clone();
        Callback::from(move |_| dispatch.dispatch(Event::AskDisk(true)))
    };
    let on_disk = disk.used.map(|(used, quota)| format!(" On the disk: {} of {}.", size(used), size(quota)));
    let promise = match disk.is_promised {
        Some(true) => "The browser has promised not to clear this by itself.",
        Some(false) => {
            "The browser may clear this when the disk is full, or when you have not been here for long."
        }
        None => "The browser does not say whether it may clear this by itself.",
    };
    html! {
        <section class="pm-field" aria-labelledby="room">
            <h3 id="room" class="pm-name">{ "Room" }</h3>
            <p>
                <meter aria-labelledby="room" min="0" max="100" high="80" value={room.percent().to_string()} />
                { format!(" Local storage: {} % of about {}.", room.percent(), words::size(room.limit)) }{ on_disk }
            </p>
            <p>{ promise }</p>
            if disk.is_promised == Some(false) {
                <div class="pm-actions">
                    <button type="button" class="pm-button" onclick={ask}>{ "Ask the browser to keep it" }</button>
                </div>
            }
        </section>
    }
}

fn size(bytes: u64) -> String {
    match usize::try_from(bytes) {
        Ok(bytes) if bytes < 1_000_000_000 => words::size(bytes),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}

/// Entries that could not be read; nothing when there are none.
pub fn damaged(entries: &[Entry], dispatch: &Dispatch) -> Html {
    let line = |(key, value): &Entry| {
        let (when, rest) = aside(key).map_or_else(
            || (String::new(), key.strip_prefix(DAMAGED).unwrap_or(key)),
            |(when, rest)| (words::day(&when.to_string()), rest),
        );
        let save = {
            let (name, value) = (format!("{}.txt", rest.replace('/', "-")), value.clone());
            Callback::from(move |_| file::save(&name, "text/plain;charset=utf-8", &value))
        };
        html! {
            <li key={key.clone()}>
                { format!("{rest}, found on {when}. ") }
                <button type="button" class="pm-link" onclick={save}>{ "Download" }</button>{ " " }
                { remove(key, dispatch) }
            </li>
        }
    };
    if entries.is_empty() {
        return Html::default();
    }
    let count = words::count(entries.len(), "entry", "entries");
    html! {
        <section class="pm-field" aria-labelledby="damaged">
            <h3 id="damaged" class="pm-name">{ "Could not be read" }</h3>
            <p>{ format!("{count} could not be read. Nothing of it was deleted: it is set aside in this browser.") }</p>
            <ul class="pm-lines">{ for entries.iter().map(line) }</ul>
        </section>
    }
}

/// Marks that were written over by one that another window made at the same time; nothing when there are none.
pub fn earlier_marks(entries: &[Entry], session: &Session, dispatch: &Dispatch) -> Html {
    let line = |(key, value): &Entry| {
        let (id, annotator, start) = earlier(key)?;
        let article = session.article(&id)?;
        let (number, mark) = earlier_mark(article, start, value)?;
        let name = session.annotators.iter().find(|it| it.id == annotator).map_or("", |it| it.name.as_str());
        let said = words::answers(&session.codebook, Some(&mark));
        let note = if mark.note.is_empty() { String::new() } else { format!(" “{}”", mark.note) };
        Some(html! {
            <li key={key.clone()}>
                <a href={format!("#/read/{id}/{number}")}>{ format!("Sentence {number} of “{}”", article.title) }</a>
                { format!(": {name} wrote {}{note}. ", if said.is_empty() { "nothing" } else { &said }) }
                { remove(key, dispatch) }
            </li>
        })
    };
    let lines: Vec<Html> = entries.iter().filter_map(line).collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="pm-field" aria-labelledby="earlier">
            <h3 id="earlier" class="pm-name">{ "Earlier versions" }</h3>
            <p>{ "Two windows marked the same sentence at the same time. The later mark counts; this is what the other window had written." }</p>
            <ul class="pm-lines">{ for lines }</ul>
        </section>
    }
}

fn remove(key: &str, dispatch: &Dispatch) -> Html {
    let (key, dispatch) = (key.to_owned(), dispatch.clone());
    let onclick = Callback::from(move |_| dispatch.dispatch(Event::Forget(key.clone())));
    html! { <button type="button" class="pm-link" {onclick}>{ "Remove" }</button> }
}
