//! Starting other programs.

use anyhow::{Context, Result, bail};
use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

/// Cargo, as it was called for this run, in the workspace.
pub fn cargo() -> Result<Command> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::paths::root()?);
    forget_outer_cargo(&mut command);
    Ok(command)
}

/// What the outer cargo set for this tool would only confuse an inner one.
pub fn forget_outer_cargo(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let own = name.to_string_lossy();
        if own.starts_with("CARGO_PKG_") || own.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
}

/// A program of the node package, in the workspace.
pub fn node(name: &str) -> Result<Command> {
    let mut command = Command::new(crate::paths::node_bin(name)?);
    command.current_dir(crate::paths::root()?);
    Ok(command)
}

/// Runs it with its output on the screen.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs it without output; what it said comes with the error.
pub fn quiet(command: &mut Command) -> Result<String> {
    let Output { status, stdout, stderr } =
        command.output().with_context(|| format!("cannot start {}", shown(command)))?;
    let said = String::from_utf8_lossy(&stdout).into_owned();
    if !status.success() {
        bail!("{} ended with {status}\n{said}{}", shown(command), String::from_utf8_lossy(&stderr));
    }
    Ok(said)
}

/// Runs it with its output on the screen, and keeps that output. Returns whether it succeeded.
pub fn tee(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", shown(command)))?;
    let kept = Arc::new(Mutex::new(String::new()));
    let readers = [
        child.stdout.take().map(|stream| copy(stream, std::io::stdout(), &kept)),
        child.stderr.take().map(|stream| copy(stream, std::io::stderr(), &kept)),
    ];
    for reader in readers.into_iter().flatten() {
        // A reader that broke down only loses the rest of the screen output.
        let _ = reader.join();
    }
    let success = child.wait().with_context(|| format!("lost {}", shown(command)))?.success();
    let kept = std::mem::take(&mut *kept.lock().unwrap_or_else(PoisonError::into_inner));
    Ok((success, kept))
}

fn copy(
    from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    kept: &Arc<Mutex<String>>,
) -> thread::JoinHandle<()> {
    let kept = Arc::clone(kept);
    thread::spawn(move || {
        let mut lines = BufReader::new(from);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line).into_owned();
            let _ = to.write_all(text.as_bytes());
            kept.lock().unwrap_or_else(PoisonError::into_inner).push_str(&text);
            line.clear();
        }
    })
}

/// Where a program is found on PATH.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// PATH with some folders in front of it.
pub fn path_with(folders: &[&Path]) -> Result<std::ffi::OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(env::split_paths(&rest));
    env::join_paths(all).context("a folder cannot stand in PATH")
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or_else(|| command.get_program());
    let args = command.get_args().map(OsStr::to_string_lossy);
    std::iter::once(name.to_string_lossy()).chain(args).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_tells_what_ran_and_what_it_said() {
        let error =
            quiet(Command::new("sh").args(["-c", "echo broken >&2; exit 3"])).map_err(|e| e.to_string());
        assert!(
            error.is_err_and(|text| text.contains("sh -c") && text.contains("broken") && text.contains('3'))
        );
    }

    #[test]
    fn output_is_kept_from_both_streams() -> Result<()> {
        let (success, kept) = tee(Command::new("sh").args(["-c", "echo one; echo two >&2; exit 1"]))?;
        assert!(!success && kept.contains("one") && kept.contains("two"));
        Ok(())
    }
}
