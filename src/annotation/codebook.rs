//! The codebook: the labels that sentences can be given, with what they mean.

use crate::id::LabelId;

/// One label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its id in files, such as `claim`.
    pub id: LabelId,
    /// Its name on buttons.
    pub name: String,
    /// The key that toggles it: `1` to `9`.
    pub key: char,
    /// A letter that does the same; the default codebook has them, a teacher's own has none.
    pub letter: Option<char>,
    /// What it means.
    pub definition: String,
    /// The short question that decides.
    pub question: String,
    /// Words from the bundled article to which it belongs.
    pub example: String,
    /// Which of the nine inks and shapes it is printed in (1 to 9).
    pub ink: u8,
}

/// The labels in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codebook {
    /// Its name.
    pub name: String,
    /// Its labels, at most nine.
    pub labels: Vec<Label>,
}

impl Default for Codebook {
    /// Claim, actor and event. The distinctions follow published codebooks: Koopmans & Statham's political
    /// claims analysis, ClaimBuster and CheckThat!, PARC 3.0, MPQA, PLOVER and ACE.
    fn default() -> Self {
        let label = |(id, name, key, letter, ink): (&str, &str, char, char, u8),
                     [definition, question, example]: [&str; 3]| Label {
            id: LabelId::new(id),
            name: name.to_owned(),
            key,
            letter: Some(letter),
            definition: definition.to_owned(),
            question: question.to_owned(),
            example: example.to_owned(),
            ink,
        };
        Self {
            name: "Claim, actor, event".to_owned(),
            labels: vec![
                label(
                    ("claim", "Claim", '1', 'c', 1),
                    [
                        "Does the sentence ask you to accept something on someone’s word: a fact that could be challenged, a view, a demand or a forecast?",
                        "Says who? How do they know?",
                        "violation of international diplomatic norms",
                    ],
                ),
                label(
                    ("actor", "Actor", '2', 'a', 2),
                    [
                        "Does a person, a group, an organisation or a state act, speak, decide, or get addressed or hit here?",
                        "Who acts, decides or is hit?",
                        "Officials in Baku",
                    ],
                ),
                label(
                    ("event", "Event", '3', 'e', 3),
                    [
                        "Does it report a particular thing that happened or is happening, which you could place on a time line?",
                        "What happened, and when?",
                        "struck the outer perimeter",
                    ],
                ),
            ],
        }
    }
}

impl Codebook {
    /// The label with this id.
    #[must_use]
    pub fn label(&self, id: &LabelId) -> Option<&Label> {
        self.labels.iter().find(|label| label.id == *id)
    }

    /// Puts a label among others, in the codebook's order.
    pub fn insert(&self, labels: &mut Vec<LabelId>, label: LabelId) {
        let at = labels.partition_point(|known| self.order(known) <= self.order(&label));
        labels.insert(at, label);
    }

    /// The place of a label in the codebook's order; unknown labels come last.
    #[must_use]
    pub fn order(&self, id: &LabelId) -> usize {
        self.labels.iter().position(|label| label.id == *id).unwrap_or(usize::MAX)
    }
}
