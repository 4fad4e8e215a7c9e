//! The warm-up: sentences to practise on before the article, with the answer and the reason at once.

use std::cell::RefCell;

use pressmark::annotation::Codebook;
use pressmark::exercise::{Answer, Exercise, Fit, Judgement, WarmUp};
use pressmark::id::{ExerciseId, LabelId};
use yew::{Callback, Html, html};

use super::words;
use crate::app::view::mark;

/// What the pupil said of one sentence of the warm-up, and whether it was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Try {
    pub answer: Answer,
    pub is_checked: bool,
}

/// What the pupil does with the sentence at a place of the warm-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Sets the label at a place of the codebook or takes it back.
    Label(usize),
    /// Sets *none* or takes it back.
    None,
    /// Asks whether it fits.
    Check,
}

impl Try {
    /// The same after a step; a changed answer has to be checked again.
    pub fn after(&self, step: Step) -> Self {
        let Answer { labels, none, .. } = self.answer;
        let of =
            |labels, none| Self { answer: Answer { labels, none, ..Answer::default() }, is_checked: false };
        match step {
            Step::Label(place) => of(labels ^ (1 << place.min(15)), false),
            Step::None => of(0, !none),
            Step::Check => Self { is_checked: labels != 0 || none, ..self.clone() },
        }
    }
}

/// An exercise, a code name, and what was tried under it.
type Tried = (ExerciseId, String, Vec<Try>);

thread_local! {
    /// What was tried since the page was opened. It is practice and no work, so it is not stored.
    static TRIED: RefCell<Vec<Tried>> = const { RefCell::new(Vec::new()) };
}

/// Remembers what somebody tried, until the page is closed.
pub fn remember(exercise: &ExerciseId, name: &str, tries: &[Try]) {
    let name = name.trim();
    TRIED.with_borrow_mut(|all| {
        all.retain(|(known, who, _)| known != exercise || who != name);
        all.push((exercise.clone(), name.to_owned(), tries.to_vec()));
    });
}

/// What somebody tried before.
pub fn remembered(exercise: &ExerciseId, name: &str) -> Option<Vec<Try>> {
    TRIED.with_borrow(|all| {
        let tried = all.iter().find(|(known, who, _)| known == exercise && who == name.trim());
        tried.map(|(.., tries)| tries.clone())
    })
}

/// How many sentences of the warm-up were checked and fit.
pub fn fitting(exercise: &Exercise, tries: &[Try]) -> usize {
    let fits = |(warm_up, made): &(&WarmUp, &Try)| {
        made.is_checked && fit(warm_up, &exercise.codebook, &made.answer) == Fit::Fits
    };
    exercise.warm_up.iter().zip(tries).filter(fits).count()
}

/// How a try fits what the teacher judged.
pub fn fit(warm_up: &WarmUp, codebook: &Codebook, answer: &Answer) -> Fit {
    let judge = |place: usize| {
        let label = codebook.labels.get(place).map(|label| &label.id);
        let judged = warm_up.judgements.iter().find(|(known, _)| Some(known) == label);
        judged.map(|(_, judgement)| *judgement).unwrap_or_default()
    };
    Fit::of(answer, codebook.labels.len(), &judge)
}

/// The list of sentences, each with its buttons and, once it was checked, what fits and why.
pub fn warm_up(exercise: &Exercise, tries: &[Try], on_step: &Callback<(usize, Step)>) -> Html {
    let blank = Try::default();
    let item = |(place, warm_up): (usize, &WarmUp)| {
        let made = tries.get(place).unwrap_or(&blank);
        let codebook = &exercise.codebook;
        let send = |step: Step| on_step.reform(move |_| (place, step));
        let label = |(at, label): (usize, &pressmark::annotation::Label)| {
            html! {
                <button type="button" class="pm-chip" data-ink={label.ink.to_string()} aria-pressed={made.answer.has(at).to_string()} onclick={send(Step::Label(at))}>
                    { mark::sign(label, false) }{ label.name.clone() }
                </button>
            }
        };
        let id = format!("warm-{}", place + 1);
        html! {
            <li>
                <p class="pm-sentence-text" id={id.clone()}><b>{ place + 1 }</b>{ warm_up.text.clone() }</p>
                <div class="pm-warm-labels" role="group" aria-labelledby={id.clone()}>
                    { for codebook.labels.iter().enumerate().map(label) }
                    <button type="button" class="pm-chip" aria-pressed={made.answer.none.to_string()} onclick={send(Step::None)}>{ "None" }</button>
                    <button type="button" class="pm-button" aria-describedby={id} onclick={send(Step::Check)}>{ "Check" }</button>
                </div>
                <div role="status">
                    if made.is_checked {
                        { told(&fit(warm_up, codebook, &made.answer), codebook, &warm_up.reason) }
                    }
                </div>
            </li>
        }
    };
    html! { <ol class="pm-warm">{ for exercise.warm_up.iter().enumerate().map(item) }</ol> }
}

fn told(fit: &Fit, codebook: &Codebook, reason: &str) -> Html {
    html! {
        <div class="pm-told">
            <p><b>{ words::fit(fit, codebook) }</b></p>
            if !reason.is_empty() { <p>{ reason.to_owned() }</p> }
        </div>
    }
}

/// The warm-up that comes with claim, actor and event; other codebooks start with none.
pub fn ready(codebook: &Codebook) -> Vec<WarmUp> {
    let required = |ids: &[&str]| ids.iter().map(|id| (LabelId::new(id), Judgement::Required)).collect();
    let of = |(text, ids, reason): (&str, &[&str], &str)| WarmUp {
        text: text.to_owned(),
        judgements: required(ids),
        reason: reason.to_owned(),
    };
    let has = |id: &&str| codebook.label(&LabelId::new(id)).is_some();
    if ["claim", "actor", "event"].iter().all(has) { READY.map(of).to_vec() } else { Vec::new() }
}

const READY: [(&str, &[&str], &str); 3] = [
    (
        "The town closed the library on Mill Street on Friday after its heating failed.",
        &["actor", "event"],
        "The town acts, so there is an actor. It happened on a particular day, so it is an event. Nobody disputes it: a plain report is no claim.",
    ),
    (
        "“Without its library this quarter will lose its heart,” said Nora Beck, who has borrowed books there for thirty years.",
        &["claim", "actor"],
        "It is a forecast and a view on one person’s word: a claim. She speaks, so she is an actor. Merely saying something is no event.",
    ),
    (
        "The building has two storeys and stands beside the canal.",
        &[],
        "Nobody acts, nothing happens, and nobody would dispute it. All three answers are no: it is None.",
    ),
];
