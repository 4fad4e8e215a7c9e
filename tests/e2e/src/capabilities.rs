//! What a driver is asked for: which browser, with which profile, window and records.

use serde_json::{Value, json};

use crate::engine::{Engine, Setting};
use crate::session::Start;

/// The capabilities that a session must have.
pub fn capabilities(setting: &Setting, start: &Start) -> Value {
    let (width, height) = start.size;
    let browser = &setting.browser;
    let common = json!({ "unhandledPromptBehavior": "accept", "timeouts": { "script": 100_000 } });
    let own = match setting.engine {
        Engine::Chromium => {
            let window = format!("--window-size={width},{height}");
            let profile = format!("--user-data-dir={}", start.profile.display());
            let mut options = json!({
                "binary": browser,
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--hide-scrollbars", window, profile,
                ],
                "prefs": { "download.default_directory": start.downloads, "download.prompt_for_download": false },
                "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
            });
            if start.is_phone {
                let screen = json!({ "width": width, "height": height, "pixelRatio": 1.0, "touch": true, "mobile": true });
                options["mobileEmulation"] = json!({ "deviceMetrics": screen });
            }
            let logs =
                if start.is_recorded { json!({ "browser": "ALL", "performance": "ALL" }) } else { json!({}) };
            if !start.is_recorded {
                options.as_object_mut().expect("an object").remove("perfLoggingPrefs");
            }
            json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": logs })
        }
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": browser,
                "args": ["-headless", "-profile", start.profile, format!("--width={width}"), format!("--height={height}")],
                "prefs": {
                    "security.fileuri.strict_origin_policy": true,
                    "browser.download.folderList": 2, "browser.download.dir": start.downloads,
                    "browser.helperApps.neverAsk.saveToDisk": "application/json,application/ld+json,text/csv",
                },
            },
        }),
        Engine::Webkit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation", format!("--geometry={width}x{height}")] },
        }),
    };
    merged(common, own)
}

fn merged(mut one: Value, other: Value) -> Value {
    if let (Value::Object(one), Value::Object(other)) = (&mut one, other) {
        one.extend(other);
    }
    one
}
