//! A block of about thirty paragraphs: drawn when its turn comes, and laid out by the browser only near the
//! screen.

use std::rc::Rc;

use pressmark::annotation::{Chunk, Codebook};
use pressmark::article::{Article, Block as Part};
use yew::{Html, Properties, component, html};

use super::furniture::Furniture;
use super::paragraph::{Here, Paragraph};
use crate::app::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: Rc<Article>,
    /// Which block of the article.
    pub index: usize,
    pub chunk: Rc<Chunk>,
    pub codebook: Rc<Codebook>,
    /// Whether its turn to be drawn has come.
    pub is_drawn: bool,
    pub here: Option<Here>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Block(props: &Props) -> Html {
    let Props { article, chunk, codebook, here, dispatch, .. } = props;
    let Some(block) = article.blocks.get(props.index).filter(|_| props.is_drawn) else {
        return html! { <div class="pm-block" /> };
    };
    let paragraph = |index: usize| {
        let is_here =
            |here: &&Here| article.paragraphs.get(index).is_some_and(|p| p.sentences.contains(&here.place));
        html! {
            <Paragraph key={index} article={Rc::clone(article)} {index} chunk={Rc::clone(chunk)} codebook={Rc::clone(codebook)}
                here={here.as_ref().filter(is_here).cloned()} />
        }
    };
    // Most blocks have nothing set apart in them; those that have are cut there.
    let parts = cut(article, block);
    html! {
        <div class="pm-block" data-here={here.is_some().then_some("")}>
            for (from, to, indices) in parts {
                <Furniture article={Rc::clone(article)} {from} {to} dispatch={dispatch.clone()} />
                { for indices.map(paragraph) }
            }
        </div>
    }
}

/// The paragraphs of a block, cut where lines are set apart before one: the bytes between which they stand,
/// and the paragraphs that follow.
fn cut(article: &Article, block: &Part) -> Vec<(usize, usize, std::ops::Range<usize>)> {
    let mut parts: Vec<(usize, usize, std::ops::Range<usize>)> = Vec::new();
    for index in block.paragraphs.clone() {
        let start = article.paragraphs.get(index).map_or(0, |p| p.span.start());
        let before = index.checked_sub(1).and_then(|i| article.paragraphs.get(i)).map_or(0, |p| p.span.end());
        let has_lines = super::furniture::between(article, before, start).next().is_some();
        match parts.last_mut().filter(|_| !has_lines) {
            Some((.., indices)) => indices.end = index + 1,
            None => parts.push((before, start, index..index + 1)),
        }
    }
    parts
}
