//! What messages cost.

use crate::money::{Money, MoneyError};
use crate::notification::channel::Channel;
use crate::notification::template::measure::Measure;

/// Prices of a provider, in minor units. They are settings: no source states what the fund pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tariff {
    /// Of a thousand parts of SMS.
    pub sms: Money,
    /// Of a thousand Viber messages.
    pub viber: Money,
}

/// What a thousand messages cost by a channel at their shortest, usually and at their longest; `None` for a channel without
/// a price for each.
///
/// # Errors
/// [`MoneyError::Overflow`].
pub fn per_thousand(
    measure: &Measure,
    channel: Channel,
    tariff: Tariff,
) -> Result<Option<[Money; 3]>, MoneyError> {
    let [least, typical, most] = measure.parts();
    let cost = |parts: usize| match channel {
        Channel::Sms => tariff.sms.times(u32::try_from(parts).map_err(|_| MoneyError::Overflow)?),
        _ => Ok(tariff.viber),
    };
    match channel {
        Channel::Sms | Channel::Viber => Ok(Some([cost(least)?, cost(typical)?, cost(most)?])),
        Channel::Email | Channel::Push => Ok(None),
    }
}
