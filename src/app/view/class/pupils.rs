//! Everybody on the board: real names, kept in this browser alone; how the work came; and taking somebody off.

use pressmark::exercise::board::Entry;
use yew::{Callback, Event, Html, html};

use super::super::dialog::Dialog;
use super::against::more;
use super::class::{Class, Ranking};
use super::head::act;
use super::state::{Act, Dispatch, Over, State};
use crate::app::browser::dom;

/// The dialog.
pub fn pupils(state: &State, class: &Class, ranking: &Ranking, dispatch: &Dispatch) -> Html {
    let on_close: Callback<()> = act(dispatch, || Act::Over(Over::Nothing));
    let foot = html! { <button type="button" class="pm-button" onclick={on_close.reform(|_| ())}>{ "Close" }</button> };
    let shown = state.listed.min(ranking.rows.len());
    let places = ranking.rows.iter().take(shown).map(|row| row.row);
    html! {
        <Dialog id="pupils" title="Pupils and names" {on_close} {foot}>
            <p>{ "Real names stay in this browser. They are in no file, unless you export a table with real names." }</p>
            <ul class="pm-people">
                { for places.filter_map(|place| Some(person(class, place, class.people().get(place)?, dispatch))) }
            </ul>
            { more(shown, ranking.rows.len(), dispatch) }
        </Dialog>
    }
}

fn person(class: &Class, place: usize, entry: &Entry, dispatch: &Dispatch) -> Html {
    let code_name = match entry.submission.name.trim() {
        "" => entry.from.to_string(),
        name => name.to_owned(),
    };
    let id = format!("name-{}", place + 1);
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| dispatch.dispatch(Act::Name(place, dom::words_of(&event))))
    };
    let real = class.roster.name(entry).unwrap_or_default().to_owned();
    let said = how(entry);
    html! {
        <li key={entry.submission.annotator.to_string()}>
            <label for={id.clone()}>{ code_name.clone() }</label>
            <input class="pm-input" type="text" {id} value={real} autocomplete="off" placeholder="Real name" {onchange} />
            <button type="button" class="pm-link" aria-label={format!("Take {code_name} off the board")} onclick={act(dispatch, move || Act::TakeOff(place))}>{ "Take off" }</button>
            if !said.is_empty() {
                <span class="pm-hint">{ said }</span>
            }
        </li>
    }
}

/// What is to be known of the way on which somebody's work came.
fn how(entry: &Entry) -> String {
    let again = entry.earlier.len();
    let parts = [
        (entry.is_changed(), "changed after it was handed in".to_owned()),
        (entry.is_code(), "came as a code, without notes".to_owned()),
        (again == 1, "handed in again once".to_owned()),
        (again > 1, format!("handed in again {again} times")),
    ];
    parts.into_iter().filter_map(|(is_so, words)| is_so.then_some(words)).collect::<Vec<_>>().join(", ")
}
