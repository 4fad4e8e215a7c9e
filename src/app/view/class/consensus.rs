//! The consensus: one answer for each sentence, as most say or as it is settled by hand; it becomes a key or gold.

use std::rc::Rc;

use pressmark::annotation::Label;
use pressmark::exercise::Exercise;
use pressmark::exercise::board::{ByHand, CONSENSUS, Decision, Settled, words as said};
use pressmark::format::exercise::made;
use pressmark::session::{Action, Annotator, Document, Incoming, Kind, Session, plan};
use yew::{Callback, Html, KeyboardEvent, html};

use super::super::mark;
use super::class::Class;
use super::head::act;
use super::state::{Act, Dispatch, State};
use crate::app::browser::{clock, dom};
use crate::app::route::ClassView;
use crate::app::store;

/// What the consensus can become.
pub fn becomes(
    class: &Rc<Class>,
    session: &Rc<Session>,
    store: &store::Dispatch,
    dispatch: &Dispatch,
) -> Html {
    let make_key = {
        let (class, store, dispatch) = (Rc::clone(class), store.clone(), dispatch.clone());
        Callback::from(move |_| {
            let key = class.board.key(class.vote);
            let draft = Exercise { key, ..(**class.exercise()).clone() };
            match made(&draft) {
                Ok(exercise) => {
                    store.dispatch(Action::TakeExercise(Rc::new(exercise)).into());
                    dispatch.dispatch(Act::Key(true));
                    dispatch.dispatch(Act::Said("The consensus is the key now: the class is held against it, and a copy of the exercise with this key lies in the library.".to_owned()));
                }
                Err(error) => dispatch.dispatch(Act::Said(format!("No key was made: {error}"))),
            }
        })
    };
    let save_gold = {
        let (class, session, store, dispatch) =
            (Rc::clone(class), Rc::clone(session), store.clone(), dispatch.clone());
        Callback::from(move |_| {
            if let Some(document) = gold(&class) {
                store.dispatch(Action::Merge(Rc::new(plan(&session, &document, clock::now()))).into());
                dispatch.dispatch(Act::Said(format!("The article has gold annotations now, under the name “{CONSENSUS}”. They are exported with it.")));
            }
        })
    };
    html! {
        <div class="pm-actions">
            <button type="button" class="pm-button" onclick={make_key}>{ "Make it the key" }</button>
            <button type="button" class="pm-button" onclick={save_gold}>{ "Save as gold annotations" }</button>
        </div>
    }
}

/// The consensus as annotations of the article, under a name of its own.
fn gold(class: &Class) -> Option<Document> {
    let (article, annotations) = class.board.gold(class.vote, class.article, clock::now())?;
    let id = class.board.consensus_annotator();
    let annotations = annotations.into_iter().map(|annotation| (id.clone(), annotation)).collect();
    Some(Document {
        kind: Kind::Annotations,
        annotators: vec![Annotator { id, name: CONSENSUS.to_owned() }],
        me: None,
        articles: vec![Incoming { article, annotations, orphans: Vec::new() }],
        exercises: Vec::new(),
        boards: Vec::new(),
        settings: None,
        notes: Vec::new(),
    })
}

/// Every sentence with its answer.
pub fn consensus(state: &State, class: &Class, dispatch: &Dispatch) -> Html {
    let settled: Vec<Settled> = class
        .board
        .consensus(class.vote)
        .into_iter()
        .filter(|settled| settled.place.article == class.article)
        .collect();
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => dom::Step::Next,
            "ArrowUp" => dom::Step::Previous,
            _ => return,
        };
        if dom::walk_alike(&event, "data-settle", step) {
            event.prevent_default();
        }
    });
    let drawn = state.growth.items(ClassView::Consensus, settled.len());
    html! {
        <>
            <p class="pm-settled-say">{ summary(&settled) }</p>
            <div class="pm-settled" {onkeydown}>
                <ol>{ for settled.iter().take(drawn).map(|settled| item(class, settled, dispatch)) }</ol>
            </div>
        </>
    }
}

/// How much is settled, and how: `33 labels as most say, 2 by hand, 1 open because of a tie.`
fn summary(settled: &[Settled]) -> String {
    let all = || settled.iter().flat_map(|settled| &settled.labels);
    let by_hand = all().filter(|decision| decision.by_hand).count();
    let open = all().filter(|decision| decision.decision.is_none()).count();
    let most =
        all().count() - all().filter(|decision| decision.by_hand || decision.decision.is_none()).count();
    let mut words = format!("{most} as most say, {by_hand} settled by hand");
    if open > 0 {
        words += &format!(", {open} open");
    }
    words + ". Press a label to settle it otherwise; ↑ and ↓ go to the same label of the next sentence."
}

fn item(class: &Class, settled: &Settled, dispatch: &Dispatch) -> Html {
    let place = settled.place;
    let number = place.sentence + 1;
    let lang = class.article().map(|article| article.language.tag().to_owned());
    let dir = class.article().map(|article| article.language.dir());
    let has_hand = settled.labels.iter().any(|decision| decision.by_hand);
    let onkeydown = {
        let (dispatch, keys) =
            (dispatch.clone(), class.labels().iter().map(|label| label.key).collect::<Vec<char>>());
        let decisions = settled.labels.clone();
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            let label = keys.iter().position(|known| key.len() == 1 && key.starts_with(*known));
            let is_held = event.ctrl_key() || event.alt_key() || event.meta_key();
            if let Some((label, decision)) =
                label.and_then(|label| Some((label, decisions.get(label)?))).filter(|_| !is_held)
            {
                event.prevent_default();
                dispatch.dispatch(Act::Settle(ByHand { place, label, decision: turned(decision) }));
            }
        })
    };
    html! {
        <li class="pm-settled-item" key={number} {onkeydown}>
            <span class="pm-item-no">{ number }</span>
            <p class="pm-settled-text" {lang} {dir}><span data-sentence={number.to_string()}>{ class.sentence(place.sentence).to_owned() }</span></p>
            <div class="pm-settled-labels" role="group" aria-label={format!("Sentence {number}")}>
                { for class.labels().iter().zip(&settled.labels).enumerate().map(|(label, (named, decision))| button(class, settled, label, named, decision, dispatch)) }
                if has_hand {
                    <button type="button" class="pm-quiet" onclick={act(dispatch, move || Act::AsMost(place))}>{ "As most say" }</button>
                }
            </div>
        </li>
    }
}

/// What a press makes of a decision: the other answer; yes where there was none.
fn turned(decision: &Decision) -> Option<bool> {
    Some(!decision.decision.unwrap_or(false))
}

fn button(
    class: &Class,
    settled: &Settled,
    label: usize,
    named: &Label,
    decision: &Decision,
    dispatch: &Dispatch,
) -> Html {
    let by_hand = ByHand { place: settled.place, label, decision: turned(decision) };
    let state = match decision.decision {
        Some(true) => "yes",
        Some(false) => "no",
        None => "open",
    };
    let how = match (decision.by_hand, decision.decision) {
        (true, _) => "by hand",
        (false, None) => "open",
        (false, Some(_)) => "",
    };
    html! {
        <button type="button" class="pm-settle" data-ink={named.ink.to_string()} data-settle={label.to_string()} data-decision={state}
            aria-pressed={(decision.decision == Some(true)).to_string()} aria-keyshortcuts={named.key.to_string()}
            onclick={act(dispatch, move || Act::Settle(by_hand))}>
            { if decision.decision == Some(true) { mark::sign(named, false) } else { mark::sign_off(named) } }
            <span class="pm-settle-name">{ named.name.clone() }</span>
            <span class="pm-settle-count">{ said::count(class.codebook(), label, decision.count).split(':').next().unwrap_or_default().to_owned() }</span>
            if !how.is_empty() {
                <span class="pm-settle-how">{ how }</span>
            }
        </button>
    }
}
