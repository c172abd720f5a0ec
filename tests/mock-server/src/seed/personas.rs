//! The personas that the stand-in identity provider offers.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use contract::PersonId;
use contract::account::Contacts;
use contract::wire::instant_option;
use serde::{Deserialize, Serialize};

use crate::secret::fingerprint;
use crate::seed::{SeedError, own};

/// Persona key, and the file with its persons and documents.
const FILES: [(&str, &str); 10] = [
    ("patient", include_str!("../../data/patient.json")),
    ("carer", include_str!("../../data/carer.json")),
    ("kazakhstan", include_str!("../../data/kazakhstan.json")),
    ("altai", include_str!("../../data/altai.json")),
    ("editor", include_str!("../../data/editor.json")),
    ("approver", include_str!("../../data/approver.json")),
    ("empty", include_str!("../../data/empty.json")),
    ("mother", include_str!("../../data/mother.json")),
    ("teen", include_str!("../../data/teen.json")),
    ("parent", include_str!("../../data/parent.json")),
];
const PERSONAS: &str = include_str!("../../data/personas.json");

/// Somebody who can be signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Stable key.
    pub key: String,
    /// Name; visibly fictional.
    pub name: String,
    /// Role code.
    pub role: String,
    /// Language kept in the account, if any.
    pub language: Option<String>,
    /// Contacts.
    pub contacts: Contacts,
    /// Since when the phone is verified, so that messages can go there.
    #[serde(with = "instant_option", default)]
    pub phone_verified: Option<DateTime<Utc>>,
    /// The person whose account it is, where the data of a persona before it bring them along; else their own data do.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// What the persona is for.
    pub purpose: Texts,
}

/// The same text in the four languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// Bulgarian.
    pub bg: String,
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
    /// Kazakh.
    pub kk: String,
}

/// All personas.
///
/// # Errors
/// When the file is bad.
pub fn all() -> Result<&'static [Persona], SeedError> {
    static ALL: OnceLock<Result<Vec<Persona>, SeedError>> = OnceLock::new();
    ALL.get_or_init(|| own("data/personas.json", PERSONAS)).as_deref().map_err(Clone::clone)
}

/// The data file of a persona; without data when there is none.
#[must_use]
pub fn data(key: &str) -> &'static str {
    FILES.iter().find(|(own, _)| *own == key).map_or("{\"account\":\"many\"}", |(_, text)| text)
}

/// Tells these data from those of another version.
#[must_use]
pub fn origin() -> String {
    let parts: Vec<&[u8]> =
        FILES.iter().map(|(_, text)| text.as_bytes()).chain([PERSONAS.as_bytes()]).collect();
    fingerprint(&parts)
}
