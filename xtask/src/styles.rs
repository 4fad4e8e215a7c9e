//! Puts the style sheets into one and points their `url(…)`s to where the files will be.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

/// One style sheet: where it lies in the project, and what it says.
pub struct Sheet {
    pub path: PathBuf,
    pub text: String,
}

/// All sheets in one, because one request is quicker than seven.
pub fn joined(sheets: &[Sheet], mut address: impl FnMut(&Path) -> Result<String>) -> Result<String> {
    let mut all = String::new();
    for sheet in sheets {
        if sheet.text.contains("@import") {
            bail!("{} imports another style sheet: name it in index.html instead.", sheet.path.display());
        }
        all += &tight(&rewritten(sheet, &mut address)?);
    }
    Ok(all)
}

/// The sheet without comments, and without the white space that means nothing (CSS Syntax 3, 4.3.2 and 5.4).
fn tight(sheet: &str) -> String {
    let ends = |c: char| matches!(c, '{' | '}' | ';' | ',');
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => string(rest, c),
            _ if c.is_ascii_whitespace() => rest.len() - rest.trim_ascii_start().len(),
            _ => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        match c {
            '/' if length > 1 => {}
            _ if !c.is_ascii_whitespace() => {
                if ends(c) && out.ends_with(' ') {
                    out.pop();
                }
                out.push_str(piece);
            }
            _ if out.is_empty() || out.ends_with(|last: char| ends(last) || last == ' ') => {}
            _ => out.push(' '),
        }
    }
    out
}

/// The length of the string at the beginning, with its quotation marks.
fn string(text: &str, mark: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == mark => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The project's files that the sheets load.
pub fn loaded(sheets: &[Sheet]) -> Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    joined(sheets, |path| {
        files.insert(path.to_owned());
        Ok(String::new())
    })?;
    Ok(files)
}

fn rewritten(sheet: &Sheet, address: &mut impl FnMut(&Path) -> Result<String>) -> Result<String> {
    let mut text = String::with_capacity(sheet.text.len());
    let mut rest = sheet.text.as_str();
    while let Some((before, after)) = rest.split_once("url(") {
        let (inside, behind) =
            after.split_once(')').with_context(|| format!("{}: a url( has no end.", sheet.path.display()))?;
        let named = inside.trim().trim_matches(['"', '\'']);
        text += before;
        if is_local(named) {
            text += &format!("url(\"{}\")", address(&beside(&sheet.path, named)?)?);
        } else {
            text += &format!("url({inside})");
        }
        rest = behind;
    }
    Ok(text + rest)
}

fn is_local(address: &str) -> bool {
    !(address.starts_with('#') || address.starts_with("data:") || address.contains("//"))
}

/// The path that a sheet means, from the project's root, without `..`.
fn beside(sheet: &Path, named: &str) -> Result<PathBuf> {
    let mut path = sheet.parent().map(Path::to_owned).unwrap_or_default();
    for part in Path::new(named).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            _ => bail!("{} loads {named}, which lies outside of the project.", sheet.display()),
        }
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        Sheet { path: "www/css/a.css".into(), text: text.into() }
    }

    #[test]
    fn addresses_are_replaced_and_the_rest_is_kept() -> Result<()> {
        let sheets = [
            sheet("a { src: url(\"../fonts/x.woff2\") format(\"woff2\"), url(../fonts/y.woff2); }\n"),
            sheet("b { fill: url(#ink); background: url('data:image/png;base64,AA=='); }"),
        ];
        let all = joined(&sheets, |path| Ok(format!("to/{}", path.display())))?;
        assert_eq!(
            all,
            "a{src: url(\"to/www/fonts/x.woff2\") format(\"woff2\"),url(\"to/www/fonts/y.woff2\");}\
             b{fill: url(#ink);background: url('data:image/png;base64,AA==');}"
        );
        let files: Vec<PathBuf> = loaded(&sheets)?.into_iter().collect();
        assert_eq!(files, [PathBuf::from("www/fonts/x.woff2"), PathBuf::from("www/fonts/y.woff2")]);
        Ok(())
    }

    #[test]
    fn only_what_means_nothing_goes() {
        for (sheet, expected) in [
            ("/* a */\n\n.a  .b ,\n.c {\n  margin: 0  1px;\n}\n", ".a .b,.c{margin: 0 1px;}"),
            ("a::before { content: \"  /* { */ \\\" ;  \"; }", "a::before{content: \"  /* { */ \\\" ;  \";}"),
            ("@media (min-width: 1px) and (x) { a b {} }", "@media (min-width: 1px) and (x){a b{}}"),
            ("a { b: calc(1px + 2px) '", "a{b: calc(1px + 2px) '"),
            ("a {} /* no end", "a{}"),
        ] {
            assert_eq!(tight(sheet), expected);
        }
    }

    #[test]
    fn what_would_not_load_is_refused() {
        for text in ["a { src: url(../fonts/x", "a { src: url(../../../x.woff2) }", "@import 'b.css';"] {
            assert!(joined(&[sheet(text)], |_| Ok(String::new())).is_err(), "{text}");
        }
    }
}
