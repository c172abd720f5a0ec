//! Having one's data corrected.

use chrono::{DateTime, NaiveDate, Utc};
use domain::coded::Coded;
use domain::data_right::State;
use domain::data_right::clock::Course;
use domain::data_right::correction::Field;
use domain::data_right::system;
use domain::moment::Zone;
use serde::{Deserialize, Serialize};

use crate::wire::{instant, instant_option, open};

/// Body of `POST /api/v1/account/corrections`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCorrection {
    /// What is to be corrected.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "address"))]
    pub field: Coded<Field>,
    /// What is wrong, 1 to 500 characters.
    pub wrong: String,
    /// What would be right, 1 to 300 characters.
    pub right: String,
}

/// A request for correction. Answer of `POST /api/v1/account/corrections`, with 201.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correction {
    /// The number to quote: Latin letters, digits and hyphens. It tells nothing of what is in the request.
    pub number: String,
    /// When it was received; the legal term runs from this day.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// What is to be corrected.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "address"))]
    pub field: Coded<Field>,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub right: String,
    /// Where it stands.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "in_check"))]
    pub state: Coded<State>,
    /// When it came to stand there.
    #[serde(with = "instant")]
    pub changed_at: DateTime<Utc>,
    /// When the person was told that it takes longer.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub extended_at: Option<DateTime<Utc>>,
    /// What was answered, in the words of the fund.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub answer: Option<String>,
}

impl Correction {
    /// The request as the legal clock takes it, in the days of the account holder's fund.
    #[must_use]
    pub fn course(&self, zone: Zone) -> Course {
        let day = |at: DateTime<Utc>| -> NaiveDate { zone.day(at) };
        Course {
            system: system(zone),
            received: day(self.at),
            extended: self.extended_at.map(day),
            answered: (self.state == Coded::Known(State::Answered)).then(|| day(self.changed_at)),
        }
    }
}

/// Answer of `GET /api/v1/account/corrections`, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Corrections {
    /// The requests.
    pub corrections: Vec<Correction>,
}
