//! The part that reading and marking do without: exercises, help, settings, dialogs, files in and out, and the segmenter.

use std::rc::Rc;

use pressmark::annotation::Codebook;
use pressmark::article::Article;
use pressmark::format::pressmark::Export;
use pressmark::format::storage::Later;
use pressmark::session::Session;
use pressmark::text::Span;
use yew::Html;

use super::over::{self, Over};
use super::page::Frame;
use super::{class, exercise, help, settings};
use crate::app::browser::file::Picked;
use crate::app::export::{self, Format};
use crate::app::open::{self, Outcome};
use crate::app::part::part;
use crate::app::store::Dispatch;

/// The functions of the part.
pub struct Pages {
    pub help: fn(&Frame, &Codebook) -> Html,
    pub exercise: fn(&Frame, &exercise::Props) -> Html,
    pub settings: fn(&Frame, &settings::Props) -> Html,
    pub class: fn(&Frame, class::Props) -> Html,
    pub over: fn(&Over, &over::Props) -> Html,
    pub outcomes: fn(&Session, &[Picked]) -> Vec<Outcome>,
    pub save: fn(&Session, Export, Format),
    pub back_up: fn(&Session, &Dispatch),
    pub later: Later,
    pub with_line: fn(&Article, Span, bool) -> Article,
}

static TABLE: Pages = Pages {
    help: help::help,
    exercise: exercise::page,
    settings: settings::settings,
    class: class::page,
    over: over::over,
    outcomes: open::outcomes,
    save: export::save,
    back_up: export::back_up,
    later: Later::HERE,
    with_line: Article::with_line,
};

part!(
    /// The part.
    PAGES, pages, Pages, TABLE
);

/// Saves annotations as a file.
pub fn save(session: &Rc<Session>, what: Export, format: Format, dispatch: &Dispatch) {
    let session = Rc::clone(session);
    PAGES.with(dispatch, move |pages| (pages.save)(&session, what, format));
}

/// Saves everything of everyone as a file.
pub fn back_up(session: &Rc<Session>, dispatch: &Dispatch) {
    let (session, then) = (Rc::clone(session), dispatch.clone());
    PAGES.with(dispatch, move |pages| (pages.back_up)(&session, &then));
}

/// What a few stored entries are read with, if it is here.
pub fn later() -> Option<Later> {
    PAGES.here().map(|pages| pages.later)
}
