//! On a phone, by touch: the whole main job, and every control in reach of a finger.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Given, Page, Visit, seed};
use serde_json::{Value, json};

/// The smallest side of a control under a finger (CSS pixels), and of a link in a line (WCAG 2.2 SC 2.5.8).
const FINGER: f64 = 44.0;
const LEAST: f64 = 24.0;

fn phone() -> Visit {
    Visit::default().phone(390, 844)
}

#[test]
fn the_whole_article_is_tagged_with_a_finger() {
    phone().run(|page| {
        page.open("");
        page.follow("Start reading");
        page.wait_current(1);
        let buttons = ["Claim", "Actor", "Event", "None", "Not sure"];
        for number in 1..=seed::SENTENCES {
            page.press_button(buttons[number % buttons.len()]);
            if number < seed::SENTENCES {
                page.press_button("Next sentence");
                page.wait_current(number + 1);
            }
        }
        let states = ["unsure:", "labelled: claim", "labelled: actor", "labelled: event", "none:"];
        let expected = ["labelled: actor", "labelled: event", "none:"];
        assert_eq!(page.states()[..3], expected);
        assert!(page.states().iter().all(|state| states.contains(&state.as_str())), "{:?}", page.states());
        assert_eq!(page.save_state(), "saved");
        // Several at once, and back.
        page.press_button("Claim");
        page.press_button("Actor");
        page.wait_state(12, "labelled", "claim actor event");
        page.press_button("Undo");
        page.wait_state(12, "labelled", "claim event");
        page.press_button("More");
        page.press_button("Redo");
        page.wait_state(12, "labelled", "claim actor event");
        page.press_button("Previous sentence");
        page.wait_current(11);
    });
}

#[test]
fn a_tap_on_a_sentence_makes_it_current() {
    phone().run(|page| {
        page.open(seed::ADDRESS);
        let second = page.wait_for("[data-sentence='2']");
        page.click(&second);
        page.wait_current(2);
        page.press_button("Event");
        page.wait_state(2, "labelled", "event");
    });
}

#[test]
fn a_note_is_written_and_an_export_saved_by_touch() {
    phone().run(|page| {
        page.open(seed::ADDRESS);
        page.press_button("Note");
        page.wait_for("textarea:focus");
        page.type_words("who?");
        page.press_button("Close");
        page.wait_gone("textarea");
        page.wait_words("#m1", "who?");
        page.press_button("Claim");
        page.wait_state(1, "labelled", "claim");
        page.press_button("More");
        page.press_button("Pressmark JSON");
        let file = page.downloaded();
        let export: Value = serde_json::from_slice(&file.bytes).unwrap();
        assert_eq!(export["articles"][0]["annotations"][0]["note"], "who?");
        page.press_button("More");
        page.follow("Library");
        page.wait_for(".pm-entries");
        page.upload("open-file", &Given::new("again.pressmark.json", file.bytes));
        page.wait_words("[role=status]", "Everything in this file is here already");
    });
}

/// Controls that are too small, outside the window, or covered by something else.
const OUT_OF_REACH: &str = "
    const [finger, least] = arguments, faults = [];
    for (const it of document.querySelectorAll('button, a[href], input:not([tabindex=\"-1\"]), textarea, select, [role=slider]')) {
        const style = getComputedStyle(it);
        if (!it.getClientRects().length || style.visibility === 'hidden' || it.matches('.pm-skip, .pm-unseen')) continue;
        if (!it.closest('.pm-top, .pm-bar, .pm-minimap')) it.scrollIntoView({ block: 'center', behavior: 'instant' });
        const target = it.matches('input[type=radio], input[type=checkbox]') ? it.closest('label') : it;
        const box = target.getBoundingClientRect(), name = it.getAttribute('aria-label') ?? (it.textContent.trim() || it.id);
        const isInLine = it.matches('.pm-link, p a, h2 a, li a') && !it.matches('.pm-button');
        // A link inside a sentence is as high as its line, and may be (SC 2.5.8, Inline).
        const isInSentence = it.matches('p a') && [...it.parentNode.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        const smallest = isInSentence ? 0 : isInLine ? least : finger;
        if (box.height < smallest - 0.5 || box.width < smallest - 0.5) faults.push(`${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`);
        if (box.left < 0 || box.right > innerWidth + 0.5) faults.push(`${name}: from ${Math.round(box.left)} to ${Math.round(box.right)} of ${innerWidth}`);
        const line = it.getClientRects()[0];
        const [x, y] = [line.left + line.width / 2, line.top + line.height / 2];
        const top = document.elementFromPoint(x, y);
        if (!top || !(it.contains(top) || top.contains(it) || it.closest('label')?.contains(top))) faults.push(`${name}: covered by ${top?.outerHTML.slice(0, 80)}`);
    }
    return faults;";

/// What is out of reach on the screen as it is now.
fn out_of_reach(page: &Page, screen: &str) -> Vec<String> {
    let faults = page.script(OUT_OF_REACH, &[json!(FINGER), json!(LEAST)]);
    let controls = faults.as_array().into_iter().flatten().filter_map(Value::as_str).map(ToOwned::to_owned);
    let sideways = page.scrolls_sideways().then(|| "the page scrolls sideways".to_owned());
    controls.chain(sideways).map(|fault| format!("{screen}: {fault}")).collect()
}

fn everything_is_in_reach(width: u32) {
    Visit::default().phone(width, 844).run(|page| {
        let mut faults = Vec::new();
        let mut look = |screen: &str| faults.extend(out_of_reach(page, screen));
        for (screen, address) in
            [("library", "#/"), ("reader", seed::ADDRESS), ("help", "#/help"), ("settings", "#/settings")]
        {
            page.open(address);
            look(screen);
        }
        page.open(seed::ADDRESS);
        page.press_button("Claim");
        page.wait_state(1, "labelled", "claim");
        // The words of the last change lie over the page for five seconds.
        let are_gone = "return !document.querySelector('.pm-last[data-new]')";
        page.session.until("the words are gone", are_gone, &[]);
        page.press_button("Note");
        page.wait_for("textarea");
        look("reader with a note");
        page.open("#/");
        look("library with work");
        page.press_button("Add article");
        page.paste("Article text", "The board voted. It rained.\n\nLeave a comment");
        page.wait_words("dialog", "2 sentences");
        assert!(!page.scrolls_sideways(), "the dialog");
        assert!(faults.is_empty(), "{width} pixels wide: {faults:#?}");
    });
}

#[test]
fn everything_is_in_reach_on_a_phone() {
    everything_is_in_reach(390);
}

#[test]
fn everything_is_in_reach_on_the_narrowest_screen() {
    everything_is_in_reach(320);
}

#[test]
fn very_large_text_still_fits_a_narrow_window() {
    Visit::default().phone(320, 640).run(|page| {
        page.open("#/settings");
        page.click(&page.find("radio", "Very large"));
        for address in ["#/settings", "#/", "#/help", seed::ADDRESS] {
            page.open(address);
            assert!(!page.scrolls_sideways(), "{address}");
        }
        let bar = page.number("return document.querySelector('.pm-bar').getBoundingClientRect().top");
        assert!(bar > 320.0, "the label bar leaves half of the window to the text: it begins at {bar}");
    });
}
