//! The open sentence: how the class divides, two opposite readings, and who chose what.

use yew::{Callback, Html, KeyboardEvent, html};

use super::class::{Class, Ranking};
use super::readings::{notes, readings};
use super::state::{Act, Dispatch, State};
use super::who::who;
use super::words;
use crate::app::browser::dom;
use crate::app::route::{ClassView, Route};

/// The section of an open sentence; Esc closes it.
pub fn open(state: &State, class: &Class, ranking: &Ranking, place: usize, dispatch: &Dispatch) -> Html {
    let number = place + 1;
    let tally = class.tally(place);
    let notes = notes(class, place);
    let other = words::other_notes(notes.yes.len(), notes.no.len());
    let id = format!("open-{number}");
    let heading = format!("{id}-h");
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                dispatch.dispatch(Act::Close(place));
            }
        })
    };
    let show = {
        let dispatch = dispatch.clone();
        Callback::from(move |_| {
            dispatch.dispatch(Act::Project(place));
            dom::go(&Route::Class(ClassView::Projector).address());
        })
    };
    let turn = {
        let dispatch = dispatch.clone();
        Callback::from(move |_| dispatch.dispatch(Act::OtherNotes))
    };
    html! {
        <section class="pm-open" id={id} aria-labelledby={heading.clone()} tabindex="0" {onkeydown}>
            <h2 id={heading}>{ class.board.heading(&tally) }</h2>
            <p class="pm-hint">{ class.board.under_heading(&tally) }</p>
            { readings(class, place, state.turn) }
            <p class="pm-actions">
                <button type="button" class="pm-button pm-button--first" aria-keyshortcuts="P" onclick={show}>
                    { "Show on the projector " }<kbd class="pm-key" aria-hidden="true">{ "P" }</kbd>
                </button>
                if let Some(other) = other {
                    <button type="button" class="pm-quiet" onclick={turn}>{ other }</button>
                }
            </p>
            { who(class, place, ranking) }
        </section>
    }
}
