//! What the key tells, as far as the teacher chose: how many answers fit, where they differ, and why.

use pressmark::exercise::{Answer, Answers, Exercise, Feedback, Fit};
use yew::{Html, html};

use super::hand_in;
use super::words;
use crate::app::words::count;

/// Beside a sentence, at each answer.
pub fn at_once(exercise: &Exercise, article: usize, sentence: usize, answer: &Answer) -> Html {
    let fit = exercise.fit(article, sentence, answer);
    if fit == Fit::Unsaid {
        return Html::default();
    }
    html! {
        <div class="pm-told" role="status">
            if exercise.feedback == Feedback::WhereAndWhy {
                <p><b>{ words::fit(&fit, &exercise.codebook) }</b></p>
                { reasons(exercise, article, sentence) }
            } else {
                <p><b>{ if fit == Fit::Fits { "Fits the key." } else { "Does not fit the key yet." } }</b></p>
            }
        </div>
    }
}

/// `9 of 12 answered sentences fit.`
pub fn how_many(exercise: &Exercise, answers: &Answers) -> String {
    let all = exercise.fits(answers);
    let said = all.iter().filter(|(.., fit)| *fit != Fit::Unsaid).count();
    let fits = all.iter().filter(|(.., fit)| *fit == Fit::Fits).count();
    format!("{fits} of {} fit the key.", count(said, "answered sentence", "answered sentences"))
}

/// After handing in.
pub fn after(exercise: &Exercise, answers: &Answers) -> Html {
    if exercise.key.is_empty() || exercise.feedback == Feedback::Nothing {
        return Html::default();
    }
    let all = exercise.fits(answers);
    let differs: Vec<&(usize, usize, Fit)> =
        all.iter().filter(|(.., fit)| matches!(fit, Fit::Differs { .. })).collect();
    let places: Vec<(usize, usize)> =
        differs.iter().map(|(article, sentence, _)| (*article, *sentence)).collect();
    let say = |at: &(usize, usize)| {
        let fit = differs.iter().find(|(article, sentence, _)| (*article, *sentence) == *at);
        match (exercise.feedback, fit) {
            (Feedback::WhereAndWhy, Some((.., fit))) => words::fit(fit, &exercise.codebook),
            _ => String::new(),
        }
    };
    html! {
        <section class="pm-step" aria-labelledby="told">
            <h2 id="told">{ "By your teacher’s key" }</h2>
            <p>{ how_many(exercise, answers) }</p>
            if exercise.feedback == Feedback::Where {
                { hand_in::list("These differ", exercise, &places, &say) }
            }
            if exercise.feedback == Feedback::WhereAndWhy {
                <ol class="pm-edits">
                    { for differs.iter().map(|(article, sentence, fit)| one(exercise, *article, *sentence, fit)) }
                </ol>
            }
            <p class="pm-hint">{ "The key is one careful reading. If you have a reason to differ, bring it to the class." }</p>
        </section>
    }
}

fn one(exercise: &Exercise, article: usize, sentence: usize, fit: &Fit) -> Html {
    let Some(known) = exercise.articles.get(article) else { return Html::default() };
    html! {
        <li>
            <p class="pm-sentence-text" lang={known.language.tag().to_owned()}><b>{ sentence + 1 }</b>{ known.sentence(sentence).unwrap_or_default().to_owned() }</p>
            <div class="pm-told"><p><b>{ words::fit(fit, &exercise.codebook) }</b></p>{ reasons(exercise, article, sentence) }</div>
        </li>
    }
}

/// The reasons that the key gives on a sentence, each once.
fn reasons(exercise: &Exercise, article: usize, sentence: usize) -> Html {
    let labels = exercise.codebook.labels.iter();
    let entries = labels.filter_map(|label| exercise.key.entry(article, sentence, &label.id));
    let mut reasons: Vec<&str> =
        entries.map(|entry| entry.reason.trim()).filter(|it| !it.is_empty()).collect();
    reasons.dedup();
    html! { <>{ for reasons.into_iter().map(|reason| html! { <p>{ reason.to_owned() }</p> }) }</> }
}
