//! `cargo xtask soak`: kills the browser as often as it is told, and reports what was lost.

use std::env;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use pressmark_e2e::Setting;
use pressmark_e2e::soak::{as_json, soak};

fn main() -> ExitCode {
    let kills = env::var("PRESSMARK_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(20);
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(7, |it| it.as_secs());
    let seed = env::var("PRESSMARK_SEED").ok().and_then(|it| it.parse().ok()).unwrap_or(clock);
    println!("seed {seed}");
    let Ok(profile) = tempfile::tempdir() else { return ExitCode::FAILURE };
    let report = soak(Setting::get(), profile.path(), kills, seed);
    println!("{:#}", as_json(&report));
    if report.losses.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
