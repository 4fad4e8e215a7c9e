//! The whole article tagged by keyboard alone, and each key by itself.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Page, seed, visit};

/// What is pressed on each sentence of the article, and what the sentence then is.
const ANSWERS: [(&[&str], &str); seed::SENTENCES] = [
    (&["1", "2", "3"], "labelled: claim actor event"),
    (&["c", "a"], "labelled: claim actor"),
    (&["e"], "labelled: event"),
    (&["0"], "none:"),
    (&["x"], "none:"),
    (&["q"], "unsure:"),
    (&["1", "q"], "unsure: claim"),
    (&["1", "0"], "none:"),
    (&["0", "2"], "labelled: actor"),
    (&["3", "3"], "open:"),
    (&["0", "q"], "unsure:"),
    (&["2"], "labelled: actor"),
];

#[test]
fn the_whole_article_is_tagged_by_keys_alone() {
    visit(|page| {
        page.open(seed::ADDRESS);
        for (number, (keys, _)) in ANSWERS.iter().enumerate() {
            page.keys(keys);
            if number + 1 < ANSWERS.len() {
                page.key(if number % 2 == 0 { "ArrowDown" } else { "j" });
                page.wait_current(number + 2);
            }
        }
        page.wait_state(12, "labelled", "actor");
        let expected: Vec<&str> = ANSWERS.iter().map(|(_, state)| *state).collect();
        assert_eq!(page.states(), expected);
        let cells: Vec<String> = page.cells().into_iter().map(|(_, state)| state).collect();
        let states: Vec<&str> = expected.iter().filter_map(|state| state.split(':').next()).collect();
        assert_eq!(cells, states, "the colour bar says the same");
        page.wait_words(".pm-progress", "11 of 12 answered, 3 not sure");
        page.wait_words(".pm-end", "11 of 12 sentences answered, 3 not sure.");
        assert_eq!(page.last_change(), "Actor added to sentence 12");
        assert_eq!(page.save_state(), "saved");
    });
}

#[test]
fn a_second_press_takes_an_answer_back() {
    visit(|page| {
        page.open(seed::ADDRESS);
        for (key, state, labels) in [("1", "labelled", "claim"), ("0", "none", ""), ("q", "unsure", "")] {
            page.key(key);
            page.wait_state(1, state, labels);
            page.key(key);
            page.wait_state(1, "open", "");
        }
        page.keys(&["q", "0"]);
        page.wait_state(1, "unsure", "");
        page.key("q");
        page.wait_state(1, "none", "");
    });
}

#[test]
fn keys_walk_by_sentence_paragraph_and_to_the_ends() {
    visit(|page| {
        page.open(seed::ADDRESS);
        for (key, number) in [
            ("ArrowUp", 1),
            ("ArrowDown", 2),
            ("j", 3),
            ("k", 2),
            ("ArrowUp", 1),
            ("End", 12),
            ("ArrowDown", 12),
            ("PageUp", 11),
            ("Home", 1),
            ("PageDown", 2),
            ("PageUp", 1),
        ] {
            page.key(key);
            page.wait_current(number);
        }
        // The second article has paragraphs of several sentences.
        page.open("#/");
        let second =
            page.script("return document.querySelectorAll('.pm-entries h2 a')[1].getAttribute('href')", &[]);
        page.open(second.as_str().unwrap());
        let first_of_second = page.script(
            "return Number(document.querySelectorAll('[data-paragraph]')[1].querySelector('[data-sentence]').dataset.sentence)",
            &[],
        );
        let first_of_second = usize::try_from(first_of_second.as_u64().unwrap()).unwrap();
        assert!(first_of_second > 2);
        page.key("PageDown");
        page.wait_current(first_of_second);
        page.keys(&["ArrowDown", "PageUp"]);
        page.wait_current(first_of_second);
        page.key("PageUp");
        page.wait_current(1);
    });
}

#[test]
fn undo_and_redo_say_what_they_did_all_the_way() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["1", "ArrowDown", "2", "ArrowDown", "0"]);
        page.wait_state(3, "none", "");
        assert_eq!(page.last_change(), "None set on sentence 3");
        for (key, said) in [
            ("u", "Undone: none on sentence 3"),
            ("Control+z", "Undone: actor on sentence 2"),
            ("u", "Undone: claim on sentence 1"),
            ("u", "Nothing to undo"),
            ("Shift+U", "Redone: claim on sentence 1"),
            ("Control+y", "Redone: actor on sentence 2"),
            ("Control+Shift+Z", "Redone: none on sentence 3"),
            ("Control+y", "Nothing to redo"),
        ] {
            page.key(key);
            page.wait_words(".pm-last", said);
        }
        assert_eq!(page.states()[..3], ["labelled: claim", "labelled: actor", "none:"]);
        assert_eq!(page.save_state(), "saved");
    });
}

#[test]
fn a_note_is_kept_as_it_is_typed_and_escape_closes_it() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.key("n");
        page.find("textbox", "Note");
        // Keys that would tag are letters here.
        page.type_words("Says who? 123 acenqux");
        page.key("Escape");
        page.wait_gone("textarea");
        assert_eq!(page.states()[0], "open:", "a note alone is no answer");
        page.wait_words("#m1", "Says who? 123 acenqux");
        page.key("2");
        page.wait_state(1, "labelled", "actor");
        page.reload();
        page.wait_words("#m1", "Says who? 123 acenqux");
        page.key("n");
        let value = page.wait_for("textarea");
        assert_eq!(page.script("return arguments[0].value", &[value.json()]), "Says who? 123 acenqux");
    });
}

#[test]
fn a_note_opened_at_once_after_a_move_takes_what_is_typed() {
    visit(|page| {
        page.open(seed::ADDRESS);
        // Both keys come before the page is drawn again, as they do on a slow machine.
        page.script(
            "for (const key of ['ArrowDown', 'n']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))",
            &[],
        );
        page.wait_current(2);
        page.find("textbox", "Note");
        page.type_words("ace");
        page.key("Escape");
        page.wait_gone("textarea");
        page.wait_words("#m2", "ace");
        assert_eq!(page.states()[1], "open:", "no letter of the note tagged the sentence");
    });
}

#[test]
fn help_opens_by_its_key_and_lists_every_key() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.key("?");
        page.wait_for(".pm-keys");
        let keys = page.words(".pm-keys");
        for key in ["↓", "Page ↑", "Home", "End", "1", "2", "3", "0", "Q", "N", "U", "Esc", "?"] {
            assert!(keys.contains(key), "{key} in {keys}");
        }
        for definition in ["Claim", "Actor", "Event"] {
            assert!(page.words(".pm-book h3").contains(definition));
        }
    });
}

#[test]
fn the_browsers_own_keys_do_not_tag() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.key("q");
        page.wait_state(1, "unsure", "");
        untouched_by(page, &["Control+c", "Control+a", "Control+x", "Alt+e", "Shift+A", "s", "f", "Enter"]);
    });
}

fn untouched_by(page: &Page, keys: &[&str]) {
    for key in keys {
        page.key(key);
        assert_eq!(page.states()[0], "unsure:", "after {key}");
        assert_eq!(page.current(), 1, "after {key}");
    }
}
