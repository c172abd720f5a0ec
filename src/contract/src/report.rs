//! "This was not me": reports on a document or on one of its events.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::data_right::State;
use domain::data_right::report::{Checker, Kind, Next};
use serde::{Deserialize, Serialize};

use crate::EventId;
use crate::wire::{instant, open, open_list};

/// Body of `POST /api/v1/documents/{id}/reports`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReport {
    /// The event that it is about; absent for the document as a whole.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub event: Option<EventId>,
    /// What is the matter.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "not_me"))]
    pub kind: Coded<Kind>,
    /// What the person says of it, at most 1000 characters. It may tell of an illness: it never stands in a log.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
}

/// A report. Answer of `POST /api/v1/documents/{id}/reports`, with 201.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// The number to quote: Latin letters, digits and hyphens. It tells nothing of what is in the report.
    pub number: String,
    /// When it arrived.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// Who reported it, where that was somebody who acts for the person whose document it is: their name. Absent for what the
    /// account that asks reported itself.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(example = "Георги Примеров"))]
    pub by: Option<String>,
    /// The event that it is about; absent for the document as a whole.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub event: Option<EventId>,
    /// What is the matter.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "not_me"))]
    pub kind: Coded<Kind>,
    /// What the person said of it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
    /// Who checks it.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "regional_fund"))]
    pub checker: Coded<Checker>,
    /// What happens now, in order.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["compared", "entry_stays"])))]
    pub next: Vec<Coded<Next>>,
    /// Where it stands.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "received"))]
    pub state: Coded<State>,
    /// When it came to stand there.
    #[serde(with = "instant")]
    pub changed_at: DateTime<Utc>,
    /// What was answered, in the words of who checked it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub answer: Option<String>,
}

/// Answer of `GET /api/v1/documents/{id}/reports`, newest first: what this account reported, and of the account holder's own
/// documents also what others reported for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reports {
    /// The reports.
    pub reports: Vec<Report>,
}
