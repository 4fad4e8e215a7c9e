//! An answer as marks in fixed places: one symbol for each combination, drawn once and used in every cell.

use pressmark::annotation::{Label, State};
use pressmark::exercise::Answer;
use yew::{AttrValue, Html, html};

use super::super::mark;

/// The width of a symbol with so many labels (units of its `viewBox`, 16 to the root's font size).
fn width(labels: usize) -> usize {
    (17 * labels).saturating_sub(3).max(14)
}

/// The name of the symbol for an answer.
pub fn symbol(answer: Option<&Answer>) -> AttrValue {
    match answer {
        Some(answer) if answer.labels != 0 => AttrValue::from(format!("g-{}", answer.labels)),
        Some(answer) if answer.state() == State::Unsure => AttrValue::Static("g-unsure"),
        Some(answer) if answer.none => AttrValue::Static("g-none"),
        _ => AttrValue::Static("g-open"),
    }
}

/// The room that so many columns of the grid would take: each has 1.5 rem beside its symbol.
pub fn columns(columns: usize, labels: usize) -> Html {
    let sixteenths = columns * (width(labels) + 24);
    let width = format!("{}.{:04}rem", sixteenths / 16, sixteenths % 16 * 625);
    html! { <svg {width} height="1" aria-hidden="true" focusable="false" /> }
}

/// The use of a symbol.
pub fn glyph(name: &AttrValue, labels: usize) -> Html {
    let wide = width(labels);
    let rem = format!("{}.{:03}rem", wide / 16, wide % 16 * 1000 / 16);
    html! {
        <svg class="pm-g" width={rem} viewBox={format!("0 0 {wide} 15")} aria-hidden="true" focusable="false">
            <use href={format!("#{name}")} />
        </svg>
    }
}

/// The symbols that these combinations of labels need, and those of *none*, *not sure* and *not reached*.
pub fn symbols(labels: &[Label], used: &[u16]) -> Html {
    let box_of = format!("0 0 {} 15", width(labels.len()));
    let middle = width(labels.len()) / 2;
    let combination = |bits: u16| {
        let is_on = |place: usize| bits & (1 << place.min(15)) != 0;
        html! {
            <symbol id={format!("g-{bits}")} viewBox={box_of.clone()}>
                { for labels.iter().enumerate().map(|(place, label)| if is_on(place) { shape(label.ink, 17 * place) } else { dot(17 * place) }) }
            </symbol>
        }
    };
    html! {
        <svg class="pm-defs" aria-hidden="true" focusable="false" width="0" height="0">
            <defs>
                { for used.iter().map(|bits| combination(*bits)) }
                <symbol id="g-none" viewBox={box_of.clone()}><path class="pm-line" d={format!("M{} 7.5h13", middle.saturating_sub(6))} /></symbol>
                <symbol id="g-unsure" viewBox={box_of.clone()}>{ question(middle) }</symbol>
                <symbol id="g-open" viewBox={box_of.clone()}>
                    { for (0..labels.len()).map(|place| html! { <rect class="pm-gap" x={format!("{}.5", 17 * place + 1)} y="2.5" width="10" height="10" /> }) }
                </symbol>
            </defs>
        </svg>
    }
}

fn question(middle: usize) -> Html {
    html! {
        <>
            <circle class="pm-q-ring" cx={middle.to_string()} cy="7.5" r="6" />
            <text class="pm-q" x={middle.to_string()} y="11">{ "?" }</text>
        </>
    }
}

fn dot(left: usize) -> Html {
    html! { <circle class="pm-dot" cx={format!("{}.5", left + 6)} cy="7.5" r="1.1" /> }
}

/// The mark of an ink, small, its left edge at `left`: the same shapes as in the margin of the reading page.
fn shape(ink: u8, left: usize) -> Html {
    let path = match ink {
        1 => "M1 2h11v10H6.4L4 14v-2H1z",
        2 => "M.9 7.5a5.6 5.6 0 1 1 11.2 0a5.6 5.6 0 1 1 -11.2 0z",
        3 => "M1 2h7.6l4.4 5.5-4.4 5.5H1z",
        4 => "M1 13V7.5a5.5 5.5 0 0 1 11 0V13z",
        5 => "M4 2h5l3.5 5.5L9 13H4L.5 7.5z",
        6 => "M1 2h11v7l-5.500 4L1 9z",
        7 => "M1 2h5.500a5.5 5.5 0 0 1 0 11H1z",
        8 => "M1 4.500L6.500 2 12 4.500V13H1z",
        _ => "M1 2h11v11H1z",
    };
    html! { <path class="pm-i" data-ink={ink.to_string()} transform={format!("translate({left} 0)")} d={path} /> }
}

/// What the signs of the cells mean.
pub fn legend(labels: &[Label]) -> Html {
    let one = |drawn: Html| html! { <svg class="pm-g pm-g--one" viewBox="-0.5 0 14 15" aria-hidden="true" focusable="false">{ drawn }</svg> };
    html! {
        <ul class="pm-legend" aria-label="What the cells show">
            { for labels.iter().map(|label| html! { <li>{ one(shape(label.ink, 0)) }{ label.name.clone() }</li> }) }
            <li>{ one(html! { <path class="pm-line" d="M0 7.5h13" /> }) }{ "None" }</li>
            <li>{ one(question(6)) }{ "Not sure" }</li>
            <li>{ glyph(&AttrValue::Static("g-open"), labels.len()) }{ "Not reached" }</li>
        </ul>
    }
}

/// An answer with signs and letters in fixed places, for the table of who chose what.
pub fn fixed(labels: &[Label], bits: u16) -> Html {
    let place = |(place, label): (usize, &Label)| {
        if bits & (1 << place.min(15)) != 0 {
            mark::sign(label, false)
        } else {
            html! { <i class="pm-off" /> }
        }
    };
    html! { <span class="pm-fixed" aria-hidden="true">{ for labels.iter().enumerate().map(place) }</span> }
}
