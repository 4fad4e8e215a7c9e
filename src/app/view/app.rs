//! The whole program on the screen: which screen, which dialog, and what the window hears.

use std::rc::Rc;

use pressmark::annotation::Codebook;
use pressmark::format::pressmark::Export;
use pressmark::format::storage::{PREFIX, SCHEMA_KEY};
use pressmark::id::ArticleId;
use pressmark::seeds;
use pressmark::session::{Action, How, Plan, Scope, Session};
use yew::{
    Callback, Event as DomEvent, Html, UseStateHandle, component, hook, html, use_effect_with, use_memo,
    use_mut_ref, use_node_ref, use_reducer, use_state,
};

use super::add::Add;
use super::clear::clear;
use super::exercise;
use super::help::help;
use super::import::import;
use super::library::{self, library};
use super::notice;
use super::page::{Frame, page};
use super::reader::Reader;
use super::rename::Rename;
use super::settings::{self, settings};
use crate::app::browser::{dom, file, listen, storage};
use crate::app::open::{Outcome, outcomes};
use crate::app::route::{At, Route};
use crate::app::store::{Dispatch, Event, Store};
use crate::app::{export, persist, words};

/// What lies over the page.
#[derive(Clone, PartialEq)]
enum Over {
    Nothing,
    Add(String),
    Import(String, Rc<Plan>),
    Rename(ArticleId),
    Clear,
}

#[component]
pub fn App() -> Html {
    let store = use_reducer(persist::open);
    let route = use_state(|| Route::parse(&dom::hash()));
    let over = use_state(|| Over::Nothing);
    let problems = use_state(Vec::<String>::new);
    let input = use_node_ref();
    let Store { session, save } = (*store).clone();
    let dispatch = store.dispatcher();

    use_looks(&session);
    use_route(&route, &session);
    use_other_windows(&dispatch);
    use_closing(save.is_unsaved());

    let on_files = {
        let (over, problems, dispatch) = (over.clone(), problems.clone(), dispatch.clone());
        let latest = use_mut_ref(|| Rc::clone(&session));
        *latest.borrow_mut() = Rc::clone(&session);
        use_memo((), move |()| {
            Callback::from(move |files: Vec<file::Picked>| {
                let session = Rc::clone(&latest.borrow());
                take(&session, &files, &over, &problems, &dispatch);
            })
        })
    };
    {
        let on_files = (*on_files).clone();
        use_effect_with((), move |()| {
            let listening = listen::drops(move |files| on_files.emit(files));
            move || drop(listening)
        });
    }
    let show = |what: Over| {
        let over = over.clone();
        Callback::from(move |()| over.set(what.clone()))
    };
    let on_close = show(Over::Nothing);
    let on_import = {
        let input = input.clone();
        Callback::from(move |()| dom::click(&input))
    };
    let on_back_up = {
        let (session, dispatch) = (Rc::clone(&session), dispatch.clone());
        Callback::from(move |()| export::back_up(&session, &dispatch))
    };
    let on_download = {
        let session = Rc::clone(&session);
        Callback::from(move |()| export::save(&session, Export::Backup, export::Format::Pressmark))
    };
    let frame = Frame {
        here: (*route).clone(),
        save: save.state,
        on_download: on_download.clone(),
        notices: notices(&session, &route, &problems, &dispatch),
    };
    let screen = match &*route {
        Route::Library => {
            let (over, add) = (over.clone(), show(Over::Add(String::new())));
            let on_rename = Callback::from(move |id| over.set(Over::Rename(id)));
            let (session, dispatch) = (Rc::clone(&session), dispatch.clone());
            library(&frame, &library::Props { session, dispatch, on_add: add, on_import, on_rename })
        }
        Route::Read(id, number) => match session.article(id) {
            Some(article) if !article.sentences.is_empty() => html! {
                <Reader key={route.address()} article={Rc::clone(article)} session={Rc::clone(&session)} save={save.state}
                    dispatch={dispatch.clone()} number={*number} {on_download} notices={frame.notices} />
            },
            _ => nowhere("This article is not on this device.", &frame),
        },
        Route::NewExercise | Route::Exercise(..) | Route::Open(_) => {
            let (session, dispatch) = (Rc::clone(&session), dispatch.clone());
            exercise::page(&frame, &exercise::Props { session, dispatch })
        }
        Route::Help => help(&frame, &session.codebook),
        Route::Settings => {
            let props = settings::Props {
                session: Rc::clone(&session),
                save,
                stored: stored(),
                dispatch: dispatch.clone(),
                is_single_file: dom::is_single_file(),
                on_back_up: on_back_up.clone(),
                on_import,
                on_clear: show(Over::Clear),
            };
            settings(&frame, &props)
        }
        Route::Unknown => nowhere("There is no such page.", &frame),
    };
    let on_picked = {
        let on_files = (*on_files).clone();
        Callback::from(move |event: DomEvent| {
            let on_files = on_files.clone();
            file::from_input(&event, move |files| on_files.emit(files));
        })
    };
    let act = |action: Action| {
        let (over, dispatch) = (over.clone(), dispatch.clone());
        Callback::from(move |()| {
            dispatch.dispatch(Event::Act(action.clone()));
            over.set(Over::Nothing);
        })
    };
    let overlay = match &*over {
        Over::Nothing => Html::default(),
        Over::Add(text) => {
            let (over, dispatch) = (over.clone(), dispatch.clone());
            let on_add = Callback::from(move |article| {
                dispatch.dispatch(Action::Add(article).into());
                over.set(Over::Nothing);
                dom::go(&Route::Library.address());
            });
            html! { <Add text={text.clone()} {on_add} on_files={(*on_files).clone()} {on_close} /> }
        }
        Over::Import(name, plan) => import(name, plan, act(Action::Merge(Rc::clone(plan))), &on_close),
        Over::Rename(id) => match session.article(id) {
            Some(article) => {
                let (over, dispatch, id) = (over.clone(), dispatch.clone(), id.clone());
                let on_rename = Callback::from(move |(title, language)| {
                    dispatch.dispatch(Action::Language(id.clone(), language).into());
                    dispatch.dispatch(Action::Rename(id.clone(), title).into());
                    over.set(Over::Nothing);
                });
                html! { <Rename title={article.title.clone()} language={article.language.clone()} {on_rename} {on_close} /> }
            }
            None => Html::default(),
        },
        Over::Clear => {
            let bundled = seeds::articles().into_iter().map(Rc::new).collect();
            clear(&on_back_up, act(Action::Clear(bundled)), &on_close)
        }
    };
    html! {
        <>
            { screen }
            <input type="file" id="open-file" hidden=true multiple=true aria-label="Open files" ref={input} onchange={on_picked} />
            { overlay }
        </>
    }
}

/// Does what the files ask for: a preview, a merge, or a sentence that says why not.
fn take(
    session: &Session,
    files: &[file::Picked],
    over: &UseStateHandle<Over>,
    problems: &UseStateHandle<Vec<String>>,
    dispatch: &Dispatch,
) {
    let mut told = Vec::new();
    for outcome in outcomes(session, files) {
        match outcome {
            Outcome::Article(text) => over.set(Over::Add(text)),
            Outcome::Plan(name, plan) if plan.is_in_doubt() => over.set(Over::Import(name, plan)),
            Outcome::Plan(_, plan) => dispatch.dispatch(Action::Merge(plan).into()),
            Outcome::Problem(problem) => told.push(problem),
        }
    }
    problems.set(told);
}

/// A page that says why there is nothing to see.
fn nowhere(words: &'static str, frame: &Frame) -> Html {
    let link =
        html! { <p><a class="pm-button" href={Route::Library.address()}>{ "Go to the library" }</a></p> };
    page(frame, html! { <h1>{ words }</h1> }, link)
}

/// Sentences under the top line: what could not be opened, and what was done to the library.
fn notices(
    session: &Session,
    route: &Route,
    problems: &UseStateHandle<Vec<String>>,
    dispatch: &Dispatch,
) -> Html {
    let on_close = {
        let problems = problems.clone();
        Callback::from(move |()| problems.set(Vec::new()))
    };
    let said = session
        .said
        .as_ref()
        .filter(|said| said.scope == Scope::Library && !matches!(route, Route::Read(..)));
    let on_undo = session.undoable(&Scope::Library).map(|_| {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::Undo(Scope::Library).into()))
    });
    let codebook: &Codebook = &session.codebook;
    html! {
        <>
            if !problems.is_empty() {
                { notice::problems(problems, &on_close) }
            }
            if let Some(said) = said {
                { notice::done(words::said(codebook, said), on_undo.filter(|_| said.how != How::Undone)) }
            }
        </>
    }
}

/// How many characters this program keeps.
fn stored() -> usize {
    let entries = storage::all(PREFIX).unwrap_or_default();
    entries.iter().map(|(key, value)| key.encode_utf16().count() + value.encode_utf16().count()).sum()
}

/// The root element wears the reader's settings.
#[hook]
fn use_looks(session: &Rc<Session>) {
    use_effect_with(session.settings.clone(), |settings| {
        dom::root_attribute("data-theme", settings.theme.word());
        dom::root_attribute("data-text", settings.text.word());
        dom::root_attribute("data-spacing", settings.spacing.word());
    });
}

/// The screen follows the address; the page says when it can be used.
#[hook]
fn use_route(route: &UseStateHandle<Route>, session: &Rc<Session>) {
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let setter = route.setter();
            let listening = listen::address(move || {
                dom::ready(false);
                setter.set(Route::parse(&dom::hash()));
            });
            move || drop(listening)
        });
    }
    let title = match &**route {
        Route::Read(id, _) => {
            session.article(id).map_or("Pressmark".to_owned(), |a| format!("{} · Pressmark", a.title))
        }
        Route::NewExercise => "New exercise · Pressmark".to_owned(),
        Route::Exercise(id, _) => {
            session.exercise(id).map_or("Pressmark".to_owned(), |e| format!("{} · Pressmark", e.title))
        }
        Route::Library | Route::Open(_) => "Pressmark".to_owned(),
        Route::Help => "How to mark · Pressmark".to_owned(),
        Route::Settings => "Settings · Pressmark".to_owned(),
        Route::Unknown => "Not found · Pressmark".to_owned(),
    };
    use_effect_with(((**route).clone(), title), |(route, title)| {
        dom::title(title);
        if !matches!(route, Route::Read(..) | Route::Exercise(_, At::Article(..))) {
            dom::to_top();
        }
        dom::ready(true);
    });
}

/// What another window writes is taken over.
#[hook]
fn use_other_windows(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listening = listen::other_windows(move |key, value| {
            // Without the schema's entry the other window has cleared the device: what this page shows stays.
            if let Some(key) = key.filter(|_| storage::get(SCHEMA_KEY).is_some()) {
                dispatch.dispatch(Event::Elsewhere(key.to_owned(), value.map(ToOwned::to_owned)));
            }
        });
        move || drop(listening)
    });
}

/// The browser asks before it closes a page whose last change is not kept.
#[hook]
fn use_closing(is_unsaved: bool) {
    use_effect_with(is_unsaved, move |is_unsaved| {
        let listening = is_unsaved.then(|| listen::closing(|| true));
        move || drop(listening)
    });
}
