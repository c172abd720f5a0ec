//! Trunk cannot split wasm: its hooks run before cargo or after wasm-bindgen. So the `wasm-bindgen` it finds on PATH is a copy of this
//! program, which splits cargo's output first and hands the main part to the real one. The `cargo` it finds is one too: it sets what the
//! release is built with for cargo alone, so that nothing else that trunk starts is built anew for it.

use super::{flags, wasm::is_wasm};
use crate::{command, paths};
use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

const NAMES: [&str; 2] = [WASM_BINDGEN, CARGO];
const WASM_BINDGEN: &str = "wasm-bindgen";
const CARGO: &str = "cargo";
const SPLIT_TO: &str = "YASNO_SPLIT_TO";
const BINDGEN: &str = "YASNO_BINDGEN";
const SPLITTER: &str = "YASNO_SPLITTER";
const REAL_CARGO: &str = "YASNO_CARGO";
const STANDARD_LIBRARY: &str = "YASNO_STANDARD_LIBRARY";

/// The name by which trunk started this process; `None` if somebody else did.
pub fn called() -> Option<&'static str> {
    env::var_os(BINDGEN)?;
    let own = env::args_os().next().map(PathBuf::from)?;
    let stem = own.file_stem()?.to_owned();
    NAMES.into_iter().find(|name| stem == *name)
}

/// A folder whose `wasm-bindgen` and `cargo` are this program.
pub fn install(folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let own = env::current_exe().context("this program has no path")?;
    for name in NAMES {
        let copy = folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
        let _ = fs::remove_file(&copy);
        fs::copy(&own, &copy).context("cannot place the shim")?;
    }
    Ok(folder.to_path_buf())
}

/// Tells the shim where the real tools are, where the chunks go, and whether the standard library can be built.
pub fn configure(trunk: &mut Command, split: &Path, standard_library: bool) -> Result<()> {
    trunk.env(SPLIT_TO, split);
    trunk.env(REAL_CARGO, command::which(CARGO).context("cargo is not on PATH")?);
    if standard_library {
        trunk.env(STANDARD_LIBRARY, "yes");
    }
    trunk.env(BINDGEN, paths::cargo_bin("wasm-bindgen")?).env(SPLITTER, paths::cargo_bin("wasm-split-cli")?);
    Ok(())
}

/// Does what the program of that name was asked to do. `own` is called with a command that is meant for this program.
pub fn run(name: &str, own: impl FnOnce(&[String]) -> Result<()>) -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.split_first() {
        _ if name == WASM_BINDGEN => bind(&args),
        Some((first, rest)) if first == "xtask" => own(rest),
        _ => build(&args),
    }
}

/// Cargo, with what the release is built with.
fn build(args: &[String]) -> Result<()> {
    let mut cargo = Command::new(var(REAL_CARGO)?);
    flags::set(&mut cargo, env::var_os(STANDARD_LIBRARY).is_some())?;
    command::run(cargo.args(args))
}

fn var(name: &str) -> Result<PathBuf> {
    env::var_os(name).map(PathBuf::from).with_context(|| format!("{name} is not set"))
}

/// wasm-bindgen, on the main part of the split module.
fn bind(args: &[String]) -> Result<()> {
    let mut bindgen = Command::new(var(BINDGEN)?);
    let Some(call) = Call::parse(args)? else { return command::run(bindgen.args(args)) };
    let folder = var(SPLIT_TO)?;
    // What it says about names it does not know is of no use here.
    command::quiet(Command::new(var(SPLITTER)?).arg(call.input).arg(&folder).args([
        "--target",
        "web",
        "--out-name",
        call.name,
    ]))?;
    let main = folder.join(format!("{}.wasm", call.name));
    command::run(bindgen.args(&call.rest).arg("--keep-lld-exports").arg(main))
}

/// A call of wasm-bindgen that has something to bind.
#[derive(Debug, PartialEq)]
struct Call<'a> {
    input: &'a str,
    name: &'a str,
    rest: Vec<&'a str>,
}

impl<'a> Call<'a> {
    /// `None` for calls like `--version`.
    fn parse(args: &'a [String]) -> Result<Option<Self>> {
        let is_input = |arg: &&str| !arg.starts_with('-') && is_wasm(arg);
        let all = || args.iter().map(String::as_str);
        let Some(input) = all().find(is_input) else { return Ok(None) };
        let Some(name) = all().find_map(|arg| arg.strip_prefix("--out-name=")) else {
            bail!("wasm-bindgen was called without --out-name=");
        };
        Ok(Some(Self { input, name, rest: all().filter(|arg| !is_input(arg)).collect() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn the_call_trunk_makes_is_understood() -> Result<()> {
        let args = words("--target=web --out-dir=a/b --out-name=portal c/portal.wasm --no-typescript");
        let rest = vec!["--target=web", "--out-dir=a/b", "--out-name=portal", "--no-typescript"];
        assert_eq!(Call::parse(&args)?, Some(Call { input: "c/portal.wasm", name: "portal", rest }));
        Ok(())
    }

    #[test]
    fn a_question_for_the_version_is_passed_on() -> Result<()> {
        assert_eq!(Call::parse(&words("--version"))?, None);
        Ok(())
    }

    #[test]
    fn a_call_without_a_name_is_an_error() {
        assert!(Call::parse(&words("a.wasm")).is_err());
    }
}
