//! What a calculator answers with: lines that say what is paid, why, and by which source.

use crate::fee::amounts::Reduction;
use crate::fee::exemption::Listing;
use crate::fee::house::Payment;
use crate::fee::laboratory::Charge;
use crate::money::{Currency, Money, MoneyError, euro};
use crate::rules::{Basis, Conflict, NoData};

/// One amount of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<K> {
    /// What it is for, or why it is zero.
    pub what: K,
    /// The amount in the currency of its day.
    pub amount: Money,
    /// The same in euro; equal to `amount` where that is in euro.
    pub euro: Money,
    /// What it rests on.
    pub basis: Basis,
}

impl<K> Line<K> {
    /// A line with the euro beside it.
    ///
    /// # Errors
    ///
    /// [`MoneyError`] for an amount that is neither in lev nor in euro.
    pub fn new(what: K, amount: Money, basis: Basis) -> Result<Self, MoneyError> {
        Ok(Self { what, amount, euro: euro::in_euro(amount)?, basis })
    }
}

/// A sum over time may have a part due in lev and a part due in euro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// What was due in lev.
    pub lev: Money,
    /// What was due in euro.
    pub euro: Money,
    /// Both in euro: the sum in lev is converted as a whole, so it may differ by cents from converted parts.
    pub in_euro: Money,
}

impl Sum {
    /// The sum of amounts in lev and in euro.
    ///
    /// # Errors
    ///
    /// [`MoneyError`] on overflow, or for an amount in any other currency.
    pub fn of(amounts: impl IntoIterator<Item = Money>) -> Result<Self, MoneyError> {
        let mut lev = Money::lev(0);
        let mut euro = Money::euro(0);
        for amount in amounts {
            match amount.currency {
                Currency::Bgn => lev = lev.plus(amount)?,
                _ => euro = euro.plus(amount)?,
            }
        }
        Ok(Self { lev, euro, in_euro: euro::to_euro(lev)?.plus(euro)? })
    }
}

/// What the answer would be by the other reading of a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherReading {
    /// The contradiction, with both sources.
    pub conflict: Conflict,
    /// The amount by the reading that is not followed.
    pub amount: Money,
}

/// Why a fee cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No amount is known for the day.
    Amount(NoData<Money>),
    /// It is not known who paid less on the day.
    Reduction(NoData<Reduction>),
    /// It is not known who paid nothing on the day.
    Exemption(NoData<Listing>),
    /// It is not known whether a house rule, or the rule on interrupted rights, held on the day.
    Payment(NoData<Payment>),
    /// It is not known how laboratories charged on the day.
    Charge(NoData<Charge>),
    /// The amounts are beyond what can be counted.
    Money(MoneyError),
}

impl From<NoData<Money>> for Refusal {
    fn from(no_data: NoData<Money>) -> Self {
        Self::Amount(no_data)
    }
}

impl From<NoData<Reduction>> for Refusal {
    fn from(no_data: NoData<Reduction>) -> Self {
        Self::Reduction(no_data)
    }
}

impl From<NoData<Listing>> for Refusal {
    fn from(no_data: NoData<Listing>) -> Self {
        Self::Exemption(no_data)
    }
}

impl From<NoData<Payment>> for Refusal {
    fn from(no_data: NoData<Payment>) -> Self {
        Self::Payment(no_data)
    }
}

impl From<NoData<Charge>> for Refusal {
    fn from(no_data: NoData<Charge>) -> Self {
        Self::Charge(no_data)
    }
}

impl From<MoneyError> for Refusal {
    fn from(error: MoneyError) -> Self {
        Self::Money(error)
    }
}
