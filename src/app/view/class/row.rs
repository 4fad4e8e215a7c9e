//! One row of the grid; it is drawn again only when something in it changes.

use std::ops::Range;
use std::rc::Rc;

use pressmark::annotation::State;
use pressmark::exercise::board::{Row, words as said};
use yew::{Html, Properties, component, html};

use super::cell::{glyph, symbol};
use super::class::Class;

#[derive(Properties)]
pub struct Props {
    pub class: Rc<Class>,
    /// The place of the entry in order of arrival.
    pub place: usize,
    /// The row as it is shown.
    pub row: usize,
    pub score: Row,
    /// The sentence of the current cell, if it is in this row.
    pub current: Option<usize>,
    /// The sentence by which the rows are ordered.
    pub by: Option<usize>,
    /// The sentences whose cells are in the page.
    pub columns: Range<usize>,
    /// Whether only some rows are in the page.
    pub is_windowed: bool,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let is_same_row = self.place == other.place && self.row == other.row && self.score == other.score;
        let is_same_look =
            self.current == other.current && self.by == other.by && self.columns == other.columns;
        is_same_row && is_same_look && Rc::ptr_eq(&self.class, &other.class)
    }
}

#[component]
pub fn Line(props: &Props) -> Html {
    let class = &props.class;
    let Some(entry) = class.people().get(props.place) else { return Html::default() };
    let (labels, sentences) = (class.labels().len(), class.tallies.len());
    let is_wide = props.columns.len() < sentences;
    let number = (props.place + 1).to_string();
    let cell = |place: usize| {
        let answer = class.answer(entry, place);
        let state = answer.map_or(State::Open, pressmark::exercise::Answer::state);
        let is_current = props.current == Some(place);
        let is_also = answer.is_some_and(|answer| answer.unsure && answer.labels != 0);
        html! {
            <td key={place} data-annotator={number.clone()} data-sentence-cell={(place + 1).to_string()} data-state={state.word()}
                class={(props.by == Some(place)).then_some("pm-by")} tabindex={if is_current { "0" } else { "-1" }}
                aria-current={is_current.then_some("true")} aria-colindex={is_wide.then(|| (place + 2).to_string())}>
                { glyph(&symbol(answer), labels) }
                if is_also {
                    <i class="pm-also" aria-hidden="true">{ "?" }</i>
                }
                <span class="pm-unseen">{ said::answer(class.codebook(), answer) }</span>
            </td>
        }
    };
    let Row { answered, unsure, with_most, .. } = props.score;
    html! {
        <tr data-row={props.row.to_string()} aria-rowindex={props.is_windowed.then(|| (props.row + 3).to_string())}>
            <th scope="row">{ class.name(props.place, props.row) }</th>
            if props.columns.start > 0 {
                <td class="pm-far" aria-hidden="true"></td>
            }
            // By themselves, so that their keys count: when others come into the page, those that stay are not touched.
            <>{ for props.columns.clone().map(cell) }</>
            if props.columns.end < sentences {
                <td class="pm-far" aria-hidden="true"></td>
            }
            <td class="pm-num">{ answered }</td>
            <td class="pm-num">
                if unsure == 0 { <span class="pm-zero">{ "0" }</span> } else { { unsure } }
            </td>
            <td class="pm-num">{ format!("{} of {}", with_most.part, with_most.of) }</td>
        </tr>
    }
}
