//! The memory of the process that shows the page: its proportional set size, after garbage was collected.

use std::fs;

use pressmark_e2e::Session;
use serde_json::json;

/// Millions of bytes. The browser keeps spare renderers, so the largest of its renderers is the page's.
pub fn of_renderer(session: &Session) -> f64 {
    for _ in 0..2 {
        session.chromium("HeapProfiler.collectGarbage", &json!({}));
    }
    let browser =
        session.capabilities["goog:processID"].as_u64().expect("the driver tells the browser's process");
    let renderers = descendants(browser).into_iter().filter(|id| is_renderer(*id));
    renderers.filter_map(proportional_set_size).fold(0.0, f64::max)
}

fn descendants(of: u64) -> Vec<u64> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let parents: Vec<(u64, u64)> = ids.filter_map(|id: u64| Some((id, parent(id)?))).collect();
    let mut found = vec![of];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(parents.iter().filter(|(_, its)| *its == parent).map(|(id, _)| *id));
        next += 1;
    }
    found
}

fn parent(id: u64) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("PPid:")?.trim().parse().ok())
}

fn is_renderer(id: u64) -> bool {
    let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
    let line = String::from_utf8_lossy(&line).into_owned();
    line.contains("--type=renderer")
        && !line.contains("--extension-process")
        && !line.contains("--top-chrome")
}

fn proportional_set_size(id: u64) -> Option<f64> {
    let memory = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let kilobytes: f64 = memory
        .lines()
        .find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB")?.trim().parse().ok())?;
    Some(kilobytes * 1024.0 / 1_000_000.0)
}
