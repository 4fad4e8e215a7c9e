//! Exercises: a teacher makes one and hands it out, a pupil does it and hands it in.

mod fields;
mod hand_in;
mod hand_out;
mod handed_in;
mod key_editor;
mod labels;
mod making;
mod new;
mod open;
mod paper;
mod passing;
mod start;
#[cfg(test)]
mod tests;
mod told;
mod warm_up;
mod warm_up_editor;
mod words;
mod work;

use std::rc::Rc;

use pressmark::exercise::Exercise;
use pressmark::session::Session;
use yew::{Callback, Html, classes, html};

use super::page::Frame;
use super::saved::saved;
use super::top::{brand, skip};
use crate::app::browser::dom;
use crate::app::route::{At, ClassView, Route};
use crate::app::store::Dispatch;

/// What the exercise screens show and change.
pub struct Props {
    pub session: Rc<Session>,
    pub dispatch: Dispatch,
}

/// The screen of a route that is about exercises.
pub fn page(frame: &Frame, props: &Props) -> Html {
    let Props { session, dispatch } = props;
    let (frame, session, dispatch) = (frame.clone(), Rc::clone(session), dispatch.clone());
    let (id, at) = match &frame.here {
        Route::NewExercise => return html! { <new::New {frame} {session} {dispatch} /> },
        Route::Open(payload) => return html! { <open::Open payload={payload.clone()} {frame} {dispatch} /> },
        Route::Exercise(id, at) => (id, at),
        _ => return Html::default(),
    };
    let Some(exercise) = session.exercise(id).cloned() else { return missing(&frame) };
    match (at, hand_in::remembered(&session, &exercise)) {
        (At::HandOut, _) => hand_out(&frame, exercise, dispatch),
        (At::HandedIn, Some(hand_in)) => {
            html! { <handed_in::HandedIn {frame} {session} {exercise} {dispatch} {hand_in} /> }
        }
        (At::Article(number, sentence), _) if session.me.is_some() => {
            let article = number.checked_sub(1).and_then(|place| exercise.articles.get(place)).cloned();
            let Some(article) = article else { return missing(&frame) };
            html! {
                <work::Work number={*number} sentence={*sentence} {article} {frame} {session} {exercise} {dispatch} />
            }
        }
        _ => {
            let key = exercise.id.to_string();
            html! { <start::Start {key} {frame} {session} {exercise} {dispatch} /> }
        }
    }
}

/// A page with the head of a board: name and state on one line over a double rule.
fn board(frame: &Frame, class: &'static str, top: Html, head: Html, body: Html) -> Html {
    let screens = [
        (Route::Library, "Library"),
        (Route::Class(ClassView::Article), "Class"),
        (Route::NewExercise, "New exercise"),
    ];
    // A pupil's screens lead nowhere but on.
    let is_teachers = matches!(frame.here, Route::NewExercise | Route::Exercise(_, At::HandOut));
    let link = |(route, name): (Route, &'static str)| {
        let current = (route == frame.here).then_some("page");
        html! { <a class="pm-quiet" href={route.address()} aria-current={current}>{ name }</a> }
    };
    html! {
        <>
            { skip("Skip to the page", Callback::from(|_| dom::focus("main"))) }
            <header class="pm-top pm-top--pupil">
                { brand() }
                if is_teachers {
                    <nav class="pm-wide-only" aria-label="Screens">{ for screens.into_iter().map(link) }</nav>
                }
                <div class="pm-top-rest">
                    { saved(frame.save, &frame.on_download) }
                    { top }
                    <a class="pm-quiet" href={Route::Help.address()}>{ "Help" }</a>
                </div>
            </header>
            { frame.notices.clone() }
            <main class={classes!("pm-board", class)} id="main" tabindex="-1">
                <header class="pm-board-head pm-board-head--plain"><div class="pm-board-title">{ head }</div></header>
                { body }
            </main>
        </>
    }
}

fn missing(frame: &Frame) -> Html {
    let head = html! { <h1>{ "This exercise is not on this device." }</h1> };
    let body = html! {
        <div class="pm-stack">
            <p>{ "Open the link or the file that your teacher gave you once more." }</p>
            <p><a class="pm-button" href={Route::Library.address()}>{ "Go to the library" }</a></p>
        </div>
    };
    board(frame, "", Html::default(), head, body)
}

/// An exercise that was made before is handed out again.
fn hand_out(frame: &Frame, exercise: Rc<Exercise>, dispatch: Dispatch) -> Html {
    let head = html! { <><h1>{ exercise.title.clone() }</h1><p>{ "Hand out" }</p></> };
    let body = html! {
        <div class="pm-steps"><section class="pm-step"><hand_out::HandOut exercise={Some(exercise)} {dispatch} /></section></div>
    };
    board(frame, "pm-board--making", Html::default(), head, body)
}
