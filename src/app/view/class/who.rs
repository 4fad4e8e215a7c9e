//! Who chose what on a sentence: by combination of labels in fixed places, then none, not sure, not reached.

use pressmark::exercise::board::{Choice, Chosen, Who, words as said};
use yew::{Html, html};

use super::cell;
use super::class::{Class, Ranking};
use super::words;

/// At most this many names stand in one row; the rest are counted.
const MOST_NAMES: usize = 60;

/// The table. Where names are hidden it keeps its counts.
pub fn who(class: &Class, sentence: usize, ranking: &Ranking) -> Html {
    let choices = class.board.choices(class.vote, class.place(sentence));
    html! {
        <table class="pm-who">
            <caption>{ "Who chose what" }</caption>
            <thead class="pm-unseen">
                <tr>
                    <th scope="col">{ "Answer" }</th>
                    <th scope="col">{ "Pupils" }</th>
                    if !class.is_hidden {
                        <th scope="col">{ "Code names" }</th>
                    }
                </tr>
            </thead>
            <tbody>{ for choices.iter().map(|choice| row(class, choice, ranking)) }</tbody>
        </table>
    }
}

fn row(class: &Class, choice: &Choice, ranking: &Ranking) -> Html {
    let answer = said::chosen(class.codebook(), choice.what);
    let name = |who: &Who| {
        let also = if who.unsure { " (not sure)" } else { "" };
        class.name(who.row, ranking.rank(who.row)) + also
    };
    let names = if class.is_hidden {
        String::new()
    } else {
        choice.who.iter().take(MOST_NAMES).map(name).collect::<Vec<_>>().join(", ")
    };
    let more = choice.who.len().saturating_sub(MOST_NAMES);
    html! {
        <tr data-answer={answer.clone()}>
            <th scope="row">{ head(class, choice.what, &answer) }</th>
            <td class="pm-num">{ choice.who.len() }</td>
            if !class.is_hidden {
                <td class="pm-names">
                    { names }
                    if more > 0 {
                        { format!(" and {more} more") }
                    }
                </td>
            }
        </tr>
    }
}

/// An answer as signs in fixed places, with its words.
fn head(class: &Class, what: Chosen, answer: &str) -> Html {
    let words = words::upper_first(answer);
    let one = |sign: Html| html! { <span class="pm-fixed pm-fixed--one" aria-hidden="true">{ sign }</span> };
    match what {
        Chosen::Labels(labels) => {
            html! { <>{ cell::fixed(class.labels(), labels) }<span class="pm-unseen">{ words }</span></> }
        }
        Chosen::None => {
            html! { <>{ one(html! { <i class="pm-dash" /> }) }<span class="pm-said-word">{ words }</span></> }
        }
        Chosen::Unsure => {
            html! { <>{ one(html! { <i class="pm-ask">{ "?" }</i> }) }<span class="pm-said-word">{ words }</span></> }
        }
        Chosen::NotReached => html! { <span class="pm-said-word">{ words }</span> },
    }
}
