//! The driver's process, and for WebKit the screen that it needs: both end with the test, however that ends.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::engine::{Engine, Setting};
use crate::wire::Wire;

/// A process that is ended, and waited for, when this is dropped.
struct Own(Child);

impl Drop for Own {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A running driver. The fields are dropped in this order: the driver before its screen.
pub struct Driver {
    _process: Own,
    _screen: Option<Own>,
    /// Where it listens.
    pub port: u16,
}

impl Driver {
    /// Starts one on a free port and waits until it answers.
    pub fn start(setting: &Setting) -> Self {
        let port = free_port();
        let mut command = Command::new(&setting.driver);
        let mut screen = None;
        match setting.engine {
            Engine::Chromium => command.arg(format!("--port={port}")),
            Engine::Firefox => {
                // Its second door must be another one for each driver.
                let door = free_port().to_string();
                command.args(["--port", &port.to_string(), "--websocket-port", &door, "--log", "fatal"])
            }
            Engine::Webkit => {
                let (process, display) = start_screen();
                screen = Some(process);
                command.arg(format!("--port={port}")).env("DISPLAY", display)
            }
        };
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.unwrap_or_else(|why| panic!("{} does not start: {why}", name(&setting.driver)));
        let driver = Self { _process: Own(process), _screen: screen, port };
        let (wire, start) = (Wire::new(port), Instant::now());
        while wire.get("status").is_err() {
            assert!(start.elapsed() < Duration::from_secs(20), "{} does not answer", name(&setting.driver));
            sleep(Duration::from_millis(20));
        }
        driver
    }
}

fn name(program: &Path) -> String {
    program.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}

/// A screen that nobody sees. `xvfb-run` would leave it behind; it tells the number it chose.
fn start_screen() -> (Own, String) {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1500x1000x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is installed with the driver");
    let mut number = String::new();
    let out = screen.stdout.take().expect("its output is read");
    BufReader::new(out).read_line(&mut number).expect("Xvfb tells its number");
    (Own(screen), format!(":{}", number.trim()))
}
