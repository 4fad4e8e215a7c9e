//! The warm-up as the teacher writes it: three sentences, what belongs to each, and why.

use pressmark::exercise::{Judgement, WarmUp};
use yew::{Callback, Html, html};

use super::fields;
use super::labels::named;
use super::making::{Change, Making, WARM_UPS};
use crate::app::view::dialog::Dialog;
use crate::app::view::mark;

/// The dialog; every change is taken over as it is typed.
pub fn editor(making: &Making, on: &Callback<Change>, on_close: &Callback<()>) -> Html {
    let foot = html! {
        <>
            <span class="pm-hint">{ "A sentence without words is left out." }</span>
            <button type="submit" class="pm-button pm-button--first">{ "Done" }</button>
        </>
    };
    let blank = WarmUp::default();
    html! {
        <Dialog id="warm-up" title="Warm-up" on_close={on_close.clone()} on_submit={on_close.clone()} {foot}>
            <p class="pm-hint">{ "Pupils try these before the article. Each answer is checked at once, with your reason." }</p>
            <ol class="pm-edits">
                { for (0..WARM_UPS).map(|place| item(making, place, making.warm_up.get(place).unwrap_or(&blank), on)) }
            </ol>
        </Dialog>
    }
}

fn item(making: &Making, place: usize, warm_up: &WarmUp, on: &Callback<Change>) -> Html {
    let number = place + 1;
    let on_text = on.reform(move |text| Change::WarmUpText(place, text));
    let on_reason = on.reform(move |words| Change::WarmUpReason(place, words));
    let judge = |label: &pressmark::annotation::Label| {
        let judged = warm_up.judgements.iter().find(|(known, _)| *known == label.id).map(|(_, j)| *j);
        let id = label.id.clone();
        let on_choice = on.reform(move |word: String| {
            Change::WarmUpJudge(place, id.clone(), judgement(&word).unwrap_or_default())
        });
        let name = named(label);
        html! {
            <>
                <span class="pm-row">{ mark::sign(label, false) }{ name.clone() }</span>
                { fields::select(&format!("{name} in sentence {number}"), &format!("warm-{number}-{}", label.key), &choices("Does not belong"),
                    word(judged.filter(|judged| *judged != Judgement::Wrong)), &on_choice) }
                <span />
            </>
        }
    };
    html! {
        <li>
            { fields::area(&format!("warm-{number}-text"), &format!("Sentence {number}"), "2", &warm_up.text, &on_text) }
            <div class="pm-judge">{ for making.codebook.labels.iter().map(judge) }</div>
            { fields::area(&format!("warm-{number}-why"), &format!("Why, for sentence {number}"), "2", &warm_up.reason, &on_reason) }
        </li>
    }
}

/// The choices of a judgement, without one first.
pub fn choices(none: &'static str) -> [(yew::AttrValue, yew::AttrValue); 3] {
    [("", none), ("required", "Required"), ("accepted", "May be there")]
        .map(|(value, name)| (value.into(), name.into()))
}

/// The judgement that a choice names; without one there is none.
pub fn judgement(word: &str) -> Option<Judgement> {
    match word {
        "required" => Some(Judgement::Required),
        "accepted" => Some(Judgement::Accepted),
        "wrong" => Some(Judgement::Wrong),
        _ => None,
    }
}

/// The choice that a judgement is.
pub fn word(judgement: Option<Judgement>) -> &'static str {
    match judgement {
        Some(Judgement::Required) => "required",
        Some(Judgement::Accepted) => "accepted",
        Some(Judgement::Wrong) => "wrong",
        None => "",
    }
}
