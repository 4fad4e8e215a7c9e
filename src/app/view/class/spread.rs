//! The article with its strips: three lines of text, a strip for each label, and the open sentence beside it.

use yew::{Callback, Html, MouseEvent, html};

use super::class::{Class, Ranking};
use super::open::open;
use super::state::{Act, Dispatch, Order, State};
use super::strips::strips;
use super::words;
use crate::app::route::ClassView;

/// The sentences in the order that was chosen.
pub fn spread(state: &State, class: &Class, ranking: &Ranking, dispatch: &Dispatch) -> Html {
    let Some(article) = class.article() else { return Html::default() };
    let places: Vec<usize> = match state.order {
        Order::MostDividedFirst => class.divided.clone(),
        Order::AsInTheArticle => (0..class.tallies.len()).collect(),
    };
    // The open sentence can have the focus, so it is always there.
    let open = class.opened(state.open).and_then(|open| places.iter().position(|place| *place == open));
    let drawn = state.growth.items(ClassView::Article, places.len()).max(open.map_or(0, |open| open + 1));
    html! {
        <article class="pm-spread" data-article={article.id.plain().to_owned()} aria-label={article.title.clone()}>
            <ol class="pm-spread-list">
                { for places.iter().take(drawn).map(|place| item(state, class, ranking, *place, dispatch)) }
            </ol>
        </article>
    }
}

fn item(state: &State, class: &Class, ranking: &Ranking, place: usize, dispatch: &Dispatch) -> Html {
    let number = place + 1;
    let tally = class.tally(place);
    let is_open = class.opened(state.open) == Some(place);
    let lang = class.article().map(|article| article.language.tag().to_owned());
    let dir = class.article().map(|article| article.language.dir());
    let onclick = {
        let dispatch = dispatch.clone();
        // Enter on the number arrives as a click without a pointer: then the focus follows.
        Callback::from(move |event: MouseEvent| {
            let moves = event.detail() == 0;
            dispatch.dispatch(Act::Toggle { place, is_open, moves });
        })
    };
    html! {
        <li class="pm-item" key={number} data-open={is_open.then_some("")}>
            <div class="pm-item-row" {onclick}>
                <button type="button" class="pm-item-no" id={format!("no-{number}")} aria-expanded={is_open.to_string()}
                    aria-controls={is_open.then(|| format!("open-{number}"))}
                    aria-label={format!("Sentence {number}, {}", words::division(class.codebook(), &tally))}>{ number }</button>
                <p class="pm-item-text" lang={lang} {dir}><span data-sentence={number.to_string()}>{ class.sentence(place).to_owned() }</span></p>
                if is_open {
                    <div class="pm-item-side">
                        { strips(class, &tally) }
                        <p class="pm-spread-key">{ "Bar: yes. Hairline: no. Blank: not sure or not reached. The upright stands at half." }</p>
                    </div>
                } else {
                    { strips(class, &tally) }
                }
            </div>
            if is_open {
                { open(state, class, ranking, place, dispatch) }
            }
        </li>
    }
}
