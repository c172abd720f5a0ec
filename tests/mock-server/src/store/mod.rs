//! Storage: SQLite, in memory or in a file.
//!
//! The data as at the start are kept apart, in memory, and copied over the live database by a reset.

pub mod access;
pub mod account;
pub mod account_data;
pub mod change;
pub mod closure;
pub mod commission;
pub mod correction;
pub mod document;
pub mod file;
pub mod idempotency;
pub mod insurance;
pub mod load;
pub mod notification;
pub mod prevention;
pub mod registration;
pub mod report;
pub mod session;
pub mod template;

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use contract::PersonId;
use domain::moment::Zone;
use rusqlite::backup::Backup;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction};
use serde::de::DeserializeOwned;

use crate::seed::{Seed, many, personas, templates};
use crate::state::StartError;

const SCHEMA: &str = include_str!("schema.sql");

/// The databases.
#[derive(Debug)]
pub struct Store {
    live: Mutex<Connection>,
    pristine: Mutex<Connection>,
}

impl Store {
    /// Loads the personas, then `own`, and opens the live database. A file that holds data already is kept as it is.
    ///
    /// # Errors
    /// When a data file is bad or the database cannot be used.
    pub fn open(file: Option<&Path>, own: Option<&Seed>, many: u32) -> Result<Self, StartError> {
        let pristine = pristine(own, many)?;
        let mut live = match file {
            Some(file) => Connection::open(file)?,
            None => Connection::open_in_memory()?,
        };
        let filled: bool =
            live.query_row("SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'meta'", [], |row| {
                row.get(0)
            })?;
        if filled {
            // A file of an earlier version lacks the tables that are new; what they are filled with comes with a reset.
            live.execute_batch(SCHEMA)?;
            load::adopt(&live)?;
            load::templates(&live)?;
        } else {
            copy(&pristine, &mut live)?;
        }
        if filled && origin(&pristine)? != origin(&live)? {
            eprintln!(
                "the database was made from other data and is kept as it is; a reset loads the new data"
            );
        }
        Ok(Self { live: Mutex::new(live), pristine: Mutex::new(pristine) })
    }

    /// Works with the database, one statement at a time.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn with<T, E>(&self, work: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E> {
        work(&self.live.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Works with the database, all or nothing.
    ///
    /// # Errors
    /// Those of `work`, and those of the database.
    pub fn atomically<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = live.transaction()?;
        let answer = work(&transaction)?;
        transaction.commit()?;
        Ok(answer)
    }

    /// Puts everything back as it was at the start.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn reset(&self) -> rusqlite::Result<()> {
        let pristine = self.pristine.lock().unwrap_or_else(PoisonError::into_inner);
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        copy(&pristine, &mut live)
    }
}

fn copy(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    Backup::new(from, to)?.run_to_completion(10_000, std::time::Duration::ZERO, None)
}

/// What the data of a database were made from.
fn origin(db: &Connection) -> rusqlite::Result<Option<String>> {
    db.query_row("SELECT value FROM meta WHERE key = 'origin'", [], |row| row.get(0)).optional()
}

fn pristine(own: Option<&Seed>, many: u32) -> Result<Connection, StartError> {
    let mut db = Connection::open_in_memory()?;
    db.execute_batch(SCHEMA)?;
    let transaction = db.transaction()?;
    let mut documents = Vec::new();
    for persona in personas::all()? {
        load::account(&transaction, persona)?;
        let seed = Seed::read(&format!("data/{}.json", persona.key), personas::data(&persona.key))?;
        load::seed(&transaction, &seed)?;
        documents.extend(seed.data.documents);
        if let Some(person) = &persona.person {
            access::person::give_account(&transaction, person, &persona.key)?;
        }
    }
    let known = access::person::all(&transaction)?;
    let zone =
        |id: &PersonId| known.iter().find(|one| one.id == *id).map_or(Zone::Sofia, |one| one.owner.zone);
    load::templates(&transaction)?;
    // What was told before the demonstration begins took its text from these.
    notification::past::tell(&transaction, &documents, zone)?;
    load::seed(&transaction, &many::seed(many))?;
    if let Some(own) = own {
        load::seed(&transaction, own)?;
    }
    let own = own.map_or("", |own| &own.origin);
    let origin = format!("{} {} {many} {own}", personas::origin(), templates::origin());
    transaction.execute("INSERT INTO meta VALUES ('origin', ?)", [origin])?;
    transaction.commit()?;
    Ok(db)
}

/// A column that holds JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into()))
}

/// JSON for a column.
pub(crate) fn text<T: serde::Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

/// An instant in a column: microseconds since 1970.
pub(crate) fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<DateTime<Utc>> {
    let micros: i64 = row.get(column)?;
    DateTime::from_timestamp_micros(micros).ok_or(rusqlite::Error::IntegralValueOutOfRange(column, micros))
}
