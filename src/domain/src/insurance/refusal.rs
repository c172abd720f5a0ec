//! Why a question about insurance cannot be answered.

use crate::insurance::abroad::{Application, Area};
use crate::insurance::ground::StateGroups;
use crate::insurance::returning::Return;
use crate::insurance::rule::Interruption;
use crate::money::{Money, MoneyError, Ratio};
use crate::rules::NoData;

/// Why a question about insurance cannot be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A bound is not known for the day.
    Amount(NoData<Money>),
    /// A rate, a split or a part is not known for the day.
    Share(NoData<Ratio>),
    /// A number of days or months is not known for the day.
    Count(NoData<u32>),
    /// For whom the state pays is not known for the day.
    StateGroups(NoData<StateGroups>),
    /// When rights are interrupted is not known for the day.
    Interruption(NoData<Interruption>),
    /// When the application had to be filed is not known for the day.
    Application(NoData<Application>),
    /// Which countries count as abroad is not known for the day.
    Area(NoData<Area>),
    /// How rights come back after a stay abroad is not known for the day.
    Return(NoData<Return>),
    /// The income is less than nothing.
    NegativeIncome,
    /// The year has fewer days than that.
    TooManyDays {
        /// The days it has.
        has: u32,
    },
    /// One month is told twice, and not alike.
    MonthToldTwice(crate::month::Month),
    /// The months asked about are beyond the calendar.
    BeyondCalendar,
    /// The amounts are in another currency than that of their day, or beyond what can be counted.
    Money(MoneyError),
}

macro_rules! from {
    ($($variant:ident($source:ty),)+) => {
        $(impl From<$source> for Refusal {
            fn from(source: $source) -> Self {
                Self::$variant(source)
            }
        })+
    };
}

from! {
    Amount(NoData<Money>),
    Share(NoData<Ratio>),
    Count(NoData<u32>),
    StateGroups(NoData<StateGroups>),
    Interruption(NoData<Interruption>),
    Application(NoData<Application>),
    Area(NoData<Area>),
    Return(NoData<Return>),
    Money(MoneyError),
}

impl Refusal {
    /// Why there is no data, if that is the reason.
    #[must_use]
    pub const fn why(&self) -> Option<crate::rules::Why> {
        Some(match self {
            Self::Amount(no_data) => no_data.why,
            Self::Share(no_data) => no_data.why,
            Self::Count(no_data) => no_data.why,
            Self::StateGroups(no_data) => no_data.why,
            Self::Interruption(no_data) => no_data.why,
            Self::Application(no_data) => no_data.why,
            Self::Area(no_data) => no_data.why,
            Self::Return(no_data) => no_data.why,
            Self::NegativeIncome
            | Self::TooManyDays { .. }
            | Self::MonthToldTwice(_)
            | Self::BeyondCalendar
            | Self::Money(_) => return None,
        })
    }
}
