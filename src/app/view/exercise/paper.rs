//! The exercise on paper: instructions, labels, and the sentences with boxes to tick. Shown only in print.

use pressmark::article::Article;
use pressmark::exercise::Exercise;
use yew::{Html, html};

use super::words;
use crate::app::view::mark;

/// The sheet, with the code to scan where there is one.
pub fn paper(exercise: &Exercise, code: Option<Html>) -> Html {
    html! {
        <div class="pm-paper">
            <h1>{ exercise.title.clone() }</h1>
            <div class="pm-paper-name"><span>{ "Code name" }</span><span>{ "Date" }</span></div>
            <div class="pm-paper-say">
                { for words::paragraphs(&exercise.instructions).map(|words| html! { <p>{ words.to_owned() }</p> }) }
            </div>
            { code.unwrap_or_default() }
            <ul class="pm-paper-book">
                { for exercise.codebook.labels.iter().map(|label| html! {
                    <li>{ mark::sign(label, false) }<p><b>{ label.name.clone() }</b>{ " " }{ label.definition.clone() }</p></li>
                }) }
            </ul>
            { for exercise.articles.iter().map(|article| sentences(exercise, article)) }
        </div>
    }
}

fn sentences(exercise: &Exercise, article: &Article) -> Html {
    let names = exercise.codebook.labels.iter().map(|label| label.name.as_str());
    let boxes: Html =
        names.chain(["None", "Not sure"]).map(|name| html! { <span>{ name.to_owned() }</span> }).collect();
    let all = (0..article.sentences.len()).filter_map(|place| Some((place + 1, article.sentence(place)?)));
    html! {
        <>
            <h2 lang={article.language.tag().to_owned()}>{ article.title.clone() }</h2>
            <ol class="pm-paper-text">
                { for all.map(|(number, text)| html! {
                    <li>
                        <b>{ number }</b>
                        <span lang={article.language.tag().to_owned()} dir={article.language.dir()}>{ text.to_owned() }</span>
                        <div class="pm-paper-boxes">{ boxes.clone() }</div>
                    </li>
                }) }
            </ol>
        </>
    }
}
