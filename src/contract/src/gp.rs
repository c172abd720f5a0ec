//! The GP: with whom somebody is registered.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::wire::day_needed;

/// With which GP practice a person is registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// The practice, by its key in `rules`; one whose rules are not published has a key that no rule knows.
    #[cfg_attr(feature = "openapi", schema(example = "chobanova"))]
    pub practice: String,
    /// Since which day.
    #[serde(with = "day_needed")]
    pub since: NaiveDate,
}
