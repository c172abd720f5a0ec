//! The texts of messages and what was done with them: every text of the catalogue as a first version, and for some of them more.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use contract::template::NewTariff;
use contract::wire::instant;
use domain::coded::Code as _;
use domain::notification::template::version::Case;
use domain::notification::template::{Staff, VersionState, step};
use domain::person::Role;
use serde::Deserialize;

use crate::catalogue::{self, Catalogue, CatalogueError, Entry};
use crate::secret::fingerprint;
use crate::seed::{SeedError, own, personas};
use crate::store::template::{Cell, Kept, KeptDeed, life};

const FILE: (&str, &str) = ("templates/history.json", include_str!("../../data/templates/history.json"));

/// The versions of all texts, and what messages cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates {
    /// The versions of each text, the oldest first.
    pub texts: Vec<(Cell, Vec<Kept>)>,
    /// The tariff.
    pub tariff: NewTariff,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct History {
    /// The version of every text of which nothing else is told.
    first: Written,
    tariff: NewTariff,
    texts: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    subject: String,
    channel: String,
    language: String,
    versions: Vec<Numbered>,
}

#[derive(Deserialize)]
struct Numbered {
    number: u32,
    #[serde(flatten)]
    written: Written,
}

/// A version; without a text it is the catalogue's.
#[derive(Deserialize)]
struct Written {
    title: Option<String>,
    text: Option<String>,
    note: Option<String>,
    author: String,
    #[serde(with = "instant")]
    created_at: DateTime<Utc>,
    deeds: Vec<KeptDeed>,
}

/// Tells these data from those of another version.
#[must_use]
pub fn origin() -> String {
    fingerprint(&[FILE.1.as_bytes(), catalogue::origin().as_bytes()])
}

/// All of them.
///
/// # Errors
/// When the catalogue or the file is bad.
pub fn all() -> Result<&'static Templates, SeedError> {
    static ALL: OnceLock<Result<Templates, SeedError>> = OnceLock::new();
    ALL.get_or_init(read).as_ref().map_err(Clone::clone)
}

fn wrong(field: &str, why: &str) -> SeedError {
    SeedError { file: FILE.0.to_owned(), line: 1, column: 1, field: field.to_owned(), why: why.to_owned() }
}

fn read() -> Result<Templates, SeedError> {
    let of_catalogue = |error: CatalogueError| SeedError {
        file: error.file.to_owned(),
        ..wrong(error.channel.unwrap_or(""), &error.to_string())
    };
    let catalogue = catalogue::catalogue().map_err(of_catalogue)?;
    let history: History = own(FILE.0, FILE.1)?;
    let mut texts = Vec::new();
    for cell in Cell::all() {
        let codes = (cell.subject.code(), cell.channel.code(), cell.language.code());
        let name = format!("{} {} {}", codes.0, codes.1, codes.2);
        let told = history
            .texts
            .iter()
            .find(|one| (one.subject.as_str(), one.channel.as_str(), one.language.as_str()) == codes);
        let written: Vec<&Written> = match told {
            Some(told) if !told.versions.iter().zip(1..).all(|(one, number)| one.number == number) => {
                return Err(wrong(&name, "versions are numbered from 1 on"));
            }
            Some(told) => told.versions.iter().map(|one| &one.written).collect(),
            None => vec![&history.first],
        };
        texts.push((cell, versions(cell, &written, catalogue, &name)?));
    }
    let unknown =
        history.texts.iter().find(|one| Cell::of_codes(&one.subject, &one.channel, &one.language).is_none());
    match unknown {
        Some(unknown) => Err(wrong(&unknown.subject, "there is no such text")),
        None => Ok(Templates { texts, tariff: history.tariff }),
    }
}

/// The versions of a text: everything that was done is done again, one after the other, and the rules are asked each time.
fn versions(
    cell: Cell,
    written: &[&Written],
    catalogue: &Catalogue,
    name: &str,
) -> Result<Vec<Kept>, SeedError> {
    let entry = catalogue.find(cell.subject, cell.channel, cell.language);
    let entry = entry.ok_or_else(|| wrong(name, "the catalogue has no such text"))?;
    let mut versions: Vec<Kept> =
        written.iter().zip(1..).map(|(one, number)| begun(one, number, entry)).collect();
    let mut deeds: Vec<(u32, &KeptDeed)> = Vec::new();
    for (one, number) in written.iter().zip(1..) {
        deeds.extend(one.deeds.iter().map(|deed| (number, deed)));
    }
    deeds.sort_by_key(|(_, deed)| deed.at);
    for (number, deed) in deeds {
        let kept = versions.iter().find(|kept| kept.number == number);
        let kept = kept.ok_or_else(|| wrong(name, "no such version"))?;
        let authors: Vec<&str> = kept.authors.iter().map(String::as_str).collect();
        let roles = roles(&deed.by)?;
        // That nothing in it blocks, and what breaks, is known: a test looks.
        let case = Case { authors: &authors, reason: deed.reason.is_some(), ..Case::of(kept.state) };
        let to = step(case, deed.deed, Staff { id: &deed.by, roles: &roles })
            .map_err(|refused| wrong(name, &format!("{}: {}", deed.deed.code(), refused.code())))?;
        life::done(&mut versions, number, to, deed.clone());
    }
    Ok(versions)
}

fn begun(one: &Written, number: u32, entry: &Entry) -> Kept {
    let title = entry.title.as_ref().map(ToString::to_string);
    Kept {
        number,
        state: VersionState::Draft,
        title: one.title.clone().or(title),
        text: one.text.clone().unwrap_or_else(|| entry.text.to_string()),
        note: one.note.clone(),
        authors: vec![one.author.clone()],
        created_at: one.created_at,
        changed_at: one.created_at,
        used: Vec::new(),
        deeds: Vec::new(),
    }
}

fn roles(account: &str) -> Result<Vec<Role>, SeedError> {
    let persona = personas::all()?.iter().find(|persona| persona.key == account);
    Ok(persona.and_then(|persona| Role::from_code(&persona.role).known()).into_iter().collect())
}
