//! Handed in: what to give to the teacher, a receipt, what is still open, and what the key tells.

use std::rc::Rc;

use pressmark::exercise::{Exercise, HandIn, When};
use pressmark::session::Session;
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_state};

use super::hand_in::{self, Open};
use super::{board, passing, told, words};
use crate::app::browser::{clock, dom, file, share};
use crate::app::route::{At, Route};
use crate::app::store::Dispatch;
use crate::app::view::page::Frame;
use crate::app::words::{day, size};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub frame: Frame,
    pub session: Rc<Session>,
    pub exercise: Rc<Exercise>,
    pub dispatch: Dispatch,
    /// What this device remembers of the handing in.
    pub hand_in: HandIn,
}

#[component]
pub fn HandedIn(props: &Props) -> Html {
    let Props { session, exercise, dispatch, hand_in, .. } = props;
    let said = use_state(AttrValue::default);
    // Who listens hears the heading first.
    use_effect_with(hand_in.times, |_| dom::focus("main"));
    let answers = hand_in::answers(session, exercise);
    let open = hand_in::open(exercise, &answers);
    let progress = words::progress(session, exercise);
    let Some(annotator) = session.annotator() else { return Html::default() };
    let parcel = passing::parcel(session, exercise, annotator, hand_in.at);
    let is_as_it_was = parcel.check == hand_in.check;
    let again = {
        let (session, exercise, dispatch) = (Rc::clone(session), Rc::clone(exercise), dispatch.clone());
        Callback::from(move |_: MouseEvent| passing::hand_in(&session, &exercise, &dispatch))
    };
    let say = {
        let said = said.clone();
        Callback::from(move |words: &'static str| said.set(words.into()))
    };
    let back = Route::Exercise(exercise.id.clone(), At::Article(1, None)).address();
    let top = html! { <a class="pm-quiet pm-back" href={back}><span>{ "Back" }<span class="pm-wide-only">{ " to the article" }</span></span></a> };
    let head = html! {
        <>
            <h1>{ words::handed_in(open.not_reached.len()) }</h1>
            <p><span class="pm-num">{ words::answered(progress) }</span>{ " " }
                { words::again(hand_in).unwrap_or_else(|| "You can go on and hand in again: the newer one replaces this one.".to_owned()) }</p>
        </>
    };
    let body = html! {
        <div class="pm-hand-cols">
            <section class="pm-hand-out" aria-labelledby="give">
                <h2 id="give">{ "Give one of these to your teacher" }</h2>
                if is_as_it_was {
                    { the_file(&parcel, &say) }
                    { the_code(&parcel, &say) }
                } else {
                    <div class="pm-hand-way">
                        <h3>{ "Changed since" }</h3>
                        <p>{ "You have changed answers since you handed in. What you gave your teacher is as it was then." }</p>
                        <div class="pm-actions"><button type="button" class="pm-button pm-button--first" onclick={again}>{ "Hand in again" }</button></div>
                    </div>
                }
                { receipt(session, hand_in) }
                <p class="pm-hint" role="status">{ &*said }</p>
                <p class="pm-hint">{ "Keep the file until your teacher has it. Some browsers clear what a page has stored." }</p>
            </section>
            <section class="pm-hand-open" aria-labelledby="open-h">
                { still_open(exercise, &open, &answers) }
                if exercise.when == When::AfterHandIn || is_as_it_was { { told::after(exercise, &answers) } }
            </section>
        </div>
    };
    board(&props.frame, "pm-hand", top, head, body)
}

fn the_file(parcel: &passing::Parcel, say: &Callback<&'static str>) -> Html {
    let save = {
        let (name, text, say) = (parcel.name.clone(), parcel.text.clone(), say.clone());
        Callback::from(move |_: MouseEvent| {
            file::save(&name, "application/json", &text);
            say.emit("The file was saved to your downloads.");
        })
    };
    let share = share::can_share(&parcel.name).then(|| {
        let (name, text) = (parcel.name.clone(), parcel.text.clone());
        Callback::from(move |_: MouseEvent| share::share(&name, &text))
    });
    html! {
        <div class="pm-hand-way">
            <h3>{ "The file" }</h3>
            <p class="pm-file">{ parcel.name.clone() }</p>
            <p class="pm-hint">{ format!("Marks and notes, {}.", size(parcel.text.len())) }</p>
            <div class="pm-actions">
                <button type="button" class="pm-button pm-button--first" onclick={save}>{ "Save the file" }</button>
                if let Some(share) = share {
                    <button type="button" class="pm-button" onclick={share}>{ "Share the file" }</button>
                }
            </div>
        </div>
    }
}

fn the_code(parcel: &passing::Parcel, say: &Callback<&'static str>) -> Html {
    let groups = words::groups(&parcel.code);
    let spoken = groups.join("-");
    let copy = {
        let (code, say) = (spoken.clone(), say.clone());
        Callback::from(move |_: MouseEvent| {
            let say = say.clone();
            share::copy(&code, move |is_done| {
                say.emit(if is_done {
                    "The code is copied."
                } else {
                    "The browser does not let this page copy. Write the code down."
                });
            });
        })
    };
    let group = |(index, group): (usize, &String)| {
        html! { <>if index > 0 { <i>{ "-" }</i> }<span>{ group.clone() }</span></> }
    };
    html! {
        <div class="pm-hand-way">
            <h3>{ "Or the code" }</h3>
            <p class="pm-code" data-code={spoken.clone()}>
                <span class="pm-unseen">{ format!("Hand-in code: {spoken}") }</span>
                <span class="pm-code-groups" aria-hidden="true">{ for groups.iter().enumerate().map(group) }</span>
            </p>
            <p class="pm-hint">{ "Short enough to read aloud. Marks only, no notes. One wrong character is noticed. The letters I, L, O and U are never used." }</p>
            <div class="pm-actions"><button type="button" class="pm-button" onclick={copy}>{ "Copy the code" }</button></div>
        </div>
    }
}

fn receipt(session: &Session, hand_in: &HandIn) -> Html {
    let moment = hand_in.at.to_string();
    let (date, time) = clock::local(hand_in.at);
    let name = session.annotator().map(|annotator| annotator.name.clone()).unwrap_or_default();
    html! {
        <dl class="pm-receipt" aria-label="Receipt">
            <div><dt>{ "Receipt" }</dt><dd><time datetime={moment}>{ format!("{}, {time}", day(&date)) }</time></dd></div>
            <div><dt>{ "From" }</dt><dd>{ name }</dd></div>
            <div><dt>{ "Check number" }</dt><dd class="pm-num">{ hand_in.check.clone() }</dd></div>
        </dl>
    }
}

fn still_open(exercise: &Exercise, open: &Open, answers: &pressmark::exercise::Answers) -> Html {
    if *open == Open::default() {
        return html! { <><h2 id="open-h">{ "Nothing is open" }</h2><p class="pm-hint">{ "Every sentence has an answer." }</p></> };
    }
    let first = open.not_reached.first().map(|(article, sentence)| {
        let address = Route::Exercise(exercise.id.clone(), At::Article(article + 1, Some(sentence + 1))).address();
        html! { <div class="pm-actions"><a class="pm-button" href={address}>{ format!("Go on at sentence {}", sentence + 1) }</a></div> }
    });
    html! {
        <>
            <h2 id="open-h">{ "Still open" }</h2>
            { hand_in::todo(exercise, answers, open) }
            <p class="pm-hint">{ "Not sure is an answer and may stay. A sentence not reached is not counted as no." }</p>
            { first.unwrap_or_default() }
        </>
    }
}
