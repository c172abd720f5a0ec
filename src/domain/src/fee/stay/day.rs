//! What one day in hospital costs.

use chrono::NaiveDate;

use crate::fee::amounts::{STAY_CAP, STAY_DAY};
use crate::fee::exemption::{Circumstance, Listing, exemption};
use crate::fee::patient::Patient;
use crate::fee::stay::Reading;
use crate::money::Money;
use crate::rules::{Basis, NoData};

/// What a day in hospital is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Paid at this rate.
    Charged {
        /// For the day.
        rate: Money,
        /// What the rate rests on.
        basis: Basis,
    },
    /// Free, because as many days as are paid have been paid.
    OverCap {
        /// What the limit rests on.
        basis: Basis,
    },
    /// Free for this patient.
    Exempt {
        /// Why.
        circumstance: Circumstance,
        /// By which list.
        basis: Basis,
    },
    /// Admission and discharge on one day, by the reading that this is not a day.
    NoDay,
    /// The rate of the day is not known; as a paid day it counts towards the limit.
    NoRate(NoData<Money>),
    /// The limit of the day is not known, as of any day to come.
    NoCap(NoData<u32>),
    /// The list of exempt groups of the day is not known, and the patient may be on it.
    NoList(NoData<Listing>),
}

impl What {
    /// The day uses up one of those that are paid.
    pub(super) const fn counts(&self, reading: Reading) -> bool {
        match self {
            Self::Charged { .. } | Self::NoRate(_) => true,
            Self::Exempt { .. } => reading.exempt_days_count,
            Self::OverCap { .. } | Self::NoDay | Self::NoCap(_) | Self::NoList(_) => false,
        }
    }

    /// Nothing is known of what the day costs.
    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::NoRate(_) | Self::NoCap(_) | Self::NoList(_))
    }

    /// Two days of one kind stand on one line. The day inside a "no data" differs from day to day and does
    /// not count.
    pub(super) fn same_line(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::NoRate(one), Self::NoRate(two)) => one.why == two.why && one.known == two.known,
            (Self::NoCap(one), Self::NoCap(two)) => one.why == two.why && one.known == two.known,
            (Self::NoList(one), Self::NoList(two)) => one.why == two.why && one.known == two.known,
            _ => self == other,
        }
    }
}

/// What `day` is when `used` of the paid days have been used up before it.
pub(super) fn what(day: NaiveDate, used: u32, patient: &Patient<'_>, today: NaiveDate) -> What {
    let cap = match STAY_CAP.sourced(day, today) {
        Ok(cap) => cap,
        Err(no_data) => return What::NoCap(no_data),
    };
    match exemption(patient, day, today) {
        Ok(Some(found)) => return What::Exempt { circumstance: found.circumstance, basis: found.basis },
        Ok(None) => {}
        Err(no_data) => return What::NoList(no_data),
    }
    if used >= cap.value {
        return What::OverCap { basis: cap.basis };
    }
    match STAY_DAY.sourced(day, today) {
        Ok(rate) => What::Charged { rate: rate.value, basis: rate.basis },
        Err(no_data) => What::NoRate(no_data),
    }
}
