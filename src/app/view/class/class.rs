//! One vote of a class on one article, counted: what the views draw from.

use std::rc::Rc;

use pressmark::annotation::Label;
use pressmark::article::Article;
use pressmark::exercise::board::{Board, Count, Entry, Place, Tally, Vote, most_divided_first};
use pressmark::exercise::{Answer, Exercise};

/// One vote of a class on one article, counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    pub board: Rc<Board>,
    pub vote: Vote,
    /// The place of the article in the exercise.
    pub article: usize,
    /// What is said of each sentence, in order.
    pub tallies: Vec<Tally>,
    /// The places of the sentences, the most divided first.
    pub divided: Vec<usize>,
    /// Whether names are hidden: then they are nowhere on the page.
    pub is_hidden: bool,
}

impl Class {
    /// Counts a vote on an article.
    pub fn new(board: &Rc<Board>, vote: Vote, article: usize) -> Self {
        let mut tallies = board.tallies(vote);
        tallies.retain(|tally| tally.place.article == article);
        let mut ordered = tallies.clone();
        most_divided_first(&mut ordered);
        let divided = ordered.iter().map(|tally| tally.place.sentence).collect();
        Self { board: Rc::clone(board), vote, article, tallies, divided, is_hidden: false }
    }

    /// The exercise.
    pub fn exercise(&self) -> &Rc<Exercise> {
        &self.board.exercise
    }

    /// The article.
    pub fn article(&self) -> Option<&Rc<Article>> {
        self.exercise().articles.get(self.article)
    }

    /// The labels.
    pub fn labels(&self) -> &[Label] {
        &self.exercise().codebook.labels
    }

    /// Everybody, in order of arrival.
    pub fn people(&self) -> &[Entry] {
        self.board.entries(self.vote)
    }

    /// What somebody says of the sentence at `sentence` of the article.
    pub fn answer<'a>(&self, entry: &'a Entry, sentence: usize) -> Option<&'a Answer> {
        entry.answer(Place { article: self.article, sentence })
    }

    /// The words of a sentence.
    pub fn sentence(&self, place: usize) -> &str {
        self.article().and_then(|article| article.sentence(place)).unwrap_or_default()
    }

    /// What the class says of a sentence.
    pub fn tally(&self, place: usize) -> Tally {
        self.tallies.get(place).cloned().unwrap_or_default()
    }

    /// What somebody is called: `number` counts the rows of the list from 1 as it is shown now.
    pub fn name(&self, entry: &Entry, number: usize) -> String {
        let name = &entry.submission.name;
        if self.is_hidden || name.is_empty() { format!("Pupil {number}") } else { name.clone() }
    }
}

/// The label that divides the class most, with its count; the first label where nothing divides it.
pub fn closest(tally: &Tally) -> (usize, Count) {
    let place = tally.closest().first().copied().unwrap_or(0);
    (place, tally.count(place))
}

/// Whether everybody who answered says the same of every label.
pub fn is_one_mind(tally: &Tally) -> bool {
    tally.most_divided().is_none()
}
