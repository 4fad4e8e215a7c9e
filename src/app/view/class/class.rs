//! One vote of a class on one article, counted: what the views draw from.

use std::rc::Rc;

use pressmark::annotation::{Codebook, Label};
use pressmark::article::Article;
use pressmark::exercise::board::{
    Board, Column, Entry, Place, Roster, Row, Table, Tally, Vote, hidden_name, most_divided_first, names,
};
use pressmark::exercise::{Answer, Exercise};

use super::state::Open;

/// One vote of a class on one article, counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    pub board: Rc<Board>,
    pub vote: Vote,
    /// The place of the article in the exercise.
    pub article: usize,
    /// What is said of each sentence of the exercise, in order.
    pub all: Vec<Tally>,
    /// What is said of each sentence of the article, in order.
    pub tallies: Vec<Tally>,
    /// The places of the article's sentences, the most divided first.
    pub divided: Vec<usize>,
    /// What everybody is called, in order of arrival.
    names: Vec<String>,
    /// Real names, where the teacher wrote some.
    pub roster: Rc<Roster>,
    /// Whether names are hidden: then they are nowhere on the page.
    pub is_hidden: bool,
}

/// People in the order in which they are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// The rows as they are shown.
    pub rows: Vec<Row>,
    /// The row of each entry, in order of arrival.
    pub ranks: Vec<usize>,
}

impl Class {
    /// Counts a vote on an article.
    pub fn new(board: &Rc<Board>, vote: Vote, article: usize, roster: &Rc<Roster>, is_hidden: bool) -> Self {
        let all = board.tallies(vote);
        let tallies: Vec<Tally> =
            all.iter().filter(|tally| tally.place.article == article).cloned().collect();
        let mut ordered = tallies.clone();
        most_divided_first(&mut ordered);
        let divided = ordered.iter().map(|tally| tally.place.sentence).collect();
        let names = names(board, vote, roster);
        Self {
            board: Rc::clone(board),
            vote,
            article,
            all,
            tallies,
            divided,
            names,
            roster: Rc::clone(roster),
            is_hidden,
        }
    }

    /// The exercise.
    pub fn exercise(&self) -> &Rc<Exercise> {
        &self.board.exercise
    }

    /// The article.
    pub fn article(&self) -> Option<&Rc<Article>> {
        self.exercise().articles.get(self.article)
    }

    /// The codebook.
    pub fn codebook(&self) -> &Codebook {
        &self.exercise().codebook
    }

    /// The labels.
    pub fn labels(&self) -> &[Label] {
        &self.codebook().labels
    }

    /// Everybody, in order of arrival.
    pub fn people(&self) -> &[Entry] {
        self.board.entries(self.vote)
    }

    /// Where a sentence of the article stands in the exercise.
    pub fn place(&self, sentence: usize) -> Place {
        Place { article: self.article, sentence }
    }

    /// What somebody says of a sentence of the article.
    pub fn answer<'a>(&self, entry: &'a Entry, sentence: usize) -> Option<&'a Answer> {
        entry.answer(self.place(sentence))
    }

    /// The words of a sentence.
    pub fn sentence(&self, sentence: usize) -> &str {
        self.board.sentence(self.place(sentence)).unwrap_or_default()
    }

    /// What the class says of a sentence.
    pub fn tally(&self, sentence: usize) -> Tally {
        self.tallies.get(sentence).cloned().unwrap_or_default()
    }

    /// The sentence that is open.
    pub fn opened(&self, open: Open) -> Option<usize> {
        match open {
            Open::MostDivided => self.divided.first().copied(),
            Open::At(sentence) => Some(sentence),
            Open::Nothing => None,
        }
    }

    /// What somebody is called: the entry at this place, in the row in which it is shown.
    pub fn name(&self, entry: usize, row: usize) -> String {
        match self.names.get(entry) {
            Some(name) if !self.is_hidden => name.clone(),
            _ => hidden_name(row),
        }
    }
}

impl Ranking {
    /// Puts a class in order.
    pub fn new(class: &Class, by: Column, is_descending: bool) -> Self {
        let key = Table::new(class.exercise(), &class.exercise().key);
        let mut rows = class.board.rows(class.vote, &class.all, key.as_ref());
        class.board.sort_rows(class.vote, &class.names, &mut rows, by, is_descending);
        let mut ranks = vec![0; rows.len()];
        for (rank, row) in rows.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(row.row) {
                *slot = rank;
            }
        }
        Self { rows, ranks }
    }

    /// The row in which an entry is shown.
    pub fn rank(&self, entry: usize) -> usize {
        self.ranks.get(entry).copied().unwrap_or(0)
    }
}
