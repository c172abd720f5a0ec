//! What each area of the app needs beside its code.

use crate::paths;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::{collections::BTreeMap, fs};

const AREAS: &str = "src/portal/areas.json";

/// Area → what it needs.
pub type Areas = BTreeMap<String, Area>;

/// What an area needs beside its code.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Text files.
    pub texts: Vec<String>,
    /// Style sheet, if it has one of its own.
    pub style: Option<String>,
    /// Another area that it shows itself with, and that comes beside it.
    #[allow(dead_code, reason = "only the app asks for it, but the table is read whole")]
    pub with: Option<String>,
}

/// The table.
pub fn read() -> Result<Areas> {
    let table = fs::read_to_string(paths::root()?.join(AREAS)).context("no table of areas")?;
    serde_json::from_str(&table).context("the table of areas is broken")
}
