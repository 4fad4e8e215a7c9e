//! The second vote: who changed after the discussion, and which way.

use std::rc::Rc;

use pressmark::annotation::Label;
use pressmark::exercise::board::{Change, Moves, Pairs, Vote, words as said};
use pressmark::presets::class_of_30_with_second_vote;
use yew::{Callback, Html, MouseEvent, html};

use super::super::mark;
use super::against::more;
use super::class::{Class, Ranking};
use super::state::{Act, Dispatch, Over, State};
use crate::app::route::ClassView;
use crate::app::words::count;

/// The length of a bar when everybody said yes (units of its `viewBox`).
const LONG: usize = 1200;

/// What changed between the two votes.
pub fn second(state: &State, class: &Class, ranking: &Ranking, dispatch: &Dispatch) -> Html {
    if class.board.second.is_empty() {
        return nobody(class, dispatch);
    }
    let pairs = class.board.pairs();
    let moves: Vec<Vec<Moves>> = {
        let all = class.all.iter().zip(class.board.moves(&pairs));
        all.filter(|(tally, _)| tally.place.article == class.article).map(|(_, moves)| moves).collect()
    };
    let mut places: Vec<usize> = (0..moves.len()).collect();
    let moved =
        |place: &usize| moves.get(*place).into_iter().flatten().map(|m| m.to_yes + m.to_no).sum::<usize>();
    pressmark::order::sort_by(&mut places, |a, b| moved(b).cmp(&moved(a)));
    let drawn = state.growth.items(ClassView::Second, places.len());
    html! {
        <>
            <p class="pm-votes-say">{ voted(&pairs) }</p>
            <section aria-labelledby="moved-h" class="pm-spread pm-spread--second">
                <h2 id="moved-h" class="pm-unseen">{ "Sentence by sentence" }</h2>
                <ol class="pm-spread-list">{ for places.iter().take(drawn).map(|place| item(class, *place, moves.get(*place).map_or(&[], Vec::as_slice))) }</ol>
            </section>
            { people(state, class, &pairs, ranking, dispatch) }
        </>
    }
}

/// Before there is a second vote.
fn nobody(class: &Class, dispatch: &Dispatch) -> Html {
    let made_up = {
        let dispatch = dispatch.clone();
        Callback::from(move |_| {
            if let Some(board) = class_of_30_with_second_vote() {
                dispatch.dispatch(Act::Show(Rc::new(board), None));
            }
        })
    };
    html! {
        <div class="pm-stack pm-votes-none">
            <p>{ "After the discussion, let everybody hand in the same exercise once more, and drop those files here. Then this page shows who changed, and which way." }</p>
            <p class="pm-actions">
                <button type="button" class="pm-button pm-button--first" onclick={add(dispatch)}>{ "Add the second vote" }</button>
                if class.board.is_made_up {
                    <button type="button" class="pm-button" onclick={made_up}>{ "Open the made-up second vote" }</button>
                }
            </p>
        </div>
    }
}

/// Asks for submissions of this vote.
fn add(dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.dispatch(Act::Vote(Vote::Second));
        dispatch.dispatch(Act::Over(Over::Add));
    })
}

/// `28 pupils voted twice. 2 only the first time.`
fn voted(pairs: &Pairs) -> String {
    let mut words = format!("{} voted twice.", count(pairs.both.len(), "pupil", "pupils"));
    for (only, when) in [(&pairs.only_first, "first"), (&pairs.only_second, "second")] {
        if !only.is_empty() {
            words += &format!(" {} only the {when} time.", only.len());
        }
    }
    words + " Counted are those who said yes or no both times."
}

fn item(class: &Class, place: usize, moves: &[Moves]) -> Html {
    let number = place + 1;
    let lang = class.article().map(|article| article.language.tag().to_owned());
    let dir = class.article().map(|article| article.language.dir());
    let most = moves.iter().map(|m| m.to_yes + m.to_no).max().filter(|most| *most > 0);
    html! {
        <li class="pm-item" key={number}>
            <div class="pm-item-row">
                <span class="pm-item-no">{ number }</span>
                <p class="pm-item-text" {lang} {dir}><span data-sentence={number.to_string()}>{ class.sentence(place).to_owned() }</span></p>
                <ul class="pm-strips" aria-label={format!("Sentence {number}, first and second vote")}>
                    { for class.labels().iter().zip(moves).map(|(label, moves)| strip(label, *moves, most)) }
                </ul>
            </div>
        </li>
    }
}

/// The two votes on a label, one bar above the other, and who moved.
fn strip(label: &Label, moves: Moves, most: Option<usize>) -> Html {
    let Moves { stayed_yes, stayed_no, to_yes, to_no, .. } = moves;
    let all = stayed_yes + stayed_no + to_yes + to_no;
    let (before, after) = (stayed_yes + to_no, stayed_yes + to_yes);
    let long = |number: usize| (number * LONG / all.max(1)).to_string();
    html! {
        <li data-ink={label.ink.to_string()} data-most={(most == Some(to_yes + to_no)).then_some("")}>
            { mark::sign(label, false) }
            <svg class="pm-strip-bar" viewBox="0 0 1200 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="pm-not" x="0" y="95" width="1200" height="5" />
                <rect class="pm-before" x="0" y="0" width={long(before)} height="30" />
                <rect class="pm-yes" x="0" y="40" width={long(after)} height="60" />
            </svg>
            <span class="pm-said">
                <b class="pm-num">{ before }</b>{ ", then " }<b class="pm-num">{ after }</b>
                { format!(" of {all}: {}", label.name.to_lowercase()) }
                <span class="pm-moved">{ moved(to_yes, to_no) }</span>
            </span>
        </li>
    }
}

/// `7 to yes, 1 to no`; `nobody moved`.
fn moved(to_yes: usize, to_no: usize) -> String {
    let parts = [(to_yes, "to yes"), (to_no, "to no")];
    let told: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    if told.is_empty() { "nobody moved".to_owned() } else { told.join(", ") }
}

/// Who changed what.
fn people(state: &State, class: &Class, pairs: &Pairs, ranking: &Ranking, dispatch: &Dispatch) -> Html {
    let mut rows: Vec<(usize, Vec<Change>)> = pairs
        .both
        .iter()
        .map(|pair| (pair.first, class.board.changes(*pair)))
        .filter(|(_, changes)| !changes.is_empty())
        .collect();
    pressmark::order::sort_by(&mut rows, |(a, _), (b, _)| ranking.rank(*a).cmp(&ranking.rank(*b)));
    let change = |change: &Change| {
        let label = said::label(class.codebook(), change.label);
        let way = if change.to_yes { "to yes" } else { "to no" };
        format!("{}, {label} {way}", class.board.sentence_name(change.place))
    };
    let shown = state.listed.min(rows.len());
    let line = |(first, changes): &(usize, Vec<Change>)| {
        html! {
            <tr>
                <th scope="row">{ class.name(*first, ranking.rank(*first)) }</th>
                <td class="pm-num">{ changes.len() }</td>
                <td>{ changes.iter().map(change).collect::<Vec<_>>().join("; ") }</td>
            </tr>
        }
    };
    html! {
        <section class="pm-keys-part" aria-labelledby="changed-h">
            <h2 id="changed-h">{ format!("{} changed something", count(rows.len(), "pupil", "pupils")) }</h2>
            <div class="pm-key-box" role="region" aria-label="Table of the changes" tabindex="0">
                <table class="pm-key-table pm-key-table--words">
                    <thead><tr><th scope="col">{ "Pupil" }</th><th scope="col">{ "Changes" }</th><th scope="col">{ "What" }</th></tr></thead>
                    <tbody>{ for rows.iter().take(shown).map(line) }</tbody>
                </table>
            </div>
            { more(shown, rows.len(), dispatch) }
            <p class="pm-actions"><button type="button" class="pm-quiet" onclick={add(dispatch)}>{ "Add more submissions" }</button></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_are_told_both_ways() {
        assert_eq!(moved(7, 1), "7 to yes, 1 to no");
        assert_eq!(moved(0, 0), "nobody moved");
    }
}
