//! The reading state: which sentence is current, whether its note is open. It is not saved with the session;
//! the place alone is kept, once it rests.

use std::rc::Rc;

use pressmark::article::Article;
use pressmark::id::ArticleId;
use pressmark::session::{Action, Scope};
use yew::{Reducible, hook, use_effect_with, use_mut_ref};

use crate::app::browser::{dom, listen};
use crate::app::keys::{Command, Press};
use crate::app::route::Route;
use crate::app::store::Dispatch;

/// Where the focus goes after a move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// It stays where it is.
    #[default]
    Stays,
    /// To the current sentence.
    Sentence,
    /// To the button of the label bar that does this.
    Bar(String),
}

/// What reaches the reading state.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key or a button.
    Run(Command, Focus),
    /// To the sentence at this place.
    Go(usize, Focus),
    /// The note is being typed.
    Write(String),
    /// The article was made anew.
    Article(Rc<Article>),
}

/// Which sentence is current, in which article.
#[derive(Clone, PartialEq)]
pub struct Reading {
    article: Rc<Article>,
    dispatch: Dispatch,
    /// The place of the current sentence.
    pub current: usize,
    /// Whether its note is open.
    pub is_noting: bool,
    /// Where the focus goes after this move.
    pub focus: Focus,
    /// Counts the moves, so that each is followed once.
    pub moves: u32,
}

impl Reading {
    /// Opens an article at a place.
    pub fn new(article: Rc<Article>, current: usize, dispatch: Dispatch) -> Self {
        Self { article, dispatch, current, is_noting: false, focus: Focus::Stays, moves: 0 }
    }

    fn id(&self) -> ArticleId {
        self.article.id.clone()
    }

    fn moved(&mut self, to: usize, focus: Focus) {
        let last = self.article.sentences.len().saturating_sub(1);
        let to = to.min(last);
        self.is_noting &= to == self.current;
        self.current = to;
        self.focus = focus;
        self.moves += 1;
    }

    /// The first sentence of the paragraph `by` further on; going back stops at the start of this one first.
    fn paragraph(&self, is_forward: bool) -> usize {
        let paragraphs = &self.article.paragraphs;
        let here = self.article.paragraph_of(self.current);
        let start = |index: usize| paragraphs.get(index).map_or(self.current, |p| p.sentences.start);
        match is_forward {
            true => start((here + 1).min(paragraphs.len().saturating_sub(1))).max(self.current),
            false if self.current > start(here) => start(here),
            false => start(here.saturating_sub(1)),
        }
    }

    fn run(&mut self, command: Command, focus: Focus) {
        let last = self.article.sentences.len().saturating_sub(1);
        let to = match command {
            Command::Next => self.current + 1,
            Command::Previous => self.current.saturating_sub(1),
            Command::NextParagraph => self.paragraph(true),
            Command::PreviousParagraph => self.paragraph(false),
            Command::First => 0,
            Command::Last => last,
            Command::Note => {
                self.is_noting = !self.is_noting;
                // The note takes the focus, even where a move before it has not been followed yet.
                self.focus = Focus::Stays;
                return;
            }
            Command::Close => {
                if self.is_noting {
                    self.is_noting = false;
                    self.moved(self.current, Focus::Sentence);
                }
                return;
            }
            Command::Help => return dom::go(&Route::Help.address()),
            Command::Label(label) => return self.act(Action::Label(self.id(), self.current, label)),
            Command::None => return self.act(Action::None(self.id(), self.current)),
            Command::Unsure => return self.act(Action::Unsure(self.id(), self.current)),
            Command::Undo => return self.act(Action::Undo(Scope::Article(self.id()))),
            Command::Redo => return self.act(Action::Redo(Scope::Article(self.id()))),
        };
        self.moved(to, focus);
    }

    /// What belongs to the session is passed on to it, for the sentence that is current now: a key that
    /// comes before the page is drawn again still means the right sentence.
    fn act(&self, action: Action) {
        self.dispatch.dispatch(action.into());
    }
}

impl Reducible for Reading {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
            Event::Run(command, focus) => next.run(command, focus),
            Event::Go(to, focus) => next.moved(to, focus),
            Event::Write(text) => next.act(Action::Note(next.id(), next.current, text)),
            Event::Article(article) => {
                let start = next.article.sentences.get(next.current).map_or(0, |span| span.start());
                let after = article.sentences.partition_point(|span| span.start() < start);
                next.current = after.min(article.sentences.len().saturating_sub(1));
                next.article = article;
            }
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

/// Hears the keys of the whole window as long as the component stands; `run` answers whether it took one.
#[hook]
pub fn use_keys(run: impl Fn(&Press) -> bool + 'static) {
    let latest = use_mut_ref(|| None::<Rc<dyn Fn(&Press) -> bool>>);
    *latest.borrow_mut() = Some(Rc::new(run));
    use_effect_with((), move |()| {
        let listening = listen::keys(move |press| {
            let run = latest.borrow().clone();
            run.is_some_and(|run| run(press))
        });
        move || drop(listening)
    });
}
