//! Shows what taking in a file would change, before anything changes.

use pressmark::session::{Plan, Summary};
use yew::{Callback, Html, html};

use super::dialog::Dialog;
use crate::app::words::count;

/// The dialog; `name` is the file's.
pub fn import(name: &str, plan: &Plan, on_merge: Callback<()>, on_close: &Callback<()>) -> Html {
    let foot = html! {
        <>
            <button type="button" class="pm-button" onclick={on_close.reform(|_| ())}>{ "Cancel" }</button>
            <button type="submit" class="pm-button pm-button--first">{ "Merge" }</button>
        </>
    };
    html! {
        <Dialog id="import" title="Import" on_close={on_close.clone()} on_submit={on_merge} {foot}>
            <p>{ format!("“{}” and this device do not say the same. After the merge:", name) }</p>
            <ul class="pm-lines">
                { for lines(plan.summary).into_iter().map(|line| html! { <li>{ line }</li> }) }
            </ul>
            if !plan.notes.is_empty() {
                <section class="pm-field" aria-labelledby="not-understood">
                    <h3 id="not-understood" class="pm-name">{ "Left out, because it could not be understood" }</h3>
                    <ul class="pm-lines">
                        { for plan.notes.iter().map(|note| html! { <li>{ note.clone() }</li> }) }
                    </ul>
                </section>
            }
            <p class="pm-hint">{ "A merge can be undone." }</p>
        </Dialog>
    }
}

/// The changes in words, those that are none left out.
fn lines(summary: Summary) -> Vec<String> {
    let sentences = |number| count(number, "sentence", "sentences");
    let all = [
        (summary.articles, format!("{} added", count(summary.articles, "article is", "articles are"))),
        (summary.exercises, format!("{} added", count(summary.exercises, "exercise is", "exercises are"))),
        (
            summary.versions,
            format!(
                "{} here in another version of the text; marks are placed by their words",
                count(summary.versions, "article stands", "articles stand")
            ),
        ),
        (summary.new, format!("{} get their marks from the file", sentences(summary.new))),
        (
            summary.changed,
            format!(
                "{} differ and were marked later in the file: the file’s marks are taken",
                sentences(summary.changed)
            ),
        ),
        (
            summary.kept,
            format!("{} differ and were marked later here: these marks stay", sentences(summary.kept)),
        ),
        (summary.same, format!("{} are marked the same", sentences(summary.same))),
        (
            summary.orphans,
            format!(
                "{} no place in this version: kept in a list under the article",
                count(summary.orphans, "mark finds", "marks find")
            ),
        ),
    ];
    let told: Vec<String> = all.into_iter().filter(|(number, _)| *number > 0).map(|(_, line)| line).collect();
    if told.is_empty() { vec!["nothing changes".to_owned()] } else { told }
}
