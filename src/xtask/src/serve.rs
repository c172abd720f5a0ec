//! The app as patients get it, with the mock server behind it.

use crate::{build, command, paths, say, setup};
use anyhow::Result;
use std::process::Command;

/// The port, unless the flags name another.
const PORT: &str = "8080";

/// Sets up, builds what changed, and becomes the mock server.
pub fn run(flags: &[&str]) -> Result<()> {
    setup::for_build()?;
    build::ensure()?;
    build_mock_server()?;
    let mut server = mock_server(&paths::dist()?, flags)?;
    say::line("starting the mock server; Ctrl+C ends it");
    replace(&mut server)
}

/// Builds the mock server.
pub fn build_mock_server() -> Result<()> {
    say::step("the mock server", "seconds; 1 to 3 min the first time", || {
        command::run(command::cargo()?.args(["build", "--quiet", "--package", "mock-server"]))
    })
}

/// The mock server over a built app.
pub fn mock_server(dist: &std::path::Path, flags: &[&str]) -> Result<Command> {
    let mut server = Command::new(paths::mock_server()?);
    server.current_dir(paths::root()?).arg("--dist").arg(dist);
    if !flags.iter().any(|flag| flag.starts_with("--port")) {
        server.args(["--port", PORT]);
    }
    server.args(flags);
    Ok(server)
}

/// Becomes the other program, so that whoever ends this one ends that one.
#[cfg(unix)]
fn replace(server: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(anyhow::Error::from(server.exec()).context("cannot start the mock server"))
}

#[cfg(not(unix))]
fn replace(server: &mut Command) -> Result<()> {
    command::run(server)
}
