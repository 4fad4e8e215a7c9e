//! Who chose what on a sentence: by combination of labels in fixed places, then none, not sure, not reached.

use pressmark::annotation::State;
use pressmark::exercise::Answer;
use pressmark::map::Map;
use pressmark::order;
use yew::{Html, html};

use super::cell;
use super::class::Class;
use super::words;

/// At most this many names stand in one row; the rest are counted.
const MOST_NAMES: usize = 60;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Labels(u16),
    None,
    Unsure,
    Open,
}

fn group(answer: Option<&Answer>) -> Group {
    match answer {
        Some(answer) if answer.labels != 0 => Group::Labels(answer.labels),
        Some(answer) if answer.state() == State::Unsure => Group::Unsure,
        Some(answer) if answer.none => Group::None,
        _ => Group::Open,
    }
}

/// The table. Where names are hidden it keeps its counts.
pub fn who(class: &Class, place: usize, ranks: &[usize]) -> Html {
    let mut groups: Map<Group, Vec<String>> = Map::default();
    for (index, entry) in class.people().iter().enumerate() {
        let answer = class.answer(entry, place);
        let group = group(answer);
        let also = match (group, answer) {
            (Group::Labels(_), Some(answer)) if answer.unsure => " (not sure)",
            (Group::Unsure, Some(answer)) if answer.none => " (none)",
            _ => "",
        };
        let rank = ranks.get(index).map_or(0, |rank| rank + 1);
        groups.or_default(group).push(class.name(entry, rank) + also);
    }
    let mut rows: Vec<(Group, Vec<String>)> = groups.into_iter().collect();
    let kind = |group: &Group| match group {
        Group::Labels(_) => 0,
        Group::None => 1,
        Group::Unsure => 2,
        Group::Open => 3,
    };
    order::sort_by(&mut rows, |(a, a_names), (b, b_names)| {
        kind(a).cmp(&kind(b)).then(b_names.len().cmp(&a_names.len())).then(a.cmp(b))
    });
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
            <tbody>{ for rows.iter().map(|(group, names)| row(class, *group, names)) }</tbody>
        </table>
    }
}

fn row(class: &Class, group: Group, names: &[String]) -> Html {
    let one = |sign: Html, word: &'static str| {
        html! { <><span class="pm-fixed pm-fixed--one" aria-hidden="true">{ sign }</span><span class="pm-said-word">{ word }</span></> }
    };
    let (answer, head) = match group {
        Group::Labels(labels) => {
            let answer = Answer { labels, ..Answer::default() };
            let said = words::answer(&class.exercise().codebook, Some(&answer));
            let unseen = words::upper_first(&said);
            (said, html! { <>{ cell::fixed(class.labels(), labels) }<span class="pm-unseen">{ unseen }</span></> })
        }
        Group::None => ("none".to_owned(), one(html! { <i class="pm-dash" /> }, "None")),
        Group::Unsure => ("not sure".to_owned(), one(html! { <i class="pm-ask">{ "?" }</i> }, "Not sure")),
        Group::Open => ("not reached".to_owned(), html! { <span class="pm-said-word">{ "Not reached" }</span> }),
    };
    let shown = names.get(..MOST_NAMES).unwrap_or(names).join(", ");
    let more = names.len().saturating_sub(MOST_NAMES);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    html! {
        <tr data-answer={answer}>
            <th scope="row">{ head }</th>
            <td class="pm-num">{ names.len() }</td>
            if !class.is_hidden {
                <td class="pm-names">{ shown }{ more }</td>
            }
        </tr>
    }
}
