//! `pressmark.html`: the whole program in one file that opens from disk, off line.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::element;

use crate::build::Built;
use crate::markup::{self, Edit};
use crate::split::with_loaders;
use crate::styles::{self, Sheet};
use crate::{base122, compress, csp};

/// `read` gives the bytes of a file of the project, `small` makes a script small.
pub fn file(
    html: &str,
    sheets: &[Sheet],
    built: &Built,
    read: impl Fn(&Path) -> Result<Vec<u8>>,
    small: impl Fn(&str) -> Result<String>,
) -> Result<String> {
    let css = styles::joined(sheets, |path| data_address(path, &read(path)?))?;
    let icon = data_address(Path::new("icon.svg"), &read(Path::new("www/icon.svg"))?)?;
    page(html, &css, &script(built, small)?, &icon)
}

/// The glue exports its `initSync`; in an inline module it can be called where it stands.
fn script(built: &Built, small: impl Fn(&str) -> Result<String>) -> Result<String> {
    // What two parts share is one module, and loaded once: by its place in this list.
    let mut modules: Vec<&Vec<u8>> = Vec::new();
    let mut place = |bytes| {
        let place = modules.iter().position(|known| *known == bytes).unwrap_or_else(|| {
            modules.push(bytes);
            modules.len() - 1
        });
        format!("\"{place}\"")
    };
    let mut parts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, bytes) in &built.parts {
        parts.insert(name.clone(), bytes.iter().map(&mut place).collect());
    }
    let glue = with_loaders(&built.glue, &parts, "(place) => unpacked(modules[place])")?;
    // A script that holds the modules already would take long to be made small.
    let mark = |place: usize| format!("\"@{place}@\"");
    let marks: Vec<String> = (0..modules.len()).map(mark).collect();
    let start =
        include_str!("single.js").replace("@PARTS@", &marks.join(", ")).replace("@MAIN@", "\"@main@\"");
    let mut script = small(&format!("{glue}\n{start}"))?;
    let main = ("\"@main@\"".to_owned(), &built.module);
    for (mark, bytes) in marks.into_iter().zip(modules).chain([main]) {
        let (before, after) =
            script.split_once(&mark).context("The script has lost its place for a module.")?;
        script = format!("{before}\"{}\"{after}", base122::encoded(&compress::gzip(bytes)));
    }
    Ok(script)
}

fn page(html: &str, css: &str, script: &str, icon: &str) -> Result<String> {
    let (css, script) = (as_browsers_read(css), as_browsers_read(&safe_inside_a_script(script)));
    if css.contains("</") {
        bail!("A style sheet has `</` in it, which would end the styles of the single file.");
    }
    // What is put together after the hashes were taken must not touch a byte of either text.
    let (style_mark, script_mark) = ("<style></style>", "<script type=\"module\"></script>");
    let policy = csp::for_single_file(&script, &css);
    let frame = markup::built(html, &policy, &format!("{style_mark}\n{script_mark}"), edits(icon))?;
    let frame = markup::closed_up(&frame);
    let (head, rest) =
        frame.split_once(style_mark).context("The single file has lost its place for styles.")?;
    let (between, tail) =
        rest.split_once(script_mark).context("The single file has lost its place for the script.")?;
    ensure!(!css.is_empty() && !script.is_empty(), "The single file would be empty.");
    Ok(format!("{head}<style>{css}</style>{between}<script type=\"module\">{script}</script>{tail}"))
}

/// What a page from disk cannot load is taken out, and the program is told that it runs from one file.
fn edits(icon: &str) -> Vec<Edit<'_>> {
    vec![
        element!("html", |it| Ok(it.set_attribute("data-single-file", "true")?)),
        element!("link[rel=\"icon\"]", move |it| Ok(it.set_attribute("href", icon)?)),
        element!("link[rel=\"apple-touch-icon\"], link[rel=\"manifest\"]", |it| {
            it.remove();
            Ok(())
        }),
        element!("meta[property^=\"og:image\"], meta[name^=\"twitter:\"]", |it| {
            it.remove();
            Ok(())
        }),
    ]
}

/// Browsers read CR LF as LF before they hash.
fn as_browsers_read(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// `</script` would end the script and `<!--` would hide its end; both stand only in strings, where `\` is free.
fn safe_inside_a_script(text: &str) -> String {
    text.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

fn data_address(path: &Path, bytes: &[u8]) -> Result<String> {
    let kind = match path.extension().and_then(|it| it.to_str()) {
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => bail!("{} has no place in the single file: xtask does not know its type.", path.display()),
    };
    Ok(format!("data:{kind};base64,{}", STANDARD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<html><head><meta charset=\"utf-8\"><link rel=\"manifest\" href=\"m\">\
                        <link data-trunk rel=\"rust\"></head></html>";

    fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
        text.split_once(before)?.1.split_once(after).map(|(inside, _)| inside)
    }

    /// What a browser does: hash the text between the tags and look for it in the policy.
    fn policy_allows(page: &str) -> Option<bool> {
        let policy = between(page, "Content-Security-Policy\" content=\"", "\"")?;
        let script = between(page, "<script type=\"module\">", "</script")?;
        let styles = between(page, "<style>", "</style")?;
        let allows = |directive: &str, text: &str| {
            between(policy, directive, ";").is_some_and(|sources| sources.contains(&csp::source(text)))
        };
        Some(allows("script-src", script) && allows("style-src", styles))
    }

    #[test]
    fn the_policy_names_exactly_the_script_and_the_styles() -> Result<()> {
        let script = "const end = \"</script><!--\";\r\nlet name = 'é';\n\n\nrun();\n";
        let page = page(HTML, "a {}\n\n\nb {}\r\n", script, "")?;
        assert_eq!(policy_allows(&page), Some(true), "{page}");
        for (here, there) in [("run()", "ran()"), ("a {}", "c {}"), ("\n\n\nrun", "\n\nrun")] {
            assert_eq!(policy_allows(&page.replacen(here, there, 1)), Some(false), "{here} -> {there}");
        }
        Ok(())
    }

    #[test]
    fn nothing_is_left_to_load() -> Result<()> {
        let built =
            Built { glue: "export { initSync };".into(), module: vec![0; 100], parts: BTreeMap::new() };
        let sheets = [Sheet { path: "www/css/a.css".into(), text: "a { src: url(../x.woff2) }".into() }];
        let page = file(
            include_str!("../../index.html"),
            &sheets,
            &built,
            |_| Ok(b"bytes".to_vec()),
            |script| Ok(script.to_owned()),
        )?;
        assert_eq!(policy_allows(&page), Some(true));
        assert!(page.contains("data-single-file=\"true\"") && page.contains("url(\"data:font/woff2;base64,"));
        for (at, _) in page.match_indices("href=\"").chain(page.match_indices(" src=")) {
            assert!(
                page.get(at..).is_some_and(|it| it.starts_with("href=\"data:")),
                "{:?}",
                page.get(at..at + 60)
            );
        }
        Ok(())
    }

    #[test]
    fn styles_that_would_end_themselves_are_refused() {
        assert!(page(HTML, "a { content: '</style>' }", "x", "").is_err());
    }
}
