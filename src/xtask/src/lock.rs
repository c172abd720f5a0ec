//! Two commands at a time in one clone: a folder that one of them writes is not read or written by the other.

use crate::{paths, say};
use anyhow::{Context, Result};
use std::{
    fs::{self, File, TryLockError},
    path::Path,
};

/// What the release build writes, up to `dist/`.
pub const BUILD: &str = "build";
/// What the build for development writes.
pub const DEV: &str = "dev";

/// Holds a folder; given back when dropped, when the process ends, or when it becomes another program.
#[must_use]
pub struct Held(#[allow(dead_code, reason = "the open file is the lock")] File);

/// Holds it alone, to write. Says so when somebody else is at it, and waits.
pub fn to_write(what: &str) -> Result<Held> {
    hold(&paths::work()?, what, File::try_lock, File::lock)
}

/// Holds it with others who only read, so that nobody writes meanwhile.
pub fn to_read(what: &str) -> Result<Held> {
    hold(&paths::work()?, what, File::try_lock_shared, File::lock_shared)
}

fn hold(
    folder: &Path,
    what: &str,
    attempt: fn(&File) -> Result<(), TryLockError>,
    wait: fn(&File) -> std::io::Result<()>,
) -> Result<Held> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let path = folder.join(format!("{what}.lock"));
    let file = File::create(&path).with_context(|| format!("cannot create {}", path.display()))?;
    match attempt(&file) {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            say::line(&format!("another command of this clone uses the {what}: waiting until it ends"));
            wait(&file).with_context(|| format!("cannot lock {}", path.display()))?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).with_context(|| format!("cannot lock {}", path.display()));
        }
    }
    Ok(Held(file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{sync::mpsc, thread, time::Duration};

    #[test]
    fn who_writes_waits_for_those_who_read() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("yasno-lock-{}", std::process::id()));
        let read = || hold(&folder, "build", File::try_lock_shared, File::lock_shared);
        let (one, other) = (read()?, read()?);
        let (say, heard) = mpsc::channel();
        let own = folder.clone();
        let writer = thread::spawn(move || {
            let held = hold(&own, "build", File::try_lock, File::lock);
            let _ = say.send(held.is_ok());
        });
        drop(one);
        assert!(heard.recv_timeout(Duration::from_millis(100)).is_err(), "it did not wait");
        drop(other);
        assert!(heard.recv_timeout(Duration::from_secs(10))?);
        assert!(writer.join().is_ok());
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
