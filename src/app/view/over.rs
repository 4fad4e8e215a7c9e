//! What lies over the page: the dialogs of the library and of files.

use std::rc::Rc;

use pressmark::id::ArticleId;
use pressmark::seeds;
use pressmark::session::{Action, Plan, Session};
use pressmark::text::Language;
use yew::{Callback, Html, UseStateHandle, html};

use super::add::Add;
use super::clear::clear;
use super::import::import;
use super::rename::Rename;
use crate::app::browser::{dom, file};
use crate::app::route::Route;
use crate::app::store::Dispatch;

/// What lies over the page.
#[derive(Clone)]
pub enum Over {
    Nothing,
    Add(String),
    Import(String, Rc<Plan>),
    Rename(ArticleId),
    Clear,
}

/// What the dialogs need.
pub struct Props {
    pub session: Rc<Session>,
    pub dispatch: Dispatch,
    /// Where it is kept what lies over the page.
    pub over: UseStateHandle<Over>,
    pub on_files: Callback<Vec<file::Picked>>,
    pub on_back_up: Callback<()>,
}

/// The dialog that lies over the page.
pub fn over(what: &Over, props: &Props) -> Html {
    let Props { session, dispatch, over, on_files, on_back_up } = props;
    let close = {
        let over = over.setter();
        move || over.set(Over::Nothing)
    };
    let on_close = {
        let close = close.clone();
        Callback::from(move |()| close())
    };
    let act = |action: Action| {
        let (close, dispatch) = (close.clone(), dispatch.clone());
        Callback::from(move |()| {
            dispatch.dispatch(action.clone().into());
            close();
        })
    };
    match what {
        Over::Nothing => Html::default(),
        Over::Add(text) => {
            let (close, dispatch) = (close.clone(), dispatch.clone());
            let on_add = Callback::from(move |article| {
                dispatch.dispatch(Action::Add(article).into());
                close();
                dom::go(&Route::Library.address());
            });
            html! { <Add text={text.clone()} {on_add} {on_files} {on_close} /> }
        }
        Over::Import(name, plan) => import(name, plan, act(Action::Merge(Rc::clone(plan))), &on_close),
        Over::Rename(id) => match session.article(id) {
            Some(article) => {
                let (close, dispatch, article) = (close.clone(), dispatch.clone(), Rc::clone(article));
                let (title, language) = (article.title.clone(), article.language.clone());
                let on_rename = Callback::from(move |(title, language): (String, Language)| {
                    if language != article.language {
                        let name = language.name().to_owned();
                        let remade = Rc::new(article.in_language(language));
                        dispatch.dispatch(Action::Language(remade, name).into());
                    }
                    dispatch.dispatch(Action::Rename(article.id.clone(), title).into());
                    close();
                });
                html! { <Rename {title} {language} {on_rename} {on_close} /> }
            }
            None => Html::default(),
        },
        Over::Clear => {
            let bundled = seeds::articles().into_iter().map(Rc::new).collect();
            clear(on_back_up, act(Action::Clear(bundled)), &on_close)
        }
    }
}
