//! The discussion sheet: the most divided sentences with their counts and readings, to be printed and argued over.

use yew::{Callback, Html, html};

use super::class::Class;
use super::readings::readings;
use super::strips::strips;
use crate::app::browser::dom;

/// So many sentences stand on the sheet.
const MOST: usize = 12;

/// The sheet; no name is on it.
pub fn sheet(class: &Class) -> Html {
    let is_divided = |place: &&usize| class.tally(**place).most_divided().is_some();
    let places: Vec<usize> = class.divided.iter().filter(is_divided).take(MOST).copied().collect();
    let title = class.article().map(|article| article.title.clone()).unwrap_or_default();
    html! {
        <article class="pm-sheet">
            <div class="pm-sheet-say">
                <p>{ "The sentences that divide the class most, with one reading from each side. No names. What does the text say, and what do you add?" }</p>
                <button type="button" class="pm-button pm-button--first" onclick={Callback::from(|_| dom::print())}>{ "Print" }</button>
            </div>
            <h2>{ title }</h2>
            if places.is_empty() {
                <p>{ "Nothing divides this class." }</p>
            }
            <ol class="pm-sheet-list">
                { for places.iter().map(|place| entry(class, *place)) }
            </ol>
        </article>
    }
}

fn entry(class: &Class, place: usize) -> Html {
    let tally = class.tally(place);
    let lang = class.article().map(|article| article.language.tag().to_owned());
    let dir = class.article().map(|article| article.language.dir());
    html! {
        <li class="pm-sheet-item">
            <h3>{ class.board.heading(&tally) }</h3>
            <p class="pm-sheet-text" {lang} {dir}>{ class.sentence(place).to_owned() }</p>
            { strips(class, &tally) }
            { readings(class, place, 0) }
            <p class="pm-sheet-lines"><span class="pm-unseen">{ "Room to write" }</span></p>
        </li>
    }
}
