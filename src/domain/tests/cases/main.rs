//! The written examples of every rule: `cargo test -p domain --test cases`.
//!
//! `DOMAIN_CASES=<folder>` runs the same checks on another folder instead; `data/README.md` says what a file
//! is. Each family is one test to cargo and to nextest; what is counted and printed are cases.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

mod arguments;
mod case;
mod families;
mod load;
mod report;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::of(std::env::args().skip(1));
    let own = std::env::var_os("DOMAIN_CASES");
    let folder = own.as_ref().map_or_else(load::data, |folder| load::named(folder.as_ref()));
    let files = match load::files(&folder) {
        Ok(files) => files,
        Err(problem) => {
            println!("{problem}\n\ntest result: FAILED. 0 passed; 1 failed");
            return ExitCode::FAILURE;
        }
    };
    let names = report::names(&files);
    if arguments.list {
        arguments.print(&names);
        return ExitCode::SUCCESS;
    }
    println!("cases in {}\n", if own.is_some() { "DOMAIN_CASES" } else { "tests/cases/data" });
    let report = report::run(&files, |name| arguments.selects(name), own.is_none());
    print!("{report}");
    if report.failed() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
