//! The reading page: the article with its marks, the label bar and the colour bar.

use std::rc::Rc;

use pressmark::article::Article;
use pressmark::format::pressmark::Export;
use pressmark::session::{Scope, Session};
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_reducer};

use super::block::Block;
use super::end::end;
use super::follow::{last_place, use_article_followed, use_moves_followed, use_place_kept, use_slices};
use super::furniture::Furniture;
use super::headline::Headline;
use super::minimap::Minimap;
use super::pages::save;
use super::paragraph::Here;
use super::reading::{Event, Focus, Reading, use_keys};
use super::top::skip;
use crate::app::browser::dom;
use crate::app::export::Format;
use crate::app::keys;
use crate::app::save::SaveState;
use crate::app::store::Dispatch;
use crate::app::words;

/// What an exercise puts on the reading page.
#[derive(Clone, PartialEq)]
pub struct Task {
    /// Its name, in the top line.
    pub name: AttrValue,
    /// At the end of the top line: progress, *Hand in*.
    pub top: Html,
    /// Under the headline.
    pub facts: Html,
    /// Beside the headline: what to do.
    pub say: Html,
    /// In the label bar, for the sentence at a place.
    pub beside: Callback<usize, Html>,
    /// Among the actions at the end of the article.
    pub end: Html,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: Rc<Article>,
    pub session: Rc<Session>,
    pub save: SaveState,
    pub dispatch: Dispatch,
    /// The number of the sentence to open at; without it, the last place.
    pub number: Option<usize>,
    pub on_download: Callback<()>,
    /// Sentences under the top line.
    pub notices: Html,
    /// The exercise that the article is read in.
    #[prop_or_default]
    pub task: Option<Task>,
}

#[component]
pub fn Reader(props: &Props) -> Html {
    let Props { article, session, dispatch, .. } = props;
    let marks = session.mine(article);
    let codebook = Rc::clone(session.codebook_of(&article.id));
    let scope = Scope::Article(article.id.clone());

    let reading = use_reducer(|| {
        let last = article.sentences.len().saturating_sub(1);
        let place = props.number.map_or_else(|| last_place(article), |number| number.saturating_sub(1));
        Reading::new(Rc::clone(article), place.min(last), dispatch.clone())
    });
    let current = reading.current.min(article.sentences.len().saturating_sub(1));
    let on_event = {
        let reading = reading.dispatcher();
        Callback::from(move |event| reading.dispatch(event))
    };

    use_article_followed(article, &on_event);
    use_moves_followed(&reading, props.number);
    use_place_kept(article, current);
    let (from, to) = use_slices(article, current);
    {
        let (on_event, codebook, single_keys) =
            (on_event.clone(), Rc::clone(&codebook), session.settings.single_keys);
        use_keys(move |press| match keys::command(press, &codebook, single_keys) {
            Some(command) => {
                let focus = dom::focused_in_bar().map_or(Focus::Sentence, Focus::Bar);
                let focus = if press.on_slider { Focus::Stays } else { focus };
                on_event.emit(Event::Run(command, focus));
                true
            }
            None => false,
        });
    }

    let onclick = {
        let on_event = on_event.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(number) = dom::number_around(&event, "sentence") {
                on_event.emit(Event::Go(number.saturating_sub(1), Focus::Stays));
            }
        })
    };
    let on_export = {
        let (session, id, dispatch) = (Rc::clone(session), article.id.clone(), dispatch.clone());
        Callback::from(move |format: Format| save(&session, Export::Article(id.clone()), format, &dispatch))
    };
    let said = session.said.as_ref().filter(|said| said.scope == scope);
    let task = props.task.as_ref();
    let here = Here {
        place: current,
        is_noting: reading.is_noting,
        on_event: on_event.clone(),
        beside: task.map(|task| task.beside.emit(current)).unwrap_or_default(),
    };
    let you = session.annotator().map_or_else(String::new, |annotator| format!("You are {}", annotator.name));
    let tail = article.paragraphs.last().map_or(0, |p| p.span.end());
    let on_command = on_event.reform(|command| Event::Run(command, Focus::Stays));
    html! {
        <>
            { skip("Skip to the current sentence", Callback::from(move |_| dom::focus(&format!("s{}", current + 1)))) }
            <Headline task={task.map(|task| (task.name.clone(), task.top.clone()))} progress={marks.progress()} save={props.save} last={said.map_or_else(String::new, |said| words::said(&codebook, said))}
                turn={said.map_or(0, |said| said.turn)} can_undo={session.undoable(&scope).is_some()} can_redo={session.redoable(&scope).is_some()}
                {on_command} {on_export} on_download={props.on_download.clone()} />
            { props.notices.clone() }
            <div class="pm-unseen" role="status">
                { said.map_or_else(String::new, |said| words::announced(&codebook, said, marks.get(current).map(Rc::as_ref))) }
            </div>
            <main class="pm-read">
                <article class="pm-article" data-article={article.id.plain().to_owned()} lang={article.language.tag().to_owned()} dir={article.language.dir()} aria-labelledby="title" {onclick}>
                    if let Some(task) = task {
                        <div class="pm-par pm-brief">
                            <header class="pm-head"><h1 id="title">{ article.title.clone() }</h1>{ task.facts.clone() }</header>
                            <aside class="pm-brief-say" aria-label="Instructions">{ task.say.clone() }</aside>
                        </div>
                    } else {
                        <header class="pm-head pm-inset">
                            <h1 id="title">{ article.title.clone() }</h1>
                            <p class="pm-source">{ words::source_line(article, &you) }</p>
                        </header>
                    }
                    for (index, chunk) in marks.chunks.iter().enumerate() {
                        <Block key={index} article={Rc::clone(article)} {index} chunk={Rc::clone(chunk)} codebook={Rc::clone(&codebook)}
                            is_drawn={(from..to).contains(&index) || holds(article, index, current)}
                            here={holds(article, index, current).then(|| here.clone())} dispatch={dispatch.clone()} />
                    }
                    <Furniture article={Rc::clone(article)} from={tail} to={usize::MAX} dispatch={dispatch.clone()} />
                    { end(&marks, &codebook, current, &on_event, task.map(|task| task.end.clone())) }
                </article>
                <Minimap {marks} {codebook} {current} {on_event} />
            </main>
        </>
    }
}

/// Whether a block holds the sentence at `place`.
fn holds(article: &Article, block: usize, place: usize) -> bool {
    article.blocks.get(block).is_some_and(|block| block.sentences.contains(&place))
}
