//! The strip of one's progress through an article, in the library.

use pressmark::annotation::{Annotations, Codebook};
use yew::{Html, html};

use super::mark;
use crate::app::words;

/// A strip has at most this many cells; in a longer article each stands for several sentences.
const MOST_CELLS: usize = 100;

/// How far an annotator has come through an article, a cell for each sentence.
pub fn strip(all: &Annotations, codebook: &Codebook) -> Html {
    let progress = all.progress();
    let step = progress.sentences.div_ceil(MOST_CELLS).max(1);
    let cell = |first: usize| {
        let marks = (first..(first + step).min(progress.sentences)).map(|place| all.get(place));
        let (state, on) = mark::cell_state(marks, codebook);
        html! { <i class="pm-cell" data-state={state.word()}>{ mark::tracks(codebook, &on) }</i> }
    };
    html! {
        <div class="pm-strip" role="img" aria-label={words::progress(progress)}>
            { for (0..progress.sentences).step_by(step).map(cell) }
        </div>
    }
}
