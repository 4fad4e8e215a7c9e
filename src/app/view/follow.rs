//! What follows the reading state: the screen and the focus follow a move, the place is kept once it rests,
//! and a long article is drawn in slices from where the reader is.

use std::rc::Rc;

use pressmark::article::Article;
use pressmark::format::storage::place_key;
use pressmark::text::Unit;
use yew::{Callback, UseReducerHandle, hook, use_effect_with, use_mut_ref, use_state};

use super::reading::{Event, Focus, Reading};
use crate::app::browser::{clock, dom, listen, storage};

/// How long the place must rest before it is kept (milliseconds).
const RESTS: u32 = 250;
/// How many blocks are drawn at a time, each way, after the first.
const SLICE: usize = 4;

/// The place where this article was left; the first sentence when it was never opened.
pub fn last_place(article: &Article) -> usize {
    let kept = storage::get(&place_key(&article.id)).and_then(|kept| kept.trim().parse().ok());
    let start = kept.and_then(|start| article.offsets.to_byte(&article.text, start, Unit::CodePoint));
    start.map_or(0, |start| article.sentences.partition_point(|span| span.end() <= start))
}

/// Keeps the place of the current sentence once it rests, and when the page is left.
#[hook]
pub fn use_place_kept(article: &Rc<Article>, current: usize) {
    let latest = use_mut_ref(|| None::<(String, String)>);
    let start = article.sentences.get(current).map_or(0, |span| span.start());
    let start = article.offsets.from_byte(&article.text, start, Unit::CodePoint);
    *latest.borrow_mut() = Some((place_key(&article.id), start.to_string()));
    let keep = {
        let latest = Rc::clone(&latest);
        move || {
            if let Some((key, place)) =
                latest.borrow().as_ref().filter(|(key, place)| storage::get(key).as_ref() != Some(place))
            {
                // Where the place cannot be kept the article opens at its beginning; no work is lost.
                let _ = storage::put(key, place);
            }
        }
    };
    let on_rest = keep.clone();
    use_effect_with(current, move |_| {
        let later = clock::after(RESTS, on_rest);
        move || drop(later)
    });
    use_effect_with((), move |()| {
        let listening = listen::leaving(keep.clone());
        move || {
            keep();
            drop(listening);
        }
    });
}

/// Tells the reading state when the article was made anew, as after a line was put back.
#[hook]
pub fn use_article_followed(article: &Rc<Article>, on_event: &Callback<Event>) {
    let known = use_mut_ref(|| Rc::clone(article));
    let (article, on_event) = (Rc::clone(article), on_event.clone());
    // The pointer is enough to tell: an article is never changed, only made anew.
    use_effect_with(Rc::as_ptr(&article), move |_| {
        let is_new = !Rc::ptr_eq(&known.borrow(), &article);
        if is_new {
            *known.borrow_mut() = Rc::clone(&article);
            on_event.emit(Event::Article(article));
        }
    });
}

/// Shows the current sentence after a move, and puts the focus where the move says.
#[hook]
pub fn use_moves_followed(reading: &UseReducerHandle<Reading>, opened_at: Option<usize>) {
    let (moves, current, focus) = (reading.moves, reading.current, reading.focus.clone());
    use_effect_with(moves, move |moves| {
        let id = format!("s{}", current + 1);
        match moves {
            0 if opened_at.is_some() || current > 0 => dom::show(&id),
            // A new screen begins at its top, wherever the one before was left.
            0 => dom::to_top(),
            _ => {
                match focus {
                    Focus::Stays => {}
                    Focus::Sentence => dom::focus(&id),
                    Focus::Bar(does) => dom::focus_in_bar(&does),
                }
                dom::reveal(&id);
            }
        }
    });
}

/// The blocks to draw: those around the current sentence first, then slices each way until all are drawn.
#[hook]
pub fn use_slices(article: &Rc<Article>, current: usize) -> (usize, usize) {
    let count = article.blocks.len();
    let range = use_state(|| {
        let here = article.blocks.partition_point(|block| block.sentences.end <= current);
        (here.saturating_sub(1), (here + 2).min(count))
    });
    let (from, to) = (range.0, range.1.min(count));
    use_effect_with((from, to, count), move |_| {
        let later = (from > 0 || to < count).then(|| {
            clock::after(0, move || range.set((from.saturating_sub(SLICE), (to + SLICE).min(count))))
        });
        move || drop(later)
    });
    (from, to)
}
