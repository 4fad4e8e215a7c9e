//! The class board: what a class said of an article, laid side by side.

mod add;
mod against;
mod agreement;
mod bar;
mod board;
mod cell;
#[expect(clippy::module_inception, reason = "what is known of the class, among the screens of the class")]
mod class;
mod consensus;
mod empty;
mod export;
mod figures;
mod grid;
mod growth;
mod head;
mod keep;
mod keys;
mod open;
mod pairs;
mod projector;
mod pupils;
mod readings;
mod row;
mod second;
mod sheet;
mod spread;
mod state;
mod strips;
mod take;
#[cfg(test)]
mod tests;
mod told;
mod who;
mod words;

use std::rc::Rc;

use pressmark::session::Session;
use yew::{Html, html};

use super::page::Frame;
use crate::app::route::ClassView;
use crate::app::store;

/// What the class board needs of the program.
pub struct Props {
    pub session: Rc<Session>,
    pub dispatch: store::Dispatch,
    pub view: ClassView,
}

/// The class board.
pub fn page(frame: &Frame, props: Props) -> Html {
    let Props { session, dispatch, view } = props;
    html! { <board::Board key="class" {session} {dispatch} {view} notices={frame.notices.clone()} /> }
}
