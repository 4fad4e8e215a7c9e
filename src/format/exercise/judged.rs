//! Reads what a teacher judged: the key of an exercise and its warm-up sentences.

use std::rc::Rc;

use crate::annotation::{Codebook, Label};
use crate::article::Article;
use crate::exercise::{Judgement, Key, KeyEntry, WarmUp};
use crate::format::error::FormatError;
use crate::format::exercise::read::{LONGEST, no_longer};
use crate::format::exercise::write::judgement_word;
use crate::format::value::Value;
use crate::id::LabelId;
use crate::order;

/// A warm-up sentence. Judgements stand in the codebook's order, so that the same ones make the same exercise.
pub(super) fn warm_up_in(wire: &Value, codebook: &Codebook) -> Result<WarmUp, FormatError> {
    let listed = wire.list("judgements").unwrap_or_default();
    let judged = |label: &Label| {
        let wire = listed.iter().find(|wire| wire.text("label") == Some(label.id.as_str()))?;
        Some((label.id.clone(), judgement_in(wire)))
    };
    Ok(WarmUp {
        text: no_longer(wire.text("text").unwrap_or_default(), "a warm-up sentence", LONGEST)?,
        judgements: codebook.labels.iter().filter_map(judged).collect(),
        reason: reason_in(wire)?,
    })
}

/// The key, by article, sentence and label, so that the same one makes the same exercise. Lines about what the
/// exercise does not have are left out, and of two on the same the first counts.
pub(super) fn key_in(
    listed: &[Value],
    articles: &[Rc<Article>],
    codebook: &Codebook,
) -> Result<Key, FormatError> {
    let mut entries = Vec::new();
    for wire in listed {
        let place = |field| wire.number(field).and_then(|number| number.checked_sub(1));
        let (Some(article), Some(sentence), Some(label)) =
            (place("article"), place("sentence"), wire.text("label"))
        else {
            continue;
        };
        let label = LabelId::new(label);
        let is_there = articles.get(article).is_some_and(|article| sentence < article.sentences.len());
        if is_there && codebook.label(&label).is_some() {
            let (judgement, reason) = (judgement_in(wire), reason_in(wire)?);
            entries.push(KeyEntry { article, sentence, label, judgement, reason });
        }
    }
    let place = |entry: &KeyEntry| (entry.article, entry.sentence, codebook.order(&entry.label));
    order::sort_by(&mut entries, |a, b| place(a).cmp(&place(b)));
    entries.dedup_by(|later, first| place(later) == place(first));
    Ok(Key { entries })
}

fn judgement_in(wire: &Value) -> Judgement {
    let all = [Judgement::Required, Judgement::Accepted];
    all.into_iter().find(|it| wire.text("judgement") == Some(judgement_word(*it))).unwrap_or_default()
}

fn reason_in(wire: &Value) -> Result<String, FormatError> {
    no_longer(wire.text("reason").unwrap_or_default(), "a reason", LONGEST)
}
