//! Makes the whole site out of `index.html`: builds, names, links and compresses every part.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lol_html::element;

use crate::build::{self, Kind};
use crate::minify::minified;
use crate::page::{self, Copied, Page};
use crate::project::Project;
use crate::site::{Part, Site};
use crate::split::with_loaders;
use crate::styles::{self, Sheet};
use crate::{csp, markup, single};

/// What the parts were called in the end.
struct Names {
    styles: String,
    glue: String,
    module: String,
    start: String,
    fonts: Vec<String>,
    /// The modules of the parts that are asked for at once.
    at_once: Vec<String>,
}

/// How a page of many files gets the bytes of a part's module. Hosts that do not know its type are no obstacle.
const FETCH: &str = "async (address) => {
  const answer = await fetch(new URL(address, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  return answer.arrayBuffer();
}";

/// `address` is where the site will stand, if that is known: a social card needs an absolute one.
pub fn assemble(project: &Project, kind: Kind, address: Option<&str>) -> Result<Site> {
    let html = read_text(&project.root.join("index.html"))?;
    let page = page::read(&html)?;
    let mut first = read_sheets(project, &page.styles)?;
    let mut later = BTreeMap::new();
    for (part, sheets) in &page.later_styles {
        later.insert(part.clone(), read_sheets(project, sheets)?);
    }
    let copies = read_copies(project, &page)?;
    let built = build::build(project, &page.program, kind)?;
    if let Some(part) = later.keys().chain(&page.program.at_once).find(|it| !built.parts.contains_key(*it))
        && !built.parts.is_empty()
    {
        bail!("index.html names a part `{part}`, which the program does not have.");
    }
    if built.parts.is_empty() {
        first.extend(std::mem::take(&mut later).into_values().flatten());
    }

    let mut site = Site::default();
    let renamed = add_copies(&mut site, copies, &first)?;
    let address_of = |path: &Path| {
        let name = renamed.get(path);
        name.cloned().with_context(|| {
            format!(
                "A style sheet of the first screen loads {}, which no data-trunk link copies.",
                path.display()
            )
        })
    };
    let css = styles::joined(&first, address_of)?;
    let mut parts = BTreeMap::new();
    let mut add_later =
        |name: &str, bytes: &[u8]| format!("\"./{}\"", site.add_hashed(name, Part::Later, bytes));
    // What two parts share is one module, and loaded once: by its address.
    let mut known: BTreeMap<&[u8], String> = BTreeMap::new();
    let is_shared = |bytes: &[u8]| built.parts.values().flatten().filter(|it| *it == bytes).count() > 1;
    let mut at_once: Vec<String> = Vec::new();
    for (part, modules) in &built.parts {
        let mut address = |bytes| {
            let add = || {
                add_later(&format!("{}.wasm", if is_shared(bytes) { "shared" } else { part.as_str() }), bytes)
            };
            known.entry(bytes).or_insert_with(add).clone()
        };
        let mut addresses: Vec<String> = modules.iter().map(|bytes| address(bytes.as_slice())).collect();
        if page.program.at_once.contains(part) {
            at_once.extend(addresses.iter().map(|it| it.trim_matches('"').to_owned()));
        }
        if let Some(sheets) = later.get(part) {
            addresses.push(add_later(&format!("{part}.css"), styles::joined(sheets, address_of)?.as_bytes()));
        }
        parts.insert(part.clone(), addresses);
    }
    let glue_text = with_loaders(&built.glue, &parts, FETCH)?;
    let glue_text = if kind == Kind::Release { minified(project, "glue.js", &glue_text)? } else { glue_text };
    let glue = site.add_hashed("pressmark.js", Part::Glue, glue_text);
    let module = site.add_hashed("pressmark.wasm", Part::Module, built.module.as_slice());
    let start = include_str!("start.js").replace("@GLUE@", &glue).replace("@MODULE@", &module);
    let names = Names {
        styles: site.add_hashed("pressmark.css", Part::Styles, css),
        start: site.add_hashed("start.js", Part::Glue, start),
        fonts: renamed.into_values().filter(|name| is_first_font(name)).collect(),
        glue,
        module,
        at_once,
    };
    site.add("index.html", Part::Page, index(&html, &names, address)?);
    if kind == Kind::Release {
        first.extend(later.into_values().flatten());
        let read = |path: &Path| read(&project.root.join(path));
        let small = |script: &str| minified(project, "single.js", script);
        let single = single::file(&html, &first, &built, read, small)?;
        site.add("pressmark.html", Part::SingleFile, single);
        site.compress();
    }
    Ok(site)
}

/// The module is asked for at once, not when the script that needs it has come and run.
fn index(html: &str, names: &Names, address: Option<&str>) -> Result<String> {
    let Names { styles, glue, module, start, fonts, at_once } = names;
    let mut links = format!(
        "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{module}\">\n\
         <link rel=\"modulepreload\" href=\"{glue}\">\n\
         <link rel=\"stylesheet\" href=\"{styles}\">\n"
    );
    for part in at_once {
        links += &format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{part}\">\n");
    }
    for font in fonts {
        links +=
            &format!("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{font}\">\n");
    }
    links += &format!("<script type=\"module\" src=\"{start}\"></script>");
    let card = element!("meta[property=\"og:image\"]", |it| {
        if let (Some(address), Some(image)) = (address, it.get_attribute("content")) {
            it.set_attribute("content", &format!("{}/{image}", address.trim_end_matches('/')))?;
        }
        Ok(())
    });
    Ok(markup::closed_up(&markup::built(html, &csp::for_site(), &links, vec![card])?))
}

/// The fonts that any English page needs; the others wait until a letter asks for them.
fn is_first_font(name: &str) -> bool {
    name.contains("-latin-") && !name.contains("-latin-ext-")
}

/// Files that a style sheet loads get a hashed name; the new names are returned by the old paths.
fn add_copies(
    site: &mut Site,
    copies: Vec<(PathBuf, String, Vec<u8>)>,
    sheets: &[Sheet],
) -> Result<BTreeMap<PathBuf, String>> {
    let loaded = styles::loaded(sheets)?;
    let mut renamed = BTreeMap::new();
    for (path, name, bytes) in copies {
        if loaded.contains(&path) {
            renamed.insert(path, site.add_hashed(&name, Part::Font, bytes));
        } else {
            site.add(&name, Part::Other, bytes);
        }
    }
    Ok(renamed)
}

fn read_sheets(project: &Project, paths: &[PathBuf]) -> Result<Vec<Sheet>> {
    let read = |path: &PathBuf| Ok(Sheet { path: path.clone(), text: read_text(&project.root.join(path))? });
    paths.iter().map(read).collect()
}

/// Every file to copy: its path in the project, its name in the site, its bytes.
fn read_copies(project: &Project, page: &Page) -> Result<Vec<(PathBuf, String, Vec<u8>)>> {
    let mut files = Vec::new();
    for copied in &page.copies {
        match copied {
            Copied::File(path) => files.push((path.clone(), last_name(path))),
            Copied::Folder(path) => add_folder(project, path, &last_name(path), &mut files)?,
        }
    }
    let read = |(path, name): (PathBuf, String)| {
        let bytes = read(&project.root.join(&path))?;
        Ok((path, name, bytes))
    };
    files.into_iter().map(read).collect()
}

fn add_folder(project: &Project, path: &Path, name: &str, files: &mut Vec<(PathBuf, String)>) -> Result<()> {
    let folder = project.root.join(path);
    let entries =
        fs::read_dir(&folder).with_context(|| format!("Could not read the folder {}.", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("Could not read the folder {}.", folder.display()))?;
        let inner = path.join(entry.file_name());
        let inner_name = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            add_folder(project, &inner, &inner_name, files)?;
        } else {
            files.push((inner, inner_name));
        }
    }
    Ok(())
}

fn last_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("Could not read {}.", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("Could not read {}.", path.display()))?;
    // Git may have made it CR LF on Windows; the hashes of the policy are those of LF, as browsers read it.
    Ok(text.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let name = |name: &str| name.to_owned();
        Names {
            styles: name("pressmark-1.css"),
            glue: name("pressmark-2.js"),
            module: name("pressmark-3.wasm"),
            start: name("start-4.js"),
            fonts: vec![name("fonts/text-latin-5.woff2")],
            at_once: vec![name("./journal-6.wasm")],
        }
    }

    #[test]
    fn the_page_has_no_inline_script_and_only_relative_addresses() -> Result<()> {
        let html = index(include_str!("../../index.html"), &names(), None)?;
        assert!(!html.contains("data-trunk"), "{html}");
        assert_eq!(html.matches("<script").count(), 1);
        assert!(html.contains("<script type=\"module\" src=\"start-4.js\"></script>"), "{html}");
        assert!(
            html.contains("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"./journal-6.wasm\">"),
            "{html}"
        );
        for (before, _) in html.match_indices("href=\"").chain(html.match_indices("src=\"")) {
            let address = html.get(before..).and_then(|it| it.split('"').nth(1)).unwrap_or_default();
            assert!(!address.starts_with('/') && !address.contains(':'), "{address}");
        }
        Ok(())
    }

    #[test]
    fn the_card_is_absolute_once_the_address_is_known() -> Result<()> {
        let html = index(include_str!("../../index.html"), &names(), Some("https://example.org/pressmark/"))?;
        assert!(html.contains("\"https://example.org/pressmark/card.png\""), "{html}");
        Ok(())
    }

    #[test]
    fn only_the_fonts_of_the_first_screen_are_hurried() {
        assert!(is_first_font("fonts/pressmark-text-latin-0123456789ab.woff2"));
        assert!(!is_first_font("fonts/pressmark-text-latin-ext-0123456789ab.woff2"));
    }
}
