//! Adds an article: paste, pick or drop a text, and see its title, language and sentences before it is added.

use std::rc::Rc;

use pressmark::article::{Article, MOST_SENTENCES, Meta, Origin};
use pressmark::furniture::{Furniture, Why};
use pressmark::order;
use pressmark::seeds::front_matter;
use pressmark::text::{Language, Span, TextError, clean};
use yew::{
    AttrValue, Callback, Event, Html, InputEvent, Properties, component, html, use_effect_with, use_memo,
    use_node_ref, use_state,
};

use super::dialog::Dialog;
use super::languages::languages;
use crate::app::browser::{clock, dom, file};
use crate::app::words::count;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text of a file that was picked or dropped.
    pub text: AttrValue,
    pub on_add: Callback<Rc<Article>>,
    /// A file was chosen inside the dialog.
    pub on_files: Callback<Vec<file::Picked>>,
    pub on_close: Callback<()>,
}

/// The preview shows at most this many lines; the article has all of them.
const MOST_LINES: usize = 300;

/// What was typed and chosen so far.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    text: String,
    /// The title, once somebody typed one.
    title: Option<String>,
    /// The language, once somebody chose one.
    language: Option<Language>,
    /// The lines set apart, once somebody chose them.
    apart: Option<Vec<Furniture>>,
    /// Whether somebody asked for the article, so that an empty text is told.
    is_asked: bool,
}

#[component]
pub fn Add(props: &Props) -> Html {
    let draft = use_state(Draft::default);
    let input = use_node_ref();
    {
        let draft = draft.setter();
        use_effect_with(props.text.clone(), move |text| {
            if !text.is_empty() {
                draft.set(Draft { text: text.to_string(), is_asked: true, ..Draft::default() });
            }
        });
    }
    let article = use_memo((*draft).clone(), Draft::article);
    let change = |change: fn(&mut Draft, String)| {
        let draft = draft.clone();
        move |value: String| {
            let mut next = (*draft).clone();
            change(&mut next, value);
            draft.set(next);
        }
    };
    let on_text = change(|draft, text| {
        draft.text = text;
        draft.apart = None;
    });
    let on_title = change(|draft, title| draft.title = Some(title));
    let on_language = change(|draft, tag| draft.language = Some(Language::new(&tag)));
    let on_line = {
        let (draft, article) = (draft.clone(), Rc::clone(&article));
        Callback::from(move |(span, is_apart): (Span, bool)| {
            if let Ok(article) = &*article {
                let apart = Some(article.with_line(span, is_apart).furniture);
                draft.set(Draft { apart, ..(*draft).clone() });
            }
        })
    };
    let on_submit = {
        let (draft, article, on_add) = (draft.clone(), Rc::clone(&article), props.on_add.clone());
        Callback::from(move |()| match &*article {
            Ok(article) => {
                on_add.emit(Rc::new(Article { origin: Origin::Added(clock::now()), ..article.clone() }))
            }
            Err(_) => draft.set(Draft { is_asked: true, ..(*draft).clone() }),
        })
    };
    let choose = {
        let input = input.clone();
        Callback::from(move |_| dom::click(&input))
    };
    let on_picked = {
        let on_files = props.on_files.clone();
        Callback::from(move |event: Event| {
            let on_files = on_files.clone();
            file::from_input(&event, move |files| on_files.emit(files));
        })
    };
    let oninput = Callback::from(move |event: InputEvent| on_text(dom::value_of(&event)));
    let on_title = Callback::from(move |event: InputEvent| on_title(dom::value_of(&event)));
    let on_language = Callback::from(move |event: Event| on_language(dom::choice_of(&event)));
    let is_told = draft.is_asked || !draft.text.is_empty();
    let problem = article.as_ref().as_ref().err().filter(|_| is_told).map(ToString::to_string);
    let title = draft
        .title
        .clone()
        .or_else(|| Some(article.as_ref().as_ref().ok()?.title.clone()))
        .unwrap_or_default();
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={props.on_close.reform(|_| ())}>{ "Cancel" }</button>
            <button type="submit" class="pm-button pm-button--first">{ "Add" }</button>
        </>
    };
    html! {
        <Dialog id="add" title="Add article" on_close={props.on_close.clone()} {on_submit} {foot}>
            <div class="pm-field">
                <label for="text">{ "Article text" }</label>
                <textarea class="pm-input" id="text" rows="6" value={draft.text.clone()} {oninput} aria-describedby="text-hint"
                    aria-invalid={problem.is_some().then_some("true")} />
                <p class="pm-hint" id="text-hint">
                    { "Paste it, or " }<button type="button" class="pm-link" onclick={choose}>{ "choose a file" }</button>
                    { ", or drop one anywhere on this page." }
                </p>
                <input type="file" class="pm-unseen" id="add-file" tabindex="-1" aria-label="Choose a file" accept=".txt,.md,.text,text/plain,text/markdown" ref={input} onchange={on_picked} />
                if let Some(problem) = problem {
                    <p role="alert"><b>{ problem }</b></p>
                }
            </div>
            <div class="pm-field">
                <label for="add-title-field">{ "Title" }</label>
                <input class="pm-input" id="add-title-field" maxlength="200" value={title} oninput={on_title} />
            </div>
            if let Ok(article) = &*article {
                { languages("add-language", &article.language, on_language) }
                { preview(article, &on_line) }
            }
        </Dialog>
    }
}

impl Draft {
    /// The article that the text would be. Its front matter, if it has one, says what nobody typed.
    fn article(&self) -> Result<Article, TextError> {
        let text = clean(&self.text)?;
        let (front, body) = front_matter(&text);
        let language = self.language.clone().or(front.language.clone());
        let guessed = Article::new(body, Meta { language, ..front });
        let title = self.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        let title = title.map_or_else(|| guessed.title.clone(), ToOwned::to_owned);
        let meta = Meta { title: Some(title), ..guessed.meta() };
        let apart = self.apart.as_deref().unwrap_or(&guessed.furniture);
        Article::with_furniture(Rc::clone(&guessed.text), meta, apart).with_at_most(MOST_SENTENCES)
    }
}

/// The numbered sentences and the lines set apart, in the order of the text.
fn preview(article: &Article, on_line: &Callback<(Span, bool)>) -> Html {
    let lines = article.furniture.iter().filter(|line| line.why != Why::Title).count();
    let apart =
        if lines > 0 { format!(", {} set apart", count(lines, "line", "lines")) } else { String::new() };
    let told = format!(
        "{}, {}{apart}",
        count(article.sentences.len(), "sentence", "sentences"),
        article.language.name()
    );
    let sentences = article.sentences.iter().enumerate().map(|(place, span)| (*span, Some(place + 1)));
    let mut all: Vec<(Span, Option<usize>)> =
        sentences.chain(article.furniture.iter().map(|line| (line.span, None))).collect();
    order::sort_by(&mut all, |a, b| a.0.cmp(&b.0));
    let put = |span: Span, is_apart: bool, words: &str| {
        let on_line = on_line.clone();
        html! { <button type="button" class="pm-link" onclick={Callback::from(move |_| on_line.emit((span, is_apart)))}>{ words.to_owned() }</button> }
    };
    let is_line = |span: &Span| article.paragraphs.binary_search_by_key(span, |p| p.span).is_ok();
    let line = |(span, number): &(Span, Option<usize>)| {
        let words = span.of(&article.text).unwrap_or_default().to_owned();
        match number {
            Some(number) => html! {
                <li>
                    <b>{ *number }</b>
                    <span>{ words }{ " " }if is_line(span) { { put(*span, true, "Set apart") } }</span>
                </li>
            },
            None => {
                html! { <li data-apart=""><b /><span>{ words }{ " " }{ put(*span, false, "Put back") }</span></li> }
            }
        }
    };
    html! {
        <section class="pm-field" aria-labelledby="preview-title">
            <h3 id="preview-title" class="pm-name">{ told }</h3>
            <ol class="pm-preview" tabindex="0" aria-label="Preview" lang={article.language.tag().to_owned()} dir={article.language.dir()}>
                { for all.iter().take(MOST_LINES).map(line) }
                if all.len() > MOST_LINES {
                    <li data-apart=""><b /><span>{ format!("and {} more", all.len() - MOST_LINES) }</span></li>
                }
            </ol>
        </section>
    }
}
