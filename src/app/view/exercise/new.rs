//! A teacher makes an exercise: four steps in any order, and nothing leaves the device until it is handed out.

use std::rc::Rc;

use pressmark::exercise::{Exercise, Feedback, When};
use pressmark::session::{Action, Session};
use yew::{
    Callback, Html, Properties, classes, component, html, use_effect_with, use_memo, use_node_ref,
    use_reducer, use_state,
};

use super::hand_out::HandOut;
use super::labels::{labels, named};
use super::making::{Change, Making};
use super::{board, fields, key_editor, labels, passing, warm_up_editor, words};
use crate::app::browser::{clock, dom, file};
use crate::app::route::{At, Route};
use crate::app::store::Dispatch;
use crate::app::view::dialog::Dialog;
use crate::app::view::page::Frame;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub frame: Frame,
    pub session: Rc<Session>,
    pub dispatch: Dispatch,
}

/// Which editor lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    Nothing,
    Labels,
    WarmUp,
    Key,
    Afresh,
}

#[component]
pub fn New(props: &Props) -> Html {
    let session = &props.session;
    let making = use_reducer(|| passing::begun(session).unwrap_or_else(|| fresh(session)));
    let over = use_state(|| Over::Nothing);
    let on = {
        let dispatch = making.dispatcher();
        Callback::from(move |change| dispatch.dispatch(change))
    };
    let exercise = use_memo(((*making).clone(), session.articles.clone()), {
        let session = Rc::clone(session);
        move |(making, _)| passing::made(making, &session, clock::now()).map(Rc::new)
    });
    use_effect_with(Rc::clone(&exercise), |exercise| {
        passing::keep(exercise.as_ref().as_ref().ok().map(Rc::as_ref));
    });
    let (exercise, reason): (Option<Rc<Exercise>>, String) = match exercise.as_ref() {
        Ok(exercise) => (Some(Rc::clone(exercise)), String::new()),
        Err(reason) => (None, reason.clone()),
    };
    let show = |what: Over| {
        let over = over.clone();
        Callback::from(move |_| over.set(what))
    };
    let on_close = {
        let over = over.clone();
        Callback::from(move |()| over.set(Over::Nothing))
    };
    let try_it = exercise.clone().map(|exercise| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_| {
            dispatch.dispatch(Action::TakeExercise(Rc::clone(&exercise)).into());
            dom::go(&Route::Exercise(exercise.id.clone(), At::Start).address());
        })
    });
    let afresh = {
        let (making, fresh, over) = (making.dispatcher(), fresh(session), over.clone());
        Callback::from(move |()| {
            passing::forget();
            making.dispatch(Change::Afresh(Box::new(fresh.clone())));
            over.set(Over::Nothing);
        })
    };
    {
        // A label that was added is named next; where one was removed the focus would be lost with it.
        let is_editing = *over == Over::Labels;
        use_effect_with(making.codebook.labels.len(), move |count| {
            if is_editing {
                let id = format!("label-{count}-name");
                dom::show(&id);
                dom::focus(&id);
            }
        });
    }
    let notes = use_state(Vec::<String>::new);
    let picker = use_node_ref();
    let pick = {
        let picker = picker.clone();
        Callback::from(move |_| dom::click(&picker))
    };
    let onchange = {
        let (on, notes) = (on.clone(), notes.clone());
        Callback::from(move |event| {
            let (on, notes) = (on.clone(), notes.clone());
            file::from_input(&event, move |files| notes.set(passing::codebook(&files, &on)));
        })
    };
    // In the top line where it has room, else at the end of the page.
    let more = |class: &'static str| {
        html! {
            <div class={classes!("pm-actions", class)}>
                <button type="button" class="pm-quiet" onclick={show(Over::Afresh)}>{ "Start afresh" }</button>
                if let Some(try_it) = try_it.clone() {
                    <button type="button" class="pm-quiet" onclick={try_it}>{ "Try it as a pupil" }</button>
                }
            </div>
        }
    };
    let head = html! {
        <><h1>{ "New exercise" }</h1><p>{ "Four steps, in any order. Nothing leaves this device until you hand it out." }</p></>
    };
    let body = html! {
        <>
            <div class="pm-steps">
                <div class="pm-steps-col">{ articles(&making, session, &on) }{ instructions(&making, &on) }</div>
                <div class="pm-steps-col">
                    <section class="pm-step" aria-labelledby="step-3">
                        { step("step-3", 3, "Labels") }
                        { labels(&making.codebook) }
                        <div class="pm-actions">
                            <button type="button" class="pm-button" onclick={show(Over::Labels)}>{ "Change the labels" }</button>
                            <button type="button" class="pm-quiet" onclick={pick}>{ "Import a codebook" }</button>
                            <input type="file" id="codebook-file" hidden=true aria-label="Codebook file" accept=".csv,.tsv,.txt,.qdc" ref={picker} {onchange} />
                        </div>
                        <div role="status">
                            if !notes.is_empty() {
                                <ul class="pm-lines pm-hint">{ for notes.iter().map(|note| html! { <li>{ note.clone() }</li> }) }</ul>
                            }
                        </div>
                        { asked(&making, &on) }
                        { practice(&making, &on, show(Over::WarmUp)) }
                        { told(&making, &on, show(Over::Key)) }
                    </section>
                </div>
                <div class="pm-steps-col">
                    <section class="pm-step" aria-labelledby="step-4">
                        { step("step-4", 4, "Hand out") }
                        <HandOut exercise={exercise.clone()} reason={reason} dispatch={props.dispatch.clone()} />
                        { more("pm-step-more pm-narrow-only") }
                    </section>
                </div>
            </div>
            { match *over {
                Over::Nothing => Html::default(),
                Over::Labels => labels::editor(&making, &on, &on_close),
                Over::WarmUp => warm_up_editor::editor(&making, &on, &on_close),
                Over::Key => key_editor::editor(&making, session, &on, &on_close),
                Over::Afresh => ask_afresh(afresh, &on_close),
            } }
        </>
    };
    board(&props.frame, "pm-board--making", more("pm-wide-only"), head, body)
}

/// What a teacher starts from.
fn fresh(session: &Session) -> Making {
    Making::new(session.articles.first().map(|article| &article.id), &session.codebook)
}

fn ask_afresh(on_afresh: Callback<()>, on_close: &Callback<()>) -> Html {
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={on_close.reform(|_| ())}>{ "Cancel" }</button>
            <button type="submit" class="pm-button pm-button--first">{ "Start afresh" }</button>
        </>
    };
    html! {
        <Dialog id="afresh" title="Start afresh" on_close={on_close.clone()} on_submit={on_afresh} {foot}>
            <p>{ "What you have chosen and written here is forgotten. Exercises that you handed out stay in the library." }</p>
        </Dialog>
    }
}

fn step(id: &'static str, number: usize, name: &'static str) -> Html {
    html! { <h2 {id}><span class="pm-step-no" aria-hidden="true">{ number }</span>{ name }</h2> }
}

fn articles(making: &Making, session: &Session, on: &Callback<Change>) -> Html {
    let item = |article: &Rc<pressmark::article::Article>| {
        let id = article.id.clone();
        let on_tick = on.reform(move |is_on| Change::Article(id.clone(), is_on));
        let more = html! { <small aria-hidden="true">{ words::size(article) }</small> };
        fields::tick(&article.title, more, making.articles.contains(&article.id), &on_tick)
    };
    html! {
        <section class="pm-step" aria-labelledby="step-1">
            { step("step-1", 1, "Article") }
            <div class="pm-step-articles" role="group" aria-labelledby="step-1">{ for session.articles.iter().map(item) }</div>
            <p class="pm-hint">{ "Sentences are frozen when you hand it out. Other texts: " }<a href={Route::Library.address()}>{ "add them in the library" }</a>{ "." }</p>
        </section>
    }
}

fn instructions(making: &Making, on: &Callback<Change>) -> Html {
    html! {
        <section class="pm-step" aria-labelledby="step-2">
            { step("step-2", 2, "What pupils read first") }
            { fields::line("title", "Title", &making.title, &on.reform(Change::Title)) }
            <p class="pm-hint">{ "Without a title the article’s own is used. The title names the files that come back." }</p>
            { fields::area("instructions", "Instructions", "7", &making.instructions, &on.reform(Change::Instructions)) }
        </section>
    }
}

fn asked(making: &Making, on: &Callback<Change>) -> Html {
    let note = |label: &pressmark::annotation::Label| {
        let id = label.id.clone();
        let on_tick = on.reform(move |is_on| Change::NoteOn(id.clone(), is_on));
        let name = format!("Ask for a note on every {}", named(label).to_lowercase());
        fields::tick(&name, Html::default(), making.rules.notes_on.contains(&label.id), &on_tick)
    };
    let none = html! { <small>{ "An empty sentence counts as not reached." }</small> };
    html! {
        <fieldset class="pm-step-checks">
            <legend class="pm-unseen">{ "What is asked for" }</legend>
            { for making.codebook.labels.iter().map(note) }
            { fields::tick("None has to be said", none, making.rules.none, &on.reform(Change::AskNone)) }
            { fields::tick("Ask which label is the main one", Html::default(), making.rules.main, &on.reform(Change::AskMain)) }
        </fieldset>
    }
}

fn practice(making: &Making, on: &Callback<Change>, on_edit: Callback<yew::MouseEvent>) -> Html {
    let written = making.warm_up.iter().filter(|it| !it.text.trim().is_empty()).count();
    let name = match written {
        0 => "Warm-up, not written yet".to_owned(),
        1 => "Warm-up of 1 sentence".to_owned(),
        2 => "Warm-up of 2 sentences".to_owned(),
        _ => "Warm-up of three sentences".to_owned(),
    };
    let more = html! { <small>{ "With the right answer and the reason." }</small> };
    html! {
        <div class="pm-step-checks">
            { fields::tick(&name, more, making.has_warm_up, &on.reform(Change::HasWarmUp)) }
            <button type="button" class="pm-quiet" onclick={on_edit}>{ "Change the warm-up" }</button>
        </div>
    }
}

fn told(making: &Making, on: &Callback<Change>, on_edit: Callback<yew::MouseEvent>) -> Html {
    let has_key = making.key.iter().any(|line| making.articles.contains(&line.article));
    let all = [Feedback::Nothing, Feedback::HowMany, Feedback::Where, Feedback::WhereAndWhy];
    let what = |choice: Feedback| {
        let on_choice = on.reform(move |()| Change::Feedback(choice));
        fields::choice("feedback", words::feedback(choice), making.feedback == choice, on_choice)
    };
    let when = |choice: When| {
        let on_choice = on.reform(move |()| Change::When(choice));
        fields::choice("when", words::when(choice), making.when == choice, on_choice)
    };
    html! {
        <div class="pm-step-checks pm-step">
            <h3 class="pm-todo-name">{ "Feedback from my key" }</h3>
            <p class="pm-hint">
                if has_key {
                    { "The key lies readable in the link and in the file. " }
                } else {
                    { "The key is not made yet. Without one, pupils are told nothing. " }
                }
            </p>
            <div class="pm-actions"><button type="button" class="pm-button" onclick={on_edit}>{ if has_key { "Change the key" } else { "Make the key" } }</button></div>
            if has_key {
                <fieldset class="pm-choice"><legend>{ "Pupils are told" }</legend>{ for all.map(what) }</fieldset>
                if making.feedback != Feedback::Nothing {
                    <fieldset class="pm-choice"><legend>{ "When" }</legend>{ for [When::AfterHandIn, When::AtOnce].map(when) }</fieldset>
                }
            }
        </div>
    }
}
