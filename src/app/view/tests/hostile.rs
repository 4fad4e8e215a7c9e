//! Words made to do harm, in every place where a view shows words: they are escaped, and make no element.

use std::collections::BTreeSet;
use std::rc::Rc;

use pressmark::annotation::{Annotation, Orphan, Quote};
use pressmark::article::{Article, Meta, Origin};
use pressmark::id::{AnnotatorId, LabelId};
use pressmark::session::{Action, Annotator, Moment, Plan, Session, Summary};
use pressmark::text::Span;
use pressmark::time::Timestamp;
use yew::{Html, html};

use super::super::import::import;
use super::super::notice::problems;
use super::super::rename::Rename;
use super::{frame, render};
use crate::app::persist::Save;
use crate::app::route::Route;
use crate::app::save::SaveState;
use crate::app::store::Dispatch;
use crate::app::view::library::{self, library};
use crate::app::view::reader::Reader;
use crate::app::view::settings::{self, settings};

fn corpus() -> Vec<String> {
    let kinds: serde_json::Value = serde_json::from_str(include_str!("../../../../tests/data/hostile.json"))
        .expect("the corpus is JSON");
    let lists = kinds.as_object().expect("kinds").values().filter_map(|list| list.as_array());
    lists.flatten().filter_map(|it| it.as_str().map(ToOwned::to_owned)).collect()
}

/// A device on which everything is called `words`: title, source, language, text, note, name, and a lost mark.
fn session(words: &str) -> Session {
    let meta = Meta {
        title: Some(words.into()),
        language: Some(pressmark::text::Language::new(words)),
        source: Some(words.into()),
        date: Some(words.into()),
        origin: Origin::Added(Timestamp(1)),
    };
    let article = Article::new(&format!("Said {words} aloud.\n\nSaid {words} again.\n\nTrending"), meta);
    let id = article.id.clone();
    let actions = [
        Action::Label(id.clone(), 0, LabelId::new("claim")),
        Action::Note(id.clone(), 0, words.into()),
        Action::Note(id.clone(), 1, words.into()),
    ];
    let moment = Moment { now: Timestamp(1_764_000_000_000), random: 7 };
    let mut session = Session::with_articles([article]);
    for action in &actions {
        session = session.update(action, moment).0;
    }
    let lost = Orphan {
        annotation: Rc::new(Annotation {
            note: words.into(),
            ..Annotation::blank(Span::default(), Timestamp(1))
        }),
        quote: Quote { exact: words.into(), prefix: words.into(), suffix: words.into() },
    };
    for set in session.work.get_mut(&id).into_iter().flat_map(|work| work.values_mut()) {
        *set = Rc::new((**set).clone().with_orphans(vec![lost.clone()]));
    }
    for annotator in &mut session.annotators {
        annotator.name = words.into();
    }
    session.annotators.push(Annotator { id: AnnotatorId::new(words), name: words.into() });
    session
}

/// The article's title, which here is all that a screen needs to know of the payload.
fn words(session: &Session) -> String {
    session.articles.first().map_or_else(String::new, |article| article.title.clone())
}

fn reader(session: &Rc<Session>, dispatch: &Dispatch) -> Html {
    let article = Rc::clone(session.articles.first().expect("there is one"));
    let notices = html! { <p>{ words(session) }</p> };
    html! {
        <Reader {article} session={Rc::clone(session)} save={SaveState::Saved} dispatch={dispatch.clone()} number={Some(1)}
            on_download={yew::Callback::noop()} {notices} />
    }
}

fn books(session: &Rc<Session>, dispatch: &Dispatch) -> Html {
    let props = library::Props {
        session: Rc::clone(session),
        dispatch: dispatch.clone(),
        on_add: yew::Callback::noop(),
        on_import: yew::Callback::noop(),
        on_rename: yew::Callback::noop(),
    };
    library(&frame(Route::Library), &props)
}

fn choices(session: &Rc<Session>, dispatch: &Dispatch) -> Html {
    let props = settings::Props {
        session: Rc::clone(session),
        save: Save::all_well(),
        damaged: Vec::new(),
        earlier: Vec::new(),
        stored: 62_000,
        dispatch: dispatch.clone(),
        is_single_file: false,
        on_back_up: yew::Callback::noop(),
        on_import: yew::Callback::noop(),
        on_clear: yew::Callback::noop(),
    };
    settings(&frame(Route::Settings), &props)
}

fn merge(session: &Rc<Session>, _: &Dispatch) -> Html {
    let plan = Plan {
        edits: Vec::new(),
        annotators: Vec::new(),
        adopt: None,
        settings: None,
        summary: Summary::default(),
        notes: vec![words(session)],
    };
    import(&words(session), &plan, yew::Callback::noop(), &yew::Callback::noop())
}

fn rename(session: &Rc<Session>, _: &Dispatch) -> Html {
    let language = pressmark::text::Language::new(&words(session));
    html! { <Rename title={words(session)} {language} on_rename={yew::Callback::noop()} on_close={yew::Callback::noop()} /> }
}

fn refusal(session: &Rc<Session>, _: &Dispatch) -> Html {
    problems(&[words(session)], &yew::Callback::noop())
}

/// The names of all elements and of all their attributes.
fn made(page: &str) -> BTreeSet<String> {
    let mut made = BTreeSet::new();
    for tag in page.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        // Every second piece is the value of an attribute, which has no quotation mark in it.
        let names = tag.split('"').step_by(2).flat_map(str::split_whitespace);
        made.extend(names.map(|name| name.trim_matches(['=', '/']).to_owned()));
    }
    made
}

#[test]
fn words_made_to_do_harm_make_no_element_and_no_attribute() {
    let screens: [fn(&Rc<Session>, &Dispatch) -> Html; 6] = [reader, books, choices, merge, rename, refusal];
    for (index, screen) in screens.into_iter().enumerate() {
        let plain = render(session("Words"), screen);
        assert!(plain.contains("Words"), "screen {index} shows the words");
        let usual = made(&plain);
        for payload in corpus() {
            let page = render(session(&payload), screen);
            let new: Vec<String> = made(&page).difference(&usual).cloned().collect();
            assert_eq!(new, [""; 0], "screen {index}, {payload:?}");
        }
    }
}

#[test]
fn the_test_above_sees_what_is_made() {
    let seen = made(r#"<p class="a b" hidden>x</p><img src="x" onerror="y">"#);
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["class", "hidden", "img", "onerror", "p", "src"]);
}
