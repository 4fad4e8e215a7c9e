//! The visible sentences that depend on something: counts, results, states.

use pressmark::annotation::{Annotation, Codebook, Progress, State};
use pressmark::article::{Article, Origin};
use pressmark::furniture::Why;
use pressmark::id::LabelId;
use pressmark::session::{How, Said, What};

/// A part of the program that was needed could not be loaded.
pub const MISSING: &str =
    "A part of Pressmark could not be loaded. Check the connection and try again; what you marked is kept.";

/// `1 sentence`, `12 sentences`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number with its thousands parted: `12,000`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let part = |(place, digit): (usize, char)| {
        let comma = (place > 0 && (digits.len() - place).is_multiple_of(3)).then_some(',');
        comma.into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(part).collect()
}

/// `7 of 12 answered, 1 not sure`; `Not started`; `All 12 answered`.
pub fn progress(progress: Progress) -> String {
    let Progress { answered, unsure, sentences, .. } = progress;
    let not_sure = if unsure > 0 { format!(", {unsure} not sure") } else { String::new() };
    match answered {
        0 => "Not started".to_owned(),
        all if all == sentences => format!("All {} answered{not_sure}", grouped(all)),
        some => format!("{} of {} answered{not_sure}", grouped(some), grouped(sentences)),
    }
}

/// `7 of 12 sentences answered, 1 not sure.`
pub fn end_of_article(progress: Progress) -> String {
    let Progress { answered, unsure, sentences, .. } = progress;
    let not_sure = if unsure > 0 { format!(", {unsure} not sure") } else { String::new() };
    format!("{} of {} answered{not_sure}.", grouped(answered), count(sentences, "sentence", "sentences"))
}

/// The name of a label inside a sentence: `claim`. Letters beyond ASCII keep their case: the table of all others would
/// weigh 4 kB.
pub fn label_name(codebook: &Codebook, id: &LabelId) -> String {
    codebook.label(id).map_or_else(|| id.to_string(), |label| label.name.to_ascii_lowercase())
}

/// What is said of a sentence, in words: `claim, actor, not sure`; `none`; empty when nothing.
pub fn answers(codebook: &Codebook, mark: Option<&Annotation>) -> String {
    let Some(mark) = mark else { return String::new() };
    let labels = mark.labels.iter().map(|id| label_name(codebook, id));
    let none = mark.none.then(|| "none".to_owned());
    let unsure = mark.unsure.then(|| "not sure".to_owned());
    labels.chain(none).chain(unsure).collect::<Vec<_>>().join(", ")
}

/// `Sentence 3: claim, actor.`; `Sentence 8, not reached`
pub fn sentence_row(codebook: &Codebook, number: usize, mark: Option<&Annotation>) -> String {
    match mark {
        Some(mark) if mark.state() != State::Open => {
            format!("Sentence {number}: {}.", answers(codebook, Some(mark)))
        }
        _ => format!("Sentence {number}, not reached"),
    }
}

/// `Sentence 3 of 12: claim, actor`
pub fn place(codebook: &Codebook, number: usize, of: usize, mark: Option<&Annotation>) -> String {
    let answers = answers(codebook, mark);
    let answers = if answers.is_empty() { "not reached" } else { &answers };
    format!("Sentence {number} of {of}: {answers}")
}

/// What stands under a headline: `12 sentences · No source given · bundled`.
pub fn source_line(article: &Article, end: &str) -> String {
    let source = article.source.as_deref().unwrap_or("No source given");
    let mut parts = vec![count(article.sentences.len(), "sentence", "sentences"), source.to_owned()];
    parts.extend(article.date.as_deref().map(day));
    parts.push(end.to_owned());
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Where an article came from: `bundled`, `Added by you on 20 November 2026`.
pub fn origin(article: &Article) -> String {
    match article.origin {
        Origin::Bundled => "bundled".to_owned(),
        Origin::Added(when) => format!("added on {}", day(&when.to_string())),
    }
}

/// `2026-11-20T…` as `20 November 2026`.
pub fn day(moment: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = moment.get(..10).unwrap_or_default().split('-').map(str::parse::<usize>);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => {
            format!("{day} {} {year}", month.checked_sub(1).and_then(|m| MONTHS.get(m)).unwrap_or(&""))
        }
        _ => moment.to_owned(),
    }
}

/// What just happened, for the line at the top: `Event added to sentence 2`, `Undone: event on sentence 2`.
pub fn said(codebook: &Codebook, said: &Said) -> String {
    match said.how {
        How::Done => done(codebook, &said.what),
        How::Undone if said.what == What::Nothing => "Nothing to undo".to_owned(),
        How::Redone if said.what == What::Nothing => "Nothing to redo".to_owned(),
        How::Undone => format!("Undone: {}", step(codebook, &said.what)),
        How::Redone => format!("Redone: {}", step(codebook, &said.what)),
        How::Left => format!("Left as it is, changed elsewhere since: {}", step(codebook, &said.what)),
    }
}

fn done(codebook: &Codebook, what: &What) -> String {
    match what {
        What::Label(label, is_on, number) => {
            let name = codebook.label(label).map_or_else(|| label.to_string(), |label| label.name.clone());
            format!("{name} {} sentence {number}", if *is_on { "added to" } else { "removed from" })
        }
        What::None(is_on, number) => {
            format!("None {} sentence {number}", if *is_on { "set on" } else { "removed from" })
        }
        What::Unsure(is_on, number) => {
            format!("Not sure {} sentence {number}", if *is_on { "set on" } else { "removed from" })
        }
        What::Note(is_on, number) => {
            format!("Note {} sentence {number}", if *is_on { "kept with" } else { "removed from" })
        }
        What::Main(label, true, number) => {
            format!("{} is the main label of sentence {number}", capital(&label_name(codebook, label)))
        }
        What::Main(_, false, number) => format!("Sentence {number} has no main label now"),
        What::Exercise(title) => format!("The exercise “{title}” is on this device"),
        What::ExerciseDropped(title) => format!("Removed the exercise “{title}”"),
        What::Added(title) => format!("Added “{title}”"),
        What::AlreadyHere(title) => format!("This text is here already: “{title}”"),
        What::Renamed(title) => format!("Renamed to “{title}”"),
        What::Language(title, language) => format!("“{title}” is read as {language}"),
        What::Deleted(title) => format!("Deleted “{title}”"),
        What::Line(true, words) => format!("Set apart: “{}”", short(words)),
        What::Line(false, words) => format!("Put back: “{}”", short(words)),
        What::Merged { articles: 0, sentences: 0 } => "Everything in this file is here already".to_owned(),
        What::Merged { articles, sentences } => {
            let articles = (*articles > 0).then(|| count(*articles, "article", "articles"));
            let sentences =
                (*sentences > 0).then(|| count(*sentences, "marked sentence", "marked sentences"));
            let parts: Vec<String> = articles.into_iter().chain(sentences).collect();
            format!("Imported {}", parts.join(" and "))
        }
        What::Cleared => "This device is cleared".to_owned(),
        What::SomeoneElse(None) => "The next mark starts a new annotator".to_owned(),
        What::SomeoneElse(Some(name)) => format!("You are {name}"),
        What::Nothing => String::new(),
    }
}

/// A step, as it is named when it is taken back: `event on sentence 2`.
fn step(codebook: &Codebook, what: &What) -> String {
    match what {
        What::Label(label, true, number) => format!("{} on sentence {number}", label_name(codebook, label)),
        What::Label(label, false, number) => format!("{} off sentence {number}", label_name(codebook, label)),
        What::None(true, number) => format!("none on sentence {number}"),
        What::None(false, number) => format!("none off sentence {number}"),
        What::Unsure(true, number) => format!("not sure on sentence {number}"),
        What::Unsure(false, number) => format!("not sure off sentence {number}"),
        What::Note(_, number) => format!("note on sentence {number}"),
        What::Main(_, _, number) => format!("main label of sentence {number}"),
        other => lower_first(&done(codebook, other)),
    }
}

/// The tables of all capital letters would weigh more than the rest of this file many times over.
fn capital(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| {
        [first.to_ascii_uppercase()].into_iter().chain(characters).collect()
    })
}

fn lower_first(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| {
        [first.to_ascii_lowercase()].into_iter().chain(characters).collect()
    })
}

/// The result for a screen reader: `Claim on. Sentence 3: claim, actor.`
pub fn announced(codebook: &Codebook, happened: &Said, mark: Option<&Annotation>) -> String {
    let now = |number: usize| sentence_row(codebook, number, mark);
    let on_off = |is_on: bool| if is_on { "on" } else { "off" };
    match (&happened.what, happened.how) {
        (What::Label(label, is_on, number), How::Done) => {
            let name = codebook.label(label).map_or_else(|| label.to_string(), |label| label.name.clone());
            format!("{name} {}. {}", on_off(*is_on), now(*number))
        }
        (What::None(is_on, number), How::Done) => format!("None {}. {}", on_off(*is_on), now(*number)),
        (What::Unsure(is_on, number), How::Done) => format!("Not sure {}. {}", on_off(*is_on), now(*number)),
        // A note is announced by the field itself while it is typed.
        (What::Note(..), How::Done) => String::new(),
        _ => said(codebook, happened),
    }
}

/// The lines set apart before or after some paragraphs: `1 line set apart: the headline, repeated.`
pub fn set_apart(lines: &[(&str, Why)]) -> String {
    let is_repeated = lines.iter().all(|(_, why)| *why == Why::TitleRepeated);
    let what = if is_repeated {
        "the headline, repeated".to_owned()
    } else {
        let quoted = lines.iter().take(3).map(|(words, _)| format!("“{}”", short(words)));
        let more = (lines.len() > 3).then(|| format!("{} more", lines.len() - 3));
        quoted.chain(more).collect::<Vec<_>>().join(", ")
    };
    format!("{} set apart: {what}.", count(lines.len(), "line", "lines"))
}

/// The first words of a line.
fn short(words: &str) -> String {
    match words.char_indices().nth(40) {
        Some((cut, _)) => format!("{}…", words.get(..cut).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

/// `62 kB`, `1.4 MB`, of characters of two bytes each.
pub fn size(bytes: usize) -> String {
    if bytes < 999_500 {
        format!("{} kB", bytes.div_ceil(1000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pressmark::session::Scope;
    use pressmark::text::Span;
    use pressmark::time::Timestamp;

    #[test]
    fn progress_is_told_in_words() {
        let p = |answered, unsure, sentences| {
            progress(Progress { answered, unsure, sentences, marked: answered })
        };
        assert_eq!(p(0, 0, 12), "Not started");
        assert_eq!(p(7, 1, 12), "7 of 12 answered, 1 not sure");
        assert_eq!(p(12, 1, 12), "All 12 answered, 1 not sure");
        assert_eq!(p(1200, 0, 10_000), "1,200 of 10,000 answered");
    }

    #[test]
    fn the_result_is_announced_not_the_gesture() {
        let book = Codebook::default();
        let mut mark = Annotation::blank(Span::new(0, 1), Timestamp(0));
        for id in ["claim", "actor"] {
            mark.toggle_label(&LabelId::new(id), &book);
        }
        let happened = |what, how| Said { what, how, scope: Scope::Library, turn: 1 };
        let claim = || What::Label(LabelId::new("claim"), true, 3);
        assert_eq!(
            announced(&book, &happened(claim(), How::Done), Some(&mark)),
            "Claim on. Sentence 3: claim, actor."
        );
        assert_eq!(announced(&book, &happened(claim(), How::Undone), None), "Undone: claim on sentence 3");
        assert_eq!(said(&book, &happened(claim(), How::Done)), "Claim added to sentence 3");
        let none = What::None(false, 2);
        assert_eq!(announced(&book, &happened(none, How::Done), None), "None off. Sentence 2, not reached");
    }

    #[test]
    fn a_moment_is_told_as_a_day() {
        assert_eq!(day("2026-11-20T09:12:03Z"), "20 November 2026");
        assert_eq!(day("soon"), "soon");
    }

    #[test]
    fn lines_set_apart_are_named() {
        assert_eq!(
            set_apart(&[("Baku Demands", Why::TitleRepeated)]),
            "1 line set apart: the headline, repeated."
        );
        let site = [("Leave a comment", Why::Site), ("Trending", Why::Site)];
        assert_eq!(set_apart(&site), "2 lines set apart: “Leave a comment”, “Trending”.");
    }
}
