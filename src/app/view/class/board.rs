//! The board on the screen: its state, what the window tells it, and the view that the address names.

use std::rc::Rc;

use pressmark::exercise::board::{Board as Model, Vote};
use pressmark::presets::class_of_30;
use pressmark::session::Session;
use yew::{
    Callback, Html, Properties, UseReducerHandle, component, hook, html, use_effect_with, use_memo,
    use_mut_ref, use_node_ref, use_reducer,
};

use super::add::{self, Ways};
use super::against::{against, keys};
use super::agreement::{agreement, uncounted};
use super::cell;
use super::class::{Class, Ranking};
use super::consensus::{becomes, consensus};
use super::empty::{Offers, empty};
use super::export;
use super::figures::use_agreement;
use super::grid::{grid, is_windowed};
use super::head::{act, head, top};
use super::keep::use_kept;
use super::keys::{Key, key};
use super::projector::{close, neighbours, projector};
use super::pupils::pupils;
use super::second::second;
use super::sheet::sheet;
use super::spread::spread;
use super::state::{Act, Dispatch, Focus, Order, Over, State};
use super::take;
use super::told;
use crate::app::browser::{clock, dom, listen};
use crate::app::route::{ClassView, Route};
use crate::app::store;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Rc<Session>,
    pub dispatch: store::Dispatch,
    pub view: ClassView,
    /// Sentences under the top line.
    pub notices: Html,
}

#[component]
pub fn Board(props: &Props) -> Html {
    let state = use_reducer(State::new);
    let (dispatch, view) = (state.dispatcher(), props.view);
    let class = use_class(&state, Vote::First);
    let ranking = use_ranking(&class, &state);
    let found = use_agreement(class.as_ref(), view == ClassView::Agreement);
    use_kept(&state);
    use_keys(&state, &class, view, props.session.settings.single_keys);
    use_moves(&state);
    use_hiding(&state, view);
    use_growth(&state, &class, view);
    let ways = use_ways(&state, &props.session, view);
    let Some((class, ranking)) = class.as_ref().zip(ranking.as_ref()) else {
        let on_made_up = {
            let dispatch = dispatch.clone();
            Callback::from(move |()| {
                if let Some(board) = class_of_30() {
                    dispatch.dispatch(Act::Show(Rc::new(board), None));
                }
            })
        };
        let offers = Offers { intake: add::ways(&ways), on_made_up, is_loaded: state.is_loaded };
        return html! { <>{ top(&state, None, &dispatch) }{ props.notices.clone() }{ empty(offers) }{ over(&state, None, &ways, &dispatch) }</> };
    };
    if view == ClassView::Projector {
        return projector(&state, class, &dispatch);
    }
    let (tools, body, is_filled) = match view {
        ClassView::Grid => (cell::legend(class.labels()), grid(&state, class, ranking, &dispatch), true),
        ClassView::Agreement => {
            (uncounted(class), agreement(&state, class, found.as_deref(), ranking, &dispatch), false)
        }
        ClassView::Key => (keys(&state, class, &dispatch), against(&state, class, ranking, &dispatch), false),
        ClassView::Second => (Html::default(), second(&state, class, ranking, &dispatch), false),
        ClassView::Consensus => {
            let tools = becomes(class, &props.session, &props.dispatch, &dispatch);
            (tools, consensus(&state, class, &dispatch), false)
        }
        ClassView::Sheet => (Html::default(), sheet(class), false),
        _ => (orders(&state, &dispatch), spread(&state, class, ranking, &dispatch), false),
    };
    html! {
        <>
            { top(&state, Some((class, ranking)), &dispatch) }
            { props.notices.clone() }
            <main class={if is_filled { "pm-board pm-board--fill" } else { "pm-board" }} id="board" tabindex="-1">
                { head(class, view, tools, &dispatch) }
                { body }
            </main>
            { over(&state, Some((class, ranking)), &ways, &dispatch) }
        </>
    }
}

/// The two orders of the sentences.
fn orders(state: &State, dispatch: &Dispatch) -> Html {
    let choice = |order: Order, name: &'static str| {
        html! {
            <label>
                <input type="radio" name="order" checked={state.order == order} onchange={act(dispatch, move || Act::Order(order))} />
                <span>{ name }</span>
            </label>
        }
    };
    html! {
        <fieldset class="pm-sequence">
            <legend class="pm-unseen">{ "Order of the sentences" }</legend>
            { choice(Order::MostDividedFirst, "Most divided first") }
            { choice(Order::AsInTheArticle, "In order") }
        </fieldset>
    }
}

/// What lies over the board.
fn over(state: &State, class: Option<(&Rc<Class>, &Rc<Ranking>)>, ways: &Ways, dispatch: &Dispatch) -> Html {
    match (state.over, class) {
        (Over::Add, _) => add::dialog(ways, state.vote, dispatch),
        (Over::Refused, class) => {
            let board = class.map(|(class, _)| class.board.as_ref());
            told::refused(board, state.report.as_deref(), dispatch)
        }
        (Over::Pupils, Some((class, ranking))) => pupils(state, class, ranking, dispatch),
        (Over::Wipe, Some((class, ranking))) => {
            let (class, ranking) = (Rc::clone(class), Rc::clone(ranking));
            let on_export =
                Callback::from(move |()| export::save(&class, &ranking, export::Export::Everything));
            told::wipe(on_export, dispatch)
        }
        _ => Html::default(),
    }
}

/// The class of a vote, counted once for each board and article.
#[hook]
fn use_class(state: &UseReducerHandle<State>, vote: Vote) -> Option<Rc<Class>> {
    let known =
        (state.board.as_ref().map(Rc::as_ptr), state.article, state.is_hidden, Rc::as_ptr(&state.roster));
    let (board, roster) = (state.board.clone(), Rc::clone(&state.roster));
    let memo = use_memo(known, move |(_, article, is_hidden, _)| {
        let class = |board: &Rc<Model>| Rc::new(Class::new(board, vote, *article, &roster, *is_hidden));
        board.as_ref().map(class)
    });
    (*memo).clone()
}

/// The rows of the grid, ordered once for each class and order.
#[hook]
fn use_ranking(class: &Option<Rc<Class>>, state: &UseReducerHandle<State>) -> Option<Rc<Ranking>> {
    let known = (class.as_ref().map(Rc::as_ptr), state.sort);
    let class = class.clone();
    let memo = use_memo(known, move |(_, sort)| {
        class.as_ref().map(|class| Rc::new(Ranking::new(class, sort.by, sort.is_descending)))
    });
    (*memo).clone()
}

/// What the keys do.
#[hook]
fn use_keys(state: &UseReducerHandle<State>, class: &Option<Rc<Class>>, view: ClassView, single_keys: bool) {
    let latest = use_mut_ref(|| None);
    let (open, projected) = (state.open, state.projected);
    *latest.borrow_mut() = Some((open, projected, class.clone(), view, single_keys));
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        let listening = listen::keys(move |press| {
            let Some((open, projected, class, view, single_keys)) = latest.borrow().clone() else {
                return false;
            };
            let (Some(class), Some(found)) = (class, key(press, view, single_keys)) else { return false };
            let (back, next) = neighbours(&class, class.opened(projected).unwrap_or(0));
            let act = match found {
                Key::HideNames => Act::HideNames,
                Key::Readings => Act::Readings,
                Key::Back | Key::Next => match if found == Key::Back { back } else { next } {
                    Some(place) => Act::Project(place),
                    None => return true,
                },
                Key::Project => {
                    let Some(place) = class.opened(open).or(class.divided.first().copied()) else {
                        return false;
                    };
                    dom::go(&Route::Class(ClassView::Projector).address());
                    Act::Project(place)
                }
                Key::Close if view == ClassView::Projector => {
                    close();
                    return true;
                }
                Key::Close => match class.opened(open) {
                    Some(place) => Act::Close(place),
                    None => return false,
                },
            };
            dispatch.dispatch(act);
            true
        });
        move || drop(listening)
    });
}

/// The focus follows what happened.
#[hook]
fn use_moves(state: &UseReducerHandle<State>) {
    use_effect_with(state.focus, |(_, focus)| match focus {
        Focus::Stays => {}
        Focus::Open(place) => {
            let id = format!("open-{}", place + 1);
            dom::focus(&id);
            dom::reveal(&id);
        }
        Focus::Number(place) => dom::focus(&format!("no-{}", place + 1)),
        Focus::Cell => dom::focus_current_cell("grid"),
    });
}

/// The projector hides names, and they stay hidden until somebody shows them again.
#[hook]
fn use_hiding(state: &UseReducerHandle<State>, view: ClassView) {
    let dispatch = state.dispatcher();
    use_effect_with(view == ClassView::Projector, move |is_projector| {
        if *is_projector {
            dispatch.dispatch(Act::Projector);
        }
    });
}

/// A long list and a large grid are drawn in slices, so that the page answers in between.
#[hook]
fn use_growth(state: &UseReducerHandle<State>, class: &Option<Rc<Class>>, view: ClassView) {
    let dispatch = state.dispatcher();
    use_effect_with(view, move |view| dispatch.dispatch(Act::View(*view)));
    let people = state.board.as_ref().map_or(0, |board| board.first.len());
    let sentences = class.as_ref().map_or(0, |class| class.tallies.len());
    let items = match view {
        ClassView::Grid => people,
        ClassView::Article | ClassView::Second | ClassView::Consensus => sentences,
        _ => 0,
    };
    let near = (view == ClassView::Grid && is_windowed(people, sentences)).then(|| state.rows_near());
    let is_growing = !state.growth.is_whole(view, items, near.as_ref());
    let dispatch = state.dispatcher();
    use_effect_with((view, is_growing, state.growth.clone()), move |(view, is_growing, _)| {
        let view = *view;
        let later = is_growing.then(|| clock::after(0, move || dispatch.dispatch(Act::Grow(view))));
        move || drop(later)
    });
}

/// How submissions come in: picked, dropped, pasted.
#[hook]
fn use_ways(state: &UseReducerHandle<State>, session: &Rc<Session>, view: ClassView) -> Ways {
    let (files, folder) = (use_node_ref(), use_node_ref());
    let vote = match (state.over, view) {
        (Over::Add, _) => state.vote,
        (_, ClassView::Second) => Vote::Second,
        _ => Vote::First,
    };
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some((state.board.clone(), Rc::clone(session), vote));
    let dispatch = state.dispatcher();
    let on_files = {
        let (latest, dispatch) = (Rc::clone(&latest), dispatch.clone());
        use_memo((), move |()| {
            Callback::from(move |(files, more)| {
                if let Some((board, session, vote)) = latest.borrow().clone() {
                    take::files(board, session, vote, files, more, dispatch.clone());
                }
            })
        })
    };
    let on_codes = use_memo((), move |()| {
        Callback::from(move |codes: String| {
            if let Some((board, session, vote)) = latest.borrow().clone() {
                take::codes(board.as_ref(), &session, vote, &codes, &dispatch);
            }
        })
    });
    {
        let on_files = (*on_files).clone();
        use_effect_with((), move |()| {
            let listening = listen::many_drops(move |files, more| on_files.emit((files, more)));
            move || drop(listening)
        });
    }
    Ways { files, folder, on_files: (*on_files).clone(), on_codes: (*on_codes).clone() }
}
