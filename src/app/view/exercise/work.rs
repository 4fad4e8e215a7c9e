//! A pupil works: the reading page of an article with the task around it.

use std::rc::Rc;

use pressmark::annotation::{Annotation, Label};
use pressmark::article::Article;
use pressmark::exercise::{Answer, Exercise, Feedback, When};
use pressmark::session::{Action, Session};
use yew::{AttrValue, Callback, Html, Properties, component, html, use_state};

use super::warm_up::{fitting, remembered};
use super::{hand_in, passing, told, words};
use crate::app::route::{At, Route};
use crate::app::store::Dispatch;
use crate::app::view::mark;
use crate::app::view::page::Frame;
use crate::app::view::reader::{Reader, Task};
use crate::app::words::count;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub frame: Frame,
    pub session: Rc<Session>,
    pub exercise: Rc<Exercise>,
    pub dispatch: Dispatch,
    pub article: Rc<Article>,
    /// The number of the article in the exercise, from 1.
    pub number: usize,
    /// The number of the sentence to open at.
    pub sentence: Option<usize>,
}

#[component]
pub fn Work(props: &Props) -> Html {
    let Props { frame, session, exercise, dispatch, article, number, .. } = props;
    let is_asked = use_state(|| false);
    let progress = words::progress(session, exercise);
    let on_close = {
        let is_asked = is_asked.clone();
        Callback::from(move |()| is_asked.set(false))
    };
    let hand_in_now = {
        let (session, exercise, dispatch) = (Rc::clone(session), Rc::clone(exercise), dispatch.clone());
        Callback::from(move |()| passing::hand_in(&session, &exercise, &dispatch))
    };
    let on_hand_in = {
        let (is_asked, now) = (is_asked.clone(), hand_in_now.clone());
        let is_open = progress.answered < progress.sentences;
        Callback::from(move |_| if is_open { is_asked.set(true) } else { now.emit(()) })
    };
    let button = |class: &'static str| {
        html! { <button type="button" {class} onclick={on_hand_in.clone()}>{ "Hand in" }</button> }
    };
    let beside = {
        let (session, exercise, article, dispatch) =
            (Rc::clone(session), Rc::clone(exercise), Rc::clone(article), dispatch.clone());
        Callback::from(move |place| beside(&session, &exercise, &article, place, &dispatch))
    };
    let task = Task {
        name: AttrValue::from(exercise.title.clone()),
        top: html! {
            <>
                <span class="pm-done" role="status">{ words::short(progress) }</span>
                { button("pm-button pm-button--first") }
            </>
        },
        facts: facts(session, exercise, article, *number),
        say: html! {
            <>
                <h2>{ "What to do" }</h2>
                { for words::paragraphs(&exercise.instructions).map(|words| html! { <p>{ words.to_owned() }</p> }) }
            </>
        },
        beside,
        end: html! { <>{ button("pm-button pm-button--first") }{ next(exercise, *number) }</> },
    };
    let at = Route::Exercise(exercise.id.clone(), At::Article(*number, props.sentence)).address();
    html! {
        <>
            <Reader key={at} article={Rc::clone(article)} session={Rc::clone(session)} save={frame.save} dispatch={dispatch.clone()}
                number={props.sentence} on_download={frame.on_download.clone()} notices={frame.notices.clone()} {task} />
            if *is_asked {
                { hand_in::ask(session, exercise, &hand_in_now, &on_close) }
            }
        </>
    }
}

/// Under the headline: how much there is, who works, the way back to the warm-up, the other articles.
fn facts(session: &Session, exercise: &Exercise, article: &Article, number: usize) -> Html {
    let start = Route::Exercise(exercise.id.clone(), At::Start).address();
    let name = session.annotator().map(|annotator| annotator.name.clone()).unwrap_or_default();
    let other = |(place, other): (usize, &Rc<Article>)| {
        let address = Route::Exercise(exercise.id.clone(), At::Article(place + 1, None)).address();
        let current = (place + 1 == number).then_some("page");
        html! { <a href={address} aria-current={current} lang={other.language.tag().to_owned()}>{ format!("{}. {}", place + 1, other.title) }</a> }
    };
    html! {
        <>
            <ul class="pm-source pm-brief-facts">
                <li>{ count(article.sentences.len(), "sentence", "sentences") }</li>
                <li>{ "You are " }<b>{ name.clone() }</b>{ " " }<a class="pm-link" href={start.clone()}>{ "Change" }</a></li>
                if !exercise.warm_up.is_empty() {
                    <li>{ warm_up(exercise, &name) }{ " " }<a class="pm-link" href={start}>{ "Look again" }</a></li>
                }
                if let Some(link) = hand_in::receipt_link(session, exercise) { <li>{ link }</li> }
                if exercise.when == When::AtOnce && exercise.feedback == Feedback::HowMany && !exercise.key.is_empty() {
                    <li role="status">{ told::how_many(exercise, &hand_in::answers(session, exercise)) }</li>
                }
            </ul>
            if exercise.articles.len() > 1 {
                <nav class="pm-others" aria-label="Articles of this exercise">{ for exercise.articles.iter().enumerate().map(other) }</nav>
            }
        </>
    }
}

/// The warm-up, with how it went where that is remembered.
fn warm_up(exercise: &Exercise, name: &str) -> String {
    let tried =
        remembered(&exercise.id, name).map(|tries| fitting(exercise, &tries)).filter(|done| *done > 0);
    let all = exercise.warm_up.len();
    match tried {
        Some(done) if done == all => format!("Warm-up done, {all} of {all}"),
        Some(done) => format!("Warm-up, {done} of {all}"),
        None => "Warm-up".to_owned(),
    }
}

/// At the end of an article: the way to the next one.
fn next(exercise: &Exercise, number: usize) -> Html {
    let Some(article) = exercise.articles.get(number) else { return Html::default() };
    let address = Route::Exercise(exercise.id.clone(), At::Article(number + 1, None)).address();
    html! { <a class="pm-button" href={address}>{ format!("Next article: {}", article.title) }</a> }
}

/// What is asked and told beside a sentence: never in the way of going on.
fn beside(
    session: &Session,
    exercise: &Exercise,
    article: &Article,
    place: usize,
    dispatch: &Dispatch,
) -> Html {
    let marks = session.mine(article);
    let Some(said) = marks.get(place) else { return Html::default() };
    let answer = Answer::of(said, &exercise.codebook);
    let notes = exercise.asks_note(&answer);
    let number = exercise.articles.iter().position(|known| known.id == article.id).unwrap_or(0);
    let is_at_once = exercise.when == When::AtOnce && !exercise.key.is_empty();
    html! {
        <div class="pm-beside">
            if !notes.is_empty() {
                <p>{ format!("A note is asked for on {}.", words::labels(&exercise.codebook, &notes)) }</p>
            }
            if exercise.rules.main && answer.labels.count_ones() > 1 {
                { main_label(exercise, article, place, said, dispatch) }
            }
            if is_at_once && exercise.feedback != Feedback::Nothing && exercise.feedback != Feedback::HowMany {
                { told::at_once(exercise, number, place, &answer) }
            }
        </div>
    }
}

fn main_label(
    exercise: &Exercise,
    article: &Article,
    place: usize,
    said: &Annotation,
    dispatch: &Dispatch,
) -> Html {
    let button = |label: &Label| {
        let (dispatch, id, label_id) = (dispatch.clone(), article.id.clone(), label.id.clone());
        let onclick = Callback::from(move |_| {
            dispatch.dispatch(Action::Main(id.clone(), place, label_id.clone()).into());
        });
        let is_main = said.main.as_ref() == Some(&label.id);
        html! {
            <button type="button" class="pm-chip" data-ink={label.ink.to_string()} data-do={format!("main-{}", label.id)} tabindex="-1"
                aria-pressed={is_main.to_string()} {onclick}>{ mark::sign(label, false) }{ label.name.clone() }</button>
        }
    };
    let set = exercise.codebook.labels.iter().filter(|label| said.has(&label.id));
    html! {
        <div class="pm-chips" role="group" aria-labelledby="main-label"><span id="main-label">{ "Main label" }</span>{ for set.map(button) }</div>
    }
}
