//! The flags of the command line.

use std::path::PathBuf;

use chrono::DateTime;

use crate::state::Options;

/// How to use it.
pub const USAGE: &str = "\
usage: mock-server [--port N] [--db FILE] [--now RFC3339] [--seed FILE] [--dist DIR] [--many N]

  --port N        port on 127.0.0.1; 0 takes a free one (default 8080)
  --db FILE       keeps the data in FILE; without it they live in memory
  --now RFC3339   puts the clock there, where it stands; without it the clock runs
  --seed FILE     adds persons and documents (JSON) to a persona's account
  --dist DIR      serves the built app from DIR
  --many N        how many documents the persona `many` has (default 10000)";

/// What the command line asks for.
#[derive(Debug, Clone)]
pub struct Flags {
    /// The port.
    pub port: u16,
    /// The rest.
    pub options: Options,
}

/// Reads the arguments that follow the program's name.
///
/// # Errors
/// What is wrong with them.
pub fn read(arguments: impl IntoIterator<Item = String>) -> Result<Flags, String> {
    let mut flags = Flags { port: 8080, options: Options::default() };
    let mut arguments = arguments.into_iter();
    while let Some(flag) = arguments.next() {
        let (flag, attached) = match flag.split_once('=') {
            Some((flag, value)) => (flag.to_owned(), Some(value.to_owned())),
            None => (flag, None),
        };
        let value = attached.or_else(|| arguments.next()).ok_or_else(|| format!("{flag} needs a value"))?;
        match flag.as_str() {
            "--port" => flags.port = value.parse().map_err(|_| format!("--port: no port: {value}"))?,
            "--db" => flags.options.db = Some(PathBuf::from(value)),
            "--seed" => flags.options.seed = Some(PathBuf::from(value)),
            "--dist" => flags.options.dist = Some(PathBuf::from(value)),
            "--many" => {
                let many = value.parse().map_err(|_| format!("--many: no number: {value}"))?;
                flags.options.many = Some(many);
            }
            "--now" => {
                let now = DateTime::parse_from_rfc3339(&value);
                let now = now.map_err(|_| format!("--now: no RFC 3339 date-time with offset: {value}"))?;
                flags.options.now = Some(now.to_utc());
            }
            _ => return Err(format!("unknown flag: {flag}")),
        }
    }
    Ok(flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str]) -> Result<Flags, String> {
        read(arguments.iter().map(|&argument| argument.to_owned()))
    }

    #[test]
    fn flags_with_and_without_equals_sign() {
        let flags = of(&["--port", "0", "--now=2026-11-22T10:00:00+02:00", "--dist", "dist"]).unwrap();
        assert_eq!(flags.port, 0);
        assert_eq!(flags.options.now.unwrap().to_rfc3339(), "2026-11-22T08:00:00+00:00");
        assert_eq!(of(&[]).unwrap().port, 8080);
    }

    #[test]
    fn wrong_flags_say_why() {
        for (arguments, why) in [
            (&["--port", "x"][..], "--port: no port: x"),
            (&["--now", "yesterday"], "--now: no RFC 3339 date-time with offset: yesterday"),
            (&["--db"], "--db needs a value"),
            (&["--fast", "1"], "unknown flag: --fast"),
        ] {
            assert_eq!(of(arguments).err().as_deref(), Some(why));
        }
    }
}
