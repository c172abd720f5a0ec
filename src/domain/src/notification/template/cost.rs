//! What messages cost.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
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

/// The dearest thousand that is taken, in minor units: beyond it somebody typed a price wrongly.
pub const DEAREST: i64 = 10_000_000;
/// The source of [`DEAREST`].
pub const TARIFF_SOURCE: Citation = DESIGN;

codes! {
    /// Why a price cannot be taken.
    pub enum PriceProblem {
        /// It is zero or below.
        NotPositive = "not_positive",
        /// It is above [`DEAREST`].
        TooHigh = "too_high",
        /// It is in another currency than that of SMS: what is saved by Viber could not be said.
        OtherCurrency = "other_currency",
    }
}

impl Tariff {
    /// What is wrong with the price of SMS, and with that of Viber.
    #[must_use]
    pub fn problems(&self) -> [Option<PriceProblem>; 2] {
        let amount = |price: Money| match price.minor {
            ..=0 => Some(PriceProblem::NotPositive),
            minor if minor > DEAREST => Some(PriceProblem::TooHigh),
            _ => None,
        };
        let other = (self.sms.currency != self.viber.currency).then_some(PriceProblem::OtherCurrency);
        [amount(self.sms), amount(self.viber).or(other)]
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_above_zero_and_both_are_in_one_currency() {
        let of = |sms, viber| Tariff { sms, viber }.problems();
        assert_eq!(of(Money::euro(45_00), Money::euro(20_00)), [None, None]);
        assert_eq!(
            of(Money::euro(0), Money::euro(DEAREST + 1)),
            [Some(PriceProblem::NotPositive), Some(PriceProblem::TooHigh)]
        );
        assert_eq!(of(Money::euro(1), Money::lev(1)), [None, Some(PriceProblem::OtherCurrency)]);
    }
}
