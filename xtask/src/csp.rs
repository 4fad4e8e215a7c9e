//! The Content Security Policy: the page may run and load what was built with it, and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of `index.html`: all parts are files of the same site.
pub fn for_site() -> String {
    policy("'self' 'wasm-unsafe-eval'", "'self'", "'self'", "connect-src 'self'; manifest-src 'self'; ")
}

/// The policy of the single file: exactly this script, exactly these styles, no connection at all.
pub fn for_single_file(script: &str, styles: &str) -> String {
    let script = format!("{} 'wasm-unsafe-eval'", source(script));
    policy(&script, &source(styles), "data:", "")
}

/// How a policy names an inline text: by the hash of its bytes.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// Trusted Types are required and none may be made: the page writes text nodes, never markup.
fn policy(script: &str, style: &str, font: &str, more: &str) -> String {
    format!(
        "default-src 'none'; script-src {script}; style-src {style}; font-src {font}; {more}\
         img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_browsers_compute() {
        // The example of the CSP specification.
        assert_eq!(
            source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn nothing_inline_and_nothing_foreign() {
        for policy in [for_site(), for_single_file("a", "b")] {
            assert!(policy.starts_with("default-src 'none'; "), "{policy}");
            for never in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*", "\""] {
                assert!(!policy.contains(never), "{never}: {policy}");
            }
        }
        assert!(!for_single_file("a", "b").contains("connect-src"));
    }
}
