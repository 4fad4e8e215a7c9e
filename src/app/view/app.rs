//! The whole program on the screen: which screen, which dialog, and what the window hears.

use std::rc::Rc;

use pressmark::annotation::Codebook;
use pressmark::format::pressmark::Export;
use pressmark::format::storage::{DAMAGED, EARLIER, PREFIX, needs_more};
use pressmark::session::{Action, How, Scope, Session};
use yew::{
    Callback, Event as DomEvent, Html, Properties, UseStateHandle, component, hook, html, use_effect_with,
    use_memo, use_mut_ref, use_node_ref, use_reducer, use_state,
};

use super::library::{self, library};
use super::notice;
use super::over::{self, Over};
use super::page::{Frame, page};
use super::pages::{PAGES, Pages, back_up, save as save_as};
use super::reader::Reader;
use super::settings;
use super::{class, exercise};
use crate::app::browser::{clock, dom, file, listen, storage};
use crate::app::export::Format;
use crate::app::open::Outcome;
use crate::app::persist::{self, Save};
use crate::app::route::{At, Route};
use crate::app::save::SaveState;
use crate::app::store::{Dispatch, Event, Store};
use crate::app::words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Everything on this device, as it was found.
    pub store: Store,
}

#[component]
pub fn App(props: &Props) -> Html {
    let store = use_reducer(|| props.store.clone());
    let route = use_state(|| Route::parse(&dom::hash()));
    let over = use_state(|| Over::Nothing);
    let problems = use_state(Vec::<String>::new);
    let input = use_node_ref();
    let Store { session, save, keeper, missing } = (*store).clone();
    let dispatch = store.dispatcher();

    let is_waiting = comes_later(&route) && PAGES.here().is_none();

    use_looks(&session);
    use_route(&route, &session, !save.is_ready || (is_waiting && !missing));
    use_part(is_waiting, &dispatch);
    use_stores(&dispatch);
    use_disk(matches!(*route, Route::Settings), &dispatch);
    use_closing(save.is_unsaved);

    let on_files = {
        let (over, problems, dispatch) = (over.clone(), problems.clone(), dispatch.clone());
        let latest = use_mut_ref(|| Rc::clone(&session));
        *latest.borrow_mut() = Rc::clone(&session);
        use_memo((), move |()| {
            Callback::from(move |files: Vec<file::Picked>| {
                let (latest, over, problems) = (Rc::clone(&latest), over.clone(), problems.clone());
                let then = dispatch.clone();
                PAGES.with(&dispatch, move |pages| {
                    let session = Rc::clone(&latest.borrow());
                    take((pages.outcomes)(&session, &files), &over, &problems, &then);
                });
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
    // A dialog opens when it can be drawn.
    let show = {
        let (over, dispatch) = (over.setter(), dispatch.clone());
        Callback::from(move |what: Over| {
            let over = over.clone();
            PAGES.with(&dispatch, move |_| over.set(what));
        })
    };
    let on_import = {
        let input = input.clone();
        Callback::from(move |()| dom::click(&input))
    };
    let on_back_up = {
        let (session, dispatch) = (Rc::clone(&session), dispatch.clone());
        Callback::from(move |()| {
            back_up(&session, &dispatch);
            // Whoever saves a copy cares: a good moment to ask the browser to keep it, too.
            dispatch.dispatch(Event::AskDisk(true));
        })
    };
    let on_download = {
        let (session, dispatch) = (Rc::clone(&session), dispatch.clone());
        Callback::from(move |()| save_as(&session, Export::Backup, Format::Pressmark, &dispatch))
    };
    let frame = Frame {
        here: (*route).clone(),
        save: save.state,
        on_download: on_download.clone(),
        notices: notices(&session, &route, save, &on_back_up, &problems, missing && !is_waiting, &dispatch),
    };
    let screen = match &*route {
        Route::Library => {
            let on_add = show.reform(|()| Over::Add(String::new()));
            let (session, dispatch, on_rename) =
                (Rc::clone(&session), dispatch.clone(), show.reform(Over::Rename));
            library(&frame, &library::Props { session, dispatch, on_add, on_import, on_rename })
        }
        Route::Read(id, number) => match session.article(id) {
            Some(article) if !article.sentences.is_empty() => html! {
                <Reader key={route.address()} article={Rc::clone(article)} session={Rc::clone(&session)} save={save.state}
                    dispatch={dispatch.clone()} number={*number} {on_download} notices={frame.notices} />
            },
            // A long text lies in the journal alone, which has not answered yet.
            _ if !save.is_ready => page(&frame, Html::default(), Html::default()),
            _ => nowhere("This article is not on this device.", &frame),
        },
        _ if is_waiting && missing => away(&frame, &dispatch),
        Route::NewExercise | Route::Exercise(..) | Route::Open(_) => pages(&frame, |pages| {
            let (session, dispatch) = (Rc::clone(&session), dispatch.clone());
            (pages.exercise)(&frame, &exercise::Props { session, dispatch })
        }),
        Route::Help => pages(&frame, |pages| (pages.help)(&frame, &session.codebook)),
        Route::Settings => pages(&frame, |pages| {
            let props = settings::Props {
                session: Rc::clone(&session),
                save,
                damaged: persist::beside(&keeper.0.borrow(), DAMAGED),
                earlier: persist::beside(&keeper.0.borrow(), EARLIER),
                stored: stored(),
                dispatch: dispatch.clone(),
                is_single_file: dom::is_single_file(),
                on_back_up: on_back_up.clone(),
                on_import,
                on_clear: show.reform(|()| Over::Clear),
            };
            (pages.settings)(&frame, &props)
        }),
        Route::Class(view) => pages(&frame, |pages| {
            let (session, dispatch) = (Rc::clone(&session), dispatch.clone());
            (pages.class)(&frame, class::Props { session, dispatch, view: *view })
        }),
        Route::Unknown => nowhere("There is no such page.", &frame),
    };
    let on_picked = {
        let on_files = (*on_files).clone();
        Callback::from(move |event: DomEvent| {
            let on_files = on_files.clone();
            file::from_input(&event, move |files| on_files.emit(files));
        })
    };
    let overlay = PAGES.here().map(|pages| {
        let on_files = (*on_files).clone();
        let props = over::Props { session, dispatch, over: over.clone(), on_files, on_back_up };
        (pages.over)(&over, &props)
    });
    html! {
        <>
            { screen }
            <input type="file" id="open-file" hidden=true multiple=true aria-label="Open files" ref={input} onchange={on_picked} />
            { overlay.unwrap_or_default() }
        </>
    }
}

/// Does what the files ask for: a preview, a merge, or a sentence that says why not.
fn take(
    outcomes: Vec<Outcome>,
    over: &UseStateHandle<Over>,
    problems: &UseStateHandle<Vec<String>>,
    dispatch: &Dispatch,
) {
    let mut told = Vec::new();
    for outcome in outcomes {
        match outcome {
            Outcome::Article(text) => over.set(Over::Add(text)),
            Outcome::Plan(name, plan) if plan.is_in_doubt() => over.set(Over::Import(name, plan)),
            Outcome::Plan(_, plan) => dispatch.dispatch(Action::Merge(plan).into()),
            Outcome::Exercise(exercise) => {
                let address = Route::Exercise(exercise.id.clone(), At::Start).address();
                dispatch.dispatch(Action::TakeExercise(exercise).into());
                dom::go(&address);
            }
            Outcome::Problem(problem) => told.push(problem),
        }
    }
    problems.set(told);
}

/// Whether a screen is of the part that comes when it is needed.
fn comes_later(route: &Route) -> bool {
    !matches!(route, Route::Library | Route::Read(..) | Route::Unknown)
}

/// A screen of the part that comes when it is needed; until then its frame.
fn pages(frame: &Frame, draw: impl FnOnce(&Pages) -> Html) -> Html {
    PAGES.here().map_or_else(|| page(frame, Html::default(), Html::default()), draw)
}

/// The screen of a part that could not be loaded.
fn away(frame: &Frame, dispatch: &Dispatch) -> Html {
    let again = {
        let dispatch = dispatch.clone();
        Callback::from(move |_| PAGES.with(&dispatch, |_| ()))
    };
    let button =
        html! { <p><button type="button" class="pm-button" onclick={again}>{ "Try again" }</button></p> };
    page(frame, html! { <h1 role="alert">{ words::MISSING }</h1> }, button)
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
    save: Save,
    on_back_up: &Callback<()>,
    problems: &UseStateHandle<Vec<String>>,
    is_missing: bool,
    dispatch: &Dispatch,
) -> Html {
    let on_close = {
        let (problems, dispatch) = (problems.clone(), dispatch.clone());
        Callback::from(move |()| {
            problems.set(Vec::new());
            dispatch.dispatch(Event::Part(Ok(())));
        })
    };
    let missing = is_missing.then(|| words::MISSING.to_owned());
    let problems: Vec<String> = problems.iter().cloned().chain(missing).collect();
    let said = session
        .said
        .as_ref()
        .filter(|said| said.scope == Scope::Library)
        .filter(|_| !matches!(route, Route::Read(..) | Route::NewExercise | Route::Exercise(..)));
    let on_undo = session.undoable(&Scope::Library).map(|_| {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::Undo(Scope::Library).into()))
    });
    let codebook: &Codebook = &session.codebook;
    html! {
        <>
            if save.state == SaveState::Gone {
                { notice::gone(dispatch) }
            } else if !matches!(route, Route::Read(..)) {
                { notice::kept_here_only(session, save.room, on_back_up) }
            }
            if !problems.is_empty() {
                { notice::problems(&problems, &on_close) }
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
fn use_route(route: &UseStateHandle<Route>, session: &Rc<Session>, is_waiting: bool) {
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
        Route::Class(_) => "Class board · Pressmark".to_owned(),
        Route::Unknown => "Not found · Pressmark".to_owned(),
    };
    use_effect_with(((**route).clone(), title), |(route, title)| {
        dom::title(title);
        if !matches!(route, Route::Read(..) | Route::Exercise(_, At::Article(..))) {
            dom::to_top();
        }
    });
    use_effect_with(((**route).clone(), is_waiting), |(_, is_waiting)| dom::ready(!is_waiting));
}

/// How long after the first screen the other part is loaded (milliseconds): a reader who loses the connection later
/// can still save everything.
const SOON: u32 = 2_000;

/// The part that reading does without is loaded when it `is_needed`, else soon.
#[hook]
fn use_part(is_needed: bool, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(is_needed, move |is_needed| {
        let later = match is_needed {
            true => {
                PAGES.with(&dispatch, |_| ());
                None
            }
            false => PAGES.here().is_none().then(|| clock::after(SOON, || PAGES.load(Box::new(|_| ())))),
        };
        move || drop(later)
    });
}

/// The journal is asked once the page stands; what another window writes is taken over.
#[hook]
fn use_stores(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        dispatch.dispatch(Event::Start(dispatch.clone()));
        let returned = dispatch.clone();
        let returning = listen::returning(move || returned.dispatch(Event::Return));
        let listening = listen::other_windows(move |key, value| {
            // Without a key everything was taken away at once.
            let Some(key) = key else { return dispatch.dispatch(Event::Watch) };
            let event = Event::Elsewhere(key.to_owned(), value.map(ToOwned::to_owned));
            let then = dispatch.clone();
            match needs_more(key, value) {
                true => PAGES.with(&dispatch, move |_| then.dispatch(event)),
                false => then.dispatch(event),
            }
        });
        move || drop((listening, returning))
    });
}

/// The settings tell what the browser says of its disk.
#[hook]
fn use_disk(is_shown: bool, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(is_shown, move |is_shown| {
        if *is_shown {
            dispatch.dispatch(Event::AskDisk(false));
        }
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
