//! The two floors: the same text as a plain page, and with twenty lines of JavaScript.

use std::path::Path;

use crate::article::Text;

/// The least that a tagging page can do: the current sentence, three labels, an attribute, a class and one
/// key of local storage a tag.
pub const VANILLA: &str = "
const all = [...document.querySelectorAll('[data-sentence]')];
let current = 0;
function show(it, labels) {
  it.dataset.labels = labels;
  it.dataset.state = labels ? 'labelled' : 'open';
  it.classList.toggle('tagged', labels !== '');
}
for (const it of all) show(it, localStorage.getItem('vanilla/' + it.dataset.sentence) ?? '');
all[0].setAttribute('aria-current', 'true');
document.addEventListener('keydown', event => {
  const label = { 1: 'claim', 2: 'actor', 3: 'event' }[event.key];
  const to = current + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0);
  if (label) {
    const it = all[current], old = it.dataset.labels.split(' ').filter(Boolean);
    const labels = old.includes(label) ? old.filter(l => l !== label) : [...old, label];
    show(it, labels.join(' '));
    localStorage.setItem('vanilla/' + it.dataset.sentence, labels.join(' '));
  } else if (all[to] && to !== current) {
    all[current].removeAttribute('aria-current');
    all[current = to].setAttribute('aria-current', 'true');
  }
});
";

/// A floor as a page; with `script`, its address.
pub fn page(dist: &Path, text: &Text, script: Option<&str>) -> String {
    let style = std::fs::read_dir(dist)
        .expect("the built site")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.ends_with(".css"))
        .expect("the site has a style sheet");
    let script = script.map(|it| format!("<script src=\"{it}\" defer></script>")).unwrap_or_default();
    format!(
        "<!doctype html><html lang=\"en\" data-theme=\"light\" data-text=\"normal\" data-spacing=\"normal\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Bench</title>\
         <link rel=\"stylesheet\" href=\"{style}\">{script}</head><body><main class=\"pm-read\"><article class=\"pm-article\">\
         <header class=\"pm-head pm-inset\"><h1>Bench</h1></header>\n{}</article></main></body></html>",
        text.markup()
    )
}
