//! Kills the browser at random moments while somebody marks, opens it again and compares what is there with
//! what the page had said was saved.

use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::engine::{Engine, Setting};
use crate::seed;
use crate::server::Server;
use crate::session::{Session, Start};

/// Random numbers that are the same for the same seed (xorshift64*, Vigna 2016).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// Begins with a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % end
    }
}

/// What is said of the twelve sentences of the seed article, and which is current: the reference that the page
/// is compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    current: usize,
    /// For each sentence: claim, actor, event, none, not sure.
    pub marks: [[bool; 5]; seed::SENTENCES],
}

/// The keys that are pressed.
const KEYS: [&str; 7] = ["ArrowDown", "ArrowUp", "1", "2", "3", "0", "q"];

impl Model {
    /// What a key does.
    pub fn press(&mut self, key: &str) {
        let last = seed::SENTENCES - 1;
        let mark = &mut self.marks[self.current];
        match key {
            "Home" => self.current = 0,
            "ArrowDown" => self.current = (self.current + 1).min(last),
            "ArrowUp" => self.current = self.current.saturating_sub(1),
            "0" if !mark[3] => *mark = [false, false, false, true, mark[4]],
            "0" => mark[3] = false,
            "q" => mark[4] = !mark[4],
            label => {
                let place = label.parse::<usize>().expect("a label's key is a number") - 1;
                mark[place] = !mark[place];
                mark[3] &= !mark[place];
            }
        }
    }
}

/// Random keys, of which most change something.
#[must_use]
pub fn keys(chance: &mut Chance, count: usize) -> Vec<&'static str> {
    let moves = |chance: &mut Chance| KEYS[chance.below(KEYS.len() as u64) as usize];
    std::iter::once("Home").chain((1..count).map(|_| moves(chance))).collect()
}

/// What the page shows of the seed article.
#[must_use]
pub fn shown(session: &Session) -> [[bool; 5]; seed::SENTENCES] {
    let body = "return [...document.querySelectorAll('[data-sentence]')].map(it => {
        const row = document.getElementById('m' + it.dataset.sentence);
        const has = id => it.dataset.labels.split(' ').includes(id);
        return [has('claim'), has('actor'), has('event'), !!row.querySelector('[data-state=none]'), it.dataset.state === 'unsure'];
    })";
    let rows = session.script(body, &[]);
    let mut marks = [[false; 5]; seed::SENTENCES];
    for (mark, row) in marks.iter_mut().zip(rows.as_array().into_iter().flatten()) {
        for (sign, said) in mark.iter_mut().zip(row.as_array().into_iter().flatten()) {
            *sign = said.as_bool().unwrap_or_default();
        }
    }
    marks
}

/// Presses the keys one after another, with small pauses, and tells the server after which of them the page
/// says that everything is saved.
const DRIVE: &str = "
    const [keys, run, pause] = arguments;
    let done = 0, told = -1;
    const tell = () => {
        const state = document.querySelector('[data-save-state]')?.dataset.saveState;
        if (state !== 'saved' || told === done) return;
        told = done;
        fetch(`/said/${run}/${done}`, { keepalive: true }).catch(() => {});
    };
    new MutationObserver(tell).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-save-state'] });
    const next = () => {
        if (done >= keys.length) return;
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: keys[done], bubbles: true, cancelable: true }));
        done += 1;
        setTimeout(next, Math.random() * pause);
    };
    next();";

/// What a soak has seen.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How often the browser was killed.
    pub kills: usize,
    /// How many keys were pressed as far as the page had said that they were saved.
    pub said: usize,
    /// How many keys were found to be kept.
    pub kept: usize,
    /// What was lost, a line each.
    pub losses: Vec<String>,
}

/// Kills the browser `kills` times; the profile lies in `profile`.
///
/// # Panics
/// When the browser does not start, or the page never becomes ready.
#[must_use]
pub fn soak(setting: &Setting, profile: &Path, kills: usize, seed_number: u64) -> Report {
    let server = Server::start(&setting.dist);
    let mut chance = Chance::new(seed_number);
    let mut report = Report::default();
    let mut model = Model::default();
    for run in 0..kills {
        let session = started(setting, profile, &server);
        let before = model.clone();
        assert_eq!(shown(&session), before.marks, "the page shows what it showed before run {run}");
        let keys = keys(&mut chance, 400);
        session.script(DRIVE, &[json!(keys), json!(run), json!(40)]);
        sleep(Duration::from_millis(50 + chance.below(2500)));
        kill(&session);
        drop(session);
        let said = said(&server, run);
        report.kills += 1;
        report.said += said;
        let session = started(setting, profile, &server);
        let found = shown(&session);
        // The page may have saved more than it had told the server; never less.
        let mut candidate = before;
        let mut kept = (said == 0 && candidate.marks == found).then_some(0);
        let mut after = candidate.clone();
        for (index, key) in keys.iter().enumerate() {
            candidate.press(key);
            if kept.is_none() && index + 1 >= said && candidate.marks == found {
                kept = Some(index + 1);
            }
            if kept == Some(index + 1) {
                after = candidate.clone();
            }
        }
        match kept {
            Some(kept) => report.kept += kept,
            None => {
                report.losses.push(format!("run {run}: {said} keys were said to be saved; found {found:?}"))
            }
        }
        model = Model { current: 0, marks: if kept.is_some() { after.marks } else { found } };
        println!("kill {}: said {said}, kept {kept:?}, losses {}", run + 1, report.losses.len());
    }
    report
}

/// The highest number of keys after which the page had said, in this run, that all was saved.
fn said(server: &Server, run: usize) -> usize {
    let prefix = format!("/said/{run}/");
    let asked = server.asked();
    asked.iter().filter_map(|path| path.strip_prefix(&prefix)?.parse().ok()).max().unwrap_or(0)
}

fn started(setting: &Setting, profile: &Path, server: &Server) -> Session {
    let start = Start {
        profile: profile.to_owned(),
        downloads: profile.join("downloads"),
        size: (1000, 800),
        is_phone: false,
        is_recorded: false,
    };
    let session = Session::start(setting, &start);
    session.post("url", &json!({ "url": format!("{}/{}", server.origin, seed::ADDRESS) }));
    session.until("the page is ready", "return document.documentElement.dataset.ready === 'true' && document.querySelectorAll('[data-sentence]').length === 12", &[]);
    session
}

/// Ends the browser's process by its own number, at once and without a word.
fn kill(session: &Session) {
    let number = ["goog:processID", "moz:processID"].iter().find_map(|it| session.capabilities[it].as_u64());
    let number = number.unwrap_or_else(|| panic!("the driver does not tell the browser's process"));
    let killed = Command::new("kill").args(["-9", &number.to_string()]).status();
    assert!(killed.is_ok_and(|status| status.success()), "process {number} could be killed");
    let path = format!("/proc/{number}");
    let begun = Instant::now();
    // A profile can be opened again only when its process is gone.
    while Path::new(&path).exists() && begun.elapsed() < Duration::from_secs(5) {
        let stat = std::fs::read_to_string(format!("{path}/stat")).unwrap_or_default();
        if stat.contains(") Z ") {
            return;
        }
        sleep(Duration::from_millis(10));
    }
}

/// Whether this engine's driver tells which process its browser is.
#[must_use]
pub fn can_be_killed(engine: Engine) -> bool {
    engine != Engine::Webkit
}

/// A report as JSON, for `docs/reliability.md`.
#[must_use]
pub fn as_json(report: &Report) -> Value {
    json!({ "kills": report.kills, "keys said to be saved": report.said, "keys kept": report.kept, "losses": report.losses })
}
