//! Reads the codebook of an exercise: the usual one, or a teacher's own labels with the keys 1 to 9 in their order.

use crate::annotation::{Codebook, Label};
use crate::format::error::FormatError;
use crate::format::exercise::read::{LONGEST, no_longer};
use crate::format::pressmark::{is_usable, missing, short};
use crate::format::value::Value;
use crate::id::LabelId;

/// The name of a codebook or of a label is at most this long (characters).
const LONGEST_NAME: usize = 200;

/// The codebook of an exercise; the one that this program brings where none is given.
pub(super) fn codebook_in(wire: &Value) -> Result<Codebook, FormatError> {
    let usual = Codebook::default();
    let Some(listed) = wire.list("labels") else { return Ok(usual) };
    let mut labels: Vec<Label> = Vec::new();
    for (wire, key) in listed.iter().zip('1'..='9') {
        let label = label_in(wire, key, &labels)?;
        if labels.iter().any(|known| known.id == label.id) {
            return Err(FormatError::Twice { what: "a label" });
        }
        if labels.iter().any(|known| known.name.to_lowercase() == label.name.to_lowercase()) {
            return Err(FormatError::Twice { what: "the name of a label" });
        }
        labels.push(label);
    }
    if labels.is_empty() {
        return Err(missing("the exercise’s labels"));
    }
    let name = no_longer(wire.text("name").unwrap_or_default(), "the name of its codebook", LONGEST_NAME)?;
    let codebook = Codebook { name, labels };
    // The usual one keeps its letters.
    Ok(if is_same(&codebook, &usual) { usual } else { codebook })
}

fn label_in(wire: &Value, key: char, before: &[Label]) -> Result<Label, FormatError> {
    let id = wire.text("id").ok_or_else(|| missing("the id of a label"))?;
    if !is_usable(id) || id.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(FormatError::LabelId { id: short(id) });
    }
    let name = wire.text("name").map(str::trim).filter(|name| !name.is_empty()).unwrap_or(id);
    let words = |field| no_longer(wire.text(field).unwrap_or_default(), "what it says of a label", LONGEST);
    Ok(Label {
        id: LabelId::new(id),
        name: no_longer(name, "the name of a label", LONGEST_NAME)?,
        key,
        letter: None,
        definition: words("definition")?,
        question: words("question")?,
        example: words("example")?,
        ink: free_ink(before, wire.number("ink")),
    })
}

/// The ink that is asked for, or the first that no label before has: an ink is a pattern too, and what tells
/// labels apart has to differ.
fn free_ink(before: &[Label], asked: Option<usize>) -> u8 {
    let is_free = |ink: &u8| before.iter().all(|label| label.ink != *ink);
    let asked = asked.and_then(|ink| u8::try_from(ink).ok()).filter(|ink| (1..=9).contains(ink));
    asked.filter(is_free).or_else(|| (1..=9).find(is_free)).unwrap_or(9)
}

/// Whether two codebooks say the same, whatever the letters.
fn is_same(codebook: &Codebook, other: &Codebook) -> bool {
    let plain = |codebook: &Codebook| -> Vec<Label> {
        codebook.labels.iter().map(|label| Label { letter: None, ..label.clone() }).collect()
    };
    codebook.name == other.name && plain(codebook) == plain(other)
}
