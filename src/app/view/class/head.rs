//! The head of the class board: the top line, the title with its counts, the views, and what belongs to a view.

use std::rc::Rc;

use yew::{Callback, Html, html};

use super::super::menu::{Menu, action};
use super::super::top::{brand, screens, skip};
use super::class::{Class, Ranking};
use super::export::{self, Export};
use super::state::{Act, Dispatch, Kept, Over, State};
use crate::app::browser::dom;
use crate::app::route::{ClassView, Route};
use crate::app::words::count;

/// The views as links, in their order.
const VIEWS: [(ClassView, &str); 6] = [
    (ClassView::Article, "Article"),
    (ClassView::Grid, "Grid"),
    (ClassView::Agreement, "Agreement"),
    (ClassView::Key, "Against the key"),
    (ClassView::Second, "Second vote"),
    (ClassView::Consensus, "Consensus"),
];

/// The top line of the board.
pub fn top(state: &State, class: Option<(&Rc<Class>, &Rc<Ranking>)>, dispatch: &Dispatch) -> Html {
    let here = Route::Class(ClassView::Article);
    let add = act(dispatch, || Act::Over(Over::Add));
    let exports = |class: &Rc<Class>, ranking: &Rc<Ranking>| {
        let item = |what: Export| action(what.name(), None, true, false, saving(class, ranking, what));
        html! {
            <>
                { for Export::ALL.into_iter().filter(|what| what.is_offered(class)).map(item) }
                <a class="pm-quiet" role="menuitem" href={Route::Class(ClassView::Sheet).address()}>{ "Discussion sheet" }</a>
                { action("Wipe the board…", None, true, false, act(dispatch, || Act::Over(Over::Wipe))) }
            </>
        }
    };
    html! {
        <>
            { skip("Skip to the class board", Callback::from(|_| dom::focus("board"))) }
            <header class="pm-top">
                { brand() }
                <nav aria-label="Screens" class="pm-desk-only">{ screens(&here) }</nav>
                <div class="pm-top-rest">
                    { kept(state.kept) }
                    if let Some((class, ranking)) = class {
                        <button type="button" class="pm-quiet pm-desk-only" onclick={add}>{ "Add submissions" }</button>
                        <button type="button" class="pm-quiet" aria-pressed={state.is_hidden.to_string()} aria-keyshortcuts="H" onclick={act(dispatch, || Act::HideNames)}>
                            { "Hide names " }<span class="pm-wide-only"><kbd class="pm-key" aria-hidden="true">{ "H" }</kbd></span>
                        </button>
                        <Menu name="Export" class="pm-wide-only" is_menu=true>{ exports(class, ranking) }</Menu>
                    }
                    <Menu name="More" class="pm-narrow-menu">
                        { screens(&here) }
                        if let Some((class, ranking)) = class {
                            <button type="button" class="pm-quiet" onclick={act(dispatch, || Act::Over(Over::Add))}>{ "Add submissions" }</button>
                            <span class="pm-narrow-only">
                                { for Export::ALL.into_iter().filter(|what| what.is_offered(class)).map(|what| narrow(what, saving(class, ranking, what))) }
                                <a class="pm-quiet" href={Route::Class(ClassView::Sheet).address()}>{ "Discussion sheet" }</a>
                                <button type="button" class="pm-quiet" onclick={act(dispatch, || Act::Over(Over::Wipe))}>{ "Wipe the board…" }</button>
                            </span>
                        }
                    </Menu>
                </div>
            </header>
            if let Some(words) = &state.said {
                <p class="pm-doing" role="status">{ words.clone() }</p>
            }
            if let Some(words) = &state.doing {
                <p class="pm-doing" role="status">{ words.clone() }</p>
            }
        </>
    }
}

/// Saves it when it is called.
fn saving<E>(class: &Rc<Class>, ranking: &Rc<Ranking>, what: Export) -> Callback<E> {
    let (class, ranking) = (Rc::clone(class), Rc::clone(ranking));
    Callback::from(move |_| export::save(&class, &ranking, what))
}

fn narrow(what: Export, onclick: Callback<yew::MouseEvent>) -> Html {
    html! { <button type="button" class="pm-quiet" {onclick}>{ format!("Export: {}", what.name()) }</button> }
}

/// A callback that makes something happen.
pub fn act<E>(dispatch: &Dispatch, make: impl Fn() -> Act + 'static) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(make()))
}

/// Whether the board is kept, in words.
fn kept(kept: Kept) -> Html {
    let (state, long, short) = match kept {
        Kept::Nothing => return Html::default(),
        Kept::Saving => ("saving", "Keeping the board…", "Keeping…"),
        Kept::Saved => ("saved", "Board kept on this device", "Kept"),
        Kept::Failed => {
            ("failed", "The board is not kept: export it before you close this page.", "Not kept: export it")
        }
    };
    html! {
        <span class="pm-save" data-save-state={state} role={if kept == Kept::Failed { "alert" } else { "status" }}>
            <span class="pm-wide-only">{ long }</span><span class="pm-narrow-only">{ short }</span>
        </span>
    }
}

/// The head of a board: title, counts, the links to its views, and at their end what belongs to this view.
pub fn head(class: &Class, view: ClassView, tools: Html, dispatch: &Dispatch) -> Html {
    let board = &class.board;
    let received = board.received(class.vote);
    let (received, finished) = received
        .split_once(',')
        .map_or((received.as_str(), String::new()), |(received, rest)| (received, format!(",{rest} ")));
    let not_taken = board.not_taken();
    let link = |(to, name): (ClassView, &'static str)| {
        let current = (to == view).then_some("page");
        html! { <a class="pm-quiet" href={Route::Class(to).address()} aria-current={current}>{ name }</a> }
    };
    html! {
        <header class="pm-board-head">
            <div class="pm-board-title">
                <h1>{ board.exercise.title.clone() }</h1>
                <p>
                    if board.is_made_up {
                        <span class="pm-made-up">{ "Made-up class" }</span>
                    }
                    <b class="pm-num">{ received.to_owned() }</b>
                    { finished }
                    if !class.is_hidden && !class.people().is_empty() {
                        <button type="button" class="pm-link" onclick={act(dispatch, || Act::Over(Over::Pupils))}>{ "Pupils and names" }</button>
                        { " " }
                    }
                    if not_taken > 0 {
                        <button type="button" class="pm-link" onclick={act(dispatch, || Act::Over(Over::Refused))}>
                            { format!("{} not taken", count(not_taken, "file", "files")) }
                        </button>
                    }
                </p>
            </div>
            { articles(class, dispatch) }
            <div class="pm-board-line">
                <nav class="pm-views" aria-label="Views of this class">{ for VIEWS.into_iter().map(link) }</nav>
                { tools }
            </div>
        </header>
    }
}

/// The articles of an exercise with several, to choose from.
fn articles(class: &Class, dispatch: &Dispatch) -> Html {
    let articles = &class.exercise().articles;
    if articles.len() < 2 {
        return Html::default();
    }
    let choice = |(place, article): (usize, &Rc<pressmark::article::Article>)| {
        html! {
            <label>
                <input type="radio" name="article" checked={place == class.article} onchange={act(dispatch, move || Act::Article(place))} />
                <span lang={article.language.tag().to_owned()}>{ article.title.clone() }</span>
            </label>
        }
    };
    html! {
        <fieldset class="pm-sequence pm-sequence--articles">
            <legend class="pm-unseen">{ "Article" }</legend>
            { for articles.iter().enumerate().map(choice) }
        </fieldset>
    }
}
