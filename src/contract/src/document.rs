//! Documents and their events.

mod facts;

pub use facts::{DecisionLimit, Dispensing, Hearing, PracticeRequest, Prescription, Quantity, Referral};

use chrono::NaiveDate;
use domain::coded::Coded;
use domain::document::clock::{self, Case};
use domain::document::{
    Actor, DateBasis, Dates, EventKind, Group, Kind, Paper, Reason, Recorded, Source, Status,
};
use domain::moment::{Moment, Zone};
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
    /// Last day on which what was approved can be used, as the document states it, where that is another day.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub use_until: Option<NaiveDate>,
    /// Last day on which the refusal or decision can be contested, as the document states it.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub appeal_until: Option<NaiveDate>,
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

impl IndexEntry {
    /// The dates that it states, as the rules take them.
    #[must_use]
    pub const fn dates(&self) -> Dates {
        Dates { valid_to: self.valid_to, use_until: self.use_until, appeal_until: self.appeal_until }
    }
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
    /// What else is printed on it.
    #[serde(flatten)]
    pub facts: Facts,
    /// What happened, in order of arrival.
    pub events: Vec<Event>,
}

impl Document {
    /// A document that says nothing but what the list shows, and what happened.
    #[must_use]
    pub const fn new(entry: IndexEntry, events: Vec<Event>) -> Self {
        Self { entry, facts: Facts::NONE, events }
    }

    /// The events, as the rules take them.
    #[must_use]
    pub fn recorded(&self) -> Vec<Recorded> {
        self.events.iter().map(Recorded::from).collect()
    }

    /// What the rules on validity take.
    #[must_use]
    pub fn paper(&self) -> Paper<'_> {
        Paper {
            kind: &self.entry.kind,
            issued: self.facts.issued_on,
            stated: self.entry.valid_to,
            referral: self.facts.referral.as_ref().map(|referral| &referral.to),
            prescription: self.facts.prescription.as_ref().map(|prescription| &prescription.kind),
        }
    }

    /// What the patient's clock takes.
    #[must_use]
    pub fn own_facts(&self, zone: Zone) -> clock::Facts<'_> {
        clock::Facts {
            paper: self.paper(),
            status: &self.entry.status,
            dates: self.entry.dates(),
            use_basis: self.facts.use_basis.as_ref(),
            appeal_basis: self.facts.appeal_basis.as_ref(),
            medical_document: self.facts.medical_document_on,
            hearing: self.facts.hearing.as_ref().map(|hearing| hearing.at.day(zone)),
        }
    }

    /// What the authority's clock takes. `recorded` are the document's events, `stated` its limit
    /// ([`DecisionLimit::stated`]); a request with codes that this build does not know is left out.
    #[must_use]
    pub fn case<'a>(
        &'a self,
        recorded: &'a [Recorded],
        stated: Option<&'a clock::StatedLimit>,
        zone: Zone,
    ) -> Case<'a> {
        let request = self.facts.request.as_ref().and_then(|request| {
            Some(clock::Request {
                practice: &request.practice,
                paper: request.paper.known()?,
                asked: request.asked.known()?,
                contract: request.contract,
            })
        });
        Case { kind: &self.entry.kind, status: &self.entry.status, events: recorded, stated, request, zone }
    }
}

/// What is printed on a document beside what the list shows. Every member may be absent.
///
/// Whoever cares for bytes reads a document's entry, its facts and its [`Events`] one after another from the same text: code for
/// members that are spread over one object is three times as long.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facts {
    /// First day of validity.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub valid_from: Option<NaiveDate>,
    /// Who issued it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub issuer: Option<String>,
    /// The sum the fund approved.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub approved_amount: Option<Amount>,
    /// The day it was issued, which need not be the first day of validity.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub issued_on: Option<NaiveDate>,
    /// The day of the medical document on which an application for a device rests.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub medical_document_on: Option<NaiveDate>,
    /// How `use_until` came about.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "law"))]
    pub use_basis: Option<Coded<DateBasis>>,
    /// How `appeal_until` came about.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "written"))]
    pub appeal_basis: Option<Coded<DateBasis>>,
    /// By when the authority decides, if it states that.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub decision_limit: Option<DecisionLimit>,
    /// Of a protocol for costly medicines: its group, as it is printed. What sets the groups apart no source says, so nothing is
    /// computed of it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(example = "IB"))]
    pub protocol_group: Option<String>,
    /// Of a referral: where it leads.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub referral: Option<Referral>,
    /// Of a prescription: what it is, and what was dispensed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub prescription: Option<Prescription>,
    /// Of a document asked of a practice: what was asked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub request: Option<PracticeRequest>,
    /// Of a protocol for TELK: when and where it sits.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub hearing: Option<Hearing>,
    /// What is left to be dispensed, for a pharmacy; absent where that is not kept count of.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub left: Vec<Quantity>,
}

impl Facts {
    /// None at all.
    pub const NONE: Self = Self {
        valid_from: None,
        issuer: None,
        approved_amount: None,
        issued_on: None,
        medical_document_on: None,
        use_basis: None,
        appeal_basis: None,
        decision_limit: None,
        protocol_group: None,
        referral: None,
        prescription: None,
        request: None,
        hearing: None,
        left: Vec::new(),
    };
}

/// What of [`Facts`] stands on the page of a document at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct FactsBrief {
    /// First day of validity.
    #[serde(with = "day_option", default)]
    pub valid_from: Option<NaiveDate>,
    /// Who issued it.
    #[serde(default)]
    pub issuer: Option<String>,
    /// The sum the fund approved.
    #[serde(default)]
    pub approved_amount: Option<Amount>,
    /// Of a protocol for costly medicines: its group, as it is printed.
    #[serde(default)]
    pub protocol_group: Option<String>,
}

/// The events of a [`Document`] alone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Events {
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

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self { minor: money.minor, currency: money.currency }
    }
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
