//! The end of an article: how far one has come, where to go next, and marks that found no place.

use std::rc::Rc;

use pressmark::annotation::{Annotations, Codebook};
use yew::{Callback, Html, Properties, component, html};

use super::reading::{Event, Focus};
use crate::app::words;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub marks: Rc<Annotations>,
    pub codebook: Rc<Codebook>,
    pub current: usize,
    pub on_event: Callback<Event>,
}

#[component]
pub fn End(props: &Props) -> Html {
    let next = props.marks.next_open(props.current + 1);
    let go = |place: usize| {
        let on_event = props.on_event.clone();
        Callback::from(move |_| on_event.emit(Event::Go(place, Focus::Sentence)))
    };
    let orphans = &props.marks.orphans;
    html! {
        <footer class="pm-end pm-inset">
            <p>{ "End of the article. " }<b>{ words::end_of_article(props.marks.progress()) }</b></p>
            if let Some(place) = next {
                <div class="pm-actions">
                    <button type="button" class="pm-button" onclick={go(place)}>{ "Go to the next open sentence" }</button>
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
                                { " " }<b>{ words::answers(&props.codebook, Some(&orphan.annotation)) }</b>
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
