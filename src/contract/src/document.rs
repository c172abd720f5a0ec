//! Documents and their events.

use chrono::NaiveDate;
use domain::coded::Coded;
use domain::document::{Actor, EventKind, Group, Kind, Reason, Recorded, Source, Status};
use domain::moment::Moment;
use domain::money::{Currency, Money};
use serde::{Deserialize, Serialize};

use crate::wire::{closed, day_option, moment, open, open_option};
use crate::{DocumentId, EventId, PersonId};

/// A document in the index: what a list shows, and no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndexEntry {
    /// Opaque id.
    pub id: DocumentId,
    /// Whose it is.
    pub person: PersonId,
    /// What it is.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "medicine_protocol"))]
    pub kind: Coded<Kind>,
    /// The number printed on it.
    pub number: String,
    /// What it is for, in the fund's words.
    pub subject: String,
    /// Where it stands.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "approved"))]
    pub status: Coded<Status>,
    /// When it came to stand there.
    #[serde(with = "moment")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-05-03T08:15:30Z"))]
    pub changed_at: Moment,
    /// Last day of validity, as the document states it.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub valid_to: Option<NaiveDate>,
    /// Whether its owner hid it from proxies. Only the owner is ever sent such an entry; absent when it is not hidden.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub hidden: bool,
}

/// Body and answer of `PUT /api/v1/documents/{id}/hidden`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hidden {
    /// Whether proxies are not to see the document.
    pub hidden: bool,
}

/// Answer of `GET /api/v1/documents`, with an `ETag`: every document of every person, newest change first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentIndex {
    /// The number of the last change the index holds; ask for changes after it.
    pub sequence: u64,
    /// The documents.
    pub documents: Vec<IndexEntry>,
}

/// Answer of `GET /api/v1/documents/pages` and `POST /api/v1/documents/search`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentPage {
    /// The documents of this page, newest change first.
    pub documents: Vec<IndexEntry>,
    /// Ask with it for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub next_cursor: Option<String>,
}

/// Filter of a page. Every member is a code or an opaque id, so it may stand in a URL.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    /// Only this person's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", param(value_type = Option<String>))]
    pub person: Option<PersonId>,
    /// Only of this kind.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>), param(value_type = Option<String>))]
    pub kind: Option<Coded<Kind>>,
    /// Only in this group of statuses.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>), param(value_type = Option<String>))]
    pub group: Option<Coded<Group>>,
    /// From the answer before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<String>,
    /// How many, 1 to 200; 50 when absent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 200), param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
}

/// Body of `POST /api/v1/documents/search`. Text goes in the body: what people search for is about their health.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentSearch {
    /// Every word of it must occur in number, subject or person's name, whatever the case; at most 100 characters.
    pub text: String,
    /// Filter, cursor and limit as for pages.
    #[serde(default)]
    pub page: PageQuery,
}

/// Answer of `GET /api/v1/documents/{id}`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Document {
    /// What the list shows.
    #[serde(flatten)]
    pub entry: IndexEntry,
    /// First day of validity.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub valid_from: Option<NaiveDate>,
    /// Who issued it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub issuer: Option<String>,
    /// The sum the fund approved.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub approved_amount: Option<Amount>,
    /// What happened, in order of arrival.
    pub events: Vec<Event>,
}

/// A sum of money: whole minor units and currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Amount {
    /// Minor units: cents, stotinki, tiyn, kopecks.
    pub minor: i64,
    /// ISO 4217.
    #[serde(with = "closed")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "EUR"))]
    pub currency: Currency,
}

impl From<Amount> for Money {
    fn from(wire: Amount) -> Self {
        Self { minor: wire.minor, currency: wire.currency }
    }
}

/// Something that happened to a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Event {
    /// Opaque id.
    pub id: EventId,
    /// Order of arrival across all documents.
    pub sequence: u64,
    /// What happened.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol.approved"))]
    pub kind: Coded<EventKind>,
    /// Status before; absent for the first event, or when the source does not say.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "registered"))]
    pub from: Option<Coded<Status>>,
    /// Status after.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "approved"))]
    pub to: Coded<Status>,
    /// Who acted.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "regional_fund"))]
    pub actor: Coded<Actor>,
    /// The system the record comes from.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol_register"))]
    pub source: Coded<Source>,
    /// When it happened: a date-time, or a date where no time of day was recorded.
    #[serde(with = "moment")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-05-03T08:15:30Z"))]
    pub at: Moment,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<EventReason>,
}

/// Why something happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventReason {
    /// A code that the app can put into plain words, where there is one.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "document_missing"))]
    pub code: Option<Coded<Reason>>,
    /// The fund's own words.
    pub text: String,
}

impl From<&Event> for Recorded {
    fn from(wire: &Event) -> Self {
        Self {
            kind: wire.kind.clone(),
            from: wire.from.clone(),
            to: wire.to.clone(),
            at: wire.at,
            sequence: wire.sequence,
        }
    }
}
