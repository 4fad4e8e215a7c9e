//! Saves what is on this device as files.

use pressmark::format::name::{backup_name, download_name};
use pressmark::format::pressmark::{Export, write, write_backup};
use pressmark::format::{csv, web_annotation};
use pressmark::session::{Action, Session, Settings};
use wasm_bindgen_futures::spawn_local;

use super::board;
use super::browser::{clock, file};
use super::store::Dispatch;

/// The formats that annotations are exported in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Pressmark JSON: everything, and it can be imported again.
    Pressmark,
    /// W3C Web Annotation, as JSON-LD.
    WebAnnotation,
    /// A table for spreadsheets.
    Csv,
}

impl Format {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Pressmark, Self::WebAnnotation, Self::Csv];

    /// Its name in the menu.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pressmark => "Pressmark JSON",
            Self::WebAnnotation => "W3C Web Annotation",
            Self::Csv => "CSV",
        }
    }
}

/// Saves one article's annotations, or those of all annotated articles, by the current annotator.
pub fn save(session: &Session, what: Export, format: Format) {
    let title = match &what {
        Export::Article(id) => session.article(id).map_or("", |article| article.title.as_str()),
        _ => "pressmark",
    };
    let name = |ending| download_name(title, session.annotator().map_or("", |a| a.name.as_str()), ending);
    match format {
        Format::Pressmark => {
            let text = write(session, what, clock::now());
            file::save(&name("pressmark.json"), "application/json", &text);
        }
        Format::WebAnnotation => file::save(
            &name("jsonld"),
            "application/ld+json",
            &web_annotation::write(session, what, clock::now()),
        ),
        Format::Csv => file::save(&name("csv"), "text/csv;charset=utf-8", &csv::write(session, what)),
    }
}

/// Saves everything of everyone, and remembers when.
pub fn back_up(session: &Session, dispatch: &Dispatch) {
    let (session, dispatch) = (session.clone(), dispatch.clone());
    spawn_local(async move {
        // A class board that cannot be read is still there, and the class board says so.
        let board = board::readable().await;
        let now = clock::now();
        let text = write_backup(&session, board.as_slice(), now);
        file::save(&backup_name(now), "application/json", &text);
        let settings = Settings { backed_up: Some(now), ..session.settings.clone() };
        dispatch.dispatch(Action::Settings(settings).into());
    });
}
