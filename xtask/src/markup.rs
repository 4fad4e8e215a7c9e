//! Writes the built page: the links of the source give way to what was made of them, and a policy is added.

use std::borrow::Cow;
use std::cell::Cell;

use anyhow::{Result, anyhow, ensure};
use lol_html::html_content::ContentType;
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, comments, element, rewrite_str};

/// A change to some elements of the page.
pub type Edit<'a> = (Cow<'a, Selector>, ElementContentHandlers<'a>);

/// Puts `links` where the first data-trunk link stands, takes out the others, and sets the policy.
pub fn built(html: &str, policy: &str, links: &str, edits: Vec<Edit<'_>>) -> Result<String> {
    let (policy_set, links_set) = (Cell::new(false), Cell::new(false));
    // The policy governs only what comes after it, so it comes first, behind the character set.
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("meta[charset]", |it| {
            it.after(&meta, ContentType::Html);
            policy_set.set(true);
            Ok(())
        }))
        .append_element_content_handler(element!("link[data-trunk]", |it| {
            if !links_set.replace(true) {
                it.before(links, ContentType::Html);
            }
            it.remove();
            Ok(())
        }))
        .append_element_content_handler(comments!("head", |it| {
            it.remove();
            Ok(())
        }));
    let html = rewrite(&edited(html, edits)?, settings)?;
    ensure!(policy_set.get(), "index.html has no <meta charset>, behind which the policy goes.");
    ensure!(links_set.get(), "index.html has no data-trunk link that the program could replace.");
    Ok(html)
}

fn edited(html: &str, edits: Vec<Edit<'_>>) -> Result<String> {
    let settings = RewriteStrSettings::new();
    rewrite(html, edits.into_iter().fold(settings, RewriteStrSettings::append_element_content_handler))
}

fn rewrite(html: &str, settings: RewriteStrSettings<'_, '_>) -> Result<String> {
    rewrite_str(html, settings).map_err(|why| anyhow!("index.html cannot be rewritten: {why}"))
}

/// Without the empty lines that removed elements leave. For pages only: a script keeps every byte.
pub fn closed_up(html: &str) -> String {
    html.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_give_way_and_the_policy_comes_first() -> Result<()> {
        let html = "<head><meta charset=\"utf-8\">\n<title>x</title>\n<!-- why -->\n\
                    <link data-trunk rel=\"css\" href=\"a.css\">\n<link data-trunk rel=\"rust\">\n</head>";
        let html = closed_up(&built(html, "default-src 'none'", "<link href=\"b.css\">", Vec::new())?);
        assert_eq!(
            html,
            "<head><meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
             <title>x</title>\n<link href=\"b.css\">\n</head>\n"
        );
        Ok(())
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(built("<link data-trunk rel=\"rust\">", "p", "", Vec::new()).is_err());
        assert!(built("<meta charset=\"utf-8\">", "p", "", Vec::new()).is_err());
    }
}
