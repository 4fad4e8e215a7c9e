//! An exercise carried inside the page itself, as text in an element that no browser shows or runs.

/// The id of the element.
pub const ID: &str = "pm-exercise";

/// The page with a text in it, just before its end; the page must carry none yet. `None` when it has no end.
///
/// ```
/// use pressmark::format::carrier::put;
/// let page = put("<body><p>Hi</p></body>", "{\"a\": \"<b> & c\"}").unwrap();
/// assert_eq!(page, "<body><p>Hi</p><pre id=\"pm-exercise\" hidden>{\"a\": \"&lt;b> &amp; c\"}</pre></body>");
/// assert_eq!(put("<p>", "{}"), None);
/// ```
#[must_use]
pub fn put(page: &str, text: &str) -> Option<String> {
    let (before, after) = page.rsplit_once("</body>")?;
    // Inside an element's text only these two signs mean something (HTML, 13.1.2.6 and 13.1.4).
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    Some([before, "<pre id=\"", ID, "\" hidden>", &text, "</pre></body>", after].concat())
}
