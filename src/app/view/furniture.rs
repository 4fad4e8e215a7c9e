//! Lines set apart: told in one line, shown on demand, and put back where a reader wants them.

use std::rc::Rc;

use pressmark::article::Article;
use pressmark::furniture::{Furniture as Line, Why};
use pressmark::session::Action;
use pressmark::text::Span;
use yew::{Callback, Html, Properties, component, html, use_state};

use super::pages::PAGES;
use crate::app::store::Dispatch;
use crate::app::words;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: Rc<Article>,
    /// The lines set apart between these two bytes of the text.
    pub from: usize,
    pub to: usize,
    pub dispatch: Dispatch,
}

/// The lines set apart between two bytes; the title is no such line, it is the headline.
pub fn between(article: &Article, from: usize, to: usize) -> impl Iterator<Item = &Line> {
    let first = article.furniture.partition_point(|line| line.span.start() < from);
    let rest = article.furniture.iter().skip(first);
    rest.take_while(move |line| line.span.start() < to).filter(|line| line.why != Why::Title)
}

#[component]
pub fn Furniture(props: &Props) -> Html {
    let is_shown = use_state(|| false);
    let lines: Vec<&Line> = between(&props.article, props.from, props.to).collect();
    if lines.is_empty() {
        return Html::default();
    }
    let told: Vec<(&str, Why)> =
        lines.iter().map(|line| (line.span.of(&props.article.text).unwrap_or_default(), line.why)).collect();
    let toggle = {
        let is_shown = is_shown.clone();
        Callback::from(move |_| is_shown.set(!*is_shown))
    };
    let put_back = |span: Span| {
        let (dispatch, article) = (props.dispatch.clone(), Rc::clone(&props.article));
        Callback::from(move |_| {
            let (then, article) = (dispatch.clone(), Rc::clone(&article));
            PAGES.with(&dispatch, move |pages| {
                let article = Rc::new((pages.with_line)(&article, span, false));
                then.dispatch(Action::Line(article, span, false).into());
            });
        })
    };
    let show = match (*is_shown, lines.len()) {
        (true, 1) => "Hide it",
        (true, _) => "Hide them",
        (false, 1) => "Show it",
        (false, _) => "Show them",
    };
    html! {
        <div class="pm-furniture pm-inset">
            <span>{ words::set_apart(&told) }</span>
            <button type="button" class="pm-link" aria-expanded={is_shown.to_string()} onclick={toggle}>{ show }</button>
            if *is_shown {
                <ul class="pm-furniture-lines">
                    { for lines.iter().zip(&told).map(|(line, (words, _))| html! {
                        <li>
                            <span>{ (*words).to_owned() }</span>
                            // Within an exercise the sentences are frozen.
                            if props.article.id.exercise().is_none() {
                                <button type="button" class="pm-link" onclick={put_back(line.span)}>{ "Put back" }</button>
                            }
                        </li>
                    }) }
                </ul>
            }
        </div>
    }
}
