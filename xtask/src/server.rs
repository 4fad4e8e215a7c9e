//! A server for static files on this machine: right types, no caching, compressed forms where they are accepted.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Serves the folder, which need not exist yet, to this machine only, until the program ends. Gives the address.
pub fn start(folder: &Path, port: u16) -> Result<String> {
    let runtime = Builder::new_current_thread().enable_io().build().context("Could not start the server.")?;
    let listener = listen(&runtime, port)?;
    let port = listener.local_addr().context("The server does not know its own port.")?.port();
    let site = site(folder);
    std::thread::spawn(move || {
        runtime.block_on(async {
            if let Err(why) = axum::serve(listener, site).await {
                eprintln!("The server stopped: {why}");
            }
        });
    });
    Ok(format!("http://127.0.0.1:{port}/"))
}

fn listen(runtime: &Runtime, port: u16) -> Result<TcpListener> {
    runtime.block_on(TcpListener::bind(("127.0.0.1", port))).map_err(|why| {
        anyhow!("Could not listen on port {port} ({why}). Choose another: --port 8081, or --port 0 for any free one.")
    })
}

/// `ServeDir` picks the type by the ending and refuses every address that leads out of the folder.
fn site(folder: &Path) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new()
        .fallback_service(files)
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .layer(SetResponseHeaderLayer::overriding(
            X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    fn ask(host: &str, path: &str, more: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(host)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n")?;
        let mut said = String::new();
        stream.read_to_string(&mut said)?;
        Ok(said.to_lowercase())
    }

    #[test]
    fn files_come_with_their_type_in_the_form_asked_for_and_none_from_outside() -> Result<()> {
        let outer = std::env::temp_dir().join(format!("pressmark-server-{}", std::process::id()));
        let folder = outer.join("site");
        fs::create_dir_all(&folder)?;
        for (name, text) in
            [("a.wasm", "plain"), ("a.wasm.br", "small"), ("index.html", "page"), ("../b", "out")]
        {
            fs::write(folder.join(name), text)?;
        }
        let address = start(&folder, 0)?;
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let small = ask(host, "/a.wasm", "Accept-Encoding: gzip, br\r\n")?;
        assert!(small.contains("content-encoding: br") && small.ends_with("small"), "{small}");
        let plain = ask(host, "/a.wasm", "")?;
        assert!(plain.contains("content-type: application/wasm") && plain.ends_with("plain"), "{plain}");
        assert!(plain.contains("cache-control: no-store"), "{plain}");
        assert!(ask(host, "/?x", "")?.ends_with("page"));
        for path in ["/none", "/../b", "/%2e%2e/b", "/..%2fb", "/%2e%2e%5cb", "//../b"] {
            let said = ask(host, path, "")?;
            assert!(said.starts_with("http/1.1 4") && !said.ends_with("out"), "{path}: {said}");
        }
        fs::remove_dir_all(&outer)?;
        Ok(())
    }

    #[test]
    fn idle_connections_do_not_keep_others_waiting() -> Result<()> {
        let folder = std::env::temp_dir();
        let address = start(&folder, 0)?;
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let idle: Vec<TcpStream> =
            (0..20).map(|_| TcpStream::connect(host)).collect::<std::io::Result<_>>()?;
        assert!(ask(host, "/no-such-file-here", "")?.starts_with("http/1.1 404"));
        assert_eq!(idle.len(), 20);
        Ok(())
    }
}
