//! The codebook exchange format of REFI-QDA 1.0 (`.qdc`, <https://www.qdasoftware.org>): XML with codes, their
//! names, colours and descriptions. A code may hold codes; here they stand side by side.

use roxmltree::{Document, Error, Node, ParsingOptions};

use crate::annotation::Codebook;
use crate::article;
use crate::format::codebook::{CodebookError, Found, Raw, colour};

/// The namespace of the standard, and the way some programs spell it.
const NAMESPACES: [&str; 2] = ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0"];
/// More elements than any codebook has.
const MOST_NODES: u32 = 20_000;

/// Writes a codebook. Each code has a GUID made of the codebook's name and the label's id, so that the same
/// label is the same code in every export. Questions and examples have no place in the format.
///
/// ```
/// use pressmark::{annotation::Codebook, format::codebook};
/// let xml = codebook::write_qdc(&Codebook::default());
/// let back = codebook::read(xml.as_bytes(), "Claim, actor, event").unwrap();
/// assert_eq!(back.codebook.labels[2].name, "Event");
/// ```
#[must_use]
pub fn write(codebook: &Codebook) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"");
    xml.extend([NAMESPACES[0], "\" origin=\"Pressmark ", env!("CARGO_PKG_VERSION"), "\">\n  <Codes>\n"]);
    for label in &codebook.labels {
        let guid = guid(&[&codebook.name, "\n", label.id.as_str()].concat());
        xml.extend(["    <Code guid=\"", &guid, "\" name=\"", &escaped(&label.name)]);
        xml.extend(["\" isCodable=\"true\" color=\"", &colour::of_ink(label.ink).to_uppercase(), "\">\n"]);
        if !label.definition.is_empty() {
            xml.extend(["      <Description>", &escaped(&label.definition), "</Description>\n"]);
        }
        xml.push_str("    </Code>\n");
    }
    xml.push_str("  </Codes>\n</CodeBook>\n");
    xml
}

/// Reads a codebook. Entities and document types are refused; groups that are no codes are passed over.
pub(super) fn read(text: &str) -> Result<Found, CodebookError> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text.trim_start(), options).map_err(|error| match error {
        Error::DtdDetected => CodebookError::DocumentType,
        error => CodebookError::Xml { place: place(&error) },
    })?;
    let root = document.root_element();
    let name = root.tag_name();
    if name.name() != "CodeBook" || !name.namespace().is_some_and(|it| NAMESPACES.contains(&it)) {
        return Err(CodebookError::OtherXml);
    }
    let (mut labels, mut inner, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    for code in
        root.descendants().filter(|node| node.has_tag_name((name.namespace().unwrap_or_default(), "Code")))
    {
        let label = label(code);
        if code.attribute("isCodable").is_some_and(|is| is.trim() == "false" || is.trim() == "0") {
            groups.push(label.name);
            continue;
        }
        if code.parent_element().is_some_and(|parent| parent.tag_name().name() == "Code") {
            inner.push(label.name.clone());
        }
        labels.push(label);
    }
    let list = |names: &[String]| super::cut(&names.join(", "), 400);
    let mut notes = Vec::new();
    if !inner.is_empty() {
        notes.push(format!("Codes that stood under other codes stand beside them now: {}.", list(&inner)));
    }
    if !groups.is_empty() {
        notes.push(format!("Groups that are not for coding were passed over: {}.", list(&groups)));
    }
    Ok(Found { labels, notes })
}

fn label(code: Node<'_, '_>) -> Raw {
    let words = |name| code.attribute(name).unwrap_or_default().to_owned();
    let described = code.children().find(|child| child.tag_name().name() == "Description");
    let pieces = described.iter().flat_map(Node::children).filter_map(|child| child.text());
    let ink = colour::nearest(&words("color"));
    Raw { name: words("name"), definition: pieces.collect(), ink, ..Raw::default() }
}

/// Where XML is damaged, as far as the parser tells.
fn place(error: &Error) -> String {
    match error.pos() {
        position if position.row > 0 && position.col > 0 && !matches!(error, Error::NodesLimitReached) => {
            format!(" in line {}", position.row)
        }
        _ => String::new(),
    }
}

/// A GUID made of words (RFC 9562, version 8: the first 128 bits of their SHA-256).
fn guid(words: &str) -> String {
    let hash = article::hash(words);
    let part = |from: usize, to: usize| hash.get(7 + from..7 + to).unwrap_or_default();
    [part(0, 8), "-", part(8, 12), "-8", part(13, 16), "-a", part(17, 20), "-", part(20, 32)].concat()
}

/// Words with what XML reads as its own written as references, and without the control characters that XML 1.0
/// cannot hold.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' => safe.push_str("&#10;"),
            '\t' => safe.push_str("&#9;"),
            '\r' => safe.push_str("&#13;"),
            c if c.is_ascii_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => safe.push(c),
        }
    }
    safe
}
