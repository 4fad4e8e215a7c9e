//! Agreement: one table, a column a label, from plain counts down to coefficients, each with one plain sentence.

use pressmark::annotation::Label;
use pressmark::exercise::agreement::{
    Coefficient, Figures, Interval, Why, ac1_sentence, agreeing_sentence, alpha_sentence, fleiss_sentence,
    hundredths, in_a_hundred, shown, warnings,
};
use yew::{Html, html};

use super::super::mark;
use super::bar::{Extent, Kind, bar};
use super::class::{Class, Ranking};
use super::figures::Agreement;
use super::pairs::pairs;
use super::state::{Dispatch, State};
use super::words;

/// What is not counted as no.
pub fn uncounted(class: &Class) -> Html {
    let open: usize = class.tallies.iter().map(|tally| tally.not_reached).sum();
    let unsure: usize = class.tallies.iter().map(|tally| tally.unsure).sum();
    html! {
        <p class="pm-hint pm-tools">
            { "Not counted as no: " }<b class="pm-num">{ open }</b>{ " not reached, " }
            <b class="pm-num">{ unsure }</b>{ " not sure without a label. None counts as no." }
        </p>
    }
}

/// The table and the pairs.
pub fn agreement(
    state: &State,
    class: &Class,
    found: Option<&Agreement>,
    ranking: &Ranking,
    dispatch: &Dispatch,
) -> Html {
    let Some(found) = found else {
        return html! { <p class="pm-hint" role="status">{ "Counting…" }</p> };
    };
    let columns: Vec<(&Label, &Figures)> = class.labels().iter().zip(&found.figures).collect();
    let head = |label: &Label| {
        html! {
            <th role="columnheader" scope="col" data-ink={label.ink.to_string()}>
                <span>{ mark::sign(label, false) }{ " " }{ label.name.clone() }</span>
            </th>
        }
    };
    let row = |look: &'static str,
               name: &'static str,
               says: &'static str,
               cell: &dyn Fn(&Label, &Figures) -> Html| {
        html! {
            <tr role="row" class={look}>
                <th role="rowheader" scope="row"><b>{ name }</b><span>{ says }</span></th>
                { for columns.iter().map(|(label, figures)| html! {
                    <td role="cell" data-ink={label.ink.to_string()}>
                        <span class="pm-cell-mark" aria-hidden="true">{ mark::sign(label, false) }</span>
                        { cell(label, figures) }
                    </td>
                }) }
            </tr>
        }
    };
    let has_warnings = found.figures.iter().any(|figures| !warnings(figures).is_empty());
    html! {
        <>
            <table class="pm-agree" role="table" aria-busy={(!found.is_done).to_string()}>
                <caption class="pm-unseen">{ format!("Agreement of {} pupils on {} sentences, by label", class.people().len(), class.tallies.len()) }</caption>
                <thead role="rowgroup"><tr role="row"><td role="cell"></td>{ for columns.iter().map(|(label, _)| head(label)) }</tr></thead>
                <tbody role="rowgroup">
                    { row("pm-agree-first", "Said yes", "Answers with this label, of all answers given.", &said_yes) }
                    { row("pm-agree-first", "Agree", "Of 100 pairs of pupils, so many said the same.", &agree) }
                    { row("pm-agree-alpha", "Krippendorff’s alpha", "0 is guessing, 1 is one mind. Thick line: 95 % interval from drawing the sentences again 2,000 times.", &alpha) }
                    { row("", "Fleiss’ kappa", "The same question, asked of a fixed number of pupils.", &|_, figures| with_scale(figures, figures.fleiss, fleiss_sentence(figures))) }
                    { row("", "Gwet’s AC1", "Less upset when nearly everybody says yes, or no.", &|_, figures| with_scale(figures, figures.ac1, ac1_sentence(figures))) }
                    if has_warnings {
                        { row("pm-agree-last", "Take care", "What to know before you believe a figure.", &care) }
                    }
                </tbody>
            </table>
            { pairs(state, class, found, ranking, dispatch) }
        </>
    }
}

fn said_yes(label: &Label, figures: &Figures) -> Html {
    let (yes, all) = (count(figures.total.yes), count(figures.total.answered()));
    html! {
        <>
            <p class="pm-figure" data-ink={label.ink.to_string()}>
                <b>{ format!("{} %", words::percent(yes, all)) }</b>{ " " }<span>{ format!("{yes} of {all}") }</span>
            </p>
            { bar(label.ink, Extent { yes, answered: all, all }, Kind::Share) }
        </>
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn agree(_: &Label, figures: &Figures) -> Html {
    match in_a_hundred(figures.agreeing.same, figures.agreeing.pairs) {
        Some(share) => html! {
            <><p class="pm-figure"><b>{ format!("{share} in 100") }</b></p><p>{ agreeing_sentence(figures.agreeing) }</p></>
        },
        None => undefined(figures, Why::NothingShared),
    }
}

fn alpha(_: &Label, figures: &Figures) -> Html {
    let value = match figures.alpha {
        Coefficient::Value(value) => value,
        Coefficient::Undefined(why) => return undefined(figures, why),
    };
    let interval = figures.interval.and_then(Result::ok);
    html! {
        <>
            <div class="pm-figure pm-figure--scale"><b>{ figure(value) }</b>{ scale(value, interval, true) }</div>
            <p>
                if let Some(Interval { low, high }) = interval {
                    <b class="pm-num">{ format!("{} to {}.", figure(low), figure(high)) }</b>{ " " }
                } else if let Some(Err(why)) = figures.interval {
                    { why.sentence() }{ " " }
                } else {
                    { "The interval is being drawn… " }
                }
                { alpha_sentence(figures.alpha) }
            </p>
        </>
    }
}

fn with_scale(figures: &Figures, coefficient: Coefficient, sentence: &'static str) -> Html {
    match coefficient {
        Coefficient::Value(value) => html! {
            <>
                <div class="pm-figure pm-figure--scale"><b>{ figure(value) }</b>{ scale(value, None, false) }</div>
                <p>{ sentence }</p>
            </>
        },
        Coefficient::Undefined(why) => undefined(figures, why),
    }
}

fn undefined(figures: &Figures, why: Why) -> Html {
    let (yes, all) = (figures.total.yes, figures.total.answered());
    html! {
        <>
            <p class="pm-figure" data-undefined=""><b>{ "Undefined" }</b>{ " " }<span>{ format!("{yes} of {all} yes") }</span></p>
            <p>{ why.sentence() }</p>
        </>
    }
}

fn care(_: &Label, figures: &Figures) -> Html {
    let warnings = warnings(figures);
    html! { <>{ for warnings.into_iter().map(|warning| html! { <p class="pm-care">{ warning.sentence() }</p> }) }</> }
}

/// A value in hundredths, as it is printed.
pub fn figure(value: f64) -> String {
    shown(value)
}

/// A value on a scale from −.2 to 1, with its interval as a thick line.
fn scale(value: f64, interval: Option<Interval>, has_words: bool) -> Html {
    // Tenths of a unit of the drawing: 0 stands at 50, 1 at 200; what lies below −.2 stands at the end.
    let at = |value: f64| {
        let tenths = 500 + hundredths(value).unwrap_or(0).clamp(-20, 100) * 15;
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    html! {
        <svg class="pm-scale" viewBox="0 0 204 24" aria-hidden="true" focusable="false">
            <path class="pm-axis" d="M20 12H200M50 9v6M125 9v6M200 9v6" />
            if let Some(Interval { low, high }) = interval {
                <path class="pm-span" d={format!("M{} 12H{}", at(low), at(high))} />
            }
            <path class="pm-value" d={format!("M{} 4v16", at(value))} />
            if has_words {
                <text x="50" y="26">{ "0" }</text>
                <text x="125" y="26">{ ".5" }</text>
                <text x="200" y="26">{ "1" }</text>
            }
        </svg>
    }
}
