//! What the command line may say, and how it is read.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::browser::Browser;

pub const USAGE: &str = "\
cargo xtask serve [--debug] [--port N] [--open]   build the page, serve it on this machine, rebuild on change
cargo xtask dist [--address URL]                  build dist/ for a static host, and dist/pressmark.html
cargo xtask check                                 format, lints and tests that need no browser
cargo xtask test [--browser NAME] [--only TEST]   all checks, the build, its size, the tests in a browser
cargo xtask bench [--browser NAME]                measure the page in a browser
cargo xtask soak [--browser NAME] [--kills N]     kill the browser N times (20) and look what is lost
cargo xtask fuzz [--minutes N] [--only TARGET]    throw chance at every reader, so many minutes each

  --debug         build fast and unoptimised
  --port N        the port to serve on (8080; 0 takes any free one)
  --open          open the page in the usual browser
  --dir FOLDER    serve this folder instead of a fresh one
  --no-build      serve what is already in the folder
  --address URL   where the site will stand: makes the social card's address absolute
  --browser NAME  chromium (default), firefox or webkit
  --minutes N     how long for each target (5)
  --only TEST     leave the checks out and run the browser tests whose name has TEST in it";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve(Serve),
    Dist { address: Option<String> },
    Check,
    Test { browser: Browser, only: Option<String> },
    Bench { browser: Browser },
    Soak { browser: Browser, kills: u32 },
    Fuzz { minutes: u32, only: Option<String> },
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Serve {
    pub debug: bool,
    pub port: u16,
    pub open: bool,
    pub build: bool,
    pub folder: Option<PathBuf>,
}

pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command> {
    let mut parser = Parser::from_args(words);
    let Some(first) = parser.next()? else { return Ok(Command::Help) };
    let name = match first {
        Arg::Value(name) => name.string()?,
        Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
        other => bail!("{}\n\n{USAGE}", other.unexpected()),
    };
    match name.as_str() {
        "serve" => serve(&mut parser),
        "dist" => dist(&mut parser),
        "check" => only_help(&mut parser, Command::Check),
        "test" => test(&mut parser),
        "bench" => bench(&mut parser),
        "soak" => soak(&mut parser),
        "fuzz" => fuzz(&mut parser),
        "help" => Ok(Command::Help),
        unknown => bail!("There is no command `{unknown}`.\n\n{USAGE}"),
    }
}

fn serve(parser: &mut Parser) -> Result<Command> {
    let mut options = Serve { debug: false, port: 8080, open: false, build: true, folder: None };
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("debug") => options.debug = true,
            Arg::Long("open") => options.open = true,
            Arg::Long("no-build") => options.build = false,
            Arg::Long("port") => options.port = parser.value()?.parse()?,
            Arg::Long("dir") => options.folder = Some(parser.value()?.into()),
            other => return help_or_bail(&other),
        }
    }
    Ok(Command::Serve(options))
}

fn dist(parser: &mut Parser) -> Result<Command> {
    let mut address = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("address") => address = Some(parser.value()?.string()?).filter(|it| !it.is_empty()),
            other => return help_or_bail(&other),
        }
    }
    Ok(Command::Dist { address })
}

fn test(parser: &mut Parser) -> Result<Command> {
    let (mut browser, mut only) = (Browser::Chromium, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("browser") => browser = parser.value()?.parse()?,
            Arg::Long("only") => only = Some(parser.value()?.string()?),
            other => return help_or_bail(&other),
        }
    }
    Ok(Command::Test { browser, only })
}

fn fuzz(parser: &mut Parser) -> Result<Command> {
    let (mut minutes, mut only) = (5, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("minutes") => minutes = parser.value()?.parse()?,
            Arg::Long("only") => only = Some(parser.value()?.string()?),
            other => return help_or_bail(&other),
        }
    }
    Ok(Command::Fuzz { minutes, only })
}

fn bench(parser: &mut Parser) -> Result<Command> {
    let mut browser = Browser::Chromium;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("browser") => browser = parser.value()?.parse()?,
            other => return help_or_bail(&other),
        }
    }
    Ok(Command::Bench { browser })
}

fn soak(parser: &mut Parser) -> Result<Command> {
    let (mut browser, mut kills) = (Browser::Chromium, 20);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("browser") => browser = parser.value()?.parse()?,
            Arg::Long("kills") => kills = parser.value()?.parse()?,
            other => return help_or_bail(&other),
        }
    }
    Ok(Command::Soak { browser, kills })
}

fn only_help(parser: &mut Parser, command: Command) -> Result<Command> {
    match parser.next()? {
        None => Ok(command),
        Some(other) => help_or_bail(&other),
    }
}

fn help_or_bail(arg: &Arg<'_>) -> Result<Command> {
    match arg {
        Arg::Short('h') | Arg::Long("help") => Ok(Command::Help),
        Arg::Short(letter) => bail!("There is no option `-{letter}` here.\n\n{USAGE}"),
        Arg::Long(name) => bail!("There is no option `--{name}` here.\n\n{USAGE}"),
        Arg::Value(value) => bail!("`{}` is one word too many.\n\n{USAGE}", value.to_string_lossy()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn options_are_read() -> Result<()> {
        assert_eq!(read("")?, Command::Help);
        assert_eq!(
            read("serve --debug --port 0")?,
            Command::Serve(Serve { debug: true, port: 0, open: false, build: true, folder: None })
        );
        assert_eq!(
            read("test --browser firefox --only keyboard")?,
            Command::Test { browser: Browser::Firefox, only: Some("keyboard".into()) }
        );
        assert_eq!(read("soak --kills 200")?, Command::Soak { browser: Browser::Chromium, kills: 200 });
        assert_eq!(
            read("fuzz --minutes 9 --only heard")?,
            Command::Fuzz { minutes: 9, only: Some("heard".into()) }
        );
        assert_eq!(read("dist --address=")?, Command::Dist { address: None });
        Ok(())
    }

    #[test]
    fn a_wrong_word_is_named() {
        for (line, named) in [("srve", "srve"), ("check --fast", "--fast"), ("test --browser opera", "opera")]
        {
            let said = read(line).map_or_else(|why| format!("{why:#}"), |_| String::new());
            assert!(said.contains(named), "{line}: {said}");
        }
    }
}
