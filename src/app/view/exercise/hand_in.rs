//! Before handing in: what is still open is named, and nothing is refused for it.

use std::rc::Rc;

use pressmark::exercise::{Answers, Exercise, HandIn};
use pressmark::id::AnnotatorId;
use pressmark::session::Session;
use yew::{Callback, Html, MouseEvent, html};

use super::words;
use crate::app::browser::dom;
use crate::app::route::{At, Route};
use crate::app::view::dialog::Dialog;

/// What is not finished: places of articles and sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    pub not_reached: Vec<(usize, usize)>,
    pub not_sure: Vec<(usize, usize)>,
    pub no_note: Vec<(usize, usize)>,
    pub no_main: Vec<(usize, usize)>,
}

/// What is not finished in these answers.
pub fn open(exercise: &Exercise, answers: &Answers) -> Open {
    use pressmark::annotation::State;
    let mut open = Open::default();
    for (article, answers) in answers.iter().enumerate() {
        for (sentence, answer) in answers.iter().enumerate() {
            let at = (article, sentence);
            match answer.state() {
                State::Open => open.not_reached.push(at),
                State::Unsure => open.not_sure.push(at),
                State::None | State::Labelled => {}
            }
            if !exercise.asks_note(answer).is_empty() {
                open.no_note.push(at);
            }
            if exercise.asks_main(answer) {
                open.no_main.push(at);
            }
        }
    }
    open
}

/// The answers of the current annotator.
pub fn answers(session: &Session, exercise: &Exercise) -> Answers {
    let nobody = AnnotatorId::new("");
    session.answers(exercise, session.me.as_ref().unwrap_or(&nobody))
}

/// What this device remembers of the current annotator's handing in.
pub fn remembered(session: &Session, exercise: &Exercise) -> Option<HandIn> {
    let me = session.me.clone()?;
    session.hand_ins.get(&(exercise.id.clone(), me)).cloned()
}

/// The way back to the receipt, for who has handed in.
pub fn receipt_link(session: &Session, exercise: &Exercise) -> Option<Html> {
    remembered(session, exercise)?;
    let address = Route::Exercise(exercise.id.clone(), At::HandedIn).address();
    Some(html! { <>{ "Handed in " }<a class="pm-link" href={address}>{ "Receipt" }</a></> })
}

/// The question before handing in early.
pub fn ask(
    session: &Session,
    exercise: &Rc<Exercise>,
    on_now: &Callback<()>,
    on_close: &Callback<()>,
) -> Html {
    let answers = answers(session, exercise);
    let open = open(exercise, &answers);
    let on_link = {
        let on_close = on_close.clone();
        Callback::from(move |event: MouseEvent| {
            if dom::is_plain_choice(&event) {
                on_close.emit(());
            }
        })
    };
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={on_close.reform(|_| ())}>{ "Go on" }</button>
            <button type="submit" class="pm-button pm-button--first">{ "Hand in now" }</button>
        </>
    };
    html! {
        <Dialog id="hand-in" title="Hand in" on_close={on_close.clone()} on_submit={on_now.clone()} {foot}>
            <p>{ words::not_reached(open.not_reached.len()) }{ " Hand in now, or go on? You can hand in again later." }</p>
            <div onclick={on_link}>{ todo(exercise, &answers, &open) }</div>
        </Dialog>
    }
}

/// What is open, as links to the sentences.
pub fn todo(exercise: &Exercise, answers: &Answers, open: &Open) -> Html {
    let say = |at: &(usize, usize)| {
        let answer = answers.get(at.0).and_then(|answers| answers.get(at.1));
        let places: Vec<usize> = (0..exercise.codebook.labels.len())
            .filter(|place| answer.is_some_and(|it| it.has(*place)))
            .collect();
        if places.is_empty() {
            String::new()
        } else {
            format!("{}?", words::labels(&exercise.codebook, &places))
        }
    };
    html! {
        <>
            { list("Not reached", exercise, &open.not_reached, &|_| String::new()) }
            { list("Not sure", exercise, &open.not_sure, &say) }
            { list("Without the note that is asked for", exercise, &open.no_note, &|_| String::new()) }
            { list("Without a main label", exercise, &open.no_main, &|_| String::new()) }
        </>
    }
}

/// A named list of sentences, each a link to its place, with a word behind it.
pub fn list(
    name: &'static str,
    exercise: &Exercise,
    places: &[(usize, usize)],
    say: &dyn Fn(&(usize, usize)) -> String,
) -> Html {
    if places.is_empty() {
        return Html::default();
    }
    let item = |at: &(usize, usize)| {
        let (article, sentence) = *at;
        let Some(known) = exercise.articles.get(article) else { return Html::default() };
        let address =
            Route::Exercise(exercise.id.clone(), At::Article(article + 1, Some(sentence + 1))).address();
        let number = match exercise.articles.len() {
            1 => format!("{}", sentence + 1),
            _ => format!("{}.{}", article + 1, sentence + 1),
        };
        let words = say(at);
        html! {
            <li><a href={address}>
                <span class="pm-todo-no">{ number }</span>
                <span class="pm-todo-text" lang={known.language.tag().to_owned()}>{ known.sentence(sentence).unwrap_or_default().to_owned() }</span>
                if !words.is_empty() { <span class="pm-todo-say">{ words }</span> }
            </a></li>
        }
    };
    html! { <><h3 class="pm-todo-name">{ name }</h3><ol class="pm-todo">{ for places.iter().map(item) }</ol></> }
}
