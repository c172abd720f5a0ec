//! Messages: what was told, to whom, why, and whether it arrived.

use chrono::{DateTime, Utc};
use domain::coded::{Coded, codes};
use domain::language::Language;
use domain::notification::delivery::OverallCode;
use domain::notification::{Because, Channel, Ground, Sender, Subject, Urgency, WhyNot};
use serde::{Deserialize, Serialize};

use crate::notification::delivery::Delivery;
use crate::wire::{instant, instant_option, open, open_option};
use crate::{DocumentId, MessageId, PersonId};

codes! {
    /// What became of one's own message.
    pub enum Told {
        /// It goes to oneself.
        Told = "told",
        /// One shares every contact with somebody and is told by their message.
        With = "with",
        /// It does not go to oneself.
        Not = "not",
    }
}

/// What is asked of `GET /api/v1/notifications/messages`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct MessageQuery {
    /// Only about this person.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", param(value_type = Option<String>))]
    pub person: Option<PersonId>,
    /// From the answer before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<String>,
    /// How many, 1 to 200; 50 when absent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
}

/// Answer of `GET /api/v1/notifications/messages`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessagePage {
    /// The messages, newest first.
    pub messages: Vec<MessageEntry>,
    /// Where the next page begins; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub next_cursor: Option<String>,
}

/// One thing that was to be told, as it concerns who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessageEntry {
    /// Opaque id.
    pub id: MessageId,
    /// When it came about.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// What it tells.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol.approved"))]
    pub subject: Coded<Subject>,
    /// In whose name.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "fund"))]
    pub sender: Coded<Sender>,
    /// How pressing it is.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "calm"))]
    pub urgency: Coded<Urgency>,
    /// About whom.
    pub person: PersonId,
    /// The name of whom it is about.
    pub name: String,
    /// The document it is about, as long as it may be seen.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub document: Option<DocumentId>,
    /// Its title, or the first line of its text, as it was sent first; absent while nothing was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<String>,
    /// Whether it goes to who asks.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "told"))]
    pub told: Coded<Told>,
    /// `with`: the name of whose message it is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub with: Option<String>,
    /// `not`: why not. The one reason that stands for all channels.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "undecided"))]
    pub reason: Option<Coded<WhyNot>>,
    /// What has become of it.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "arrived"))]
    pub state: Coded<OverallCode>,
    /// `arrived`, `sent`: by which channel.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "viber"))]
    pub by: Option<Coded<Channel>>,
    /// `arrived`, `sent`: when.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-22T08:00:02Z"))]
    pub since: Option<DateTime<Utc>>,
    /// `waiting`: until when.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub until: Option<DateTime<Utc>>,
}

/// Answer of `GET /api/v1/notifications/messages/{id}`: the whole of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// What the list says of it.
    #[serde(flatten)]
    pub entry: MessageEntry,
    /// The rest.
    #[serde(flatten)]
    pub details: MessageDetails,
}

/// What the list does not say of a message. A client may read the two parts of the answer one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessageDetails {
    /// Why one gets it at all.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "own"))]
    pub ground: Coded<Ground>,
    /// Why it goes by these channels; absent where it goes by none.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "wanted"))]
    pub because: Option<Coded<Because>>,
    /// The language that was asked for; absent where it goes by no channel.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "bg"))]
    pub language: Option<Coded<Language>>,
    /// The ways that are gone at the same time; all of them tell the same.
    pub deliveries: Vec<Delivery>,
    /// Channels that are not used for who asks, and why.
    pub not_by: Vec<UnusedChannel>,
    /// Who else is told of it, for who may know: the person it is about, and a parent of one without an account.
    pub others: Vec<OtherReceiver>,
    /// The newer message that takes its place.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub replaced_by: Option<MessageId>,
    /// The older messages whose place it takes.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub replaces: Vec<MessageId>,
}

/// A channel that is not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnusedChannel {
    /// Which.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "email"))]
    pub channel: Coded<Channel>,
    /// Why.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "off"))]
    pub reason: Coded<WhyNot>,
    /// `stopped`: since when.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub since: Option<DateTime<Utc>>,
}

/// Somebody else who is told of the same. By which channel and contact is theirs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OtherReceiver {
    /// The name.
    pub name: String,
    /// When it went out to them first; absent while it did not.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-22T08:00:00Z"))]
    pub at: Option<DateTime<Utc>>,
}
