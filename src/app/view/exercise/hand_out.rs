//! Hands an exercise out: as a link, a code to scan, a file, a page of its own, on paper.

use std::rc::Rc;

use pressmark::article::Origin;
use pressmark::exercise::Exercise;
use pressmark::format::qr;
use pressmark::session::Action;
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_state};

use super::{paper, passing};
use crate::app::browser::{clock, dom, file, share};
use crate::app::route::Route;
use crate::app::store::Dispatch;
use crate::app::words::grouped;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The exercise; none as long as it cannot be made, then `reason` says why.
    pub exercise: Option<Rc<Exercise>>,
    #[prop_or_default]
    pub reason: AttrValue,
    pub dispatch: Dispatch,
}

/// Some chat tools cut a link after so many characters.
const CHAT: usize = 2_000;
/// How long the exercise must rest before its link is made anew (milliseconds).
const RESTS: u32 = 250;

#[component]
pub fn HandOut(props: &Props) -> Html {
    let link = use_state(|| None::<(Rc<Exercise>, String)>);
    let said = use_state(AttrValue::default);
    let is_scanned = use_state(|| false);
    {
        let link = link.clone();
        use_effect_with(props.exercise.clone(), move |exercise| {
            let later = exercise.clone().zip(share::address()).map(|(exercise, page)| {
                clock::after(RESTS, move || {
                    passing::payload(Rc::clone(&exercise), move |payload| {
                        let address = |payload| format!("{page}{}", Route::Open(payload).address());
                        link.set(payload.map(|payload| (exercise, address(payload))));
                    });
                })
            });
            move || drop(later)
        });
    }
    let Some(exercise) = &props.exercise else {
        return html! { <p class="pm-hint">{ &props.reason }</p> };
    };
    // What is handed out is kept on this device too.
    let act = |then: &dyn Fn(&Rc<Exercise>) -> Callback<()>| {
        let (dispatch, exercise, then) = (props.dispatch.clone(), Rc::clone(exercise), then(exercise));
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::TakeExercise(Rc::clone(&exercise)).into());
            then.emit(());
        })
    };
    let say = {
        let said = said.clone();
        Callback::from(move |words: &'static str| said.set(words.into()))
    };
    // What was changed since is not copied: its own link is there in a moment.
    let is_of_this = |link: &&(Rc<Exercise>, String)| Rc::ptr_eq(&link.0, exercise);
    let copy = link.as_ref().filter(is_of_this).map(|(_, link)| {
        let (address, say) = (link.clone(), say.clone());
        act(&move |_| {
            let (address, say) = (address.clone(), say.clone());
            Callback::from(move |()| {
                let say = say.clone();
                share::copy(&address, move |is_done| {
                    say.emit(if is_done {
                        "The link is copied."
                    } else {
                        "The browser does not let this page copy. Select the link and copy it."
                    });
                });
            })
        })
    });
    let save = act(&|exercise| {
        let exercise = Rc::clone(exercise);
        Callback::from(move |()| passing::save(&exercise))
    });
    let page = act(&|exercise| {
        let (exercise, say) = (Rc::clone(exercise), say.clone());
        Callback::from(move |()| {
            let say = say.clone();
            passing::save_page(Rc::clone(&exercise), move |is_done| {
                say.emit(if is_done {
                    "The page is saved. It opens by a double click."
                } else {
                    "The page could not be made here. Save the exercise as a file."
                });
            });
        })
    });
    let print = act(&|_| Callback::from(|()| dom::print()));
    let code =
        link.as_ref().filter(is_of_this).map(|(_, link)| link).filter(|link| link.len() <= qr::LONGEST);
    let scan = {
        let is_scanned = is_scanned.clone();
        code.map(|_| {
            act(&move |_| {
                let is_scanned = is_scanned.clone();
                Callback::from(move |()| is_scanned.set(!*is_scanned))
            })
        })
    };
    let drawn = code.filter(|_| *is_scanned).and_then(|link| qr::draw(link));
    let is_pasted = exercise.articles.iter().any(|article| matches!(article.origin, Origin::Added(_)));
    html! {
        <>
            if let Some((_, link)) = &*link {
                { measure(link.len()) }
                <div class="pm-field">
                    <label for="link">{ "Link" }</label>
                    <input class="pm-input pm-link-box" id="link" readonly=true value={link.clone()} />
                </div>
            } else if share::address().is_none() {
                <p>{ "This page was opened from a file, so there is no link to give. Hand out the file, the page or paper." }</p>
            } else {
                <p class="pm-length"><output aria-live="polite">{ "Measuring the link…" }</output></p>
            }
            <div class="pm-actions">
                if share::address().is_some() {
                    <button type="button" class="pm-button pm-button--first" aria-disabled={copy.is_none().then_some("true")} onclick={copy.unwrap_or_default()}>{ "Copy link" }</button>
                }
                <button type="button" class="pm-button" onclick={save}>{ "Save as a file" }</button>
            </div>
            <div class="pm-actions pm-step-more">
                <button type="button" class="pm-quiet" onclick={page}>{ "One-file page" }</button>
                <button type="button" class="pm-quiet" onclick={print}>{ "Print" }</button>
                <button type="button" class="pm-quiet" aria-expanded={scan.is_some().then(|| is_scanned.to_string())}
                    aria-disabled={scan.is_none().then_some("true")} onclick={scan.unwrap_or_default()}>{ "QR code" }</button>
            </div>
            <p class="pm-hint" role="status">{ &*said }</p>
            if let Some(code) = &drawn {
                { picture(code, &exercise.title) }
                <p class="pm-hint">{ "Show it large: a camera has to see every point." }</p>
                <div class="pm-actions"><button type="button" class="pm-button" onclick={save_code(code, &exercise.title)}>{ "Save the QR code" }</button></div>
            }
            if !exercise.key.is_empty() {
                <p class="pm-hint">{ "Your key travels along, readable by whoever looks for it. Feedback after hand-in hides it; it does not protect it." }</p>
            }
            <p class="pm-hint">
                { "The article travels inside the link, after the #, and is sent to no server." }
                if is_pasted {
                    { " You added this text yourself: share it only as far as its owner allows." }
                }
            </p>
            { paper::paper(exercise, drawn.map(|code| picture(&code, &exercise.title))) }
        </>
    }
}

/// The length of the link on a ruler, with the limits that it passes.
pub fn measure(length: usize) -> Html {
    const WIDTH: usize = 336;
    let most = length.next_multiple_of(1_000).max(8_000);
    let at = |characters: usize| {
        let tenths = characters * WIDTH * 10 / most;
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    let (chat, code, end) = (at(CHAT), at(qr::LONGEST), at(length));
    let label = format!(
        "{} characters on a ruler to {}. Some chat tools stop at 2,000, a QR code at 2,953.",
        grouped(length),
        grouped(most)
    );
    html! {
        <>
            <p class="pm-length"><output id="length" for="title instructions" aria-live="polite"><b>{ grouped(length) }</b>{ " characters in the link" }</output></p>
            <svg class="pm-ruler" viewBox="0 0 336 34" role="img" aria-label={label}>
                <path class="pm-axis" d="M0 14H336" />
                <path class="pm-axis" d={format!("M.5 10v8M{chat} 6v12M{code} 6v12M335.5 10v8")} />
                <path class="pm-span" d={format!("M0 14H{end}")} />
                <path class="pm-value" d={format!("M{end} 4v18")} />
                <text x={chat} y="31">{ "2,000" }</text>
                <text x={code} y="31">{ "2,953" }</text>
                <text x="336" y="31">{ grouped(most) }</text>
            </svg>
            if length < CHAT {
                <p class="pm-hint">{ "Fits everywhere, also as a QR code." }</p>
            } else {
                <ul class="pm-limits">
                    <li><b class="pm-num">{ "2,000" }</b><span>{ "Some chat tools cut it here. Use mail or your learning platform." }</span></li>
                    if length > qr::LONGEST {
                        <li><b class="pm-num">{ "2,953" }</b><span>{ "Too long for a QR code. A shorter article would fit." }</span></li>
                    }
                </ul>
            }
        </>
    }
}

fn picture(code: &qr::Drawing, title: &str) -> Html {
    html! {
        <svg class="pm-qr" viewBox={format!("0 0 {0} {0}", code.side)} role="img" aria-label={format!("QR code of the link to “{title}”")}>
            <path d={code.path.clone()} />
        </svg>
    }
}

fn save_code(code: &qr::Drawing, title: &str) -> Callback<MouseEvent> {
    let (text, name) = (qr::svg(code), passing::name(title, "svg"));
    Callback::from(move |_| file::save(&name, "image/svg+xml", &text))
}
