//! axe-core: what a machine can find that keeps somebody from using a page.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::engine::Setting;
use crate::page::Page;
use crate::visit::Visit;

/// Every theme, by its name in Settings.
pub const THEMES: [&str; 3] = ["Light", "Dark", "High contrast"];

/// The rules of WCAG 2.2 A and AA, and what is known to be good.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// What axe-core finds on the page as it is now, a line each. A colour that is still changing is waited for: nobody
/// reads the shade between two.
///
/// # Panics
/// When axe-core cannot be read or does not run.
pub fn faults(page: &Page) -> Vec<String> {
    if page.script("return typeof window.axe", &[]) != "object" {
        let script = std::fs::read_to_string(&Setting::get().axe).expect("axe-core was installed");
        page.script(&script, &[]);
    }
    let found = page.session.script_later(
        "await Promise.allSettled(document.getAnimations().map(it => it.finished));
         const found = await axe.run(document, { runOnly: { type: 'tag', values: arguments[0] }, resultTypes: ['violations'] });
         return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, rule.help, node.target.join(' '), node.html.slice(0, 200), node.failureSummary]))",
        &[json!(TAGS)],
    );
    let line = |it: &Value| {
        let part = |index: usize| it[index].as_str().unwrap_or_default().replace('\n', " ");
        format!("{}: {} — {} — {} — {}", part(0), part(1), part(2), part(3), part(4))
    };
    found.as_array().into_iter().flatten().map(line).collect()
}

/// Walks through screens in every theme: `walk` calls what it is given with the name of each screen. The same fault
/// on several screens is told once, with the screens.
///
/// # Panics
/// When axe-core finds something.
pub fn finds_nothing(visit: &Visit, walk: impl Fn(&Page, &mut dyn FnMut(&str))) {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for theme in THEMES {
        visit.clone().run(|page| {
            page.open("#/settings");
            page.click(&page.find("radio", theme));
            walk(page, &mut |screen| {
                for fault in faults(page) {
                    found.entry(fault).or_default().push(format!("{screen} ({theme})"));
                }
            });
        });
    }
    assert!(found.is_empty(), "axe-core finds {} faults: {found:#?}", found.len());
}
