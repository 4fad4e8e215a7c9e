//! A small server for static files on this machine: right types, no caching, compressed forms when they are accepted.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, anyhow};
use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, Server};

/// Readers of one machine need few; a browser opens six connections.
const WORKERS: usize = 4;

/// A running server. It goes on until the program ends.
pub struct Running {
    pub address: String,
}

/// Serves the folder, which need not exist yet, to this machine only.
pub fn start(folder: &Path, port: u16) -> Result<Running> {
    let server = Server::http(("127.0.0.1", port)).map_err(|why| {
        anyhow!("Could not listen on port {port} ({why}). Choose another: --port 8081, or --port 0 for any free one.")
    })?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    let server = Arc::new(server);
    for _ in 0..WORKERS {
        let (server, folder) = (Arc::clone(&server), folder.to_owned());
        std::thread::spawn(move || {
            // A connection that breaks off is the browser's right, and no reason to stop.
            while let Ok(request) = server.recv() {
                let _broken_off = answer(request, &folder);
            }
        });
    }
    Ok(Running { address: format!("http://127.0.0.1:{port}/") })
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return refuse(request, 405, "Only GET and HEAD are answered here.");
    }
    let Some(path) = requested(request.url()) else {
        return refuse(request, 400, "This is no address of the site.");
    };
    let mut path = folder.join(path);
    if path.is_dir() {
        path.push("index.html");
    }
    // A link inside the folder must not lead out of it either.
    let inside = fs::canonicalize(folder)
        .and_then(|root| fs::canonicalize(&path).map(|path| path.starts_with(root)))
        .unwrap_or(false);
    if !inside {
        return refuse(request, 404, "There is no such file.");
    }
    let (file, coding) = smallest(&path, &accepted(&request));
    let mut response = Response::from_data(fs::read(file)?);
    for (name, value) in [
        ("Content-Type", mime_type(&path)),
        ("Cache-Control", "no-store"),
        ("Vary", "Accept-Encoding"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Encoding", coding),
    ] {
        if let (false, Ok(header)) = (value.is_empty(), Header::from_bytes(name, value)) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

fn refuse(request: Request, status: u16, why: &str) -> std::io::Result<()> {
    request.respond(Response::from_string(why).with_status_code(status))
}

/// The path that an address means, or nothing if it could mean one outside of the folder.
fn requested(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let mut safe = PathBuf::new();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        // A backslash or a colon is a way out on Windows; no file of ours has one, nor begins with a dot.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        safe.push(part);
    }
    Some(safe)
}

/// The compressed form beside the file, if there is one and the browser takes it.
fn smallest(path: &Path, accepted: &str) -> (PathBuf, &'static str) {
    for (coding, ending) in [("br", "br"), ("gzip", "gz")] {
        let form = PathBuf::from(format!("{}.{ending}", path.display()));
        if takes(accepted, coding) && form.is_file() {
            return (form, coding);
        }
    }
    (path.to_owned(), "")
}

fn accepted(request: &Request) -> String {
    let header = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    header.map(|header| header.value.to_string()).unwrap_or_default()
}

fn takes(accepted: &str, coding: &str) -> bool {
    accepted.split(',').any(|offer| {
        let (name, quality) = offer.split_once(';').unwrap_or((offer, ""));
        name.trim() == coding && !matches!(quality.trim(), "q=0" | "q=0.0")
    })
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for url in
            ["/../a", "/a/%2e%2e/b", "/%2E%2E%2Fa", "/..%5ca", "/c:/a", "/.git/config", "a", "/%ff", "/a%00b"]
        {
            assert_eq!(requested(url), None, "{url}");
        }
        assert_eq!(requested("/fonts//a%20b.woff2?x=/../y"), Some("fonts/a b.woff2".into()));
        assert_eq!(requested("/"), Some(PathBuf::new()));
    }

    #[test]
    fn codings_are_read() {
        assert!(takes("gzip, deflate, br;q=0.9", "br"));
        assert!(!takes("gzip, br;q=0", "br"));
        assert!(!takes("brotli", "br"));
    }

    #[test]
    fn a_file_is_served_with_its_type_in_the_form_asked_for() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("pressmark-server-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("a.wasm"), "plain")?;
        fs::write(folder.join("a.wasm.br"), "small")?;
        let address = start(&folder, 0)?.address;
        let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let ask = |path: &str, coding: &str| -> std::io::Result<String> {
            let mut stream = TcpStream::connect(&host)?;
            write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n{coding}Connection: close\r\n\r\n")?;
            let mut said = String::new();
            stream.read_to_string(&mut said)?;
            Ok(said)
        };
        let small = ask("/a.wasm", "Accept-Encoding: br\r\n")?;
        let plain = ask("/a.wasm", "")?;
        assert!(small.contains("Content-Encoding: br") && small.ends_with("small"), "{small}");
        assert!(plain.contains("Content-Type: application/wasm") && plain.ends_with("plain"), "{plain}");
        assert!(plain.contains("Cache-Control: no-store"), "{plain}");
        assert!(ask("/b.wasm", "")?.starts_with("HTTP/1.1 404"));
        assert!(ask("/%2e%2e/b", "")?.starts_with("HTTP/1.1 400"));
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
