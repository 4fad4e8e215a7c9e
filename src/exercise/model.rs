//! An exercise: articles whose sentences are frozen, a codebook, instructions, and how it is to be done.

use std::rc::Rc;

use crate::annotation::Codebook;
use crate::article::Article;
use crate::exercise::{Judgement, Key};
use crate::id::{ArticleId, ExerciseId, LabelId};
use crate::time::Timestamp;

/// A codebook has at most this many labels: one for each of the keys 1 to 9.
pub const MOST_LABELS: usize = 9;

/// What a teacher hands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// The first 16 hexadecimal digits of the SHA-256 of what it holds, so that the same exercise is the same
    /// everywhere and a changed one is another.
    pub id: ExerciseId,
    /// The title.
    pub title: String,
    /// What is to be done: plain text, blank lines make paragraphs.
    pub instructions: String,
    /// The labels.
    pub codebook: Rc<Codebook>,
    /// The articles. Their ids are [within](ArticleId::within) this exercise, and their sentences are as the
    /// teacher saw them, however the reading program would cut the text.
    pub articles: Vec<Rc<Article>>,
    /// What is asked for besides labels.
    pub rules: Rules,
    /// Sentences to practise on first, with instant feedback; may be empty.
    pub warm_up: Vec<WarmUp>,
    /// The teacher's own answers; may be empty.
    pub key: Key,
    /// What the pupil is told by the key.
    pub feedback: Feedback,
    /// When the pupil is told.
    pub when: When,
    /// When it was made.
    pub created: Timestamp,
}

/// What is asked for besides labels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Labels on which a note is asked for.
    pub notes_on: Vec<LabelId>,
    /// Whether a main label is asked for where there are several.
    pub main: bool,
    /// Whether *none* must be said where no label fits.
    pub none: bool,
}

/// A sentence to practise on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WarmUp {
    /// The sentence.
    pub text: String,
    /// How each label is judged here; labels that are not listed are wrong.
    pub judgements: Vec<(LabelId, Judgement)>,
    /// Why, in a sentence or two.
    pub reason: String,
}

/// What the pupil is told by the key. The key lies readable in the file: this hides it, nothing more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feedback {
    /// Nothing.
    #[default]
    Nothing,
    /// How many answers fit.
    HowMany,
    /// Which sentences do not fit.
    Where,
    /// Which, and the reasons.
    WhereAndWhy,
}

/// When the pupil is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// After handing in.
    #[default]
    AfterHandIn,
    /// At each answer.
    AtOnce,
}

impl Exercise {
    /// Its article with this id (within the exercise).
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<&Rc<Article>> {
        self.articles.iter().find(|article| article.id == *id)
    }

    /// How many sentences its articles have together.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.articles.iter().map(|article| article.sentences.len()).sum()
    }
}
