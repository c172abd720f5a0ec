//! Everything the server keeps of the account holder, to be taken away.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Basis, Deed, StateCode};
use domain::attachment::Sha256;
use domain::coded::Coded;
use domain::document::Status;
use domain::moment::{Moment, Zone};
use domain::notification::delivery::OverallCode;
use domain::notification::{Subject, WhyNot};
use domain::person::{Relation, Role};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use crate::access::{Grant, Invitation, LogEntry};
use crate::account::{Account, SignIn};
use crate::attachment::SentFile;
use crate::commission::Commission;
use crate::correction::Correction;
use crate::document::Document;
use crate::insurance::Insurance;
use crate::notification::{DeliveryLeg, NotificationContact, NotificationPreferences};
use crate::prevention::Prevention;
use crate::report::Report;
use crate::wire::{closed, day_option, instant, moment, open, open_option, sha256};
use crate::{DocumentId, PersonId};

/// The version of [`AccountData`] that this build writes. A larger number may have more members and never other ones
/// under the same name.
pub const VERSION: u32 = 5;

/// Answer of `GET /api/v1/account/data`, as an attachment. Own data only: of those cared for, name and relation, and what
/// access to their documents rests on. What is kept and left out, and why, is in `API.md`.
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
    /// What the account holder wants to be told, and how.
    pub notification_preferences: NotificationPreferences,
    /// The contacts by which the account holder is told, and how far each is verified; without codes.
    pub notification_contacts: Vec<NotificationContact>,
    /// What the account holder was told, or was not, newest first.
    pub messages: Vec<KeptMessage>,
    /// What the account may do in the portal.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "patient"))]
    pub role: Coded<Role>,
    /// The account holder as the fund knows them; absent for staff who have no documents.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub person: Option<KeptPerson>,
    /// Whose documents the account may see, without the account holder.
    pub persons: Vec<CaredFor>,
    /// Access that the account holder gave to their own documents, newest first; what ended too.
    pub given: Vec<Grant>,
    /// Access that the account holder has or had to others' documents, newest first.
    pub held: Vec<HeldAccess>,
    /// Invitations that the account holder wrote and nobody has accepted, newest first, without their codes.
    pub invitations: Vec<Invitation>,
    /// When somebody typed a code in this account that opened nothing, newest first. What was typed is not kept.
    pub wrong_codes: Vec<WrongCode>,
    /// What the register of contributions says of the account holder.
    pub insurance: Insurance,
    /// The account holder's check-ups, follow-up and immunisations, what was marked, and invitations; absent for staff who have
    /// none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub prevention: Option<Prevention>,
    /// The account holder's plan for TELK.
    pub commission: Commission,
    /// The account holder's documents with their events, newest change first.
    pub documents: Vec<Document>,
    /// Files of the account holder's documents: those received, whoever sent them, and the account's own that are on their
    /// way. By document, in the order in which they were begun. Their contents are saved one by one.
    pub files: Vec<DocumentFile>,
    /// Everything that anybody did with the account holder's documents or with the access to them, newest first.
    pub access_log: Vec<LogEntry>,
    /// What the account holder did with the documents of others or with the access to them, newest first.
    pub deeds: Vec<OwnDeed>,
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

/// The account holder as a person whose documents there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeptPerson {
    /// The id under which documents and access name the account holder.
    pub id: PersonId,
    /// Full name as the fund has it.
    pub name: String,
    /// Birthday; absent where the fund does not have it.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date, example = "1984-06-11"))]
    pub born: Option<NaiveDate>,
    /// Time zone in which the account holder's days are counted.
    #[serde(with = "closed")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "Europe/Sofia"))]
    pub zone: Zone,
}

/// Access to somebody else's documents. What of these documents it is about is theirs to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HeldAccess {
    /// The name of whose documents they are.
    pub name: String,
    /// Relation to the account holder.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "parent"))]
    pub relation: Coded<Relation>,
    /// On what it rests.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "mandate"))]
    pub basis: Coded<Basis>,
    /// The last day on which it holds as it was given; absent only where it ends with an age.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date, example = "2027-02-28"))]
    pub until: Option<NaiveDate>,
    /// What it is now: without it, access that ended would read as if it held.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "active"))]
    pub state: Coded<StateCode>,
}

/// A message to the account holder. Of one about somebody else it holds neither document nor text: these are theirs to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeptMessage {
    /// When it came about.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// What it tells.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol.approved"))]
    pub subject: Coded<Subject>,
    /// The name of whom it is about.
    pub name: String,
    /// The document it is about, if that is one of the account holder's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub document: Option<DocumentId>,
    /// Why it was not sent, where it was not.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "undecided"))]
    pub reason: Option<Coded<WhyNot>>,
    /// What has become of it.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "arrived"))]
    pub state: Coded<OverallCode>,
    /// Channels and contacts, where each of them stood, and its text if it is about the account holder.
    pub ways: Vec<DeliveryLeg>,
}

/// A code that opened nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WrongCode {
    /// When it was typed.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
}

/// A file and the document that it was sent to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentFile {
    /// The document, one of the account holder's.
    pub document: DocumentId,
    /// SHA-256 of the whole file as it was announced, 64 hexadecimal digits in lower case.
    #[serde(with = "sha256")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{64}$"))]
    pub sha256: Sha256,
    /// When the last of its bytes came, or when it was announced if none did.
    #[serde(with = "instant")]
    pub moved_at: DateTime<Utc>,
    /// The file, with its receipt once it is received.
    pub file: SentFile,
}

/// What the account holder did with the documents of somebody else. With which document is theirs to tell, and what was refused
/// is not told: it would say that there is something to refuse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnDeed {
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// The name of whose documents they are.
    pub name: String,
    /// What.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "opened_document"))]
    pub what: Coded<Deed>,
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
    /// The document, if it is one of the account holder's; of somebody else's it is not told which.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub document: Option<DocumentId>,
    /// The report. On somebody else's document it names no event; the answer stands there only while the account may
    /// see that document, for it may tell what is in it.
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
    /// Access that was given.
    pub given: Count,
    /// Access that is or was held.
    pub held: Count,
    /// Invitations that nobody has accepted.
    pub invitations: Count,
    /// Codes that opened nothing.
    pub wrong_codes: Count,
    /// Months in the register of contributions.
    #[serde(rename = "insurance")]
    months: InsuranceDigest,
    /// The account holder's documents, newest change first.
    pub documents: Vec<DocumentDigest>,
    /// Files of these documents.
    pub files: Count,
    /// Entries of the log of the account holder's documents.
    pub access_log: Count,
    /// What the account holder did with the documents of others.
    pub deeds: Count,
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
