//! Measures one page in a fresh browser: when it can be used, how fast a key is answered, what work that is,
//! what memory it takes, and what it stores.

use std::thread::sleep;
use std::time::Duration;

use pressmark_e2e::{Server, Session, Setting, Start};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::Kind;
use crate::article::Text;
use crate::{floor, memory};

/// How often a page is opened, and how many keys are pressed.
const OPENINGS: usize = 5;
const PRESSES: usize = 60;

/// What was measured; times in milliseconds, the memory in millions of bytes.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// From the navigation until the page can be used and is painted.
    pub usable: f64,
    /// From the navigation until every sentence is in the page.
    pub whole: f64,
    /// From the key press to the changed attribute: median and 95th percentile.
    pub key: (f64, f64),
    /// The work of the main thread until the frame is painted: median and 95th percentile.
    pub work: (f64, f64),
    /// Proportional set size of the renderer's process.
    pub memory: f64,
    /// Characters that one tag puts into local storage, key and value.
    pub stored: usize,
}

/// Runs in each page before its own scripts, the floors too. Usable: Pressmark says so itself, a floor is
/// when all of it is read and its scripts have run; then a frame is painted, after which a message arrives.
const PROBE: &str = "
    window.afterFrame = () => new Promise(done => requestAnimationFrame(() => {
        const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0);
    }));
    const usable = () => afterFrame().then(() => { window.usableAt = performance.now(); });
    const root = document.documentElement;
    if (location.pathname.endsWith('/')) {
        new MutationObserver((_, self) => { if (document.documentElement?.dataset.ready === 'true') { self.disconnect(); usable(); } })
            .observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });
    } else document.addEventListener('DOMContentLoaded', () => setTimeout(usable));";

/// Measures a page; without a text, Pressmark's library with nothing of one's own in it.
pub fn measure(setting: &Setting, kind: Kind, text: Option<&Text>) -> Measured {
    let server = Server::isolated(&setting.dist);
    let home = TempDir::new().expect("a folder for the profile");
    let folder = |name: &str| home.path().join(name);
    let start = Start {
        profile: folder("profile"),
        downloads: folder("downloads"),
        size: (1366, 768),
        is_phone: false,
        is_recorded: false,
    };
    let session = Session::start(setting, &start);
    server.put("/blank.html", "<!doctype html><title>Blank</title>");
    server.put("/vanilla.js", floor::VANILLA);
    let address = match (kind, text) {
        (Kind::Static, Some(text)) => put(&server, "/static.html", floor::page(&setting.dist, text, None)),
        (Kind::Vanilla, Some(text)) => {
            fill_vanilla(&session, &server, text);
            put(&server, "/vanilla.html", floor::page(&setting.dist, text, Some("vanilla.js")))
        }
        (Kind::Pressmark, Some(text)) => {
            format!("{}/#/read/{}", server.origin, fill(&session, &server, text))
        }
        (_, None) => format!("{}/", server.origin),
    };
    session.chromium("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": PROBE }));
    let mut measured = Measured::default();
    let sentences = text.map_or(0, Text::sentences);
    let mut opened = Vec::new();
    for opening in 0..OPENINGS {
        session.post("url", &json!({ "url": format!("{}/blank.html", server.origin) }));
        sleep(Duration::from_millis(100));
        session.post("url", &json!({ "url": address }));
        opened.push(until_usable(&session, sentences));
        if opening == 0 {
            measured.memory = memory::of_renderer(&session);
        }
    }
    measured.usable = percentile(opened.iter().map(|it| it.0).collect(), 50);
    measured.whole = percentile(opened.iter().map(|it| it.1).collect(), 50);
    if let (Kind::Pressmark | Kind::Vanilla, Some(text)) = (kind, text) {
        must_show(&session, text);
        presses(&session, &mut measured);
    }
    measured
}

fn put(server: &Server, path: &str, page: String) -> String {
    server.put(path, page);
    format!("{}{path}", server.origin)
}

/// Puts Pressmark's own entries into local storage and answers with the article's id.
fn fill(session: &Session, server: &Server, text: &Text) -> String {
    session.post("url", &json!({ "url": format!("{}/blank.html", server.origin) }));
    let id = session.script_later(
        "const [entries, text] = arguments;
         const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
         const id = [...hash.slice(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('');
         for (const [key, value] of entries) localStorage.setItem(key.replace('ID', id), value);
         return id",
        &[
            text.entries().iter().map(|(key, value)| json!([key, value.to_string()])).collect(),
            json!(text.plain()),
        ],
    );
    id.as_str().expect("an id").to_owned()
}

fn fill_vanilla(session: &Session, server: &Server, text: &Text) {
    session.post("url", &json!({ "url": format!("{}/blank.html", server.origin) }));
    let tagged: Vec<usize> = (1..=text.sentences()).filter(|number| text.is_annotated(*number)).collect();
    session.script(
        "for (const number of arguments[0]) localStorage.setItem('vanilla/' + number, 'claim')",
        &[json!(tagged)],
    );
}

/// Waits; answers when it could be used and when every sentence was there.
fn until_usable(session: &Session, sentences: usize) -> (f64, f64) {
    let both = session.script_later(
        "while (!window.usableAt) await new Promise(done => setTimeout(done, 5));
         while (document.querySelectorAll('[data-sentence]').length < arguments[0]) await new Promise(done => setTimeout(done, 5));
         return [window.usableAt, performance.now()]",
        &[json!(sentences)],
    );
    let at = |index: usize| both[index].as_f64().expect("a time");
    (at(0), at(1).max(at(0)))
}

/// The page shows what was put into local storage, or the numbers would say nothing.
fn must_show(session: &Session, text: &Text) {
    let shown = session.script("return [document.querySelectorAll('[data-sentence]').length, document.querySelectorAll('[data-state=labelled]:not(.pm-cell)').length]", &[]);
    let annotated = (1..=text.sentences()).filter(|number| text.is_annotated(*number)).count();
    assert_eq!(shown, json!([text.sentences(), annotated]), "sentences and annotated ones on the page");
}

fn presses(session: &Session, measured: &mut Measured) {
    // A sentence in the middle of its paragraph that is not annotated, so that each press adds or removes one label.
    let keys = session.script_later(
        "for (const key of ['ArrowDown']) { document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); await afterFrame(); }
         const it = document.querySelector('[aria-current=true]'), times = [];
         for (let i = 0; i < arguments[0]; i++) {
            let changed; const change = new Promise(done => changed = done);
            const observer = new MutationObserver(() => changed(performance.now()));
            observer.observe(it, { attributes: true, attributeFilter: ['data-labels'] });
            const start = performance.now();
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true, cancelable: true }));
            times.push(await change - start);
            observer.disconnect();
            await afterFrame();
         }
         return times",
        &[json!(PRESSES)],
    );
    let keys: Vec<f64> = keys.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    measured.key = (percentile(keys.clone(), 50), percentile(keys, 95));
    measured.work = work(session);
    measured.stored = stored(session);
}

/// The time that the main thread spends on tasks from the key until the frame is painted (`TaskDuration`,
/// which counts no waiting, without what the measuring itself costs, `DevToolsCommandDuration`), less the
/// same round with a key that does nothing.
fn work(session: &Session) -> (f64, f64) {
    session.chromium("Performance.enable", &json!({}));
    let busy = || {
        let metrics = session.chromium("Performance.getMetrics", &json!({}));
        let value = |name: &str| {
            let found = metrics["metrics"].as_array().into_iter().flatten().find(|it| it["name"] == name);
            found.and_then(|it| it["value"].as_f64()).expect("Chromium tells how busy it was") * 1000.0
        };
        value("TaskDuration") - value("DevToolsCommandDuration")
    };
    let round = |key: &str| {
        let before = busy();
        session.script_later(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }));
             await afterFrame()",
            &[json!(key)],
        );
        let after = busy();
        // What a change sets going after its frame, such as a colour that fades, is not work until that frame.
        sleep(Duration::from_millis(30));
        after - before
    };
    for key in ["3", "3", "F9", "F9"] {
        round(key);
    }
    let idle = percentile((0..30).map(|_| round("F9")).collect(), 50);
    let rounds: Vec<f64> = (0..PRESSES).map(|_| (round("3") - idle).max(0.0)).collect();
    (percentile(rounds.clone(), 50), percentile(rounds, 95))
}

/// What one tag adds to local storage (characters of key and value), the current sentence having none.
fn stored(session: &Session) -> usize {
    let size = "return Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0)";
    let count =
        || session.script(size, &[]).as_u64().and_then(|it| usize::try_from(it).ok()).expect("a size");
    let press = || {
        session.script_later(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true, cancelable: true })); await afterFrame()",
            &[],
        );
        count()
    };
    press().abs_diff(press())
}

/// The value below which so many percent lie.
pub fn percentile(mut values: Vec<f64>, percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get(last * percent / 100).copied().unwrap_or(f64::NAN)
}
