//! Working on the app: trunk rebuilds on every change, unoptimised and in one piece; the mock server serves the result.

use crate::{build, command, lock, paths, say, serve, setup};
use anyhow::{Context, Result, bail};
use std::{
    process::{Child, Command},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

/// Builds once, then keeps watching until one of the two ends.
pub fn run(flags: &[&str]) -> Result<()> {
    setup::for_build()?;
    let dist = paths::work()?.join("dev");
    let _held = lock::to_write(lock::DEV)?;
    build::fetch()?;
    say::step("the app, unoptimised", "1 to 3 min the first time", || {
        command::run(&mut trunk("build", &dist)?)
    })?;
    serve::build_mock_server()?;
    say::line("watching for changes; reload the page after a rebuild; Ctrl+C ends both");
    let children = Arc::new(Mutex::new(vec![
        start(&mut serve::mock_server(&dist, flags)?)?,
        start(&mut trunk("watch", &dist)?)?,
    ]));
    end_on_signal(&children)?;
    loop {
        thread::sleep(Duration::from_millis(300));
        let mut running = children.lock().unwrap_or_else(PoisonError::into_inner);
        let mut ended = None;
        for child in running.iter_mut() {
            if let Some(status) = child.try_wait().context("lost a child")? {
                ended = Some(status);
            }
        }
        if let Some(status) = ended {
            stop(&mut running);
            bail!("the mock server or trunk ended with {status}");
        }
    }
}

fn trunk(command: &str, dist: &std::path::Path) -> Result<Command> {
    let mut trunk = build::trunk(&[])?;
    trunk.arg(command).arg("--dist").arg(dist);
    Ok(trunk)
}

fn start(command: &mut Command) -> Result<Child> {
    command.spawn().with_context(|| format!("cannot start {}", command.get_program().to_string_lossy()))
}

fn stop(children: &mut [Child]) {
    for child in children {
        // It may have ended by itself.
        let _ = child.kill();
        let _ = child.wait();
    }
}

#[cfg(unix)]
fn end_on_signal(children: &Arc<Mutex<Vec<Child>>>) -> Result<()> {
    let children = Arc::clone(children);
    ctrlc::set_handler(move || {
        stop(&mut children.lock().unwrap_or_else(PoisonError::into_inner));
        std::process::exit(130);
    })
    .context("cannot listen for signals")
}

#[cfg(not(unix))]
fn end_on_signal(_: &Arc<Mutex<Vec<Child>>>) -> Result<()> {
    Ok(())
}
