//! Two real windows on one article. Each is driven through hundreds of random edits at the same time and compared
//! with a reference: of all that was written of a sentence, the latest counts; and what one does, the other hears.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::{Duration, Instant};

use pressmark_e2e::soak::{Chance, keys};
use pressmark_e2e::{Page, Visit, seed, visit};
use serde_json::{Value, json};

/// Remembers whatever this window writes into local storage.
const RECORD: &str = "window.written = [];
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) { window.written.push([key, value]); set.call(this, key, value); };";

/// Presses keys as fast as the window hears others in between; a hidden window too, whose timers would be slow.
const DRIVE: &str = "const [keys] = arguments, { port1, port2 } = new MessageChannel();
    window.left = keys.length;
    port1.onmessage = () => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: keys[keys.length - window.left], bubbles: true, cancelable: true }));
        window.left -= 1;
        if (window.left > 0) port2.postMessage(0);
    };
    port2.postMessage(0);";

/// How many keys each window is given.
const EACH: usize = 900;

/// What somebody said of a sentence last, as the browser's own log of writes tells it: when, and what. A tombstone
/// says nothing.
type Latest = BTreeMap<String, (String, Option<String>)>;

fn take(latest: &mut Latest, written: &Value) {
    for pair in written.as_array().into_iter().flatten() {
        let (key, value) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
        let (key, said) =
            match (key.strip_prefix("pressmark/mark/"), key.strip_prefix("pressmark/gone/mark/")) {
                (Some(key), _) => {
                    let mark: Value = serde_json::from_str(value).unwrap();
                    let when = ["written", "modified", "created"]
                        .iter()
                        .find_map(|field| mark[field].as_str())
                        .unwrap();
                    // Written in full, so that texts compare as moments do.
                    let when = if when.len() == 20 { when.replace('Z', ".000Z") } else { when.to_owned() };
                    (key, (when, Some(value.to_owned())))
                }
                (None, Some(key)) => (key, (in_words(value), None)),
                (None, None) => continue,
            };
        let known = latest.entry(key.to_owned()).or_insert_with(|| said.clone());
        if said > *known {
            *known = said;
        }
    }
}

/// Milliseconds since 1970, within the day of the test, in the words of the marks.
fn in_words(milliseconds: &str) -> String {
    let all: u64 = milliseconds.parse().unwrap();
    let (days, rest) = (all / 86_400_000, all % 86_400_000);
    // Howard Hinnant, days to civil dates.
    let z = days + 719_468;
    let (era, of_era) = (z / 146_097, z % 146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1000)
}

fn marks(page: &Page) -> BTreeMap<String, String> {
    let stored = page.stored();
    let marks = stored.as_object().unwrap().iter();
    marks
        .filter_map(|(key, value)| {
            Some((key.strip_prefix("pressmark/mark/")?.to_owned(), value.as_str()?.to_owned()))
        })
        .collect()
}

#[test]
fn two_windows_lose_no_edit_in_more_than_a_thousand() {
    Visit::default().with_script(RECORD).run(|page| {
        page.open(seed::ADDRESS);
        page.key("q");
        assert_eq!(page.save_state(), "saved");
        let (first, second) = page.second_window();
        page.switch(&second);
        page.open(seed::ADDRESS);
        let mut chance = Chance::new(11);
        for window in [&second, &first] {
            page.switch(window);
            page.script(DRIVE, &[json!(keys(&mut chance, EACH))]);
        }
        let mut latest = Latest::new();
        for window in [&first, &second] {
            page.switch(window);
            let begun = Instant::now();
            while page.number("return window.left") > 0.0 {
                assert!(begun.elapsed() < Duration::from_secs(120), "the keys are pressed");
                sleep(Duration::from_millis(100));
            }
        }
        for window in [&first, &second, &first] {
            page.switch(window);
            assert_eq!(page.save_state(), "saved");
        }
        let states = page.states();
        let mut edits = 0;
        for window in [&first, &second] {
            page.switch(window);
            let same = "return JSON.stringify([...document.querySelectorAll('[data-sentence]')].map(it => `${it.dataset.state}: ${it.dataset.labels}`.trim()))";
            let expected = serde_json::to_string(&states).unwrap();
            page.session.until("both windows show the same", &format!("{same} === arguments[0]"), &[json!(expected)]);
            let written = page.script("return window.written", &[]);
            edits += written.as_array().unwrap().iter().filter(|it| it[0].as_str().unwrap().contains("mark/")).count();
            take(&mut latest, &written);
        }
        assert!(edits > 1000, "{edits} edits");
        let expected: BTreeMap<String, String> =
            latest.into_iter().filter_map(|(key, (_, value))| Some((key, value?))).collect();
        assert_eq!(marks(page), expected);
        page.reload();
        assert_eq!(page.states(), states, "both stores say so, too");
        assert_eq!(marks(page), expected);
    });
}

#[test]
fn an_article_deleted_in_one_window_goes_in_the_other() {
    visit(|page| {
        page.open("#/");
        let (first, second) = page.second_window();
        page.switch(&second);
        page.open("#/");
        page.press_button("Add article");
        page.paste("Article text", "The pier closes in May. Fishers will protest.");
        page.fill("Title", "Pier");
        page.press_button("Add");
        page.find("link", "Pier");
        page.switch(&first);
        page.find("link", "Pier");
        page.switch(&second);
        page.press_button("Undo");
        page.switch(&first);
        page.session.until(
            "the article is gone",
            "return ![...document.querySelectorAll('a')].some(it => it.textContent.includes('Pier'))",
            &[],
        );
    });
}

#[test]
fn a_window_that_starts_as_someone_else_chooses_for_itself() {
    visit(|page| {
        page.open(seed::ADDRESS);
        page.key("1");
        page.wait_state(1, "labelled", "claim");
        let (first, second) = page.second_window();
        page.switch(&second);
        page.open("#/settings");
        page.press_button("Start as someone else");
        page.switch(&first);
        page.open("#/settings");
        page.click(&page.find("radio", "Dark"));
        page.switch(&second);
        page.session.until(
            "the theme is heard",
            "return document.documentElement.dataset.theme === 'dark'",
            &[],
        );
        page.script("location.hash = arguments[0]", &[json!(seed::ADDRESS)]);
        page.wait_for("[data-sentence='1'][data-state=open]");
    });
}

/// Makes an exercise of the bundled article.
fn make_exercise(page: &Page) {
    page.open("#/");
    page.follow("Make an exercise");
    page.find("checkbox", seed::TITLE);
    page.fill("Title", "Who says so?");
    page.wait_for(".pm-button--first:not([aria-disabled])");
    page.press_button("Save as a file");
    page.downloaded();
}

#[test]
fn an_exercise_deleted_in_one_window_goes_in_the_other_and_comes_back_with_its_work() {
    visit(|page| {
        page.open("#/");
        let (first, second) = page.second_window();
        page.switch(&second);
        make_exercise(page);
        page.open("#/");
        page.follow("Who says so?");
        page.fill("Code name", "Heron 12");
        page.press_button("Start");
        page.wait_current(1);
        page.key("1");
        page.wait_words(".pm-done", "1 of 12");
        page.open("#/");
        page.switch(&first);
        page.wait_words("#exercises ~ ul", "Who says so?");
        page.switch(&second);
        page.press_button("Delete “Who says so?”");
        page.switch(&first);
        page.wait_gone("#exercises ~ ul");
        assert_eq!(page.save_state(), "saved");
        page.switch(&second);
        page.press_button("Undo");
        page.switch(&first);
        page.wait_words("#exercises ~ ul", "Who says so?");
        page.follow("Who says so?");
        page.wait_words("main", "has answered 1 sentence here");
    });
}

/// Hears other windows only when it is told to, as a window does that is busy.
const DEAF: &str = "window.unheard = [];
    addEventListener('storage', event => {
        if (!window.isDeaf) return;
        event.stopImmediatePropagation();
        window.unheard.push([event.key, event.newValue]);
    }, true);";

const HEAR: &str = "window.isDeaf = false;
    for (const [key, newValue] of window.unheard) dispatchEvent(new StorageEvent('storage', { key, newValue }))";

/// Looks at the earlier version of the first sentence in Settings.
fn earlier_is_listed(page: &Page, said: &str) {
    page.open("#/settings");
    let words = format!("Sentence 1 of “{}”: ", seed::TITLE);
    page.wait_words("[aria-labelledby=earlier]", &words);
    page.wait_words("[aria-labelledby=earlier]", said);
    assert_eq!(page.number("return document.querySelectorAll('[aria-labelledby=earlier] li').length"), 1.0);
}

#[test]
fn of_two_marks_made_at_once_the_later_counts_and_the_earlier_can_be_looked_at_in_settings() {
    Visit::default().with_script(DEAF).run(|page| {
        page.open(seed::ADDRESS);
        page.keys(&["End", "q"]);
        assert_eq!(page.save_state(), "saved");
        let (first, second) = page.second_window();
        page.switch(&second);
        page.open(seed::ADDRESS);
        page.script("window.isDeaf = true", &[]);
        page.switch(&first);
        page.keys(&["Home", "1"]);
        page.wait_state(1, "labelled", "claim");
        page.switch(&second);
        page.keys(&["Home", "2"]);
        page.wait_state(1, "labelled", "actor");
        page.script(HEAR, &[]);
        for window in [&first, &second] {
            page.switch(window);
            page.wait_state(1, "labelled", "actor");
            earlier_is_listed(page, " wrote claim. ");
        }
        page.reload();
        earlier_is_listed(page, " wrote claim. ");
        page.follow(&format!("Sentence 1 of “{}”", seed::TITLE));
        page.wait_current(1);
        page.wait_state(1, "labelled", "actor");
        page.open("#/settings");
        page.press_button("Remove");
        page.wait_gone("[aria-labelledby=earlier]");
        assert_eq!(page.save_state(), "saved");
        // There, Settings are still open.
        page.switch(&first);
        page.wait_gone("[aria-labelledby=earlier]");
    });
}

/// Writes another mark over the only one there is, which was made so many milliseconds before.
const OVERWRITE: &str = "const key = Object.keys(localStorage).find(it => it.startsWith('pressmark/mark/')), mark = JSON.parse(localStorage.getItem(key));
    const at = new Date(Date.parse(mark.modified ?? mark.created) + arguments[0]).toISOString();
    localStorage.setItem(key, JSON.stringify({ ...mark, labels: ['actor'], modified: at }))";

#[test]
fn a_mark_is_kept_by_the_window_that_made_it_where_the_other_wrote_over_it_and_hears_nothing() {
    visit(|page| {
        page.open(seed::ADDRESS);
        for (after, is_kept) in [(40, true), (4000, false)] {
            page.keys(&["Home", "1"]);
            page.wait_state(1, "labelled", "claim");
            assert_eq!(page.save_state(), "saved");
            let (first, second) = page.second_window();
            page.switch(&second);
            // A page of the same site that hears nothing, as a window that is closed at once.
            page.server
                .put("/other.html", "<!doctype html><link rel=icon href=icon.svg><title>Other</title>");
            page.session.post("url", &json!({ "url": format!("{}/other.html", page.server.origin) }));
            page.script(OVERWRITE, &[json!(after)]);
            page.switch(&first);
            page.wait_state(1, "labelled", "actor");
            assert_eq!(page.save_state(), "saved");
            if is_kept {
                earlier_is_listed(page, " wrote claim. ");
                page.press_button("Remove");
            } else {
                page.open("#/settings");
            }
            page.wait_gone("[aria-labelledby=earlier]");
            page.open(seed::ADDRESS);
            page.keys(&["Home", "2"]);
            page.wait_state(1, "open", "");
        }
    });
}
