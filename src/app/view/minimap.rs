//! The colour bar: the whole article at a glance, a cell for each sentence, and a way to go anywhere in it.

use std::ops::Range;
use std::rc::Rc;

use pressmark::annotation::{Annotations, Chunk, Codebook, State};
use yew::{Callback, Html, KeyboardEvent, PointerEvent, Properties, component, html, use_node_ref};

use super::mark;
use super::reading::{Event, Focus};
use crate::app::browser::dom;
use crate::app::keys::Command;
use crate::app::words;

/// Above this many sentences a cell stands for a range.
const MOST_CELLS: usize = 2_000;
/// From this many cells on there is no room for gaps between them.
const DENSE: usize = 120;
/// This many cells are drawn together: few, so that one mark draws few again.
const GROUP: usize = 16;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub marks: Rc<Annotations>,
    pub codebook: Rc<Codebook>,
    pub current: usize,
    pub on_event: Callback<Event>,
}

#[component]
pub fn Minimap(props: &Props) -> Html {
    let bar = use_node_ref();
    let sentences = props.marks.progress().sentences;
    let step = if sentences > MOST_CELLS { sentences.div_ceil(MOST_CELLS / 2) } else { 1 };
    let go = {
        let (bar, on_event) = (bar.clone(), props.on_event.clone());
        move |event: &PointerEvent| {
            if let Some(share) = dom::cell_share(event, &bar) {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    clippy::cast_precision_loss,
                    reason = "a share of the sentences, clamped"
                )]
                let place = (share * sentences as f64) as usize;
                on_event.emit(Event::Go(place.min(sentences.saturating_sub(1)), Focus::Stays));
            }
        }
    };
    let onpointerdown = {
        let (bar, go) = (bar.clone(), go.clone());
        Callback::from(move |event: PointerEvent| {
            dom::hold_pointer(&event, &bar);
            go(&event);
        })
    };
    let onpointermove = Callback::from(move |event: PointerEvent| {
        if event.buttons() == 1 {
            go(&event);
        }
    });
    let onkeydown = {
        let on_event = props.on_event.clone();
        Callback::from(move |event: KeyboardEvent| {
            let command = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => Command::Next,
                "ArrowUp" | "ArrowLeft" => Command::Previous,
                "PageDown" => Command::NextParagraph,
                "PageUp" => Command::PreviousParagraph,
                "Home" => Command::First,
                "End" => Command::Last,
                _ => return,
            };
            event.prevent_default();
            on_event.emit(Event::Run(command, Focus::Stays));
        })
    };
    let now = words::place(
        &props.codebook,
        props.current + 1,
        sentences,
        props.marks.get(props.current).map(Rc::as_ref),
    );
    let is_dense = sentences.div_ceil(step) > DENSE;
    html! {
        <div class="pm-minimap" data-minimap="" data-dense={is_dense.then_some("")} role="slider" tabindex="0" aria-label="Place in the article"
            aria-orientation="vertical" aria-valuemin="1" aria-valuemax={sentences.max(1).to_string()}
            aria-valuenow={(props.current + 1).to_string()} aria-valuetext={now} ref={bar} {onpointerdown} {onpointermove} {onkeydown}>
            { for groups(&props.marks, step).map(|(chunk, places)| html! {
                <Cells key={places.start} chunk={Rc::clone(chunk)} codebook={Rc::clone(&props.codebook)} {step} {is_dense}
                    current={Some(props.current).filter(|current| places.contains(current))} places={places.clone()} />
            }) }
        </div>
    }
}

/// The places of each chunk in groups of at most [`GROUP`] cells.
fn groups(marks: &Annotations, step: usize) -> impl Iterator<Item = (&Rc<Chunk>, Range<usize>)> {
    marks.chunks.iter().flat_map(move |chunk| {
        let end = chunk.first + chunk.marks.len();
        let group = step * GROUP;
        (chunk.first..end).step_by(group).map(move |first| (chunk, first..end.min(first + group)))
    })
}

#[derive(Properties)]
struct CellsProps {
    chunk: Rc<Chunk>,
    /// The places of their sentences.
    places: Range<usize>,
    codebook: Rc<Codebook>,
    step: usize,
    /// Where cells are thin an open one is plain: a thousand empty frames would cost more than the whole page.
    is_dense: bool,
    current: Option<usize>,
}

impl PartialEq for CellsProps {
    /// A change elsewhere in the chunk does not concern these cells, so only their own marks count.
    fn eq(&self, other: &Self) -> bool {
        let is_same_look = self.current == other.current
            && self.step == other.step
            && Rc::ptr_eq(&self.codebook, &other.codebook);
        is_same_look && self.places == other.places && self.chunk.is_same(&other.chunk, self.places.clone())
    }
}

/// A few cells: drawn again only when something in them changes.
#[component]
fn Cells(props: &CellsProps) -> Html {
    let cell = |first: usize| {
        let places = first..props.places.end.min(first + props.step);
        let (state, on) =
            mark::cell_state(places.clone().map(|place| props.chunk.get(place)), &props.codebook);
        let is_here = props.current.is_some_and(|current| places.contains(&current));
        html! {
            <div class="pm-cell" data-cell={(first + 1).to_string()} data-state={state.word()} data-here={is_here.then_some("")}>
                if !props.is_dense || state != State::Open {
                    { mark::tracks(&props.codebook, &on) }
                }
            </div>
        }
    };
    html! { <>{ for props.places.clone().step_by(props.step).map(cell) }</> }
}
