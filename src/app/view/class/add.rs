//! Adding submissions: files, a folder, a zip, or codes that were pasted, one a line.

use pressmark::exercise::board::Vote;
use yew::{Callback, Event, Html, MouseEvent, NodeRef, html};

use super::super::dialog::Dialog;
use super::head::act;
use super::state::{Act, Dispatch, Over};
use crate::app::browser::{dom, many};

/// What the ways in need.
#[derive(Clone, PartialEq)]
pub struct Ways {
    pub files: NodeRef,
    pub folder: NodeRef,
    /// Files were picked.
    pub on_files: Callback<(Vec<many::Handle>, usize)>,
    /// Codes were pasted.
    pub on_codes: Callback<String>,
}

/// The id of the field that codes are pasted into.
const CODES: &str = "codes";

/// The ways in: pick files or a folder, or paste codes.
pub fn ways(ways: &Ways) -> Html {
    let pick = |input: &NodeRef| {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| dom::click(&input))
    };
    let onchange = {
        let on_files = ways.on_files.clone();
        Callback::from(move |event: Event| on_files.emit(many::from_input(&event)))
    };
    let paste = {
        let on_codes = ways.on_codes.clone();
        Callback::from(move |_: MouseEvent| on_codes.emit(dom::text_in(CODES)))
    };
    html! {
        <div class="pm-ways">
            <div class="pm-ways-files pm-stack pm-stack--tight">
                <p>{ "Drop files, a folder or a zip anywhere on this page, or choose them." }</p>
                <p class="pm-actions">
                    <button type="button" class="pm-button" onclick={pick(&ways.files)}>{ "Choose files" }</button>
                    <button type="button" class="pm-button" onclick={pick(&ways.folder)}>{ "Choose a folder" }</button>
                </p>
                <input type="file" hidden=true multiple=true aria-label="Submissions" id="class-files" ref={ways.files.clone()} onchange={onchange.clone()} />
                <input type="file" hidden=true webkitdirectory=true aria-label="A folder of submissions" id="class-folder" ref={ways.folder.clone()} {onchange} />
            </div>
            <div class="pm-field">
                <label for={CODES}>{ "Hand-in codes" }</label>
                <textarea class="pm-input" id={CODES} rows="5" spellcheck="false" autocomplete="off" aria-describedby="codes-say" />
                <p class="pm-hint" id="codes-say">{ "One a line. A code name may stand before the code." }</p>
                <p class="pm-actions"><button type="button" class="pm-button" onclick={paste}>{ "Read the codes" }</button></p>
            </div>
        </div>
    }
}

/// The same in a dialog, with the vote that they belong to.
pub fn dialog(ways_in: &Ways, vote: Vote, dispatch: &Dispatch) -> Html {
    let on_close: Callback<()> = act(dispatch, || Act::Over(Over::Nothing));
    let choice = |to: Vote, name: &'static str| {
        html! {
            <label>
                <input type="radio" name="vote" checked={to == vote} onchange={act(dispatch, move || Act::Vote(to))} />
                <span>{ name }</span>
            </label>
        }
    };
    let foot = html! { <button type="button" class="pm-button" onclick={on_close.reform(|_| ())}>{ "Close" }</button> };
    html! {
        <Dialog id="add-submissions" title="Add submissions" {on_close} {foot}>
            { ways(ways_in) }
            <fieldset class="pm-choice">
                <legend>{ "They belong to" }</legend>
                { choice(Vote::First, "the first vote") }
                { choice(Vote::Second, "the second vote, after the discussion") }
            </fieldset>
        </Dialog>
    }
}
