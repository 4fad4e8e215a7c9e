//! The sentences of the exercise screens that depend on something.

use pressmark::annotation::{Codebook, Progress};
use pressmark::article::Article;
use pressmark::exercise::{Exercise, Feedback, Fit, HandIn, When};
use pressmark::session::Session;

use crate::app::words::count;

/// How far the current annotator has come in an exercise.
pub fn progress(session: &Session, exercise: &Exercise) -> Progress {
    exercise.articles.iter().map(|article| session.mine(article).progress()).sum()
}

/// `7 of 12, 1 not sure`
pub fn short(progress: Progress) -> String {
    let unsure = if progress.unsure > 0 { format!(", {} not sure", progress.unsure) } else { String::new() };
    format!("{} of {}{unsure}", progress.answered, progress.sentences)
}

/// `7 of 12 answered, 1 not sure.`
pub fn answered(progress: Progress) -> String {
    let unsure = if progress.unsure > 0 { format!(", {} not sure", progress.unsure) } else { String::new() };
    format!("{} of {} answered{unsure}.", progress.answered, progress.sentences)
}

/// How a warm-up went: `2 of 3 fit.` `Warm-up done, 3 of 3.`
pub fn warmed_up(fitting: usize, all: usize) -> String {
    if fitting == all { format!("Warm-up done, {all} of {all}.") } else { format!("{fitting} of {all} fit.") }
}

/// `5 sentences are not reached.`
pub fn not_reached(open: usize) -> String {
    format!("{} not reached.", count(open, "sentence is", "sentences are"))
}

/// The heading of the receipt: it says the state.
pub fn handed_in(open: usize) -> String {
    match open {
        0 => "Handed in, everything answered".to_owned(),
        open => format!("Handed in, with {} open", count(open, "sentence", "sentences")),
    }
}

/// What is said when somebody handed in more than once.
pub fn again(hand_in: &HandIn) -> Option<String> {
    let times = match hand_in.times {
        0 | 1 => return None,
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    };
    Some(format!("Handed in {times}; the last one counts."))
}

/// `12 sentences, 741 words`
pub fn size(article: &Article) -> String {
    let words: usize = article.sentences.iter().filter_map(|span| span.of(&article.text)).map(words_in).sum();
    format!("{}, {}", count(article.sentences.len(), "sentence", "sentences"), count(words, "word", "words"))
}

fn words_in(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Names in a row: `claim and actor`, `claim, actor and event`.
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Names to choose from: `claim or actor`.
pub fn either(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// The names of the labels at these places, as inside a sentence.
pub fn labels(codebook: &Codebook, places: &[usize]) -> String {
    let name = |place: &usize| codebook.labels.get(*place).map(|label| label.name.to_lowercase());
    listed(&places.iter().filter_map(name).collect::<Vec<_>>())
}

/// How an answer fits: `That fits.` `Not yet: claim is missing, event does not belong here.`
pub fn fit(fit: &Fit, codebook: &Codebook) -> String {
    let (missing, wrong) = match fit {
        Fit::Unsaid => return "Not answered yet.".to_owned(),
        Fit::Fits => return "That fits.".to_owned(),
        Fit::Differs { missing, wrong } => (missing, wrong),
    };
    let verb = |places: &[usize], one: &'static str, many: &'static str| match places.len() {
        1 => one,
        _ => many,
    };
    let missing = (!missing.is_empty())
        .then(|| format!("{} {} missing", labels(codebook, missing), verb(missing, "is", "are")));
    let wrong = (!wrong.is_empty())
        .then(|| format!("{} {} not belong here", labels(codebook, wrong), verb(wrong, "does", "do")));
    format!("Not yet: {}.", missing.into_iter().chain(wrong).collect::<Vec<_>>().join(", "))
}

/// What a kind of feedback tells, as a choice.
pub fn feedback(feedback: Feedback) -> &'static str {
    match feedback {
        Feedback::Nothing => "Nothing",
        Feedback::HowMany => "How many fit",
        Feedback::Where => "Where they differ",
        Feedback::WhereAndWhy => "Where and why",
    }
}

/// When feedback is told, as a choice.
pub fn when(when: When) -> &'static str {
    match when {
        When::AfterHandIn => "After hand-in",
        When::AtOnce => "At each answer",
    }
}

/// Instructions as paragraphs: blank lines part them.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

/// A hand-in code in groups of four: `77YF-3JQR`.
pub fn groups(code: &str) -> Vec<String> {
    let signs: Vec<char> = code.chars().filter(char::is_ascii_alphanumeric).collect();
    signs.chunks(4).map(|group| group.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pressmark::time::Timestamp;

    #[test]
    fn what_does_not_fit_is_named() {
        let book = Codebook::default();
        assert_eq!(fit(&Fit::Fits, &book), "That fits.");
        let differs = |missing: &[usize], wrong: &[usize]| Fit::Differs {
            missing: missing.to_vec(),
            wrong: wrong.to_vec(),
        };
        assert_eq!(
            fit(&differs(&[0], &[2]), &book),
            "Not yet: claim is missing, event does not belong here."
        );
        assert_eq!(fit(&differs(&[0, 1], &[]), &book), "Not yet: claim and actor are missing.");
    }

    #[test]
    fn handing_in_again_is_told() {
        let times = |times| again(&HandIn { at: Timestamp(0), times, check: String::new() });
        assert_eq!(times(1), None);
        assert_eq!(times(2).as_deref(), Some("Handed in twice; the last one counts."));
        assert_eq!(times(3).as_deref(), Some("Handed in 3 times; the last one counts."));
        assert_eq!(handed_in(1), "Handed in, with 1 sentence open");
    }

    #[test]
    fn instructions_are_parted_by_blank_lines() {
        assert_eq!(
            paragraphs("Read.\nSlowly.\n\n\n\nMark.\n").collect::<Vec<_>>(),
            ["Read.\nSlowly.", "Mark."]
        );
    }
}
