//! A whole lesson: made, handed out by link and file, taken by five pupils, handed in, laid side by side, argued.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use std::collections::BTreeMap;

use pressmark_e2e::{Given, Page, visit};
use serde_json::{Value, json};

const TEXT: &str = "The pier is shut\n\nThe council closed the old pier on Monday. Mayor Lund says that its planks are rotten. The pier is 80 metres long.\n\nBoat owners call the closing a disaster for the town. Repairs begin on 3 May. The town has two other piers.\n";
const TITLE: &str = "Who says so?";

/// What a pupil does on each of the six sentences: keys, and then the note.
type Answers<'a> = [(&'a [&'a str], &'a str); 6];

/// A pupil with two votes; the second changes some answers of the first.
struct Pupil<'a> {
    name: &'a str,
    is_by_link: bool,
    first: Answers<'a>,
    /// Keys by the number of the sentence.
    second: &'a [(usize, &'a [&'a str])],
    /// What is told by the key after the first vote.
    told: &'a str,
}

const PUPILS: [Pupil<'static>; 5] = [
    Pupil {
        name: "Heron 12",
        is_by_link: true,
        first: [
            (&["2", "3"], ""),
            (&["1", "2"], "Only the mayor says it."),
            (&["0"], ""),
            (&["1"], ""),
            (&["3"], ""),
            (&["0"], ""),
        ],
        second: &[],
        told: "6 of 6 answered sentences fit the key.",
    },
    Pupil {
        name: "Wren 3",
        is_by_link: true,
        first: [(&["2", "3"], ""), (&["1"], ""), (&["0"], ""), (&["1", "2"], ""), (&["3"], ""), (&["0"], "")],
        second: &[],
        told: "5 of 6 answered sentences fit the key.",
    },
    Pupil {
        name: "Otter 7",
        is_by_link: true,
        first: [
            (&["3"], ""),
            (&["0"], "Anybody can look at the planks."),
            (&["1"], ""),
            (&["1"], ""),
            (&[], ""),
            (&[], ""),
        ],
        second: &[(2, &["1"]), (5, &["3"]), (6, &["0"])],
        told: "1 of 4 answered sentences fit the key.",
    },
    Pupil {
        name: "Lynx 5",
        is_by_link: false,
        first: [(&["2", "3"], ""), (&["2"], ""), (&["0"], ""), (&["q"], ""), (&["3"], ""), (&["1"], "")],
        second: &[(2, &["1"]), (4, &["q", "1"])],
        told: "3 of 5 answered sentences fit the key.",
    },
    Pupil {
        name: "Crane 9",
        is_by_link: false,
        first: [
            (&["2", "3"], ""),
            (&["1", "2"], ""),
            (&["0"], ""),
            (&["0"], ""),
            (&["2", "3"], ""),
            (&["0"], ""),
        ],
        second: &[(4, &["1"])],
        told: "4 of 6 answered sentences fit the key.",
    },
];

/// What a pupil gives to the teacher.
struct HandedIn {
    file: Given,
    /// The code, with the code name before it.
    line: String,
}

/// How the exercise reaches the pupils.
struct HandedOut {
    address: String,
    file: Given,
}

fn choose(page: &Page, name: &str, value: &str) {
    let choose = "const [it, value] = arguments; it.value = value; it.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(choose, &[page.find("combobox", name).json(), json!(value)]);
}

/// The teacher pastes a text, makes an exercise with a key of it, and hands it out both ways.
fn made(page: &Page) -> HandedOut {
    page.open("#/");
    page.press_button("Add article");
    page.paste("Article text", TEXT);
    page.wait_words("dialog", "6 sentences, English");
    page.press_button("Add");
    page.wait_words("[role=status]", "Added “The pier is shut”");
    page.follow("Make an exercise");
    let other = page.wait_for(".pm-step-articles input:checked");
    page.click(&other);
    page.click(&page.find("checkbox", "The pier is shut"));
    page.fill("Title", TITLE);
    page.paste("Instructions", "Read the article once.\n\nThen say of every sentence what it does.");
    page.press_button("Make the key");
    for (name, judged) in [
        ("Actor on sentence 1", "required"),
        ("Event on sentence 1", "required"),
        ("Claim on sentence 2", "required"),
        ("Actor on sentence 2", "accepted"),
        ("Claim on sentence 3", "wrong"),
        ("Claim on sentence 4", "required"),
        ("Event on sentence 5", "required"),
    ] {
        choose(page, name, judged);
    }
    page.fill("Why claim on sentence 3", "Nobody disputes a measure.");
    page.wait_words("dialog", "The key says something of 7 labels.");
    page.press_button("Done");
    page.click(&page.find("radio", "Where and why"));
    page.wait_for(".pm-button--first:not([aria-disabled])");
    page.press_button("Copy link");
    page.wait_words("[role=status]", "The link is copied.");
    let link = page.script("return document.getElementById('link').value", &[]);
    let address = format!("#{}", link.as_str().unwrap().split_once('#').unwrap().1);
    page.press_button("Save as a file");
    HandedOut { address, file: page.downloaded() }
}

/// A pupil in a browser of their own: what they hand in first, and after the discussion.
fn taken(pupil: &Pupil<'_>, out: &HandedOut) -> (HandedIn, Option<HandedIn>) {
    let mut both = None;
    visit(|page| {
        if pupil.is_by_link {
            page.open(&out.address);
        } else {
            page.open("#/");
            page.drop_files(std::slice::from_ref(&out.file));
        }
        page.wait_words("h1", TITLE);
        page.wait_words("main", "Then say of every sentence what it does.");
        page.fill("Code name", pupil.name);
        page.press_button("Start");
        for (number, (keys, note)) in (1..).zip(&pupil.first) {
            page.wait_current(number);
            page.keys(keys);
            if !note.is_empty() {
                page.key("n");
                page.wait_for("textarea:focus");
                page.type_words(note);
                page.key("Escape");
                page.wait_gone("textarea");
            }
            page.key("ArrowDown");
        }
        let first = handed_in(page, pupil);
        page.wait_words("main", pupil.told);
        if pupil.name == "Otter 7" {
            page.wait_words("main", "Nobody disputes a measure.");
        }
        if pupil.second.is_empty() {
            both = Some((first, None));
            return;
        }
        // The lid is closed for the discussion.
        page.reload();
        page.follow("Back to the article");
        for (number, keys) in pupil.second {
            page.click(&page.wait_for(&format!("[data-sentence='{number}']")));
            page.wait_current(*number);
            page.keys(keys);
        }
        let second = handed_in(page, pupil);
        page.wait_words("header", "Handed in twice; the last one counts.");
        assert_ne!(second.line, first.line);
        both = Some((first, Some(second)));
    });
    both.unwrap()
}

fn handed_in(page: &Page, pupil: &Pupil<'_>) -> HandedIn {
    let open = page.number("return document.querySelectorAll('[data-sentence][data-state=open]').length");
    page.press_button("Hand in");
    if open > 0.0 {
        page.wait_words("dialog", &format!("{open} sentences are not reached."));
        page.press_button("Hand in now");
    }
    page.wait_for("[data-code]");
    let code = page.script("return document.querySelector('[data-code]').dataset.code", &[]);
    page.press_button("Save the file");
    let file = page.downloaded();
    let line = format!("{} {}", pupil.name, code.as_str().unwrap());
    HandedIn { file: Given::new(&format!("{}.pressmark.json", pupil.name), file.bytes), line }
}

/// The same file with something in it replaced.
fn forged(file: &Given, name: &str, from: &str, to: &str) -> Given {
    let text = std::str::from_utf8(&file.bytes).unwrap();
    assert!(text.contains(from), "{from} is in the file");
    Given::new(name, text.replacen(from, to, 1))
}

/// What was not taken: the name of the file or the line, and the reason.
fn refused(page: &Page) -> Vec<(String, String)> {
    page.find("dialog", "Not taken, and why");
    let list = page.script(
        "return [...document.querySelectorAll('.pm-refused li')].map(it => [it.querySelector('b').textContent, it.querySelector('p').textContent])",
        &[],
    );
    let list = serde_json::from_value(list).unwrap();
    page.press_button("Close");
    page.wait_gone("dialog[open]");
    list
}

/// Files and codes go on the board; what is damaged, forged or there already is named, and nothing of it is taken.
fn received(page: &Page, all: &[HandedIn]) {
    let [heron, wren, otter, lynx, crane] = all else { panic!("five pupils hand in") };
    page.open("#/class");
    page.find("button", "Open the made-up class");
    let forgery = forged(&otter.file, "<img src=x onerror=alert(1)>.json", "on Monday", "on Sunday");
    page.drop_files(&[
        heron.file.clone(),
        Given::new("photo.jpg", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".as_slice()),
        otter.file.clone(),
        forgery,
        crane.file.clone(),
        Given::new("Heron 12 (1).pressmark.json", heron.file.bytes.clone()),
    ]);
    let told = refused(page);
    told_of(
        &told,
        "photo.jpg",
        "This file holds nothing that Pressmark can read, not what a pupil handed in.",
    );
    told_of(&told, "<img src=x onerror=alert(1)>.json", "it does not match its hash");
    told_of(&told, "Heron 12 (1).pressmark.json", "This is on the board already: it came from “Heron 12");
    assert_eq!(told.len(), 3, "{told:#?}");
    page.wait_words(".pm-board-title", "3 submissions received");

    page.press_button("Add submissions");
    let (start, last) = wren.line.split_at(wren.line.len() - 1);
    let damaged = format!("{start}{}", if last == "7" { "8" } else { "7" });
    page.paste("Hand-in codes", &format!("{damaged}\n{}\n{}\n", wren.line, lynx.line));
    page.press_button("Read the codes");
    let told = refused(page);
    told_of(&told, &format!("Line 1, “{damaged}”"), "A character of this code is wrong");
    page.wait_words(".pm-board-title", "5 submissions received, 4 finished, 1 with sentences not reached.");
    page.find("button", "3 files not taken");
}

fn told_of(told: &[(String, String)], name: &str, reason: &str) {
    let is_it = |it: &&(String, String)| it.0 == name && it.1.contains(reason);
    assert!(told.iter().any(|it| is_it(&it)), "{name}: {reason}. Told was {told:#?}");
}

/// What divides the class, in the article, on the projector, and as figures.
fn looked_at(page: &Page) {
    page.wait_words("#open-2", "Sentence 2: 3 to 2 on claim");
    page.wait_words("#open-2 .pm-readings", "Only the mayor says it.");
    page.wait_words("#open-2 .pm-readings", "Anybody can look at the planks.");
    assert!(!page.words("#open-2 .pm-readings").contains("Heron"), "readings have no names");
    page.press_button("Show on the projector");
    page.wait_words("h1", "Is sentence 2 a claim?");
    page.key("r");
    page.wait_words(".pm-proj-readings", "Anybody can look at the planks.");
    no_names(page);
    page.key("Escape");
    page.wait_for(".pm-spread");
    no_names(page);
    page.key("h");
    page.wait_words("#open-2", "Heron 12");
    page.follow("Agreement");
    page.wait_words(".pm-agree .pm-agree-first", "8 of 27");
    page.wait_for(".pm-agree[aria-busy=false]");
    // By hand: nominal alpha of the counts 0:5 3:2 1:4 3:1 0:4 1:3, and of 4:1 3:2 0:5 1:3 1:3 0:4.
    assert_eq!(
        page.words(".pm-agree-alpha .pm-figure b").split(" | ").take(2).collect::<Vec<_>>(),
        [".23", ".28"]
    );
}

fn no_names(page: &Page) {
    let html = page.script("return document.documentElement.outerHTML", &[]);
    let html = html.as_str().unwrap();
    assert!(PUPILS.iter().all(|pupil| !html.contains(pupil.name)), "a name stays on the page");
}

/// After the discussion: the second vote as files and a code.
fn voted_again(page: &Page, second: &[HandedIn]) {
    let [otter, lynx, crane] = second else { panic!("three pupils hand in again") };
    page.follow("Second vote");
    page.press_button("Add the second vote");
    page.pick_files("class-files", &[otter.file.clone(), crane.file.clone()]);
    page.wait_words("[role=status]", "2 submissions taken.");
    page.wait_words(".pm-votes-say", "2 pupils voted twice. 3 only the first time.");
    page.press_button("Add more submissions");
    page.paste("Hand-in codes", &lynx.line);
    page.press_button("Read the codes");
    page.wait_words(".pm-votes-say", "3 pupils voted twice. 2 only the first time.");
    page.wait_words("h2", "3 pupils changed something");
    let words = page.words(".pm-key-table tbody tr");
    assert_eq!(
        words,
        "Crane 91Sentence 4, claim to yes | Lynx 51Sentence 2, claim to yes | Otter 71Sentence 2, claim to yes"
    );
    page.wait_words("[aria-label='Sentence 2, first and second vote']", "1, then 3 of 3: claim2 to yes");
}

/// One label is settled by hand, and everything is exported.
fn settled_and_exported(page: &Page) {
    page.follow("Consensus");
    page.wait_words(".pm-settled-say", "18 as most say, 0 settled by hand.");
    let claim = "[aria-label='Sentence 6'] [data-settle='0']";
    page.click(&page.wait_for(claim));
    page.wait_words(".pm-settled-say", "17 as most say, 1 settled by hand.");
    page.follow("Against the key");
    page.wait_for(".pm-key-table");
    let export = |what: &str| {
        page.press_button("Export");
        page.choose(what);
        page.downloaded()
    };
    let [grid, scores, whole] = ["Grid as CSV", "Scores as CSV", "Everything as Pressmark JSON"].map(export);
    assert_eq!(grid.name, "Who-says-so_grid.csv");
    let answers = table(&grid, "1", "6");
    assert_eq!(answers["Otter 7"], "event,none,claim,claim,,");
    assert_eq!(answers["Lynx 5"], "actor event,actor,none,not sure,event,claim");
    assert_eq!(answers["Crane 9"], "actor event,claim actor,none,none,actor event,none");
    assert_eq!(table(&grid, "receipt", "receipt")["Wren 3"], "code");
    assert_eq!(scores.name, "Who-says-so_scores.csv");
    let scores = table(&scores, "all_hit", "fits_of");
    assert_eq!(scores["Heron 12"], "5,1,0,0,0,1.000,1.000,1.000,18,18");
    assert_eq!(scores["Crane 9"], "4,1,1,1,0,0.800,0.800,0.800,16,18");
    assert_eq!(scores["Otter 7"], "2,0,1,2,1,0.667,0.500,0.571,9,12");
    assert_eq!(whole.name, "Who-says-so_class.pressmark.json");
    let whole: Value = serde_json::from_slice(&whole.bytes).unwrap();
    let board = &whole["boards"][0];
    let said = |vote: &str, row: usize| (&board[vote][row]["name"], &board[vote][row]["answers"][0]);
    assert_eq!(said("first", 1), (&json!("Otter 7"), &json!("3 0 1 1 . .")));
    assert_eq!(said("second", 0), (&json!("Otter 7"), &json!("3 1 1 1 3 0")));
    assert_eq!(said("second", 2), (&json!("Lynx 5"), &json!("23 12 0 1 3 1")));
    assert_eq!(
        board["by_hand"],
        json!([{ "article": 1, "sentence": 6, "label": "claim", "decision": "yes" }])
    );
    assert_eq!(whole["exercises"][0]["title"], TITLE);
}

/// Some columns of a table that was exported, by the pupils' names.
fn table(file: &Given, from: &str, to: &str) -> BTreeMap<String, String> {
    let text = std::str::from_utf8(&file.bytes).unwrap().trim_start_matches('\u{feff}');
    let mut rows = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let head = rows.next().unwrap();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let rows: BTreeMap<_, _> = rows.map(|row| (row[0].clone(), row[at(from)..=at(to)].join(","))).collect();
    assert_eq!(rows.len(), PUPILS.len());
    rows
}

#[test]
fn a_lesson_from_the_exercise_to_the_gradebook() {
    visit(|teacher| {
        let out = made(teacher);
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for pupil in &PUPILS {
            let (handed_in, again) = taken(pupil, &out);
            first.push(handed_in);
            second.extend(again);
        }
        received(teacher, &first);
        looked_at(teacher);
        voted_again(teacher, &second);
        settled_and_exported(teacher);
    });
}
