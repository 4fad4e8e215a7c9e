//! Views rendered on the host: the hooks that tests, style sheets and embedders rely on.

mod hostile;

use std::rc::Rc;

use pressmark::annotation::Annotations;
use pressmark::article::{Article, Meta, Origin};
use pressmark::id::LabelId;
use pressmark::session::{Action, Moment, Session};
use pressmark::time::Timestamp;
use yew::{Html, Properties, component, html, use_reducer};

use super::library::{self, library};
use super::page::Frame;
use super::reader::Reader;
use super::settings::{self, settings};
use super::{help, saved};
use crate::app::keeper::Shared;
use crate::app::persist::Save;
use crate::app::route::Route;
use crate::app::save::SaveState;
use crate::app::store::{Dispatch, Store};

const TEXT: &str =
    "Pier closes\n\nThe board voted. “Nobody spoke,” she said.\n\nIt will meet again.\n\nTrending";

pub fn session(actions: &[Action]) -> Session {
    let meta = Meta { title: None, language: None, source: None, date: None, origin: Origin::Bundled };
    let start = Session::with_articles([Article::new(TEXT, meta)]);
    let moment = Moment { now: Timestamp(1_764_000_000_000), random: 7 };
    actions.iter().fold(start, |session, action| session.update(action, moment).0)
}

pub fn article(session: &Session) -> Rc<Article> {
    Rc::clone(session.articles.first().expect("the session has an article"))
}

#[derive(Properties)]
struct StageProps {
    session: Rc<Session>,
    draw: fn(&Rc<Session>, &Dispatch) -> Html,
}

impl PartialEq for StageProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Gives a screen the dispatcher that only a component can have.
#[component]
fn Stage(props: &StageProps) -> Html {
    let session = Rc::clone(&props.session);
    let store = use_reducer(|| Store {
        session,
        save: Save::all_well(),
        keeper: Shared::of_nothing(),
        missing: false,
    });
    (props.draw)(&props.session, &store.dispatcher())
}

pub fn render(session: Session, draw: fn(&Rc<Session>, &Dispatch) -> Html) -> String {
    let props = StageProps { session: Rc::new(session), draw };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime for the test");
    let renderer = yew::LocalServerRenderer::<Stage>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn reader(session: &Rc<Session>, dispatch: &Dispatch) -> Html {
    let on_download = yew::Callback::noop();
    html! {
        <Reader article={article(session)} session={Rc::clone(session)} save={SaveState::Saved} dispatch={dispatch.clone()}
            number={Some(2)} {on_download} notices={Html::default()} />
    }
}

pub fn frame(here: Route) -> Frame {
    Frame { here, save: SaveState::Saved, on_download: yew::Callback::noop(), notices: Html::default() }
}

/// The opening tag of the element that has this attribute.
fn tag<'a>(page: &'a str, attribute: &str) -> &'a str {
    let at = page.find(attribute).unwrap_or_else(|| panic!("no {attribute} in {page}"));
    let start = page[..at].rfind('<').expect("a tag begins");
    &page[start..=start + page[start..].find('>').expect("a tag ends")]
}

#[test]
fn a_sentence_is_one_element_that_says_its_number_labels_and_state() {
    let id = article(&session(&[])).id.clone();
    let page = render(
        session(&[
            Action::Label(id.clone(), 1, LabelId::new("event")),
            Action::Label(id, 1, LabelId::new("claim")),
        ]),
        reader,
    );
    let second = tag(&page, r#"data-sentence="2""#);
    for hook in [
        r#"data-labels="claim event""#,
        r#"data-state="labelled""#,
        r#"aria-current="true""#,
        r#"tabindex="0""#,
        r#"id="s2""#,
    ] {
        assert!(second.contains(hook), "{hook} in {second}");
    }
    let third = tag(&page, r#"data-sentence="3""#);
    for hook in [r#"data-labels="""#, r#"data-state="open""#, r#"tabindex="-1""#] {
        assert!(third.contains(hook), "{hook} in {third}");
    }
    assert!(page.contains(">“Nobody spoke,” she said.</span>"), "its text is exactly the sentence's");
    assert!(page.contains("Sentence 2: claim, event."), "the row says it in words");
}

#[test]
fn not_sure_wins_over_labels_and_over_none() {
    let id = article(&session(&[])).id.clone();
    let page = render(
        session(&[
            Action::Label(id.clone(), 0, LabelId::new("claim")),
            Action::Unsure(id.clone(), 0),
            Action::None(id, 2),
        ]),
        reader,
    );
    assert!(tag(&page, r#"data-sentence="1""#).contains(r#"data-state="unsure""#));
    assert!(tag(&page, r#"data-sentence="3""#).contains(r#"data-state="none""#));
}

#[test]
fn the_reading_page_has_its_hooks() {
    let id = article(&session(&[])).id.clone();
    let page = render(session(&[]), reader);
    assert!(tag(&page, "data-article").contains(&format!(r#"data-article="{id}""#)));
    assert!(tag(&page, "data-article").contains(r#"lang="en" dir="ltr""#));
    assert_eq!(page.matches("data-paragraph=").count(), 2);
    assert_eq!(page.matches("data-cell=").count(), 3);
    assert!(tag(&page, "data-minimap").contains(r#"aria-valuetext="Sentence 2 of 3: not reached""#));
    assert!(page.contains("1 line set apart: “Trending”."));
    assert!(page.contains(r#"aria-label="Labels for sentence 2""#));
}

#[test]
fn every_button_of_the_bar_names_its_keys() {
    let page = render(session(&[]), reader);
    for keys in ["1 C", "2 A", "3 E", "0 X", "Q", "N", "U Control+Z", "Shift+U Control+Y Control+Shift+Z"] {
        assert!(page.contains(&format!(r#"aria-keyshortcuts="{keys}""#)), "{keys}");
    }
}

#[test]
fn text_is_only_ever_text() {
    let meta = Meta {
        title: Some("<b>T</b>".into()),
        language: None,
        source: None,
        date: None,
        origin: Origin::Bundled,
    };
    let hostile = Article::new("<script>alert(1)</script> said so. More here.", meta);
    let page = render(Session::with_articles([hostile]), reader);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>"));
    assert!(page.contains("&lt;b&gt;T&lt;/b&gt;"));
}

#[test]
fn the_library_shows_an_article_ready_to_open_at_the_first_visit() {
    let draw: fn(&Rc<Session>, &Dispatch) -> Html = |session, dispatch| {
        let props = library::Props {
            session: Rc::clone(session),
            dispatch: dispatch.clone(),
            on_add: yew::Callback::noop(),
            on_import: yew::Callback::noop(),
            on_rename: yew::Callback::noop(),
        };
        library(&frame(Route::Library), &props)
    };
    let id = article(&session(&[])).id.clone();
    let first = render(session(&[]), draw);
    assert!(first.contains(&format!(r##"href="#/read/{id}""##)) && first.contains("Start reading"));
    let later = render(session(&[Action::None(id, 0)]), draw);
    assert!(
        later.contains("1 of 3 answered. ")
            && later.contains("Go on at sentence 2")
            && later.contains("Back up")
    );
}

#[test]
fn settings_show_the_choices_that_are_in_force() {
    let page = render(session(&[]), |session, dispatch| {
        let props = settings::Props {
            session: Rc::clone(session),
            save: Save::all_well(),
            damaged: vec![("pressmark/damaged/2026-11-25T09:00:00Z/mark/3f2a/k/7".into(), "{".into())],
            earlier: Vec::new(),
            stored: 62_000,
            dispatch: dispatch.clone(),
            is_single_file: true,
            on_back_up: yew::Callback::noop(),
            on_import: yew::Callback::noop(),
            on_clear: yew::Callback::noop(),
        };
        settings(&frame(Route::Settings), &props)
    });
    assert!(page.contains("1 article, 0 marked sentences, 62 kB of about 5.2 MB"));
    assert!(page.contains("This page was opened from a file."));
    assert!(
        page.contains("1 entry could not be read.")
            && page.contains("mark/3f2a/k/7, found on 25 November 2026.")
    );
    assert_eq!(page.matches(" checked").count(), 4, "theme, size, spacing, single keys");
}

#[test]
fn help_lists_every_label_and_every_key() {
    let page = render(session(&[]), |session, _| help::help(&frame(Route::Help), &session.codebook));
    for words in
        ["claim, actor, event (also C, A, E)", "undo (also Ctrl Z)", "Officials in Baku", "Hard cases"]
    {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn what_is_not_kept_is_said_as_an_alert_with_a_download() {
    for state in SaveState::ALL {
        let page = render_save(state);
        assert!(page.contains(&format!(r#"data-save-state="{}""#, state.word())), "{page}");
        let is_calm = ["saved", "saving"].contains(&state.word());
        assert_eq!(page.contains(r#"role="alert""#), !is_calm, "{page}");
        assert_eq!(page.to_lowercase().contains("download a copy"), !is_calm, "{page}");
    }
    for (state, words) in [
        (SaveState::Saving, "Saving…"),
        (SaveState::NotOnDisk, "Saved in this browser, not yet on disk"),
        (SaveState::LocalFull, "Saved on disk, local storage is full"),
        (SaveState::Failed, "Not saved: storage is full — "),
        (SaveState::Blocked, "Not saved: this browser keeps nothing. "),
        (SaveState::Newer, "newer Pressmark"),
    ] {
        assert!(render_save(state).contains(words), "{words}");
    }
}

#[derive(Properties, PartialEq)]
struct StateProps {
    state: SaveState,
}

#[component]
fn State(props: &StateProps) -> Html {
    saved::saved(props.state, &yew::Callback::noop())
}

fn render_save(state: SaveState) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime for the test");
    let renderer = yew::LocalServerRenderer::<State>::with_props(StateProps { state }).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

#[test]
fn a_change_elsewhere_in_a_block_leaves_a_paragraph_alone() {
    let session = session(&[]);
    let article = article(&session);
    let before = Annotations::none(&article);
    let mark = pressmark::annotation::Annotation::blank(article.sentences[2], Timestamp(0));
    let after = before.with(2, Some(Rc::new(mark)));
    let props = |all: &Annotations, index| super::paragraph::Props {
        article: Rc::clone(&article),
        index,
        chunk: Rc::clone(&all.chunks[0]),
        codebook: Rc::clone(&session.codebook),
        here: None,
    };
    assert!(props(&before, 0) == props(&after, 0), "the first paragraph is not drawn again");
    assert!(props(&before, 1) != props(&after, 1), "the second is");
}
