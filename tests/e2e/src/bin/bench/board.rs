//! The class board with a thousand pupils: how long it takes to show, and the longest task of the page meanwhile.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use pressmark_e2e::{Server, Session, Setting, Start};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::article::Text;
use crate::class;

/// So many people, and so many sentences that each of them answered.
const PEOPLE: usize = 1_000;
const SENTENCES: usize = 200;
/// No task of the page may be longer (ms).
const GOAL: f64 = 200.0;
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// Runs in the page before its own scripts: every task of 50 ms or more (W3C Long Tasks), and the moment at which
/// files were picked.
const PROBE: &str = "
    window.longTasks = [];
    new PerformanceObserver(list => list.getEntries().forEach(it => longTasks.push([it.startTime, it.duration])))
        .observe({ type: 'longtask', buffered: true });
    addEventListener('change', () => { window.begunAt = performance.now(); }, true);
    window.afterFrame = () => new Promise(done => requestAnimationFrame(() => {
        const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0);
    }));";

/// What one step took.
struct Step {
    what: &'static str,
    /// Until it was shown (ms).
    shown: f64,
    /// The longest task until then and in the second after it (ms); less than 50 is not told.
    longest: f64,
}

/// Measures it and prints the table.
pub fn print(setting: &Setting) {
    let server = Server::isolated(&setting.dist);
    let home = TempDir::new().expect("a folder for the profile");
    let folder = |name: &str| home.path().join(name);
    for name in ["profile", "downloads", "class"] {
        std::fs::create_dir_all(folder(name)).expect("a folder");
    }
    let start = Start {
        profile: folder("profile"),
        downloads: folder("downloads"),
        size: (1366, 768),
        is_phone: false,
        is_recorded: false,
    };
    let session = Session::start(setting, &start);
    session.chromium("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": PROBE }));
    let board = Board { session, address: format!("{}/", server.origin) };
    let files = class::handed_in(PEOPLE, &Text::new(SENTENCES, 0), &folder("class"));
    println!(
        "\nThe class board, {PEOPLE} people × {SENTENCES} sentences, in ms; a task is told from 50 ms on.\n"
    );
    println!("| step | shown after | longest task | goal | |");
    println!("|---|---:|---:|---:|---|");
    board.steps(&files);
}

/// Prints a step as soon as it is done, so that one that fails does not take the others with it.
fn told(Step { what, shown, longest }: &Step) {
    let met = if *longest <= GOAL { "met" } else { "MISSED" };
    println!("| {what} | {shown:.0} | {longest:.0} | ≤ {GOAL} | {met} |");
}

struct Board {
    session: Session,
    address: String,
}

impl Board {
    fn steps(&self, files: &[PathBuf]) {
        told(&self.picked(files));
        told(&self.opened());
        for (name, ready) in [
            ("Grid", ".pm-classgrid"),
            ("Agreement", ".pm-agree[aria-busy=false]"),
            ("Against the key", ".pm-key-table"),
            ("Second vote", ".pm-votes-none"),
            ("Consensus", ".pm-settled"),
            ("Article", ".pm-spread"),
        ] {
            let go = "[...document.querySelectorAll('.pm-views a')].find(it => it.textContent === arguments[0]).click()";
            told(&self.step(name, go, &[json!(name)], &is_there(ready)));
        }
        self.step("Grid", "location.hash = '#/class/grid'", &[], &is_there(".pm-classgrid"));
        let sort = "document.querySelector('[aria-label=\"Sentence 3\"]').click()";
        told(&self.step("Grid, sorted by sentence 3", sort, &[], &is_there("th[aria-sort=ascending].pm-by")));
        told(&self.scrolled());
        let hide = "document.querySelector('[aria-keyshortcuts=H]').click()";
        let is_hidden = "document.querySelector('.pm-classgrid tbody th').textContent.startsWith('Pupil')";
        told(&self.step("Names hidden", hide, &[], is_hidden));
        self.step("Consensus", "location.hash = '#/class/consensus'", &[], &is_there(".pm-settled"));
        let settle = "document.querySelector('[data-settle]').click()";
        let is_kept = "document.querySelector('.pm-settled-say').textContent.includes('1 settled') && document.querySelector('[data-save-state=saved]') !== null";
        told(&self.step("One label settled, and kept", settle, &[], is_kept));
    }

    /// Files are picked from disk, read, and shown.
    fn picked(&self, files: &[PathBuf]) -> Step {
        self.session.post("url", &json!({ "url": format!("{}#/class", self.address) }));
        self.until("document.getElementById('class-files') !== null");
        let paths: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
        let input = self
            .session
            .script("window.longTasks.length = 0; return document.getElementById('class-files')", &[]);
        let id =
            input.as_object().and_then(|it| it.values().next()).and_then(Value::as_str).expect("an element");
        self.session.post(&format!("element/{id}/value"), &json!({ "text": paths.join("\n") }));
        let shown = self
            .until("document.querySelector('.pm-board-title')?.textContent.includes('submissions received')");
        let begun = self.session.script("return window.begunAt", &[]).as_f64().expect("files were picked");
        self.until("document.querySelector('[data-save-state=saved]') !== null");
        Step {
            what: "A thousand files picked, read, shown and kept",
            shown: shown - begun,
            longest: self.longest(),
        }
    }

    /// The board that was kept is shown again.
    fn opened(&self) -> Step {
        self.session.post("url", &json!({ "url": "about:blank" }));
        self.session.post("url", &json!({ "url": format!("{}#/class", self.address) }));
        let shown = self.until("document.querySelector('.pm-spread') !== null");
        Step { what: "The kept board opened", shown, longest: self.longest() }
    }

    fn step(&self, what: &'static str, go: &str, arguments: &[Value], is_shown: &str) -> Step {
        self.session.script(
            &format!("window.longTasks.length = 0; window.begunAt = performance.now(); {go}"),
            arguments,
        );
        let shown = self.until(is_shown);
        let begun = self.session.script("return window.begunAt", &[]).as_f64().expect("it has begun");
        Step { what, shown: shown - begun, longest: self.longest() }
    }

    /// The grid is scrolled from one end to the other, a screen a frame, down and then across.
    fn scrolled(&self) -> Step {
        self.session.script("window.longTasks.length = 0; window.begunAt = performance.now()", &[]);
        let took = self.session.script_later(
            "const box = document.getElementById('grid'), begun = performance.now();
             while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) { box.scrollTop += box.clientHeight; await afterFrame(); }
             while (box.scrollLeft + box.clientWidth < box.scrollWidth - 1) { box.scrollLeft += box.clientWidth; await afterFrame(); }
             return performance.now() - begun",
            &[],
        );
        Step {
            what: "Grid, scrolled through",
            shown: took.as_f64().expect("a time"),
            longest: self.longest(),
        }
    }

    /// Waits until the page shows it and has painted it; the time of the page's clock.
    fn until(&self, is_shown: &str) -> f64 {
        let begun = Instant::now();
        let wait = format!(
            "for (let i = 0; i < 200; i++) {{ if ({is_shown}) {{ await afterFrame(); return performance.now(); }} await new Promise(done => setTimeout(done, 20)); }} return null"
        );
        loop {
            if let Some(at) = self.session.script_later(&wait, &[]).as_f64() {
                return at;
            }
            assert!(begun.elapsed() < PATIENCE, "Waited in vain: {is_shown}");
        }
    }

    /// The longest task so far, once the page has been quiet for a second.
    fn longest(&self) -> f64 {
        std::thread::sleep(Duration::from_secs(1));
        // What the browser does before it tells the page of a thousand files is not the page's.
        let longest = "return Math.max(0, ...window.longTasks.map(it => Math.min(it[1], it[0] + it[1] - (window.begunAt ?? 0))))";
        self.session.script(longest, &[]).as_f64().expect("a time")
    }
}

fn is_there(selector: &str) -> String {
    format!("document.querySelector('{selector}') !== null")
}
