//! The strip of one's progress through an article, in the library.

use std::rc::Rc;

use pressmark::annotation::{Annotations, Codebook};
use yew::{Html, Properties, component, html};

use super::mark;
use crate::app::words;

/// A strip has at most this many cells; in a longer article each stands for several sentences.
const MOST_CELLS: usize = 100;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub marks: Rc<Annotations>,
    pub codebook: Rc<Codebook>,
}

#[component]
pub fn Strip(props: &Props) -> Html {
    let progress = props.marks.progress();
    let step = progress.sentences.div_ceil(MOST_CELLS).max(1);
    let cell = |first: usize| {
        let marks = (first..(first + step).min(progress.sentences)).map(|place| props.marks.get(place));
        let (state, on) = mark::cell_state(marks, &props.codebook);
        html! { <i class="pm-cell" data-state={state.word()}>{ mark::tracks(&props.codebook, &on) }</i> }
    };
    html! {
        <div class="pm-strip" role="img" aria-label={words::progress(progress)}>
            { for (0..progress.sentences).step_by(step).map(cell) }
        </div>
    }
}
