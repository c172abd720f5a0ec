//! Everything the server keeps of the account holder, to be taken away.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::document::Status;
use domain::moment::Moment;
use domain::person::Relation;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use crate::DocumentId;
use crate::account::{Account, SignIn};
use crate::correction::Correction;
use crate::document::Document;
use crate::insurance::Insurance;
use crate::report::Report;
use crate::wire::{instant, moment, open};

/// The version of [`AccountData`] that this build writes. A larger number may have more members and never other ones
/// under the same name.
pub const VERSION: u32 = 1;

/// Answer of `GET /api/v1/account/data`, as an attachment. Own data only: of those cared for, name and relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountData {
    /// The version of this form.
    pub version: u32,
    /// When it was put together.
    #[serde(with = "instant")]
    pub generated_at: DateTime<Utc>,
    /// What each of the members below holds, in the order in which they stand.
    pub parts: Vec<Part>,
    /// Name, contacts and language.
    pub account: Account,
    /// Whose documents the account may see, without the account holder.
    pub persons: Vec<CaredFor>,
    /// What the register of contributions says of the account holder.
    pub insurance: Insurance,
    /// The account holder's documents with their events, newest change first.
    pub documents: Vec<Document>,
    /// Every session, those that ended too, newest first.
    pub sessions: Vec<KeptSession>,
    /// Every attempt to sign in, newest first.
    pub sign_ins: Vec<SignIn>,
    /// What the account holder reported, of whatever document, newest first.
    pub reports: Vec<DocumentReport>,
    /// What the account holder asked to be corrected, newest first.
    pub corrections: Vec<Correction>,
}

/// What a member of [`AccountData`] holds, so that the file explains itself wherever it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Part {
    /// The name of the member.
    pub name: String,
    /// What it holds, in the languages of the portal.
    pub description: Described,
}

/// A text in the languages of the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Described {
    /// Bulgarian.
    pub bg: String,
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
    /// Kazakh.
    pub kk: String,
}

/// Somebody whose documents the account may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaredFor {
    /// Full name as the fund has it.
    pub name: String,
    /// Relation to the account holder.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "child"))]
    pub relation: Coded<Relation>,
}

/// A session that is or was. Its id and its secrets are left out: they are of no use, and the file may get lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeptSession {
    /// Browser and system as far as the browser told.
    pub device: String,
    /// When it began.
    #[serde(with = "instant")]
    pub began: DateTime<Utc>,
    /// When the person last did something in it.
    #[serde(with = "instant")]
    pub last_used: DateTime<Utc>,
    /// Whether it is over.
    pub ended: bool,
}

/// A report and the document that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentReport {
    /// The document.
    pub document: DocumentId,
    /// The report.
    pub report: Report,
}

/// What a page says of [`AccountData`]. Of what is only counted nothing else is read: code that understands all of it would
/// travel to whoever wants a copy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AccountDigest {
    /// When it was put together.
    #[serde(with = "instant")]
    pub generated_at: DateTime<Utc>,
    /// Name, contacts and language.
    pub account: Account,
    /// Whose documents the account may see, without the account holder.
    pub persons: Vec<CaredFor>,
    /// Months in the register of contributions.
    #[serde(rename = "insurance")]
    months: InsuranceDigest,
    /// The account holder's documents, newest change first.
    pub documents: Vec<DocumentDigest>,
    /// Sessions.
    pub sessions: Count,
    /// Attempts to sign in.
    pub sign_ins: Count,
    /// Reports.
    pub reports: Count,
    /// Corrections asked for.
    pub corrections: Count,
}

impl AccountDigest {
    /// Months that the register of contributions tells of.
    #[must_use]
    pub fn months(&self) -> usize {
        self.months.record.as_ref().map_or(0, |record| record.months.0)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct InsuranceDigest {
    #[serde(default)]
    record: Option<RecordDigest>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct RecordDigest {
    months: Count,
}

/// A row of a document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DocumentDigest {
    /// Its number.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// Where it stands.
    #[serde(with = "open")]
    pub status: Coded<Status>,
    /// Since when.
    #[serde(with = "moment")]
    pub changed_at: Moment,
    /// Events recorded.
    pub events: Count,
}

/// How many there are of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count(pub usize);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::<IgnoredAny>::deserialize(from).map(|all| Self(all.len()))
    }
}
