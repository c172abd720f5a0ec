//! The versions of one text.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::language::Language;
use domain::notification::template::{Deed, VersionState};
use domain::notification::{Channel, Sender, Subject};
use serde::{Deserialize, Serialize};

use crate::template::Placeholder;
use crate::wire::{instant, instant_option, open};

/// Answer of `GET /api/v1/templates/{subject}/{channel}/{language}`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateText {
    /// What is told.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol.approved"))]
    pub subject: Coded<Subject>,
    /// In whose name.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "fund"))]
    pub sender: Coded<Sender>,
    /// By which channel.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "sms"))]
    pub channel: Coded<Channel>,
    /// In which language.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bg"))]
    pub language: Coded<Language>,
    /// The values that can be asked for.
    pub placeholders: Vec<Placeholder>,
    /// Every version, the newest first.
    pub versions: Vec<TemplateVersion>,
}

/// A version of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateVersion {
    /// Its number, from 1 on.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub number: u32,
    /// Where it stands.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "in_use"))]
    pub state: Coded<VersionState>,
    /// Title of an e-mail or a notice, as it was typed; other channels have none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Text, as it was typed: of a draft it may be none that can be read.
    #[cfg_attr(feature = "openapi", schema(example = "Протокол ((number)) е одобрен."))]
    pub text: String,
    /// What was changed and why, in the author's words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<String>,
    /// Everybody who wrote on it. None of them decides about it.
    pub authors: Vec<StaffMember>,
    /// When it was begun.
    #[serde(with = "instant")]
    pub created_at: DateTime<Utc>,
    /// When its text, its title or its note was changed last.
    #[serde(with = "instant")]
    pub changed_at: DateTime<Utc>,
    /// When it was handed in for approval last.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-02T08:00:00Z"))]
    pub submitted_at: Option<DateTime<Utc>>,
    /// The last decision about it: `approve`, or `reject` with a reason. It stays when the author goes on with it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub decision: Option<DoneDeed>,
    /// When messages were made of it, the first time first. More than once after a roll back.
    pub used: Vec<UsedPeriod>,
    /// What was done with it, the first first. Of edits of the same person that follow each other the last one stands.
    pub deeds: Vec<DoneDeed>,
    /// For `If-Match` of whatever is done with it.
    pub tag: String,
}

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffMember {
    /// Opaque id: that of the account holder in the session's `persons`.
    #[cfg_attr(feature = "openapi", schema(example = "p-editor"))]
    pub id: String,
    /// Name.
    pub name: String,
}

/// Something that was done with a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DoneDeed {
    /// What.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "approve"))]
    pub deed: Coded<Deed>,
    /// By whom.
    pub by: StaffMember,
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// Why, in their words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}

/// A time in which messages were made of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsedPeriod {
    /// From this instant on.
    #[serde(with = "instant")]
    pub from: DateTime<Utc>,
    /// Not any more from this instant on; absent while it is in use.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-05-04T06:00:00Z"))]
    pub until: Option<DateTime<Utc>>,
}

impl TemplateVersion {
    /// The ids of everybody who wrote on it, as `domain::notification::template::step` asks for them.
    #[must_use]
    pub fn author_ids(&self) -> Vec<&str> {
        self.authors.iter().map(|author| author.id.as_str()).collect()
    }
}
