//! The library: the articles on this device, with one's progress; the first visit shows one ready to open.

use std::rc::Rc;

use pressmark::article::{Article, Origin};
use pressmark::exercise::Exercise;
use pressmark::format::pressmark::Export;
use pressmark::id::ArticleId;
use pressmark::session::{Action, Session};
use yew::{Callback, Html, html};

use super::menu::{Menu, action};
use super::page::{Frame, page};
use super::pages::{back_up, save};
use super::strip::strip;
use crate::app::export::Format;
use crate::app::route::{At, ClassView, Route};
use crate::app::store::Dispatch;
use crate::app::words;

/// What the library shows and asks for.
pub struct Props {
    pub session: Rc<Session>,
    pub dispatch: Dispatch,
    pub on_add: Callback<()>,
    pub on_import: Callback<()>,
    pub on_rename: Callback<ArticleId>,
}

/// The library.
pub fn library(frame: &Frame, props: &Props) -> Html {
    let session = &props.session;
    let is_first_visit = !session.has_work() && session.articles.iter().all(|a| a.origin == Origin::Bundled);
    let entries = session.articles.iter().enumerate().map(|(index, article)| {
        if is_first_visit && index == 0 { first_entry(article) } else { entry(props, article) }
    });
    let body = html! {
        <>
            if session.articles.is_empty() {
                <p>{ "Nothing here yet. Add an article, or drop a file on this page." }</p>
            } else {
                <ol class="pm-entries">{ for entries }</ol>
            }
            { exercises(props) }
            if is_first_visit {
                <p class="pm-hint">
                    { "Everything you mark stays in this browser. No account, no server. " }
                    <a href={Route::Help.address()}>{ "How it works, and how to keep a copy" }</a>
                </p>
            }
        </>
    };
    page(frame, head(props, is_first_visit), body)
}

fn head(props: &Props, is_first_visit: bool) -> Html {
    let session = &props.session;
    let back_up = {
        let (session, dispatch) = (Rc::clone(session), props.dispatch.clone());
        Callback::from(move |_| back_up(&session, &dispatch))
    };
    let export = |format: Format| {
        let (session, dispatch) = (Rc::clone(session), props.dispatch.clone());
        action(
            format.name(),
            None,
            true,
            false,
            Callback::from(move |_| save(&session, Export::Annotated, format, &dispatch)),
        )
    };
    html! {
        <>
            if is_first_visit {
                <div>
                    <h1>{ "Read closely. Say what each sentence does." }</h1>
                    <p>{ "Is it a " }<b>{ "claim" }</b>{ ", does someone act, did something happen? Open the article and press 1, 2 or 3." }</p>
                </div>
            } else {
                <div>
                    <h1>{ "Library" }</h1>
                    <p>{ format!("{} on this device. Nothing leaves it unless you send it.", words::count(session.articles.len(), "article", "articles")) }</p>
                </div>
            }
            <div class="pm-actions">
                <button type="button" class="pm-button" onclick={props.on_add.reform(|_| ())}>{ "Add article" }</button>
                <button type="button" class="pm-button" onclick={props.on_import.reform(|_| ())}>{ "Import" }</button>
                if session.has_work() {
                    <Menu name="Export" is_button=true is_menu=true>{ for Format::ALL.into_iter().map(export) }</Menu>
                }
                if !is_first_visit {
                    <button type="button" class="pm-button" onclick={back_up}>{ "Back up" }</button>
                }
            </div>
        </>
    }
}

/// The exercises on this device, and the way to make one.
fn exercises(props: &Props) -> Html {
    let item = |exercise: &Rc<Exercise>| {
        let address = |at| Route::Exercise(exercise.id.clone(), at).address();
        let delete = {
            let (dispatch, id) = (props.dispatch.clone(), exercise.id.clone());
            Callback::from(move |_| dispatch.dispatch(Action::DropExercise(id.clone()).into()))
        };
        let size = words::count(exercise.sentences(), "sentence", "sentences");
        html! {
            <li class="pm-entry" key={exercise.id.to_string()}>
                <h3><a href={address(At::Start)}>{ exercise.title.clone() }</a></h3>
                <p class="pm-source">{ format!("{size} · made on {}", words::day(&exercise.created.to_string())) }</p>
                <p class="pm-entry-say">
                    <span class="pm-entry-actions">
                        <a href={address(At::HandOut)} aria-label={format!("Hand out “{}”", exercise.title)}>{ "Hand out" }</a>
                        { " " }
                        <button type="button" class="pm-link" aria-label={format!("Delete “{}”", exercise.title)} onclick={delete}>{ "Delete" }</button>
                    </span>
                </p>
            </li>
        }
    };
    html! {
        <section class="pm-class-part" aria-labelledby="exercises">
            <h2 id="exercises">{ "Exercises" }</h2>
            if props.session.exercises.is_empty() {
                <p class="pm-hint">{ "For a class: hand out an article with a task, and lay the answers side by side." }</p>
            } else {
                <ul class="pm-entries">{ for props.session.exercises.iter().map(item) }</ul>
            }
            <div class="pm-actions">
                <a class="pm-button" href={Route::NewExercise.address()}>{ "Make an exercise" }</a>
                <a class="pm-button" href={Route::Class(ClassView::Article).address()}>{ "Class board" }</a>
            </div>
        </section>
    }
}

fn first_entry(article: &Article) -> Html {
    let address = Route::Read(article.id.clone(), None).address();
    html! {
        <li class="pm-entry pm-entry--first">
            <h2 lang={article.language.tag().to_owned()}><a href={address.clone()}>{ article.title.clone() }</a></h2>
            <p class="pm-source">{ words::source_line(article, &words::origin(article)) }</p>
            <p class="pm-lead" lang={article.language.tag().to_owned()}>{ article.sentence(0).unwrap_or_default().to_owned() }</p>
            <p><a class="pm-button pm-button--first pm-button--big" href={address}>{ "Start reading" }</a></p>
        </li>
    }
}

fn entry(props: &Props, article: &Rc<Article>) -> Html {
    let marks = props.session.mine(article);
    let progress = marks.progress();
    let address = |number| Route::Read(article.id.clone(), number).address();
    let next = marks.next_open(0).filter(|_| progress.answered > 0);
    let is_added = article.origin != Origin::Bundled;
    let rename = {
        let (on_rename, id) = (props.on_rename.clone(), article.id.clone());
        Callback::from(move |_| on_rename.emit(id.clone()))
    };
    let delete = {
        let (dispatch, id) = (props.dispatch.clone(), article.id.clone());
        Callback::from(move |_| dispatch.dispatch(Action::Delete(id.clone()).into()))
    };
    html! {
        <li class="pm-entry" key={article.id.to_string()}>
            <h2 lang={article.language.tag().to_owned()} dir={article.language.dir()}><a href={address(None)}>{ article.title.clone() }</a></h2>
            <p class="pm-source">{ words::source_line(article, &words::origin(article)) }</p>
            { strip(&marks, &props.session.codebook) }
            <p class="pm-entry-say">
                { words::progress(progress) }{ ". " }
                if let Some(place) = next {
                    <a href={address(Some(place + 1))}>{ format!("Go on at sentence {}", place + 1) }</a>
                }
                if is_added {
                    <span class="pm-entry-actions">
                        <button type="button" class="pm-link" aria-label={format!("Rename “{}”", article.title)} onclick={rename}>{ "Rename" }</button>
                        { " " }
                        <button type="button" class="pm-link" aria-label={format!("Delete “{}”", article.title)} onclick={delete}>{ "Delete" }</button>
                    </span>
                }
            </p>
        </li>
    }
}
