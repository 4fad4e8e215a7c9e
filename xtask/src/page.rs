//! Reads `index.html`: the `data-trunk` links name what the page is made of, so that it is said only there.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// What the page is made of.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    pub program: Program,
    /// In the order in which they apply.
    pub styles: Vec<PathBuf>,
    /// Those that come only with a part of the program, by its name.
    pub later_styles: BTreeMap<String, Vec<PathBuf>>,
    pub copies: Vec<Copied>,
}

/// The Rust program behind the page, and how cargo is to build it.
#[derive(Debug, PartialEq, Eq)]
pub struct Program {
    pub bin: String,
    pub features: Option<String>,
    pub default_features: bool,
    pub release_profile: String,
    pub debug_profile: String,
    /// The parts that the program asks for as soon as it starts.
    pub at_once: Vec<String>,
}

/// A file or folder that is taken over under its own name.
#[derive(Debug, PartialEq, Eq)]
pub enum Copied {
    File(PathBuf),
    Folder(PathBuf),
}

type Attributes = BTreeMap<String, String>;

/// Reads the links. Kinds that Trunk knows and Pressmark does not use are refused, not passed over.
pub fn read(html: &str) -> Result<Page> {
    let (mut program, mut styles, mut copies) = (None, Vec::new(), Vec::new());
    let mut later_styles: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for link in links(html)? {
        let href = || -> Result<PathBuf> {
            let href =
                link.get("href").with_context(|| format!("A data-trunk link has no href: {link:?}"))?;
            Ok(PathBuf::from(href))
        };
        match link.get("rel").map(String::as_str) {
            Some("rust") if program.is_some() => bail!("index.html names two programs; one page runs one."),
            Some("rust") => program = Some(read_program(&link)),
            Some("css") => match link.get("data-later") {
                Some(part) => later_styles.entry(part.clone()).or_default().push(href()?),
                None => styles.push(href()?),
            },
            Some("copy-file") => copies.push(Copied::File(href()?)),
            Some("copy-dir") => copies.push(Copied::Folder(href()?)),
            other => bail!("index.html has a data-trunk link with rel {other:?}, which xtask does not know."),
        }
    }
    let program = program.context("index.html has no <link data-trunk rel=\"rust\">.")?;
    Ok(Page { program, styles, later_styles, copies })
}

fn read_program(link: &Attributes) -> Program {
    let value = |key: &str| link.get(key).filter(|it| !it.is_empty()).cloned();
    let profile = value("data-cargo-profile");
    Program {
        bin: value("data-bin").unwrap_or_else(|| "pressmark".into()),
        features: value("data-cargo-features"),
        default_features: !link.contains_key("data-cargo-no-default-features"),
        release_profile: value("data-cargo-profile-release")
            .or_else(|| profile.clone())
            .unwrap_or_else(|| "release".into()),
        debug_profile: value("data-cargo-profile-dev").or(profile).unwrap_or_else(|| "dev".into()),
        at_once: value("data-at-once")
            .iter()
            .flat_map(|it| it.split_whitespace())
            .map(str::to_owned)
            .collect(),
    }
}

fn links(html: &str) -> Result<Vec<Attributes>> {
    let mut found = Vec::new();
    let take = element!("link[data-trunk]", |link| {
        found.push(link.attributes().iter().map(|it| (it.name(), it.value())).collect::<Attributes>());
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(take))
        .map_err(|why| anyhow!("index.html cannot be read: {why}"))?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = r#"<link data-trunk rel="rust" data-bin="pressmark" data-cargo-no-default-features
        data-cargo-features="browser" data-cargo-profile-release="wasm" data-at-once="journal">"#;

    #[test]
    fn the_links_say_what_the_page_is_made_of() -> Result<()> {
        let page = read(&format!(
            r#"<head>{PROGRAM}<!-- <link data-trunk rel="css" href="no.css"> -->
            <link data-trunk rel="css" href="b.css"><link data-trunk rel="css" data-later=pages href="c.css"><LINK rel=css data-trunk href='a.css'>
            <link rel="icon" href="icon.svg"><link data-trunk rel="copy-dir" href="www/fonts">
            <link data-trunk rel="copy-file" href="www/icon.svg"></head>"#
        ))?;
        assert_eq!(
            page.program,
            Program {
                bin: "pressmark".into(),
                features: Some("browser".into()),
                default_features: false,
                release_profile: "wasm".into(),
                debug_profile: "dev".into(),
                at_once: vec!["journal".into()],
            }
        );
        assert_eq!(page.styles, [PathBuf::from("b.css"), PathBuf::from("a.css")]);
        assert_eq!(page.later_styles, BTreeMap::from([("pages".to_owned(), vec![PathBuf::from("c.css")])]));
        assert_eq!(page.copies, [Copied::Folder("www/fonts".into()), Copied::File("www/icon.svg".into())]);
        Ok(())
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for html in ["", r#"<link data-trunk rel="css" href="a.css">"#] {
            assert!(read(html).is_err(), "{html}");
        }
        for link in ["rel=sass href=a.scss", "rel=css", "rel=rust"] {
            assert!(read(&format!("{PROGRAM}<link data-trunk {link}>")).is_err(), "{link}");
        }
    }

    #[test]
    fn our_own_page_is_understood() -> Result<()> {
        let page = read(include_str!("../../index.html"))?;
        assert!(page.styles.iter().all(|it| it.starts_with("www/css")), "{:?}", page.styles);
        assert!(!page.program.default_features);
        Ok(())
    }
}
