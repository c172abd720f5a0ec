//! Closing the account.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::data_right::closure::Open;
use serde::{Deserialize, Serialize};

use crate::wire::{instant, open};

/// Answer of `GET /api/v1/account/closure`: what would be in the way now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closing {
    /// What is still open, each kind once; empty when nothing is.
    pub open: Vec<StillOpen>,
}

/// Something that is still open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StillOpen {
    /// What.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "open.correction"))]
    pub code: Coded<Open>,
    /// How many, at least 1.
    pub count: u32,
}

/// Body of `POST /api/v1/account/closure`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseAccount {
    /// `close`, and nothing else: no slip of a hand closes an account.
    pub confirm: String,
    /// The person knows what is still open, and wants it all the same.
    #[serde(default)]
    pub even_so: bool,
}

/// Answer of `POST /api/v1/account/closure`. With it all sessions have ended, this one too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closed {
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
}
