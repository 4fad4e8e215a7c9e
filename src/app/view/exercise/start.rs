//! A pupil begins: what to do, a warm-up, a code name.

use std::rc::Rc;

use pressmark::exercise::Exercise;
use pressmark::session::{Action, Session, suggested_name};
use yew::{Callback, Html, Properties, SubmitEvent, component, html, use_state};

use super::warm_up::{Step, Try, fitting, remember, remembered, warm_up};
use super::{board, fields, hand_in, words};
use crate::app::browser::{clock, dom};
use crate::app::route::{At, Route};
use crate::app::store::Dispatch;
use crate::app::view::page::Frame;
use crate::app::words::count;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub frame: Frame,
    pub session: Rc<Session>,
    pub exercise: Rc<Exercise>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Start(props: &Props) -> Html {
    let Props { session, exercise, dispatch, .. } = props;
    let mine = session.annotator().map(|annotator| annotator.name.clone());
    let tries = use_state(|| {
        let tried = mine.as_deref().and_then(|mine| remembered(&exercise.id, mine));
        tried.unwrap_or_else(|| vec![Try::default(); exercise.warm_up.len()])
    });
    let name = use_state(|| mine.unwrap_or_else(|| suggested_name(clock::moment().random)));
    let on_step = {
        let tries = tries.clone();
        Callback::from(move |(place, step): (usize, Step)| {
            let mut next = (*tries).clone();
            if let Some(made) = next.get_mut(place) {
                *made = made.after(step);
            }
            tries.set(next);
        })
    };
    let on_name = {
        let name = name.clone();
        Callback::from(move |typed| name.set(typed))
    };
    let onsubmit = {
        let (dispatch, name, id) = (dispatch.clone(), (*name).clone(), exercise.id.clone());
        let tries = tries.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            remember(&id, &name, &tries);
            dispatch.dispatch(Action::Start(name.clone()).into());
            dom::go(&Route::Exercise(id.clone(), At::Article(1, None)).address());
        })
    };
    let done = fitting(exercise, &tries);
    let head = html! {
        <><h1 id="title">{ exercise.title.clone() }</h1><p>{ facts(exercise) }</p></>
    };
    let body = html! {
        <div class="pm-begin">
            <section class="pm-step" aria-labelledby="what">
                <h2 id="what">{ "What to do" }</h2>
                <div class="pm-begin-say pm-stack">
                    { for words::paragraphs(&exercise.instructions).map(|words| html! { <p>{ words.to_owned() }</p> }) }
                </div>
                { super::labels::labels(&exercise.codebook) }
                { rules(exercise) }
            </section>
            <div class="pm-step">
                if !exercise.warm_up.is_empty() {
                    <section class="pm-step" aria-labelledby="warm-up">
                        <h2 id="warm-up">{ "Warm-up" }</h2>
                        <p class="pm-hint">{ format!("Try {} first. What you do here is not handed in.", count(exercise.warm_up.len(), "sentence", "sentences")) }</p>
                        { warm_up(exercise, &tries, &on_step) }
                        if tries.iter().any(|made| made.is_checked) {
                            <p class="pm-num">{ words::warmed_up(done, exercise.warm_up.len()) }</p>
                        }
                    </section>
                }
                <section aria-labelledby="begin">
                    <form class="pm-step" {onsubmit}>
                        <h2 id="begin">{ "Begin" }</h2>
                        { fields::line("code-name", "Code name", &name, &on_name) }
                        <p class="pm-hint">{ begun(session, exercise, &name) }</p>
                        if let Some(link) = hand_in::receipt_link(session, exercise) { <p class="pm-hint">{ link }</p> }
                        <div class="pm-actions"><button type="submit" class="pm-button pm-button--first pm-button--big">{ "Start" }</button></div>
                    </form>
                </section>
            </div>
        </div>
    };
    board(&props.frame, "", Html::default(), head, body)
}

fn facts(exercise: &Exercise) -> String {
    let articles = count(exercise.articles.len(), "article", "articles");
    let sentences = count(exercise.sentences(), "sentence", "sentences");
    format!("{articles}, {sentences}. What you mark stays on this device until you hand it in.")
}

/// What is asked besides labels, said plainly before one begins.
fn rules(exercise: &Exercise) -> Html {
    let name = |id| exercise.codebook.label(id).map(|label| label.name.to_lowercase());
    let notes: Vec<String> = exercise.rules.notes_on.iter().filter_map(name).collect();
    html! {
        <ul class="pm-lines pm-hint">
            if !notes.is_empty() { <li>{ format!("Write a note wherever you mark {}.", words::either(&notes)) }</li> }
            if exercise.rules.main { <li>{ "Where you give several labels, say which one is the main one." }</li> }
            if exercise.rules.none { <li>{ "Where no label fits, say None. An empty sentence counts as not reached." }</li> }
        </ul>
    }
}

/// What the code name means here, and whether work under it is here already.
fn begun(session: &Session, exercise: &Exercise, name: &str) -> String {
    let known = session.annotators.iter().find(|annotator| annotator.name == name.trim());
    let done = known.map_or(0, |annotator| {
        let of = |article: &Rc<pressmark::article::Article>| session.annotations(&article.id, &annotator.id);
        exercise.articles.iter().filter_map(of).map(|marks| marks.progress().answered).sum()
    });
    match done {
        0 => "It need not be your name; a seat number will do. Your teacher sees it with your answers."
            .to_owned(),
        done => format!(
            "{} has answered {} here and goes on. Somebody else types another name and starts afresh.",
            name.trim(),
            count(done, "sentence", "sentences")
        ),
    }
}
