//! What the class board shows and how it changes: everything that can happen on it, and what follows.

use std::rc::Rc;

use pressmark::exercise::board::{Board, ByHand, Column, Place, Report, Roster, Vote};
use yew::{Reducible, UseReducerDispatcher};

use super::grid::{COLUMN_STEP, NEAR, NEAR_COLUMNS, around, rows_near};
use super::growth::Growth;
use super::told::taken;
use crate::app::route::ClassView;

/// Sends what happens to the board; it never changes, so it can be handed down freely.
pub type Dispatch = UseReducerDispatcher<State>;

/// How many rows of a long list are shown at once.
const LISTED: usize = 200;

/// The board and how it is looked at.
#[derive(Clone, PartialEq)]
pub struct State {
    /// The board; none while nothing was handed in.
    pub board: Option<Rc<Board>>,
    /// Whether the device was asked for a board that was kept.
    pub is_loaded: bool,
    /// Whether the board is kept on this device.
    pub kept: Kept,
    /// How often the board was changed: tells which change was kept.
    pub revision: usize,
    /// The vote that files are taken for.
    pub vote: Vote,
    /// Real names, kept on this device alone.
    pub roster: Rc<Roster>,
    /// How often real names were changed.
    pub naming: usize,
    /// The place of the article that is shown.
    pub article: usize,
    pub order: Order,
    pub open: Open,
    /// How often further notes were asked for.
    pub turn: usize,
    /// Names are nowhere on the page.
    pub is_hidden: bool,
    pub sort: Sort,
    /// The current cell of the grid: the row as it is shown, and the sentence.
    pub cell: (usize, usize),
    /// The first row and the first sentence of the grid that are near the screen.
    pub near: (usize, usize),
    /// What of a long list or a large table is drawn so far.
    pub growth: Growth,
    /// The label whose pairs are shown.
    pub pairs: usize,
    /// The sentence that the projector shows.
    pub projected: Open,
    /// Whether the class is held against its own consensus.
    pub is_consensus: bool,
    /// How many rows of long lists are shown.
    pub listed: usize,
    /// What was just done, for the line under the top line.
    pub said: Option<String>,
    /// Whether the projector shows the readings.
    pub has_readings: bool,
    /// What lies over the board.
    pub over: Over,
    /// What became of the files that were taken last.
    pub report: Option<Rc<Report>>,
    /// What is being done, in words: `Reading 40 of 1,000 files`.
    pub doing: Option<String>,
    /// What the focus moves to, and how often it was moved.
    pub focus: (usize, Focus),
}

/// Whether the board is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing is to be kept.
    Nothing,
    Saving,
    Saved,
    Failed,
}

/// Which sentence is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// The one that divides the class most, until somebody chooses.
    MostDivided,
    At(usize),
    Nothing,
}

/// The order of the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    MostDividedFirst,
    AsInTheArticle,
}

/// By what the rows are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub by: Column,
    pub is_descending: bool,
}

/// What lies over the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    Nothing,
    /// Files and codes can be added.
    Add,
    /// What was not taken, and why.
    Refused,
    /// Everybody, with real names.
    Pupils,
    /// Whether the board is to be wiped.
    Wipe,
}

/// Where the focus goes after something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    Stays,
    /// To the section of the open sentence.
    Open(usize),
    /// To the number of a sentence.
    Number(usize),
    /// To the current cell of the grid.
    Cell,
}

/// Everything that can happen on the board.
#[derive(Clone)]
pub enum Act {
    /// The device was asked: this board was kept, or none.
    Loaded(Option<Rc<Board>>),
    /// A board to show, with what became of the files.
    Show(Rc<Board>, Option<Rc<Report>>),
    /// What became of files from which no board could be made.
    Told(Rc<Report>),
    /// How keeping the board of this revision went.
    Kept(usize, Kept),
    /// The list of refusals is cleared.
    Dismiss,
    /// Files are taken for this vote.
    Vote(Vote),
    /// The real names that this device keeps.
    Roster(Roster),
    /// What the pupil at this place is really called.
    Name(usize, String),
    /// The pupil at this place is taken off the board.
    TakeOff(usize),
    Doing(Option<String>),
    Article(usize),
    Order(Order),
    /// Opens a sentence, or closes it where it is open, and perhaps moves the focus.
    Toggle {
        place: usize,
        is_open: bool,
        moves: bool,
    },
    /// Opens a sentence wherever it was asked for.
    Open(usize),
    /// Closes the open sentence; the focus returns to its number.
    Close(usize),
    OtherNotes,
    HideNames,
    SortBy(Column),
    Cell(usize, usize),
    Near(usize, usize),
    /// Another view is looked at.
    View(ClassView),
    /// A further slice of a view is drawn.
    Grow(ClassView),
    Pairs(usize),
    /// Against the consensus, or against the exercise's key.
    Key(bool),
    /// A label of a sentence is settled by hand.
    Settle(ByHand),
    /// A sentence is as most say again.
    AsMost(Place),
    /// More rows of a long list.
    More,
    /// Something was done.
    Said(String),
    Project(usize),
    /// The projector is on: from now on names are hidden.
    Projector,
    Readings,
    Over(Over),
    /// The board goes.
    Wipe,
}

impl State {
    /// Before the device was asked.
    pub fn new() -> Self {
        Self {
            board: None,
            is_loaded: false,
            kept: Kept::Nothing,
            revision: 0,
            vote: Vote::First,
            roster: Rc::default(),
            naming: 0,
            article: 0,
            order: Order::MostDividedFirst,
            open: Open::MostDivided,
            turn: 0,
            is_hidden: false,
            sort: Sort { by: Column::Name, is_descending: false },
            cell: (0, 0),
            near: (0, 0),
            growth: Growth::default(),
            pairs: 0,
            projected: Open::MostDivided,
            is_consensus: false,
            listed: LISTED,
            said: None,
            has_readings: false,
            over: Over::Nothing,
            report: None,
            doing: None,
            focus: (0, Focus::Stays),
        }
    }

    /// What it is after something happened.
    pub fn after(&self, act: Act) -> Self {
        let mut next = self.clone();
        match act {
            Act::Loaded(board) => {
                next.is_loaded = true;
                if next.board.is_none() {
                    next.kept = if board.is_some() { Kept::Saved } else { Kept::Nothing };
                    next.show(board);
                }
            }
            Act::Show(board, report) => {
                let has_refused = report.as_ref().is_some_and(|report| !report.refused.is_empty());
                next.over = if has_refused { Over::Refused } else { Over::Nothing };
                // Where something was refused, its dialog tells of both.
                next.said = report.as_ref().filter(|_| !has_refused).map(|report| taken(report));
                (next.report, next.vote) = (report, Vote::First);
                next.change(board);
            }
            Act::Told(report) => {
                next.over = Over::Refused;
                next.report = Some(report);
            }
            Act::Kept(revision, kept) if revision == self.revision => next.kept = kept,
            Act::Kept(..) => {}
            Act::Dismiss => {
                next.over = Over::Nothing;
                next.report = None;
                if let Some(board) = &self.board {
                    next.change(Rc::new(board.dismissed()));
                }
            }
            Act::Vote(vote) => next.vote = vote,
            Act::Roster(roster) if self.naming == 0 => next.roster = Rc::new(roster),
            Act::Roster(_) => {}
            Act::Name(place, name) => {
                if let Some(entry) = self.board.as_ref().and_then(|board| board.first.get(place)) {
                    next.roster = Rc::new(self.roster.with(entry, &name));
                    next.naming += 1;
                }
            }
            Act::TakeOff(place) => {
                if let Some(board) = &self.board {
                    next.change(Rc::new(board.without(Vote::First, place + 1)));
                }
            }
            Act::Doing(words) => next.doing = words,
            Act::Article(article) => {
                next.article = article;
                next.begin();
            }
            Act::Order(order) => next.order = order,
            Act::Toggle { place, is_open, moves } => {
                next.open = if is_open { Open::Nothing } else { Open::At(place) };
                next.turn = 0;
                if moves && !is_open {
                    next.focus_on(Focus::Open(place));
                }
            }
            Act::Open(place) => {
                next.open = Open::At(place);
                next.turn = 0;
                next.focus_on(Focus::Open(place));
            }
            Act::Close(place) => {
                next.open = Open::Nothing;
                next.focus_on(Focus::Number(place));
            }
            Act::OtherNotes => next.turn += 1,
            Act::HideNames => next.is_hidden = !self.is_hidden,
            Act::SortBy(by) => {
                let is_again = self.sort.by == by;
                next.sort = Sort { by, is_descending: is_again && !self.sort.is_descending };
                next.growth = self.growth.afresh();
            }
            Act::Cell(row, sentence) => {
                next.cell = (row, sentence);
                let (near_row, near_sentence) = self.near;
                next.near = (around(near_row, row, NEAR), around(near_sentence, sentence, NEAR_COLUMNS));
                let is_elsewhere = next.near.1 != near_sentence;
                let growth = if is_elsewhere { self.growth.afresh() } else { self.growth.clone() };
                next.growth = growth.with_row(&next.rows_near(), row);
                next.focus_on(Focus::Cell);
            }
            Act::Near(row, sentence) => {
                let is_elsewhere = sentence.abs_diff(self.near.1) > COLUMN_STEP;
                next.near = (row, sentence);
                let growth = self.growth.moved(&next.rows_near());
                next.growth = if is_elsewhere { growth.afresh() } else { growth };
            }
            Act::View(view) => next.growth = self.growth.of(view),
            Act::Grow(view) => next.growth = self.growth.grown(view, &self.rows_near()),
            Act::Pairs(label) => next.pairs = label,
            Act::Key(is_consensus) => next.is_consensus = is_consensus,
            Act::Settle(by_hand) => {
                if let Some(board) = &self.board {
                    next.change(Rc::new(board.decided(by_hand)));
                }
            }
            Act::AsMost(place) => {
                if let Some(board) = &self.board {
                    let labels = 0..board.exercise.codebook.labels.len();
                    let board = labels.fold((**board).clone(), |board, label| board.undecided(place, label));
                    next.change(Rc::new(board));
                }
            }
            Act::More => next.listed += LISTED,
            Act::Said(words) => next.said = Some(words),
            Act::Project(place) => {
                next.projected = Open::At(place);
                next.turn = 0;
                next.is_hidden = true;
            }
            Act::Projector => next.is_hidden = true,
            Act::Readings => next.has_readings = !self.has_readings,
            Act::Over(over) => {
                next.over = over;
                (next.report, next.said) = (None, None);
                if over == Over::Nothing {
                    next.vote = Vote::First;
                }
            }
            Act::Wipe => {
                next = Self { is_loaded: true, kept: Kept::Saving, ..Self::new() };
                (next.revision, next.naming) = (self.revision + 1, self.naming + 1);
            }
        }
        next
    }

    /// The rows of a large grid that are near the screen.
    pub fn rows_near(&self) -> std::ops::Range<usize> {
        rows_near(self.near.0, self.board.as_ref().map_or(0, |board| board.first.len()))
    }

    /// Shows a board that is not kept yet.
    fn change(&mut self, board: Rc<Board>) {
        self.show(Some(board));
        (self.kept, self.revision) = (Kept::Saving, self.revision + 1);
    }

    fn show(&mut self, board: Option<Rc<Board>>) {
        let is_same = match (&self.board, &board) {
            (Some(old), Some(new)) => old.exercise.id == new.exercise.id,
            _ => false,
        };
        self.board = board;
        if !is_same {
            self.article = 0;
            self.begin();
        }
    }

    /// An article is looked at from its beginning.
    fn begin(&mut self) {
        let fresh = Self::new();
        (self.open, self.turn, self.cell, self.near) = (fresh.open, fresh.turn, fresh.cell, fresh.near);
        self.sort = fresh.sort;
    }

    fn focus_on(&mut self, focus: Focus) {
        self.focus = (self.focus.0 + 1, focus);
    }
}

impl Reducible for State {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let next = self.after(act);
        if next == *self { self } else { Rc::new(next) }
    }
}
