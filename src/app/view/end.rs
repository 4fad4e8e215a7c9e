//! The end of an article: how far one has come, where to go next, and marks that found no place.

use pressmark::annotation::{Annotations, Codebook};
use yew::{Callback, Html, html};

use super::reading::{Event, Focus};
use crate::app::words;

/// The end of an article, for a reader at the sentence `current`; `first` stands before its other actions.
pub fn end(
    marks: &Annotations,
    codebook: &Codebook,
    current: usize,
    on_event: &Callback<Event>,
    first: Option<Html>,
) -> Html {
    let next = marks.next_open(current + 1);
    let go = |place: usize| {
        let on_event = on_event.clone();
        Callback::from(move |_| on_event.emit(Event::Go(place, Focus::Sentence)))
    };
    let orphans = &marks.orphans;
    html! {
        <footer class="pm-end pm-inset">
            <p>{ "End of the article. " }<b>{ words::end_of_article(marks.progress()) }</b></p>
            if first.is_some() || next.is_some() {
                <div class="pm-actions">
                    { first.unwrap_or_default() }
                    if let Some(place) = next {
                        <button type="button" class="pm-button" onclick={go(place)}>{ "Go to the next open sentence" }</button>
                    }
                </div>
            }
            if !orphans.is_empty() {
                <section class="pm-field" aria-labelledby="orphans">
                    <h2 id="orphans" class="pm-name">
                        { format!("{} no place in this version. They are kept in a list.", words::count(orphans.len(), "mark found", "marks found")) }
                    </h2>
                    <ul class="pm-lines">
                        { for orphans.iter().map(|orphan| html! {
                            <li>
                                <q>{ orphan.quote.exact.clone() }</q>
                                { " " }<b>{ words::answers(codebook, Some(&orphan.annotation)) }</b>
                                if !orphan.annotation.note.is_empty() {
                                    <p class="pm-note"><span class="pm-unseen">{ "Note: " }</span>{ orphan.annotation.note.clone() }</p>
                                }
                            </li>
                        }) }
                    </ul>
                </section>
            }
        </footer>
    }
}
