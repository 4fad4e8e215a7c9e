//! The projector: one sentence for the whole room, two counts, one bar, two readings, and never a name.

use pressmark::exercise::board::words as said;
use yew::{Callback, Html, html};

use super::bar::{Extent, Kind, bar};
use super::class::Class;
use super::head::act;
use super::readings::{asked, notes};
use super::state::{Act, Dispatch, State};
use super::words;
use crate::app::browser::dom;
use crate::app::route::{ClassView, Route};
use crate::app::words::count;

/// A sentence of more characters than this is set smaller.
const LONG: usize = 430;

/// The sentence before and after the projected one, the most divided first.
pub fn neighbours(class: &Class, place: usize) -> (Option<usize>, Option<usize>) {
    let rank = class.divided.iter().position(|other| *other == place);
    let at = |rank: Option<usize>| rank.and_then(|rank| class.divided.get(rank)).copied();
    (at(rank.and_then(|rank| rank.checked_sub(1))), at(rank.map(|rank| rank + 1)))
}

/// The whole screen.
pub fn projector(state: &State, class: &Class, dispatch: &Dispatch) -> Html {
    let place = class.opened(state.projected).unwrap_or(0).min(class.tallies.len().saturating_sub(1));
    let number = place + 1;
    let tally = class.tally(place);
    let label = asked(class, place);
    let said = tally.count(label);
    let text = class.sentence(place);
    let lang = class.article().map(|article| article.language.tag().to_owned());
    let dir = class.article().map(|article| article.language.dir());
    let (back, next) = neighbours(class, place);
    let go = |to: Option<usize>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_| {
            if let Some(to) = to {
                dispatch.dispatch(Act::Project(to));
            }
        })
    };
    let is_off = |to: Option<usize>| to.is_none().then_some("true");
    let ink = class.labels().get(label).map_or(1, |label| label.ink);
    let question = match class.labels().get(label) {
        Some(_) if tally.most_divided().is_none() => {
            format!("Sentence {number}: {}", words::division(class.codebook(), &tally))
        }
        Some(label) => {
            let name = label.name.to_lowercase();
            let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            format!("Is sentence {number} {article} {name}?")
        }
        None => String::new(),
    };
    let extent = Extent { yes: said.yes, answered: tally.base, all: tally.all() };
    html! {
        <main class="pm-proj" id="board" tabindex="-1" aria-labelledby="proj-h" data-long={(text.chars().count() > LONG).then_some("")}>
            <p class="pm-proj-text" {lang} {dir}>
                <span class="pm-proj-no" aria-hidden="true">{ number }</span>
                <span data-sentence={number.to_string()}>{ text.to_owned() }</span>
            </p>
            <section class="pm-proj-vote" aria-live="polite">
                <div class="pm-proj-ask"><h1 id="proj-h">{ question }</h1><p>{ said::outside(&tally) }</p></div>
                <div class="pm-proj-count" data-ink={ink.to_string()}>
                    <p><b>{ said.yes }</b>{ " yes" }</p>
                    { bar(ink, extent, Kind::Projector) }
                    <p><b>{ said.no }</b>{ " no" }</p>
                </div>
            </section>
            { if state.has_readings { readings(class, place, state.turn, ink) } else { Html::default() } }
            <footer class="pm-proj-foot">
                <p>
                    if class.board.is_made_up {
                        <span class="pm-made-up">{ "Made-up class" }</span>{ " " }
                    }
                    { format!("{}, no names", count(class.people().len(), "pupil", "pupils")) }
                </p>
                <nav class="pm-actions" aria-label="Projector">
                    <button type="button" class="pm-quiet" aria-keyshortcuts="ArrowLeft" aria-disabled={is_off(back)} onclick={go(back)}>
                        { "Back " }<kbd class="pm-key" aria-hidden="true">{ "←" }</kbd>
                    </button>
                    <button type="button" class="pm-quiet" aria-keyshortcuts="ArrowRight" aria-disabled={is_off(next)} onclick={go(next)}>
                        { "Next divided " }<kbd class="pm-key" aria-hidden="true">{ "→" }</kbd>
                    </button>
                    <button type="button" class="pm-quiet" aria-keyshortcuts="R" aria-pressed={state.has_readings.to_string()} onclick={act(dispatch, || Act::Readings)}>
                        { "Readings " }<kbd class="pm-key" aria-hidden="true">{ "R" }</kbd>
                    </button>
                    <button type="button" class="pm-quiet" aria-keyshortcuts="Escape" onclick={Callback::from(|_| close())}>
                        { "Close " }<kbd class="pm-key" aria-hidden="true">{ "Esc" }</kbd>
                    </button>
                </nav>
            </footer>
        </main>
    }
}

/// Back to the board.
pub fn close() {
    dom::go(&Route::Class(ClassView::Article).address());
}

fn readings(class: &Class, place: usize, turn: usize, ink: u8) -> Html {
    let notes = notes(class, place);
    let [yes, no] = notes.pair(turn);
    let quote = |note: Option<&str>, side: &'static str, none: &'static str| {
        html! {
            <blockquote data-ink={ink.to_string()} data-side={side} dir="auto"><p>{ note.unwrap_or(none).to_owned() }</p></blockquote>
        }
    };
    html! {
        <div class="pm-proj-readings">
            if notes.notes() == 0 {
                <p class="pm-proj-none">{ "Nobody wrote a note on this sentence." }</p>
            } else {
                { quote(yes, "yes", "No note says so.") }
                { quote(no, "no", "No note says otherwise.") }
            }
        </div>
    }
}
