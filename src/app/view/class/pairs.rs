//! Cohen's kappa of every two people: a small table, then a triangle in six strengths of ink.

use pressmark::annotation::Label;
use pressmark::exercise::agreement::{Coefficient, Figures, kappa};
use pressmark::exercise::board::Row;
use yew::{Html, html};

use super::super::mark;
use super::agreement::figure;
use super::class::{Class, Ranking};
use super::figures::Agreement;
use super::head::act;
use super::state::{Act, Dispatch, State};
use crate::app::words::count;

/// More people than this make a triangle that nobody can read.
const MOST_DRAWN: usize = 60;

/// The pairs.
pub fn pairs(
    state: &State,
    class: &Class,
    found: &Agreement,
    ranking: &Ranking,
    dispatch: &Dispatch,
) -> Html {
    let people = class.people().len();
    let number = people * people.saturating_sub(1) / 2;
    let row = |(label, figures): (&Label, &Figures)| {
        let spread = figures.pairs.and_then(|pairs| pairs.spread);
        let cell = |value: Option<f64>| html! { <td>{ value.map_or_else(|| "–".to_owned(), figure) }</td> };
        let undefined = match figures.pairs {
            None => "…".to_owned(),
            Some(pairs) if pairs.undefined == 0 => "none".to_owned(),
            Some(pairs) => pairs.undefined.to_string(),
        };
        html! {
            <tr data-ink={label.ink.to_string()}>
                <th scope="row">{ mark::sign(label, false) }{ " " }{ label.name.clone() }</th>
                { cell(spread.map(|spread| spread.low)) }{ cell(spread.map(|spread| spread.median)) }{ cell(spread.map(|spread| spread.high)) }
                <td>{ undefined }</td>
            </tr>
        }
    };
    let choice = |(place, label): (usize, &Label)| {
        html! {
            <label>
                <input type="radio" name="pairs" checked={place == state.pairs} onchange={act(dispatch, move || Act::Pairs(place))} />
                <span>{ label.name.clone() }</span>
            </label>
        }
    };
    html! {
        <section class="pm-pairs-part" aria-labelledby="pairs-h">
            <div>
                <h2 id="pairs-h">{ "Pairs" }</h2>
                <p class="pm-hint">
                    { format!("Cohen’s kappa for each of the {}. Two pupils who both always say yes leave nothing to compare: undefined.", count(number, "pair", "pairs")) }
                </p>
                <table class="pm-small">
                    <caption class="pm-unseen">{ "Pairs by label" }</caption>
                    <thead><tr>{ for ["Label", "Lowest", "Middle", "Highest", "Undefined"].map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for class.labels().iter().zip(&found.figures).map(row) }</tbody>
                </table>
                if people <= MOST_DRAWN {
                    <fieldset class="pm-sequence">
                        <legend class="pm-unseen">{ "Label of the pairs" }</legend>
                        { for class.labels().iter().enumerate().map(choice) }
                    </fieldset>
                } else {
                    <p class="pm-hint">{ format!("With more than {MOST_DRAWN} pupils the pairs are not drawn one by one.") }</p>
                }
            </div>
            if people <= MOST_DRAWN {
                { triangle(state, class, found, ranking) }
            }
        </section>
    }
}

fn triangle(state: &State, class: &Class, found: &Agreement, ranking: &Ranking) -> Html {
    let (Some(label), Some(ratings)) = (class.labels().get(state.pairs), found.ratings.get(state.pairs))
    else {
        return Html::default();
    };
    let name = label.name.to_lowercase();
    let called = |(rank, row): (usize, &Row)| (row.row, class.name(row.row, rank));
    let people: Vec<(usize, String)> = ranking.rows.iter().enumerate().map(called).collect();
    let cell = |one: usize, other: usize| {
        let (step, words) = match kappa(ratings, one, other) {
            Coefficient::Value(value) => (step(value), figure(value)),
            Coefficient::Undefined(_) => ("u", "undefined".to_owned()),
        };
        html! { <td data-step={step}><span class="pm-unseen">{ words }</span></td> }
    };
    html! {
        <div class="pm-pairs-box" role="region" aria-label={format!("Pairs, {name}")} tabindex="0">
            <table class="pm-pairs">
                <caption>
                    { format!("Cohen’s kappa of every two pupils: {name} ") }
                    <span class="pm-hint">{ "The stronger the ink, the more alike. Outline: below zero. Slash: undefined." }</span>
                </caption>
                <thead>
                    <tr>
                        <td></td>
                        { for people.iter().enumerate().take(people.len().saturating_sub(1)).map(|(rank, (_, name))| html! {
                            <th scope="col" aria-label={name.clone()}>{ rank + 1 }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for people.iter().enumerate().skip(1).map(|(rank, (one, name))| html! {
                        <tr>
                            <th scope="row">{ format!("{} {name}", rank + 1) }</th>
                            { for people.iter().take(rank).map(|(other, _)| cell(*one, *other)) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// The strength of ink of a value: 0 below zero, then five steps of a fifth.
fn step(value: f64) -> &'static str {
    match value {
        value if value < 0.0 => "0",
        value if value < 0.2 => "1",
        value if value < 0.4 => "2",
        value if value < 0.6 => "3",
        value if value < 0.8 => "4",
        _ => "5",
    }
}
