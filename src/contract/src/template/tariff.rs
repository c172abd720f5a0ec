//! What messages cost.

use domain::money::Money;
use domain::notification::template::Tariff;
use serde::{Deserialize, Serialize};

use crate::document::Amount;

/// What messages cost, and its tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateTariff {
    /// Of a thousand parts of SMS: one part costs less than a minor unit can say.
    pub sms_per_thousand: Amount,
    /// Of a thousand Viber messages.
    pub viber_per_thousand: Amount,
    /// For `If-Match` of `PUT /api/v1/templates/tariff`.
    pub tag: String,
}

/// Body of `PUT /api/v1/templates/tariff`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewTariff {
    /// Of a thousand parts of SMS.
    pub sms_per_thousand: Amount,
    /// Of a thousand Viber messages, in the same currency.
    pub viber_per_thousand: Amount,
}

impl TemplateTariff {
    /// The tariff.
    #[must_use]
    pub fn read(&self) -> Tariff {
        Tariff { sms: Money::from(self.sms_per_thousand), viber: Money::from(self.viber_per_thousand) }
    }
}

impl NewTariff {
    /// The tariff.
    #[must_use]
    pub fn read(&self) -> Tariff {
        Tariff { sms: Money::from(self.sms_per_thousand), viber: Money::from(self.viber_per_thousand) }
    }
}
