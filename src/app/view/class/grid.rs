//! The grid: who chose what, one row a pupil, one column a sentence; the headings sort, arrow keys walk.

use std::rc::Rc;

use pressmark::exercise::Answer;
use pressmark::exercise::board::{Column, most, words as said};
use yew::{Callback, Html, KeyboardEvent, MouseEvent, html};

use super::cell::{self, symbol};
use super::class::{Class, Ranking};
use super::row::Line;
use super::state::{Act, Dispatch, State};
use crate::app::browser::dom;
use crate::app::route::{ClassView, Route};

/// Up to this many people every row is in the page, if every column is.
pub const ALL_ROWS: usize = 200;
/// Beyond that so many rows stand in the page at once.
pub const NEAR: usize = 48;
/// Up to this many sentences every column is in the page.
const ALL_COLUMNS: usize = 60;
/// Beyond that so many columns stand in the page at once.
pub const NEAR_COLUMNS: usize = 32;
/// What is in the page changes by so many rows at a time.
const STEP: usize = 8;
/// And by so many columns; where it changes by more, the rows come anew in slices.
pub const COLUMN_STEP: usize = 4;

/// Whether only the rows near the screen are in the page, and come in slices.
pub fn is_windowed(people: usize, sentences: usize) -> bool {
    people > ALL_ROWS || sentences > ALL_COLUMNS
}

/// The rows of a large table that are near the screen.
pub fn rows_near(near: usize, all: usize) -> std::ops::Range<usize> {
    let start = near.min(all.saturating_sub(NEAR));
    start..(start + NEAR).min(all)
}

/// The rows that are in the page: all of them, the first of which come at once, or those near the screen.
fn window(state: &State, all: usize, sentences: usize) -> std::ops::Range<usize> {
    if !is_windowed(all, sentences) {
        return 0..state.growth.items(ClassView::Grid, all);
    }
    state.growth.rows(&rows_near(state.near.0, all))
}

/// The sentences whose columns are in the page: all of them, or those near the screen.
fn columns(state: &State, all: usize) -> std::ops::Range<usize> {
    if all <= ALL_COLUMNS {
        return 0..all;
    }
    let start = state.near.1.min(all - NEAR_COLUMNS);
    start..start + NEAR_COLUMNS
}

/// Where what is in the page begins when `at` must be well inside of it.
pub fn around(near: usize, at: usize, size: usize) -> usize {
    if at < near + 2 || at + 2 >= near + size { at.saturating_sub(size / 2) } else { near }
}

/// The table and the line that reads the current cell out.
pub fn grid(state: &State, class: &Rc<Class>, ranking: &Rc<Ranking>, dispatch: &Dispatch) -> Html {
    let all = ranking.rows.len();
    let most = most(&class.tallies);
    let sentences = class.tallies.len();
    let window = window(state, all, sentences);
    let columns = columns(state, sentences);
    let (is_windowed, is_wide) = (is_windowed(all, sentences), columns.len() < sentences);
    let onscroll = is_windowed.then(|| {
        let dispatch = dispatch.clone();
        Callback::from(move |event: yew::Event| {
            let (row, column) = dom::scrolled(&event, all, sentences);
            let before = |at: usize, size: usize, step: usize| at.saturating_sub(size / 4) / step * step;
            let (row, column) = (before(row, NEAR, STEP), before(column, NEAR_COLUMNS, COLUMN_STEP));
            dispatch.dispatch(Act::Near(row, column));
        })
    });
    let onkeydown = {
        let (dispatch, cell) = (dispatch.clone(), state.cell);
        Callback::from(move |event: KeyboardEvent| {
            if !dom::is_in_cell(&event) {
                return;
            }
            let (row, sentence) = cell;
            let (last_row, last) = (all.saturating_sub(1), sentences.saturating_sub(1));
            let is_far = event.ctrl_key() || event.meta_key();
            let to = match event.key().as_str() {
                "ArrowDown" => (row + 1, sentence),
                "ArrowUp" => (row.saturating_sub(1), sentence),
                "ArrowRight" => (row, sentence + 1),
                "ArrowLeft" => (row, sentence.saturating_sub(1)),
                "PageDown" => (row + 10, sentence),
                "PageUp" => (row.saturating_sub(10), sentence),
                "Home" => (if is_far { 0 } else { row }, 0),
                "End" => (if is_far { last_row } else { row }, last),
                "Enter" => {
                    event.prevent_default();
                    dispatch.dispatch(Act::Open(sentence));
                    dom::go(&Route::Class(ClassView::Article).address());
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            dispatch.dispatch(Act::Cell(to.0.min(last_row), to.1.min(last)));
        })
    };
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            let found = (dom::number_around(&event, "row"), dom::number_around(&event, "sentence-cell"));
            if let (Some(row), Some(number)) = found {
                dispatch.dispatch(Act::Cell(row, number.saturating_sub(1)));
            }
        })
    };
    let used = combinations(class, &most);
    html! {
        <>
            { cell::symbols(class.labels(), &used) }
            <div class="pm-classgrid-box" id="grid" role="region" aria-label="Pupils and sentences" tabindex="0" {onscroll}>
                <table class="pm-classgrid" data-annotators={all.to_string()} data-wide={is_wide.then_some("")}
                    aria-rowcount={is_windowed.then(|| (all + 2).to_string())} aria-colcount={is_wide.then(|| (sentences + 4).to_string())} {onkeydown} {onclick}>
                    <caption class="pm-unseen">{ format!("What {all} pupils chose in {sentences} sentences. The headings sort.") }</caption>
                    { head(state, class, &most, &columns, dispatch) }
                    if window.start > 0 {
                        <tbody aria-hidden="true"><tr><td class="pm-far" colspan={(columns.len() + 6).to_string()}>{ space(window.start) }</td></tr></tbody>
                    }
                    <tbody>
                        { for window.clone().filter_map(|row| line(state, class, ranking, row, &columns)) }
                    </tbody>
                    if is_windowed && window.end < all {
                        <tbody aria-hidden="true"><tr><td class="pm-far" colspan={(columns.len() + 6).to_string()}>{ space(all - window.end) }</td></tr></tbody>
                    }
                </table>
            </div>
            { readout(state, class, ranking) }
        </>
    }
}

/// The combinations of labels that cells of this class hold, each once.
fn combinations(class: &Class, most: &[Answer]) -> Vec<u16> {
    let mut seen = vec![false; 1 << class.labels().len().min(16)];
    let answers = class.people().iter().filter_map(|entry| entry.submission.answers.get(class.article));
    for answer in answers.flatten().chain(most) {
        if let Some(seen) = seen.get_mut(usize::from(answer.labels)) {
            *seen = true;
        }
    }
    (0..=u16::MAX).zip(seen).filter_map(|(labels, seen)| seen.then_some(labels)).collect()
}

/// The room that rows far from the screen would take.
fn space(rows: usize) -> Html {
    let height = format!("{}.{:02}rem", rows * 7 / 4, rows * 7 % 4 * 25);
    html! { <svg width="1" {height} aria-hidden="true" focusable="false" /> }
}

fn line(
    state: &State,
    class: &Rc<Class>,
    ranking: &Rc<Ranking>,
    row: usize,
    columns: &std::ops::Range<usize>,
) -> Option<Html> {
    let score = ranking.rows.get(row)?.clone();
    let place = score.row;
    let current = (state.cell.0 == row).then_some(state.cell.1);
    let by = if let Column::Sentence(place) = state.sort.by { Some(place.sentence) } else { None };
    let (class, columns) = (Rc::clone(class), columns.clone());
    let is_windowed = is_windowed(ranking.rows.len(), class.tallies.len());
    Some(html! { <Line key={place} {class} {place} {row} {score} {current} {by} {columns} {is_windowed} /> })
}

fn head(
    state: &State,
    class: &Class,
    most: &[Answer],
    columns: &std::ops::Range<usize>,
    dispatch: &Dispatch,
) -> Html {
    let labels = class.labels().len();
    let far = |columns: usize, is_first: bool| {
        if columns == 0 {
            Html::default()
        } else if is_first {
            html! { <td class="pm-far" aria-hidden="true">{ cell::columns(columns, labels) }</td> }
        } else {
            html! { <td class="pm-far" aria-hidden="true"></td> }
        }
    };
    let (before, after) = (columns.start, class.tallies.len() - columns.end);
    let heading = |by: Column, name: String, label: Option<String>, is_sum: bool| {
        let is_by = state.sort.by == by;
        let sort = match (is_by, state.sort.is_descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let onclick = {
            let dispatch = dispatch.clone();
            Callback::from(move |_| dispatch.dispatch(Act::SortBy(by)))
        };
        let is_column = is_by && matches!(by, Column::Sentence(_));
        let look = match (is_column, is_sum) {
            (true, _) => Some("pm-by"),
            (_, true) => Some("pm-sum"),
            _ => None,
        };
        html! {
            <th scope="col" class={look} aria-sort={sort}>
                <button type="button" class="pm-sort" aria-label={label} {onclick}>
                    { name }
                    if is_by {
                        <svg class="pm-arrow" viewBox="0 0 8 8" aria-hidden="true" focusable="false"><path d="M1 2.5h6L4 6.5z" /></svg>
                    }
                </button>
            </th>
        }
    };
    let chosen = |(place, answer): (usize, &Answer)| {
        let answer = Some(answer);
        let by = (state.sort.by == Column::Sentence(class.place(place))).then_some("pm-by");
        html! {
            <td class={by}>
                { cell::glyph(&symbol(answer), labels) }
                <span class="pm-unseen">{ said::answer(class.codebook(), answer) }</span>
            </td>
        }
    };
    html! {
        <thead>
            <tr>
                { heading(Column::Name, "Pupil".to_owned(), None, false) }
                { far(before, true) }
                { for columns.clone().map(|place| heading(Column::Sentence(class.place(place)), (place + 1).to_string(), Some(format!("Sentence {}", place + 1)), false)) }
                { far(after, true) }
                { heading(Column::Answered, "Answered".to_owned(), None, true) }
                { heading(Column::Unsure, "Not sure".to_owned(), None, true) }
                { heading(Column::WithMost, "With most".to_owned(), None, true) }
            </tr>
            <tr class="pm-most">
                <th scope="row">{ "Most pupils" }</th>
                { far(before, false) }
                { for most.iter().enumerate().skip(before).take(columns.len()).map(chosen) }
                { far(after, false) }
                <td></td><td></td><td></td>
            </tr>
        </thead>
    }
}

/// The current cell in words, with its note.
fn readout(state: &State, class: &Class, ranking: &Ranking) -> Html {
    let (row, sentence) = state.cell;
    let entry = ranking.rows.get(row).map(|row| row.row);
    let answer = entry.and_then(|entry| class.answer(class.people().get(entry)?, sentence));
    let said = said::answer(class.codebook(), answer);
    let note = answer.map(|answer| answer.note.trim()).filter(|note| !note.is_empty());
    html! {
        <p class="pm-readout" role="status">
            if let Some(entry) = entry {
                <b>{ format!("{}, sentence {}: {said}.", class.name(entry, row), sentence + 1) }</b>
                { " " }
                if let Some(note) = note {
                    <q dir="auto">{ note.to_owned() }</q>
                }
            }
            <span class="pm-wide-only">{ "Arrow keys move, Enter opens the sentence." }</span>
        </p>
    }
}
