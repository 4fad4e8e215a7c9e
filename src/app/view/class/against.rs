//! Against the key: by label and by pupil what was hit, accepted, wrong and missed, with the shares and their counts.

use pressmark::annotation::Label;
use pressmark::exercise::board::{Marks, Part, Score, Table};
use pressmark::exercise::{Judgement, Key};
use yew::{Html, html};

use super::super::mark;
use super::bar::{Extent, Kind, bar};
use super::class::{Class, Ranking};
use super::head::act;
use super::state::{Act, Dispatch, State};
use crate::app::route::{ClassView, Route};

/// So many sentences are named where most stand against the key.
const MOST_NAMED: usize = 6;

/// A class against a key.
pub struct Against {
    key: Key,
    marks: Vec<Marks>,
}

/// Compares a class with the key of its exercise, or with its own consensus; nothing without a key.
pub fn compare(class: &Class, is_consensus: bool) -> Option<Against> {
    let own = &class.exercise().key;
    let key = if is_consensus || own.is_empty() { class.board.key(class.vote) } else { own.clone() };
    let table = Table::new(class.exercise(), &key)?;
    Some(Against { key, marks: class.board.scores(class.vote, &table) })
}

/// Which key the class is held against.
pub fn keys(state: &State, class: &Class, dispatch: &Dispatch) -> Html {
    let has_key = !class.exercise().key.is_empty();
    let is_own = has_key && !state.is_consensus;
    html! {
        <fieldset class="pm-sequence">
            <legend class="pm-unseen">{ "Held against" }</legend>
            <label>
                <input type="radio" name="key" checked={is_own} disabled={!has_key} onchange={act(dispatch, || Act::Key(false))} />
                <span>{ if has_key { "The exercise’s key" } else { "This exercise has no key" } }</span>
            </label>
            <label>
                <input type="radio" name="key" checked={!is_own} onchange={act(dispatch, || Act::Key(true))} />
                <span>{ "The class’s consensus" }</span>
            </label>
        </fieldset>
    }
}

/// The tables.
pub fn against(state: &State, class: &Class, ranking: &Ranking, dispatch: &Dispatch) -> Html {
    let Some(found) = compare(class, state.is_consensus) else {
        return html! {
            <p>{ "There is nothing to hold the class against yet. " }
                <a href={Route::Class(ClassView::Consensus).address()}>{ "Settle the sentences" }</a>{ " and make that the key." }</p>
        };
    };
    let total =
        |label: usize| found.marks.iter().filter_map(|marks| marks.labels.get(label)).copied().sum::<Score>();
    let columns: Vec<(&Label, Score)> =
        class.labels().iter().enumerate().map(|(place, label)| (label, total(place))).collect();
    let row =
        |look: &'static str, name: &'static str, says: &'static str, cell: &dyn Fn(&Label, Score) -> Html| {
            html! {
                <tr role="row" class={look}>
                    <th role="rowheader" scope="row"><b>{ name }</b><span>{ says }</span></th>
                    { for columns.iter().map(|(label, score)| html! {
                        <td role="cell" data-ink={label.ink.to_string()}>
                            <span class="pm-cell-mark" aria-hidden="true">{ mark::sign(label, false) }</span>
                            { cell(label, *score) }
                        </td>
                    }) }
                </tr>
            }
        };
    html! {
        <>
            <table class="pm-agree" role="table">
                <caption class="pm-unseen">{ format!("{} pupils against the key, by label", class.people().len()) }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell"></td>
                        { for class.labels().iter().map(|label| html! {
                            <th role="columnheader" scope="col" data-ink={label.ink.to_string()}><span>{ mark::sign(label, false) }{ " " }{ label.name.clone() }</span></th>
                        }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    { row("pm-agree-first", "Found", "Recall: of what the key requires on answered sentences, so much was set.", &|label, score| share(label, score.recall(), "Nothing is required here.")) }
                    { row("pm-agree-first", "Right", "Precision: of what was set, so much is required. What is only accepted counts neither way.", &|label, score| share(label, score.precision(), "This label was never set.")) }
                    { row("", "F1", "Both in one figure; 1 is the key itself.", &|_, score| f1(score)) }
                    { row("pm-agree-last", "In numbers", "Labels of all pupils together.", &|_, score| html! { <p>{ numbers(score) }</p> }) }
                </tbody>
            </table>
            { most_off(class, &found.key, dispatch) }
            { pupils(state, class, &found, ranking, dispatch) }
        </>
    }
}

/// A share in percent, with its counts and its bar.
fn share(label: &Label, part: Part, otherwise: &'static str) -> Html {
    match part.hundredths() {
        Some(share) => html! {
            <>
                <p class="pm-figure" data-ink={label.ink.to_string()}><b>{ format!("{share} %") }</b>{ " " }<span>{ format!("{} of {}", part.part, part.of) }</span></p>
                { bar(label.ink, Extent { yes: part.part, answered: part.of, all: part.of }, Kind::Share) }
            </>
        },
        None => {
            html! { <><p class="pm-figure" data-undefined=""><b>{ "Undefined" }</b></p><p>{ otherwise }</p></> }
        }
    }
}

fn f1(score: Score) -> Html {
    match score.f1().hundredths() {
        Some(_) => html! { <p class="pm-figure"><b>{ two_places(score.f1()) }</b></p> },
        None => {
            html! { <><p class="pm-figure" data-undefined=""><b>{ "Undefined" }</b></p><p>{ "Nothing was required and nothing was set." }</p></> }
        }
    }
}

/// A share as statistics are printed: `.89`, `1.00`; a dash where it is undefined.
fn two_places(part: Part) -> String {
    match part.hundredths() {
        Some(100) => "1.00".to_owned(),
        Some(share) => format!(".{share:02}"),
        None => "–".to_owned(),
    }
}

/// `253 hit, 12 accepted, 22 wrong, 41 missed, 9 not answered`.
fn numbers(score: Score) -> String {
    let parts = [
        (score.hit, "hit"),
        (score.accepted, "accepted"),
        (score.wrong, "wrong"),
        (score.missed, "missed"),
        (score.open, "required and not answered"),
    ];
    let told =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}"));
    let told = told.collect::<Vec<_>>().join(", ");
    if told.is_empty() { "Nothing.".to_owned() } else { told }
}

/// A sentence and a label on which many stand against the key.
struct Off {
    sentence: usize,
    label: usize,
    number: usize,
    of: usize,
    is_missed: bool,
}

/// Where most stand against the key: sentences and labels worth talking about.
fn most_off(class: &Class, key: &Key, dispatch: &Dispatch) -> Html {
    let mut all = Vec::new();
    for (sentence, tally) in class.tallies.iter().enumerate() {
        for (place, label) in class.labels().iter().enumerate() {
            let count = tally.count(place);
            let (number, is_missed) = match key.judgement(class.article, sentence, &label.id) {
                Judgement::Required => (count.no, true),
                Judgement::Wrong => (count.yes, false),
                Judgement::Accepted => (0, false),
            };
            if number > 0 {
                all.push(Off { sentence, label: place, number, of: tally.base, is_missed });
            }
        }
    }
    pressmark::order::sort_by(&mut all, |a, b| (b.number * a.of).cmp(&(a.number * b.of)));
    all.truncate(MOST_NAMED);
    let item = |off: &Off| {
        let name = class.labels().get(off.label).map(|label| label.name.to_lowercase()).unwrap_or_default();
        let (number, of, sentence) = (off.number, off.of, off.sentence);
        let words = if off.is_missed {
            format!("{number} of {of} did not set {name}, which the key requires.")
        } else {
            format!("{number} of {of} set {name}, which the key does not have.")
        };
        let reason =
            class.labels().get(off.label).and_then(|label| key.entry(class.article, sentence, &label.id));
        let reason = reason.map(|entry| entry.reason.clone()).filter(|reason| !reason.is_empty());
        html! {
            <li>
                <a href={Route::Class(ClassView::Article).address()} onclick={act(dispatch, move || Act::Open(sentence))}>{ format!("Sentence {}", sentence + 1) }</a>
                { ": " }{ words }
                if let Some(reason) = reason {
                    <q>{ reason }</q>
                }
            </li>
        }
    };
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="pm-off-list" aria-labelledby="off-h">
            <h2 id="off-h">{ "Where most stand against the key" }</h2>
            <ol>{ for all.iter().map(item) }</ol>
        </section>
    }
}

/// Pupil by pupil.
fn pupils(state: &State, class: &Class, found: &Against, ranking: &Ranking, dispatch: &Dispatch) -> Html {
    let shown = state.listed.min(ranking.rows.len());
    let number = |number: usize| {
        if number == 0 {
            html! { <span class="pm-zero">{ "0" }</span> }
        } else {
            html! { { number } }
        }
    };
    let cells = |score: Score| {
        html! { <><td>{ number(score.hit) }</td><td>{ number(score.accepted) }</td><td>{ number(score.wrong) }</td><td>{ number(score.missed) }</td></> }
    };
    let share = |part: Part| html! { <td><b>{ two_places(part) }</b><span>{ format!(" {} of {}", part.part, part.of) }</span></td> };
    let line = |(rank, row): (usize, &pressmark::exercise::board::Row)| {
        let marks = found.marks.get(row.row).cloned().unwrap_or_default();
        let all = marks.all();
        html! {
            <tr>
                <th scope="row">{ class.name(row.row, rank) }</th>
                { for marks.labels.iter().map(|score| cells(*score)) }
                { share(all.recall()) }{ share(all.precision()) }
                <td><b>{ two_places(all.f1()) }</b></td>
            </tr>
        }
    };
    html! {
        <section class="pm-keys-part" aria-labelledby="pupils-h">
            <h2 id="pupils-h">{ "Pupil by pupil" }</h2>
            <div class="pm-key-box" role="region" aria-label="Table of the pupils" tabindex="0">
                <table class="pm-key-table">
                    <thead>
                        <tr>
                            <th scope="col" rowspan="2">{ "Pupil" }</th>
                            { for class.labels().iter().map(|label| html! {
                                <th scope="colgroup" colspan="4" data-ink={label.ink.to_string()}><span>{ mark::sign(label, false) }{ " " }{ label.name.clone() }</span></th>
                            }) }
                            <th scope="col" rowspan="2">{ "Found" }</th><th scope="col" rowspan="2">{ "Right" }</th><th scope="col" rowspan="2">{ "F1" }</th>
                        </tr>
                        <tr>
                            { for class.labels().iter().flat_map(|_| ["Hit", "Acc.", "Wrong", "Missed"]).map(|name| html! {
                                <th scope="col">if name == "Acc." { <abbr title="accepted">{ name }</abbr> } else { { name } }</th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>{ for ranking.rows.iter().enumerate().take(shown).map(line) }</tbody>
                </table>
            </div>
            { more(shown, ranking.rows.len(), dispatch) }
        </section>
    }
}

/// The button that shows more rows of a long list.
pub fn more(shown: usize, all: usize, dispatch: &Dispatch) -> Html {
    if shown >= all {
        return Html::default();
    }
    html! {
        <p class="pm-actions">
            <span>{ format!("{shown} of {all} are shown. ") }</span>
            <button type="button" class="pm-button" onclick={act(dispatch, || Act::More)}>{ "Show more" }</button>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_leave_out_what_did_not_happen() {
        let score = Score { hit: 9, wrong: 2, missed: 1, ..Score::default() };
        assert_eq!(numbers(score), "9 hit, 2 wrong, 1 missed");
        assert_eq!(numbers(Score::default()), "Nothing.");
        assert_eq!(two_places(score.precision()), ".82");
        assert_eq!(two_places(Part { part: 0, of: 0 }), "–");
    }
}
