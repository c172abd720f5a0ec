//! Who looked and did what.

use chrono::{DateTime, Utc};
use domain::access::{Basis, Deed};
use domain::coded::Coded;
use serde::{Deserialize, Serialize};

use crate::DocumentId;
use crate::wire::{instant, open, open_option};

/// Answer of `GET /api/v1/persons/{person}/access-log`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessLog {
    /// The entries of this page, newest first.
    pub entries: Vec<LogEntry>,
    /// Ask with it for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub next_cursor: Option<String>,
}

/// What somebody did with a person's documents, or with the access to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogEntry {
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// The name of who did it.
    pub name: String,
    /// As what they did it; absent when it was the person themself.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "mandate"))]
    pub basis: Option<Coded<Basis>>,
    /// What. Of looks that go on, one entry in 15 minutes; every other deed has one each time.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "opened_document"))]
    pub what: Coded<Deed>,
    /// With which document, if it was one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub document: Option<DocumentId>,
    /// Whether it was allowed. What was refused was not done.
    pub allowed: bool,
}

/// Which page of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct LogQuery {
    /// From the answer before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<String>,
    /// How many, 1 to 200; 50 when absent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 200), param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
}
