//! A paragraph: its sentences, their rows in the margin, and the label bar when one of them is current.

use std::rc::Rc;

use pressmark::annotation::{Annotation, Chunk, Codebook, State};
use pressmark::article::Article;
use pressmark::text::Span;
use yew::{Callback, Html, Properties, component, html};

use super::bar::Bar;
use super::mark;
use super::reading::Event;

/// The current sentence, for the paragraph it stands in.
#[derive(Clone, PartialEq)]
pub struct Here {
    pub place: usize,
    pub is_noting: bool,
    pub on_event: Callback<Event>,
    /// What an exercise asks or tells beside it.
    pub beside: Html,
}

#[derive(Properties)]
pub struct Props {
    pub article: Rc<Article>,
    /// Which paragraph of the article.
    pub index: usize,
    pub chunk: Rc<Chunk>,
    pub codebook: Rc<Codebook>,
    pub here: Option<Here>,
}

impl PartialEq for Props {
    /// A change elsewhere in the chunk does not concern this paragraph, so only its own marks count, by
    /// pointer.
    fn eq(&self, other: &Self) -> bool {
        let is_same_article = Rc::ptr_eq(&self.article, &other.article) && self.index == other.index;
        let is_same_look = self.here == other.here && Rc::ptr_eq(&self.codebook, &other.codebook);
        let places = self.article.paragraphs.get(self.index).map(|paragraph| paragraph.sentences.clone());
        is_same_article
            && is_same_look
            && places.is_none_or(|places| self.chunk.is_same(&other.chunk, places))
    }
}

#[component]
pub fn Paragraph(props: &Props) -> Html {
    let Props { article, index, chunk, codebook, here } = props;
    let Some(paragraph) = article.paragraphs.get(*index) else { return Html::default() };
    let is_alone = paragraph.sentences.len() == 1;
    let sentences =
        paragraph.sentences.clone().filter_map(|place| Some((place, article.sentences.get(place)?)));
    let is_here = |place: usize| here.as_ref().is_some_and(|here| here.place == place);
    html! {
        <div class="pm-par" data-solo={is_alone.then_some("")} data-here={here.is_some().then_some("")}>
            <p class="pm-text" data-paragraph={(index + 1).to_string()}>
                { for sentences.map(|(place, span)| html! {
                    <>
                        { sentence(place, span.of(&article.text).unwrap_or_default(), chunk.get(place), is_here(place)) }
                        { gap(article, place, *span) }
                    </>
                }) }
            </p>
            <div class="pm-margin">
                { for paragraph.sentences.clone().map(|place| mark::row(codebook, place + 1, chunk.get(place), is_alone)) }
            </div>
            if let Some(here) = here {
                <Bar number={here.place + 1} mark={chunk.get(here.place).cloned()} codebook={Rc::clone(codebook)}
                    is_noting={here.is_noting} on_event={here.on_event.clone()} beside={here.beside.clone()} />
            }
        </div>
    }
}

/// What stands between a sentence and the next one of its paragraph, as it stands in the text.
fn gap(article: &Article, place: usize, span: Span) -> Option<Html> {
    let next = article.sentences.get(place + 1)?;
    let paragraph = article.paragraphs.get(article.paragraph_of(place))?;
    let is_in_it = next.start() < paragraph.span.end();
    let words = Span::new(span.end(), next.start()).of(&article.text).filter(|_| is_in_it)?;
    Some(html! { { words.to_owned() } })
}

/// One sentence: the stable hook of tests and style sheets.
fn sentence(place: usize, words: &str, annotation: Option<&Rc<Annotation>>, is_current: bool) -> Html {
    let number = place + 1;
    let state = annotation.map_or(State::Open, |mark| mark.state());
    let labels = annotation.map(|mark| mark.labels.iter().map(|l| l.as_str()).collect::<Vec<_>>().join(" "));
    html! {
        <span class="pm-s" id={format!("s{number}")} role="group" aria-roledescription="sentence"
            aria-labelledby={format!("s{number} m{number}")} tabindex={if is_current { "0" } else { "-1" }}
            data-sentence={number.to_string()} data-labels={labels.unwrap_or_default()} data-state={state.word()}
            aria-current={is_current.then_some("true")}>
            { words.to_owned() }
        </span>
    }
}
