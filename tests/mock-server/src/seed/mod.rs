//! Data files: persons, documents and events in the contract's own shapes.

pub mod access;
pub mod check;
pub mod commission;
pub mod facts;
pub mod insurance;
pub mod many;
pub mod personas;
mod position;
pub mod prevention;
pub mod registration;
pub mod samples;
pub mod templates;

use std::path::Path;

use contract::document::{Document, Events};
use contract::person::Person;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::secret::fingerprint;
use crate::seed::access::{Birth, Granted};
use crate::seed::commission::Planned;
use crate::seed::insurance::Insured;
use crate::seed::prevention::Recorded;
use crate::seed::registration::Registered;

/// What a data file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Data {
    /// Key of the persona whose account gets it; `patient` when the file names none.
    pub account: String,
    /// Persons to add to the account.
    pub persons: Vec<Person>,
    /// Birthdays of these persons, where a rule depends on them.
    pub births: Vec<Birth>,
    /// What the account may do with the documents of these persons; of who has no grant here it holds one by default.
    pub grants: Vec<Granted>,
    /// Documents with their events, of these persons or of those the account has already.
    pub documents: Vec<Document>,
    /// What is known of the insurance of these persons, each at most once.
    pub insurance: Vec<Insured>,
    /// With which GP practices these persons are registered, each at most once.
    pub registrations: Vec<Registered>,
    /// Check-ups, follow-up and immunisations of these persons, each at most once.
    pub prevention: Vec<Recorded>,
    /// Plans for TELK of these persons, each at most one.
    pub commissions: Vec<Planned>,
}

/// A data file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed {
    /// What it holds.
    pub data: Data,
    /// Tells this file's content from any other's.
    pub origin: String,
    file: String,
    text: String,
}

/// What is wrong with a data file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeedError {
    /// File.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// Path to the field, e.g. `documents[3].events[0].at`.
    pub field: String,
    /// What is wrong.
    pub why: String,
}

impl std::fmt::Display for SeedError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, line, column, field, why } = self;
        write!(f, "{file}:{line}:{column}: {field}: {why}")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outer<'a> {
    #[serde(default = "default_account")]
    account: String,
    #[serde(default)]
    persons: Vec<Person>,
    #[serde(default)]
    births: Vec<Birth>,
    #[serde(default)]
    grants: Vec<Granted>,
    #[serde(borrow, default)]
    documents: Vec<&'a RawValue>,
    #[serde(default)]
    insurance: Vec<Insured>,
    #[serde(default)]
    registrations: Vec<Registered>,
    #[serde(default)]
    prevention: Vec<Recorded>,
    #[serde(default)]
    commissions: Vec<Planned>,
}

fn default_account() -> String {
    "patient".to_owned()
}

impl Seed {
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, or a field cannot be taken.
    pub fn read_file(path: &Path) -> Result<Self, SeedError> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| SeedError {
            file: file.clone(),
            line: 1,
            column: 1,
            field: ".".to_owned(),
            why: error.to_string(),
        })?;
        Self::read(&file, &text)
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// When a field cannot be taken.
    pub fn read(file: &str, text: &str) -> Result<Self, SeedError> {
        let outer: Outer<'_> = part(file, text, text, "")?;
        let mut documents = Vec::with_capacity(outer.documents.len());
        for (index, raw) in outer.documents.iter().enumerate() {
            let field = format!("documents[{index}]");
            // Part by part: an error inside of a flattened part would not know its line.
            documents.push(Document {
                entry: part(file, text, raw.get(), &field)?,
                facts: part(file, text, raw.get(), &field)?,
                events: part::<Events>(file, text, raw.get(), &field)?.events,
            });
        }
        let Outer { account, persons, births, grants, insurance, registrations, prevention, .. } = outer;
        let commissions = outer.commissions;
        let data = Data {
            account,
            persons,
            births,
            grants,
            documents,
            insurance,
            registrations,
            prevention,
            commissions,
        };
        let seed = Self {
            data,
            origin: fingerprint(&[text.as_bytes()]),
            file: file.to_owned(),
            text: text.to_owned(),
        };
        check::alone(&seed)?;
        Ok(seed)
    }

    /// Data that stand in no file.
    #[must_use]
    pub fn generated(data: Data) -> Self {
        Self { data, origin: String::new(), file: "generated".to_owned(), text: String::new() }
    }

    /// Something is wrong with this field.
    #[must_use]
    pub fn error(&self, field: &str, why: &str) -> SeedError {
        let offset = position::of_field(&self.text, field);
        let (line, column) = position::line_and_column(&self.text, offset);
        SeedError { file: self.file.clone(), line, column, field: field.to_owned(), why: why.to_owned() }
    }
}

/// Reads a part of the text that belongs to `field`.
fn part<'a, T: Deserialize<'a>>(file: &str, whole: &str, part: &'a str, field: &str) -> Result<T, SeedError> {
    let mut from = serde_json::Deserializer::from_str(part);
    let read = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let path = error.path().to_string();
        (path, error.into_inner())
    });
    let read = read.and_then(|value| from.end().map(|()| value).map_err(|error| (".".to_owned(), error)));
    read.map_err(|(path, error)| {
        let field = match (field, path.as_str()) {
            ("", path) => path.to_owned(),
            (field, ".") => field.to_owned(),
            (field, path) => format!("{field}.{path}"),
        };
        let (line, column) = if error.is_data() {
            // Where the value begins; the reader itself only knows where it had got to.
            position::line_and_column(whole, position::of_field(whole, &field))
        } else {
            stopped(whole, part, &error)
        };
        SeedError { file: file.to_owned(), line, column, field, why: plain(&error) }
    })
}

/// Where a part that is no JSON stops being read.
fn stopped(whole: &str, part: &str, error: &serde_json::Error) -> (usize, usize) {
    let (line, column) = position::line_and_column(whole, position::offset(whole, part));
    let further = error.column().saturating_sub(1);
    let column = if error.line() <= 1 { column + further } else { error.column() };
    (line + error.line().saturating_sub(1), column)
}

/// The message without the place, which is said already.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or_else(|| text.clone(), |(why, _)| why.to_owned())
}

/// Reads JSON that is part of this program.
pub(crate) fn own<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, SeedError> {
    part(file, text, text, "")
}
