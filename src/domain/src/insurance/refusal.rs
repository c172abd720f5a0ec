//! Why a question about insurance cannot be answered.

use crate::insurance::abroad::{Application, Area};
use crate::insurance::ground::StateGroups;
use crate::insurance::returning::Return;
use crate::insurance::rule::Interruption;
use crate::money::{Money, MoneyError, Ratio};
use crate::rules::{NoData, Why};

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

/// The reasons that a lookup gave: each comes from its `NoData` by `?`, and says why.
macro_rules! from_no_data {
    ($($variant:ident($value:ty),)+) => {
        $(impl From<NoData<$value>> for Refusal {
            fn from(no_data: NoData<$value>) -> Self {
                Self::$variant(no_data)
            }
        })+

        impl Refusal {
            /// Why there is no data, if that is the reason.
            #[must_use]
            pub const fn why(&self) -> Option<Why> {
                match self {
                    $(Self::$variant(no_data) => Some(no_data.why),)+
                    Self::NegativeIncome
                    | Self::TooManyDays { .. }
                    | Self::MonthToldTwice(_)
                    | Self::BeyondCalendar
                    | Self::Money(_) => None,
                }
            }
        }
    };
}

from_no_data! {
    Amount(Money),
    Share(Ratio),
    Count(u32),
    StateGroups(StateGroups),
    Interruption(Interruption),
    Application(Application),
    Area(Area),
    Return(Return),
}

impl From<MoneyError> for Refusal {
    fn from(error: MoneyError) -> Self {
        Self::Money(error)
    }
}
