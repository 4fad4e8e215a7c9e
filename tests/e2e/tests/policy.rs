//! The page runs what was built and nothing else: what is slipped into it does not run, and nothing leaves.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests say what they expect")]

use pressmark_e2e::{Page, Server, Visit, root, visit};
use serde_json::{Value, json};

/// What the policy of either page must say, word for word.
const SAID: [&str; 6] = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "img-src 'self' data: blob:",
];

fn policy(page: &Page) -> Vec<String> {
    let body = "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
    let policy = page.script(body, &[]);
    policy.as_str().unwrap().split("; ").map(ToOwned::to_owned).collect()
}

/// What no test of the page's own silence may hear: here it was made on purpose.
fn forget_complaints(page: &Page) {
    page.complaints();
    page.foreign_requests();
}

/// Tries everything that a slipped-in script would, from a script of the site itself, since a driver's scripts
/// are above the policy. Each line says in `tried` whether it was refused.
const ATTACK: &str = r#"
    window.tried = {}; window.ran = [];
    const tries = {
        'a script as text': () => { const it = document.createElement('script'); it.text = 'ran.push("a script as text")'; document.head.append(it); },
        'markup': () => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="ran.push(`markup`)">'); },
        'an inner markup': () => { document.createElement('p').innerHTML = '<b>x</b>'; },
        'a handler as an attribute': () => { const it = document.createElement('button'); it.setAttribute('onclick', 'ran.push("a handler as an attribute")'); document.body.append(it); it.click(); },
        'a javascript: address': () => { const it = document.createElement('a'); it.href = 'javascript:ran.push("a javascript: address")'; document.body.append(it); it.click(); },
        'eval': () => { eval('ran.push("eval")'); },
        'a function of text': () => { new Function('ran.push("a function of text")')(); },
        'a timer of text': () => { setTimeout('ran.push("a timer of text")', 0); },
        'a script from elsewhere': () => { const it = document.createElement('script'); it.src = '@ELSEWHERE@/script.js'; document.head.append(it); },
        'a worker': () => { new Worker(URL.createObjectURL(new Blob(['']))); },
        'a written document': () => { const it = document.implementation.createHTMLDocument(''); it.write('<b>x</b>'); },
    };
    addEventListener('load', () => {
        for (const [name, run] of Object.entries(tries)) {
            try { run(); tried[name] = 'let through'; } catch (why) { tried[name] = why.name; }
        }
        fetch('@ELSEWHERE@/fetch').catch(() => {});
        try { navigator.sendBeacon('@ELSEWHERE@/beacon', 'x'); } catch {}
        try { new WebSocket('@ELSEWHERE@/socket'.replace('http', 'ws')); } catch {}
        new Image().src = '@ELSEWHERE@/image';
        // Trusted Types refuse some of these fields outright, and the policy the rest.
        const make = (tag, fields) => { try { document.body.append(Object.assign(document.createElement(tag), fields)); } catch {} };
        make('iframe', { src: '@ELSEWHERE@/frame' });
        make('object', { data: '@ELSEWHERE@/object' });
        make('audio', { src: '@ELSEWHERE@/sound', preload: 'auto' });
        for (const rel of ['stylesheet', 'preload', 'manifest'])
            make('link', { rel, as: 'fetch', href: `@ELSEWHERE@/${rel}` });
        const form = Object.assign(document.createElement('form'), { action: '@ELSEWHERE@/form', method: 'post', target: 'hidden' });
        // Firefox throws where the policy refuses.
        document.body.append(form); try { form.submit(); } catch {}
        const paint = document.createElement('style'); paint.textContent = 'body { outline: 7px solid red }'; document.head.append(paint);
        document.body.setAttribute('style', 'outline: 8px solid red');
        setTimeout(() => { window.isTried = true; }, 500);
    });
"#;

#[test]
fn both_pages_carry_the_policy_and_send_no_referrer() {
    let look = |page: &Page, script: &str| {
        let policy = policy(page);
        for said in SAID {
            assert!(policy.iter().any(|it| it == said), "{said} in {policy:?}");
        }
        let scripts = policy.iter().find(|it| it.starts_with("script-src ")).unwrap();
        assert!(scripts.starts_with(script), "{scripts}");
        for never in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(policy.iter().all(|it| !it.contains(never)), "{never} in {policy:?}");
        }
        let referrer = "return document.querySelector('meta[name=referrer]').content";
        assert_eq!(page.script(referrer, &[]), "no-referrer");
        // What stands before the policy is not held by it.
        let first = "const all = [...document.head.children], at = all.findIndex(it => it.httpEquiv === 'Content-Security-Policy');
                     return all.slice(0, at).map(it => it.localName)";
        assert!(page.script(first, &[]).as_array().unwrap().iter().all(|it| it == "meta"));
    };
    visit(|page| {
        page.open("#/");
        look(page, "script-src 'self' 'wasm-unsafe-eval'");
    });
    Visit::default().of_the_file().run(|page| {
        page.open("#/");
        look(page, "script-src 'sha256-");
    });
}

#[test]
fn a_script_that_got_in_can_do_nothing_and_tell_nobody() {
    let elsewhere = Server::start(&root().join("tests/data"));
    let attack = ATTACK.replace("@ELSEWHERE@", &elsewhere.origin);
    Visit::default().with_script(&attack).run(|page| {
        page.open("#/");
        page.session.until("everything is tried", "return window.isTried", &[]);
        assert_eq!(page.script("return window.ran", &[]), json!([]), "nothing ran");
        let has_types = page.script("return Boolean(window.trustedTypes)", &[]) == true;
        let tried = page.script("return window.tried", &[]);
        for (name, end) in tried.as_object().unwrap() {
            // An element may be put in where it then does not run; text is refused where Trusted Types are known.
            let is_silent = matches!(&**name, "a handler as an attribute" | "a javascript: address");
            assert!(is_silent || end != "let through" || !has_types, "{name}: {end}");
        }
        assert!(tried["eval"] != "let through", "{tried}");
        assert_eq!(elsewhere.asked(), [""; 0], "nobody was told");
        let outline = "return getComputedStyle(document.body).outlineStyle";
        assert_eq!(page.script(outline, &[]), "none", "no style got in");
        forget_complaints(page);
        page.open("#/settings");
        page.find("button", "Back up everything");
        page.session.until("everything is tried once more", "return window.isTried", &[]);
        forget_complaints(page);
    });
}

#[test]
fn what_is_written_into_the_page_itself_does_not_run() {
    visit(|page| {
        page.open("#/");
        let source = page.session.script_later("return (await fetch('.')).text()", &[]);
        let slipped = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'><svg onload='window.ran = 3'></svg>\
                       <style>body { outline: 7px solid red }</style><body onload='window.ran = 4'>";
        let page_with = source.as_str().unwrap().replacen("</noscript>", &format!("</noscript>{slipped}"), 1);
        assert!(page_with.contains(slipped));
        page.server.put("/changed.html", page_with);
        page.session.post("url", &json!({ "url": format!("{}/changed.html", page.server.origin) }));
        page.wait_ready();
        assert_eq!(page.script("return window.ran ?? 'never'", &[]), "never");
        assert_eq!(page.script("return getComputedStyle(document.body).outlineStyle", &[]), "none");
        let complaints: Value = page.complaints().into();
        assert!(
            complaints.to_string().contains("Content Security Policy")
                || complaints.to_string().contains("refused by"),
            "{complaints}"
        );
    });
}
