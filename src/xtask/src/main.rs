//! The project's own tool. `cargo xtask help` lists what it does.

mod bench;
mod build;
mod check;
mod command;
mod dev;
mod lock;
mod mutants;
mod openapi;
mod paths;
mod say;
mod serve;
mod setup;
mod size;
mod test;
mod tidy;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve [-- flags]      set up, build the app, start it with the mock server; flags go to the mock server
  dev [-- flags]        the same for working on it: rebuilds on every change, unoptimised
  test [--only stage]   every check and test, with a summary; stages: check, native, wasm, build, e2e
  check [--only name]   formatting, lints, documentation, licences, tidy
  tidy                  the rules of this project that no other tool knows
  build                 the release build alone, into dist/
  size                  what a first visit and every chunk weigh, against the budget
  openapi               write public/openapi.yaml from the contract
  mutants [--only module] [--again] [-- flags]
                        makes each rule wrong in many ways and asks that a test fails; about an hour; --again: only what
                        was missed last time; flags go to cargo-mutants
  bench                 the list of ten thousand documents against a page without any framework; some minutes
  setup                 fetch the tools that serve and test need
";

fn main() -> ExitCode {
    let own = |args: &[String]| dispatch(&args.iter().map(String::as_str).collect::<Vec<_>>());
    let result = match build::shim::called() {
        Some(name) => build::shim::run(name, own),
        None => own(&std::env::args().skip(1).collect::<Vec<_>>()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[&str]) -> Result<()> {
    match args {
        ["serve", flags @ ..] => serve::run(after_dashes(flags)),
        ["dev", flags @ ..] => dev::run(after_dashes(flags)),
        ["test"] => test::run(None),
        ["test", "--only", stage] => test::run(Some(stage)),
        ["check"] => check::run(None),
        ["check", "--only", name] => check::run(Some(name)),
        ["tidy"] => tidy::run(),
        ["build"] => {
            setup::for_build()?;
            build::ensure()
        }
        ["size"] => size::run(),
        ["mutants", arguments @ ..] => mutants::run(arguments),
        ["bench"] => bench::run(),
        ["openapi"] => openapi::run(),
        ["setup"] => setup::for_tests(),
        // Trunk calls this one after every build.
        ["texts"] => build::texts::hook(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("no such command: {}\n\n{HELP}", args.join(" ")),
    }
}

/// The flags meant for another program; the `--` before them may be left out.
fn after_dashes<'a, 'b>(flags: &'a [&'b str]) -> &'a [&'b str] {
    match flags {
        ["--", rest @ ..] => rest,
        all => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_reach_the_mock_server_with_and_without_dashes() {
        assert_eq!(after_dashes(&["--", "--port", "1"]), ["--port", "1"]);
        assert_eq!(after_dashes(&["--port", "1"]), ["--port", "1"]);
        assert!(after_dashes(&[]).is_empty());
    }

    #[test]
    fn an_unknown_command_is_an_error_that_shows_the_help() {
        let error = dispatch(&["frobnicate"]).map_err(|e| e.to_string());
        assert!(error.is_err_and(|text| text.contains("frobnicate") && text.contains("serve")));
    }
}
