//! The key as the teacher makes it: the tags of the article, each required, accepted or wrong, with a reason.

use std::rc::Rc;

use pressmark::annotation::Label;
use pressmark::article::Article;
use pressmark::session::Session;
use yew::{Callback, Html, html};

use super::fields;
use super::labels::named;
use super::making::{Change, Making};
use super::warm_up_editor::{choices, judgement, word};
use crate::app::browser::dom;
use crate::app::route::Route;
use crate::app::view::dialog::Dialog;
use crate::app::view::mark;
use crate::app::words::count;

/// The dialog; every change is taken over as it is typed.
pub fn editor(making: &Making, session: &Session, on: &Callback<Change>, on_close: &Callback<()>) -> Html {
    let foot = html! {
        <>
            <span class="pm-hint">{ "The key lies readable in the link and in the file." }</span>
            <button type="submit" class="pm-button pm-button--first">{ "Done" }</button>
        </>
    };
    let articles = making.articles.iter().filter_map(|id| session.article(id));
    html! {
        <Dialog id="key" title="Answer key" on_close={on_close.clone()} on_submit={on_close.clone()} {foot}>
            <p class="pm-hint">
                { "Required: it is missed where it is not there. May be there: right either way. Wrong, or nothing: it does not belong there. A reason is shown with the feedback “where and why”." }
            </p>
            { for articles.map(|article| of_article(making, session, article, on)) }
        </Dialog>
    }
}

fn of_article(making: &Making, session: &Session, article: &Rc<Article>, on: &Callback<Change>) -> Html {
    let tags = session.mine(article);
    let progress = tags.progress();
    let judged = making.key.iter().filter(|line| line.article == article.id).count();
    let take = {
        let (article, tags) = (Rc::clone(article), Rc::clone(&tags));
        on.reform(move |_| Change::TakeTags(Rc::clone(&article), Rc::clone(&tags)))
    };
    let forget = {
        let id = article.id.clone();
        on.reform(move |_| Change::DropKey(id.clone()))
    };
    let says = match progress.answered {
        0 => "You have not tagged this article. Tag it first, or judge below.".to_owned(),
        all if all == progress.sentences => format!("You have answered all {all} sentences."),
        some => format!(
            "You have answered {some} of {}; on the others the key would say None.",
            progress.sentences
        ),
    };
    let sentences = (0..article.sentences.len()).filter_map(|place| Some((place, article.sentence(place)?)));
    let id = format!("key-{}", article.id);
    html! {
        <section class="pm-edits" aria-labelledby={id.clone()}>
            <h3 {id} lang={article.language.tag().to_owned()}>{ article.title.clone() }</h3>
            <div class="pm-actions">
                <button type="button" class="pm-button" aria-disabled={(progress.answered == 0).then_some("true")} onclick={take}>
                    { "Take my tags of this article as the key" }
                </button>
                if progress.answered < progress.sentences {
                    <a class="pm-quiet" href={Route::Read(article.id.clone(), None).address()}>{ "Tag the article" }</a>
                }
                if judged > 0 {
                    <button type="button" class="pm-quiet" onclick={forget}>{ "Forget this key" }</button>
                }
            </div>
            <p class="pm-hint" role="status">{ says }{ " " }{ format!("The key says something of {}.", count(judged, "label", "labels")) }</p>
            <ol class="pm-edits">
                { for sentences.map(|(place, text)| html! {
                    <li key={place}>
                        <p class="pm-sentence-text" lang={article.language.tag().to_owned()}><b>{ place + 1 }</b>{ text.to_owned() }</p>
                        <div class="pm-judge">
                            { for making.codebook.labels.iter().map(|label| line(making, article, place, label, on)) }
                        </div>
                    </li>
                }) }
            </ol>
        </section>
    }
}

fn line(making: &Making, article: &Article, place: usize, label: &Label, on: &Callback<Change>) -> Html {
    let known = making.line(&article.id, place, &label.id);
    let at = (article.id.clone(), label.id.clone());
    let on_choice = {
        let (article, label) = at.clone();
        on.reform(move |word: String| Change::Judge(article.clone(), place, label.clone(), judgement(&word)))
    };
    let on_reason = {
        let (article, label) = at;
        on.reform(move |event: yew::InputEvent| {
            Change::Reason(article.clone(), place, label.clone(), dom::value_of(&event))
        })
    };
    let name = named(label);
    let number = place + 1;
    let id = format!("key-{}-{number}-{}", article.id, label.key);
    let choices: Vec<_> = choices("–").into_iter().chain([("wrong".into(), "Wrong".into())]).collect();
    html! {
        <>
            <span class="pm-row">{ mark::sign(label, false) }{ name.clone() }</span>
            { fields::select(&format!("{name} on sentence {number}"), &id, &choices, word(known.map(|line| line.judgement)), &on_choice) }
            if let Some(known) = known {
                <input class="pm-input" maxlength="500" placeholder="Why" aria-label={format!("Why {} on sentence {number}", name.to_lowercase())} value={known.reason.clone()} oninput={on_reason} />
            } else {
                <span />
            }
        </>
    }
}
