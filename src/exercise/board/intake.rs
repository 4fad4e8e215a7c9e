//! Taking what was handed in: each file and line is taken whole or named with the reason.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::exercise::board::{
    Board, Earlier, Entry, MOST_ENTRIES, MOST_REFUSED, Reason, Refused, Vote, plain,
};
use crate::exercise::{Answers, Exercise, Receipt, Submission};
use crate::id::AnnotatorId;
use crate::map::Map;

/// Code names are cut to this length (characters).
const LONGEST_NAME: usize = 60;

/// A file or a pasted line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The file's name, or the line.
    pub from: Rc<str>,
    /// What is in it.
    pub what: Incoming,
}

/// What is in a file or a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// A submission, with the exercise where the file holds it.
    Submission(Submission, Option<Rc<Exercise>>),
    /// Nothing that could be read, and why.
    Unreadable(Reason),
}

/// What became of the files and lines, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What is on the board now.
    pub taken: Vec<Taken>,
    /// What is not.
    pub refused: Vec<Refused>,
}

/// Something that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The entry's number (1 is the first).
    pub number: usize,
    /// The file or the line.
    pub from: Rc<str>,
    /// The code name; may be empty for a code.
    pub name: String,
    /// Whether it replaced something.
    pub how: How,
    /// Sentences without an answer: unfinished when there are any.
    pub not_reached: usize,
    /// Whether another pupil on the board has the same code name.
    pub has_namesake: bool,
}

/// Whether something that was taken is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// A row of its own.
    New,
    /// Handed in again: it took the place of an earlier one.
    Replaced {
        /// The file or the line of the earlier one.
        earlier: Rc<str>,
    },
}

impl Board {
    /// Takes files and lines for a vote: the new board, and what became of each. Taking the same again changes
    /// nothing: what is on the board already is told in the report only.
    #[must_use]
    pub fn take(&self, vote: Vote, items: Vec<Item>) -> (Self, Report) {
        let mut taking = Taking::new(self, vote);
        for item in items {
            taking.add(item);
        }
        taking.finish()
    }
}

/// A board while it takes: item by item, so that thousands can be taken in slices.
pub struct Taking {
    board: Board,
    vote: Vote,
    by_id: Map<AnnotatorId, usize>,
    by_name: Map<String, Vec<usize>>,
    report: Report,
}

impl Taking {
    /// Begins to take for a vote.
    #[must_use]
    pub fn new(board: &Board, vote: Vote) -> Self {
        let (by_id, by_name, report) = (Map::default(), Map::default(), Report::default());
        let mut taking = Self { board: board.clone(), vote, by_id, by_name, report };
        for (place, entry) in board.entries(vote).iter().enumerate() {
            taking.know(place, &entry.submission);
        }
        taking
    }

    /// Takes one item, or notes why not.
    pub fn add(&mut self, item: Item) {
        let from = item.from;
        let (name, reason) = match item.what {
            Incoming::Unreadable(reason) => (String::new(), reason),
            Incoming::Submission(submission, exercise) => {
                let name = submission.name.clone();
                let fits = self.fits(&submission, exercise.as_deref());
                match fits.and_then(|()| self.put(submission, &from)) {
                    Ok(taken) => return self.report.taken.push(taken),
                    Err(reason) => (name, reason),
                }
            }
        };
        self.report.refused.push(Refused { from, name, vote: self.vote, reason });
    }

    /// The board with everything that was taken, and what became of each item.
    #[must_use]
    pub fn finish(self) -> (Board, Report) {
        let Self { mut board, report, .. } = self;
        // By its words, since a board that comes from storage has no more than those.
        let words = |refused: &Refused| (refused.from.to_string(), refused.reason.to_string());
        let mut listed = Map::default();
        board.refused.iter().for_each(|refused| listed.insert(words(refused), ()));
        for refused in report.refused.iter().filter(|refused| !refused.reason.is_harmless()) {
            let words = words(refused);
            if listed.get(&words).is_some() {
                continue;
            }
            if board.refused.len() < MOST_REFUSED {
                listed.insert(words, ());
                board.refused.push(refused.clone());
            } else {
                board.unlisted += 1;
            }
        }
        (board, report)
    }

    /// Whether a submission is of this exercise, and its answers are answers to it.
    fn fits(&self, submission: &Submission, exercise: Option<&Exercise>) -> Result<(), Reason> {
        let ours = &self.board.exercise;
        if submission.exercise != ours.id {
            return Err(exercise.map_or(Reason::UnknownExercise, |theirs| difference(ours, theirs)));
        }
        match fault(ours, &submission.answers) {
            Some(what) => Err(Reason::Damaged { what }),
            None => Ok(()),
        }
    }

    /// Puts a submission into the row it belongs to.
    fn put(&mut self, mut submission: Submission, from: &Rc<str>) -> Result<Taken, Reason> {
        submission.name = shown(&submission.name);
        let same_name = self.by_name.get(&plain(&submission.name)).cloned().unwrap_or_default();
        let place = self.row(&submission, &same_name)?;
        let has_namesake = same_name.iter().any(|other| Some(*other) != place);
        let entries = self.board.entries_mut(self.vote);
        let place = place.unwrap_or(entries.len());
        let mut earlier = Vec::new();
        if let Some(entry) = entries.get(place) {
            if submission.receipt == Receipt::Code {
                // The row keeps the id that a file brought: a roster goes by it.
                submission.annotator = entry.submission.annotator.clone();
            }
            refuse_known(entry, &submission)?;
            earlier.clone_from(&entry.earlier);
            earlier.push(Earlier { from: Rc::clone(&entry.from), print: entry.submission.print() });
        } else if entries.len() >= MOST_ENTRIES {
            return Err(Reason::Full);
        }
        let how = earlier.last().map_or(How::New, |last| How::Replaced { earlier: Rc::clone(&last.from) });
        let entry = Entry { earlier, ..Entry::new(submission, Rc::clone(from)) };
        let (submission, not_reached) = (Rc::clone(&entry.submission), entry.not_reached);
        match entries.get_mut(place) {
            Some(row) => *row = entry,
            None => entries.push(entry),
        }
        self.know(place, &submission);
        let name = submission.name.clone();
        Ok(Taken { number: place + 1, from: Rc::clone(from), name, how, not_reached, has_namesake })
    }

    /// The row that a submission belongs to: that of the same annotator; for a code, which has no annotator,
    /// and for a file whose row came as a code, that of the same code name.
    fn row(&self, submission: &Submission, same_name: &[usize]) -> Result<Option<usize>, Reason> {
        if let Some(place) = self.by_id.get(&submission.annotator) {
            return Ok(Some(*place));
        }
        match (submission.receipt, same_name) {
            (Receipt::Code, [_, _, ..]) => {
                Err(Reason::WhichOne { name: submission.name.clone(), count: same_name.len() })
            }
            (Receipt::Code, _) => Ok(same_name.first().copied()),
            _ => {
                let entries = self.board.entries(self.vote);
                let is_code = |place: &usize| entries.get(*place).is_some_and(Entry::is_code);
                Ok(same_name.iter().copied().find(is_code))
            }
        }
    }

    /// Remembers whose row is at `place`.
    fn know(&mut self, place: usize, submission: &Submission) {
        self.by_id.insert(submission.annotator.clone(), place);
        let name = plain(&submission.name);
        if !name.is_empty() {
            let places = self.by_name.or_default(name);
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
}

/// A code name without characters that are not seen or that turn the line round (UAX #9), cut to what fits.
fn shown(name: &str) -> String {
    let is_unseen =
        |c: &char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    name.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_unseen(c))
        .take(LONGEST_NAME)
        .collect()
}

/// Refuses what a row holds already, held before, or holds in a later form.
fn refuse_known(entry: &Entry, new: &Submission) -> Result<(), Reason> {
    let (old, of) = (&*entry.submission, Rc::clone(&entry.from));
    let is_code = new.receipt == Receipt::Code;
    if is_code && is_alike(&old.answers, &new.answers) {
        return Err(if new.name.is_empty() { Reason::SameCode { of } } else { Reason::Duplicate { of } });
    }
    if old == new {
        return Err(Reason::Duplicate { of });
    }
    let print = new.print();
    let name = if new.name.is_empty() { "this pupil".to_owned() } else { new.name.clone() };
    if old.print() == print {
        return Err(Reason::Duplicate { of });
    }
    if entry.earlier.iter().any(|earlier| earlier.print == print) {
        return Err(Reason::Replaced { name, by: of });
    }
    match (old.handed_in, new.handed_in) {
        (Some(old), Some(new)) if new.cmp(&old) == Ordering::Less => Err(Reason::Older { name, by: of }),
        _ => Ok(()),
    }
}

/// Whether two sets of answers are the same but for what a code cannot hold: notes and main labels.
fn is_alike(old: &Answers, new: &Answers) -> bool {
    let all = |answers: &Answers| answers.iter().map(Vec::len).sum::<usize>();
    all(old) == all(new)
        && old
            .iter()
            .flatten()
            .zip(new.iter().flatten())
            .all(|(old, new)| (old.labels, old.none, old.unsure) == (new.labels, new.none, new.unsure))
}

/// How another exercise differs from the board's.
fn difference(ours: &Exercise, theirs: &Exercise) -> Reason {
    let plain = |exercise: &Exercise| -> Vec<String> {
        exercise.articles.iter().map(|article| article.id.plain().to_owned()).collect()
    };
    let titles = |exercise: &Exercise| -> Vec<String> {
        exercise.articles.iter().map(|article| article.title.clone()).collect()
    };
    if plain(ours) != plain(theirs) && titles(ours) != titles(theirs) {
        return Reason::OtherExercise { title: theirs.title.clone() };
    }
    for (ours, theirs) in ours.articles.iter().zip(&theirs.articles) {
        let count = (ours.sentences.len(), theirs.sentences.len());
        let differs =
            (0..count.0.min(count.1)).find(|place| ours.sentence(*place) != theirs.sentence(*place));
        let what = match differs {
            Some(place) => format!("sentence {} of “{}” is another one there", place + 1, ours.title),
            None if count.0 != count.1 => {
                format!("“{}” has {} sentences there and {} here", ours.title, count.1, count.0)
            }
            None if ours.text != theirs.text => format!("the text of “{}” was changed", ours.title),
            None => continue,
        };
        return Reason::OtherText { what };
    }
    let ids = |exercise: &Exercise| -> Vec<_> {
        exercise.codebook.labels.iter().map(|label| label.id.clone()).collect()
    };
    if ids(ours) != ids(theirs) {
        let names: Vec<&str> = theirs.codebook.labels.iter().map(|label| label.name.as_str()).collect();
        return Reason::OtherLabels { labels: names.join(", ") };
    }
    Reason::OtherVersion
}

/// What in the answers is no answer to the exercise, as half a sentence.
pub(crate) fn fault(exercise: &Exercise, answers: &Answers) -> Option<String> {
    if answers.len() != exercise.articles.len() {
        let count = exercise.articles.len();
        return Some(format!("it answers {} articles, and the exercise has {count}", answers.len()));
    }
    let labels = exercise.codebook.labels.len();
    let unknown = u32::try_from(labels).ok().and_then(|labels| u16::MAX.checked_shl(labels)).unwrap_or(0);
    for (article, answers) in exercise.articles.iter().zip(answers) {
        let (given, asked, title) = (answers.len(), article.sentences.len(), &article.title);
        if given != asked {
            return Some(format!("it answers {given} sentences of “{title}”, which has {asked}"));
        }
        for (place, answer) in answers.iter().enumerate() {
            let what = if answer.labels & unknown != 0 {
                "has a label that the exercise does not have"
            } else if answer.none && answer.labels != 0 {
                "has labels and “none” at once"
            } else if answer.main.is_some_and(|main| !answer.has(usize::from(main))) {
                "has a main label that is not among its labels"
            } else {
                continue;
            };
            return Some(format!("sentence {} of “{title}” {what}", place + 1));
        }
    }
    None
}
