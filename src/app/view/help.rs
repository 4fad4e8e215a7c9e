//! Help: the three questions with examples, the hard cases, the keys, privacy, and how to keep a copy.

use pressmark::annotation::Codebook;
use yew::{Callback, Html, html};

use super::keymap::keymap;
use super::mark;
use super::page::{Frame, page};
use crate::app::browser::dom;
use crate::app::route::Route;

/// Hard cases and how they are decided, with the published codebook that decides so.
const CASES: [(&str, &str); 9] = [
    ("Direct quotation", "claim and actor: the tag is about what is said, and the speaker acts (PARC 3.0)."),
    (
        "“According to the ministry, the strike …”",
        "claim and actor, and event where what is told is an occurrence.",
    ),
    ("“A says that B accused C”", "credit A, the outermost speaker (MPQA)."),
    ("Unnamed source: “analysts”, “some experts”", "actor; say in a note that the source is unnamed."),
    ("“Was described as …”, nobody named", "no actor, unless the sentence or the one before names it."),
    ("A judgement in the outlet’s own voice", "claim; its source is the outlet (MPQA)."),
    ("“May influence”, “is expected to”", "claim, a prediction; not an event."),
    ("“Will meet on 3 May”", "event: a dated future counts (PLOVER)."),
    ("“Has not offered an explanation”", "claim if it can be checked; not an event (ACE, PLOVER)."),
];

/// The help page.
pub fn help(frame: &Frame, codebook: &Codebook) -> Html {
    let head = html! {
        <>
            <h1>{ "How to mark" }</h1>
            <div class="pm-actions"><button type="button" class="pm-button" onclick={Callback::from(|_| dom::print())}>{ "Print this page" }</button></div>
        </>
    };
    let label = |label: &pressmark::annotation::Label| {
        html! {
            <div class="pm-book">
                { mark::sign(label, true) }
                <h3>{ label.name.clone() }</h3>
                <p>{ label.definition.clone() }</p>
                <p class="pm-hint">{ format!("{} For example: ", label.question) }<q>{ label.example.clone() }</q></p>
            </div>
        }
    };
    let body = html! {
            <div class="pm-two">
                <section class="pm-stack" aria-labelledby="book">
                    <h2 id="book">{ "Three questions for each sentence" }</h2>
                    { for codebook.labels.iter().map(label) }
                    <p>
                        { "Any number may be true of one sentence. " }<b>{ "None" }</b>{ " and " }<b>{ "not sure" }</b>
                        { " are answers too; a sentence you have not answered is simply not reached." }
                    </p>
                    <h2 id="cases">{ "Hard cases" }</h2>
                    <dl class="pm-cases">
                        for (case, rule) in CASES {
                            <dt>{ case }</dt>
                            <dd>{ rule }</dd>
                        }
                    </dl>
                    <p class="pm-hint">
                        { "Published codebooks disagree on “claim”. For Koopmans and Statham it is a public act that expresses a political opinion; for fact-checkers (ClaimBuster, CheckThat!) a statement that can be checked. Here it is the umbrella over both." }
                    </p>
                </section>
                <section class="pm-stack" aria-labelledby="keys">
                    <h2 id="keys">{ "Keys" }</h2>
                    { keymap(codebook) }
                    <p class="pm-hint">{ "Single keys can be turned off in " }<a href={Route::Settings.address()}>{ "Settings" }</a>{ "." }</p>
                    <h2 id="privacy">{ "What happens to your work" }</h2>
                    <p>
                        { "Everything you mark stays in this browser, on this device. There is no account and no server of ours. The page asks no other site for anything. A code name is enough; it is written only into files that you save. Nothing leaves this device unless you send it." }
                    </p>
                    <h2 id="copies">{ "How to keep a copy" }</h2>
                    <p>
                        { "A browser may clear what pages keep, some after seven days without a visit. " }<b>{ "Back up everything" }</b>{ " in " }
                        <a href={Route::Settings.address()}>{ "Settings" }</a>
                        { " saves one file with all articles and labels; drop that file on this page, here or on another device, to have it all back. " }
                        <b>{ "Export" }</b>{ " saves the labels of one article, for a teacher, a spreadsheet or another program." }
                    </p>
                </section>
            </div>
    };
    page(frame, head, body)
}
