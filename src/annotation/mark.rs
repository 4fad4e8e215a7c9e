//! What one annotator says of one sentence.

use crate::annotation::Codebook;
use crate::id::{ExerciseId, LabelId};
use crate::text::Span;
use crate::time::Timestamp;

/// A note is kept up to this length (bytes); what is longer is cut at a character boundary.
pub const LONGEST_NOTE: usize = 20_000;

/// How a sentence stands. *Not sure* wins over labels and over *none*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum State {
    /// Not reached: no answer yet.
    #[default]
    Open,
    /// At least one label.
    Labelled,
    /// None of the labels.
    None,
    /// Not sure, with or without labels.
    Unsure,
}

impl State {
    /// The word of the attribute `data-state`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Labelled => "labelled",
            Self::None => "none",
            Self::Unsure => "unsure",
        }
    }
}

/// What one annotator says of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The sentence, in bytes of the article's text.
    pub span: Span,
    /// Its labels, in the codebook's order.
    pub labels: Vec<LabelId>,
    /// Which of them says what is new here.
    pub main: Option<LabelId>,
    /// The answer is: none of the labels. Never together with a label.
    pub none: bool,
    /// The annotator is not sure.
    pub unsure: bool,
    /// A note, as it was typed.
    pub note: String,
    /// The exercise it was made in.
    pub exercise: Option<ExerciseId>,
    /// When the sentence was first marked.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

impl Annotation {
    /// An annotation that says nothing yet.
    #[must_use]
    pub fn blank(span: Span, now: Timestamp) -> Self {
        Self {
            span,
            labels: Vec::new(),
            main: None,
            none: false,
            unsure: false,
            note: String::new(),
            exercise: None,
            created: now,
            modified: now,
        }
    }

    /// How the sentence stands.
    #[must_use]
    pub fn state(&self) -> State {
        if self.unsure {
            State::Unsure
        } else if self.none {
            State::None
        } else if self.labels.is_empty() {
            State::Open
        } else {
            State::Labelled
        }
    }

    /// Whether it says nothing at all, not even in a note.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.state() == State::Open && self.note.is_empty()
    }

    /// Whether it has this label.
    #[must_use]
    pub fn has(&self, label: &LabelId) -> bool {
        self.labels.contains(label)
    }

    /// Sets a label or takes it back. Setting one clears *none*; *not sure* stays.
    pub fn toggle_label(&mut self, label: &LabelId, codebook: &Codebook) {
        if self.has(label) {
            self.labels.retain(|l| l != label);
            self.main.take_if(|main| main == label);
        } else {
            codebook.insert(&mut self.labels, label.clone());
            self.none = false;
        }
    }

    /// Sets *none*, which clears the labels, or takes it back.
    pub fn toggle_none(&mut self) {
        self.none = !self.none;
        if self.none {
            self.labels.clear();
            self.main = None;
        }
    }

    /// Whether two annotations say the same, whenever they were made.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        let (created, modified) = (self.created, self.modified);
        *self == Self { created, modified, ..other.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blank() -> Annotation {
        Annotation::blank(Span::new(0, 4), Timestamp(0))
    }

    #[test]
    fn a_label_clears_none_and_none_clears_labels() {
        let (mut a, book, claim) = (blank(), Codebook::default(), LabelId::new("claim"));
        a.toggle_none();
        a.toggle_label(&claim, &book);
        assert_eq!((a.none, a.state()), (false, State::Labelled));
        a.toggle_none();
        assert_eq!((a.labels.len(), a.state()), (0, State::None));
    }

    #[test]
    fn a_second_press_takes_it_back() {
        let (mut a, book) = (blank(), Codebook::default());
        for label in ["event", "claim"].map(LabelId::new) {
            a.toggle_label(&label, &book);
        }
        assert_eq!(a.labels, ["claim", "event"].map(LabelId::new), "kept in the codebook's order");
        for label in ["event", "claim"].map(LabelId::new) {
            a.toggle_label(&label, &book);
        }
        assert!(a.is_blank());
    }

    #[test]
    fn not_sure_stands_beside_everything_and_wins() {
        let (mut a, book) = (blank(), Codebook::default());
        a.toggle_none();
        a.unsure = true;
        assert_eq!((a.state(), a.none), (State::Unsure, true));
        a.toggle_label(&LabelId::new("actor"), &book);
        assert_eq!(a.state(), State::Unsure);
    }

    #[test]
    fn a_note_alone_is_no_answer_but_is_kept() {
        let mut a = blank();
        a.note = "Says who?".into();
        assert_eq!((a.state(), a.is_blank()), (State::Open, false));
    }
}
