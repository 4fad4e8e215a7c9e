//! The strips of a sentence: for each label a bar and its count, “14 of 27: claim”.

use pressmark::exercise::board::Tally;
use yew::{Html, html};

use super::super::mark;
use super::bar::{Extent, Kind, bar};
use super::class::Class;

/// A strip for each label; the one that divides the class most is set in ink.
pub fn strips(class: &Class, tally: &Tally) -> Html {
    let most = tally.most_divided();
    let strip = |(place, label): (usize, &pressmark::annotation::Label)| {
        let extent = Extent { yes: tally.count(place).yes, answered: tally.base, all: tally.all() };
        html! {
            <li data-ink={label.ink.to_string()} data-most={(most == Some(place)).then_some("")}>
                { mark::sign(label, false) }
                { bar(label.ink, extent, Kind::Strip) }
                <span class="pm-said"><b class="pm-num">{ extent.yes }</b>{ format!(" of {}: {}", tally.base, label.name.to_lowercase()) }</span>
            </li>
        }
    };
    html! {
        <ul class="pm-strips" aria-label={format!("Sentence {}, who said yes", tally.place.sentence + 1)}>
            { for class.labels().iter().enumerate().map(strip) }
        </ul>
    }
}
