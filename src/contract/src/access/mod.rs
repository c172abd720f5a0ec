//! Access of one person to another's documents: what was given, and what is held.

mod invitation;
mod log;

pub use invitation::{Acceptance, CodeEntered, Invitation, Invited, NewInvitation, Preview};
pub use log::{AccessLog, LogEntry, LogQuery};

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Basis, NarrowedBy, Scope, Side, StateCode, What};
use domain::coded::Coded;
use domain::document::Kind;
use serde::{Deserialize, Serialize};

use crate::wire::{day, day_option, instant, instant_option, open, open_list, open_list_option, open_option};
use crate::{GrantId, PersonId};

/// Answer of `GET /api/v1/access`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Access {
    /// Grants to one's own documents, the newest first; those that ended too.
    pub given: Vec<Grant>,
    /// Grants to others' documents, the newest first; those that ended too.
    pub held: Vec<Grant>,
    /// Invitations that nobody has accepted, the newest first. Their codes are never told again.
    pub invitations: Vec<Invitation>,
}

/// What of [`Access`] a page about one grant reads.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Grants {
    /// Grants to one's own documents.
    pub given: Vec<Grant>,
    /// Grants to others' documents.
    pub held: Vec<Grant>,
}

/// The access of one person to another's documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Grant {
    /// Opaque id.
    pub id: GrantId,
    /// Send it in `If-Match` when changing the grant. It moves when somebody changes the grant, not with time.
    pub tag: String,
    /// Whose documents.
    pub person: PersonId,
    /// The name of that person.
    pub name: String,
    /// The name of the other side, as it is shown to the one who asks: of who was let in, or of whose documents they are.
    pub other: String,
    /// On what it rests.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "mandate"))]
    pub basis: Coded<Basis>,
    /// What was granted.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["look", "act"])))]
    pub scopes: Vec<Coded<Scope>>,
    /// The kinds of documents it is about; all when absent.
    #[serde(with = "open_list_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<String>>, example = json!(["medicine_protocol"])))]
    pub kinds: Option<Vec<Coded<Kind>>>,
    /// When it was given.
    #[serde(with = "instant")]
    pub given_at: DateTime<Utc>,
    /// The last day on which it holds, in the zone of the person whose documents they are. Absent only where it ends with
    /// an age.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub until: Option<NaiveDate>,
    /// What it is now.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "active"))]
    pub state: Coded<StateCode>,
    /// Who ended it, with `revoked`.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "giver"))]
    pub revoked_by: Option<Coded<Side>>,
    /// When it ended: the instant from which nothing was allowed any more. Why is `state`, with `revoked_by`. Absent while it
    /// holds, and where the server did not keep when somebody ended it.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-02-10T16:45:00Z"))]
    pub ended_at: Option<DateTime<Utc>>,
    /// What is left of it today, where that is less than was granted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub narrowed: Option<Narrowed>,
    /// When the young person agreed that a parent goes on acting.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    pub agreed_at: Option<DateTime<Utc>>,
    /// When the other side asked for it to be renewed; absent once it was.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    pub renewal_asked_at: Option<DateTime<Utc>>,
    /// What time will do to it, the next first.
    pub upcoming: Vec<UpcomingChange>,
    /// What is to be announced today, to both sides alike.
    pub notices: Vec<AccessNotice>,
}

/// What is left of a grant today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Narrowed {
    /// The scopes that are left.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["look"])))]
    pub scopes: Vec<Coded<Scope>>,
    /// Why.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "age"))]
    pub why: Coded<NarrowedBy>,
}

/// What time will do to a grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpcomingChange {
    /// What.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "expires"))]
    pub what: Coded<What>,
    /// The first day on which it is so, in the zone of the person whose documents they are.
    #[serde(with = "day")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date, example = "2027-03-01"))]
    pub on: NaiveDate,
    /// The instant at which that day begins.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
}

/// What is to be announced before a grant changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessNotice {
    /// What will happen.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "expires"))]
    pub what: Coded<What>,
    /// The first day on which it is so.
    #[serde(with = "day")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date, example = "2027-03-01"))]
    pub on: NaiveDate,
    /// So many days ahead the notice became due: 90, 30 or 7.
    pub lead: u32,
    /// Days until then, at least one.
    pub days: u32,
}

/// Body of `PATCH /api/v1/access/{id}` (with `If-Match`): what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GrantPatch {
    /// Another last day: the grant is renewed, or ends earlier.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub until: Option<NaiveDate>,
    /// Other scopes. Of a parent's grant the young person decides on `act` alone.
    #[serde(with = "open_list_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<String>>, example = json!(["look"])))]
    pub scopes: Option<Vec<Coded<Scope>>>,
    /// Other kinds of documents.
    #[serde(with = "open_list_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<String>>, example = json!(["medicine_protocol"])))]
    pub kinds: Option<Vec<Coded<Kind>>>,
    /// All kinds from now on; not together with `kinds`.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub all_kinds: bool,
}
