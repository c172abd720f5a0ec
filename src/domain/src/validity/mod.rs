//! Until when referrals and prescriptions are valid, how much may be prescribed, and how old tests may be.

pub mod sources;
pub mod supply;
pub mod telk_tests;
pub mod term_of;

pub use supply::{Cover, Order, Reason, Verdict, verdict};
pub use telk_tests::{TestAge, test_age};
pub use term_of::{Kind, Runs};

use chrono::NaiveDate;

use crate::rules::{Basis, Dated, NoData};

/// Until when something is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// The day it was issued, or the exam was done, or the file handed over.
    pub issued: NaiveDate,
    /// The last valid day; `None` if only the document says it.
    pub last: Option<NaiveDate>,
    /// How long it runs.
    pub runs: Runs,
    /// By the rule of the day of issue.
    pub basis: Basis,
}

/// How something stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not issued yet.
    NotYet,
    /// Valid, with so many days left after this one: 0 on the last day.
    Valid {
        /// Days gone since the day of issue.
        days_gone: i64,
        /// Days left.
        days_left: i64,
    },
    /// No longer valid.
    Expired {
        /// The first day on which it was not.
        since: NaiveDate,
    },
    /// Only the document says.
    AsWritten,
}

impl Validity {
    /// The first day on which it is no longer valid.
    #[must_use]
    pub fn first_invalid(&self) -> Option<NaiveDate> {
        self.last.and_then(|last| last.succ_opt())
    }

    /// How it stands on `day`.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Standing {
        match (self.last, self.first_invalid()) {
            _ if day < self.issued => Standing::NotYet,
            (_, Some(since)) if day >= since => Standing::Expired { since },
            (Some(last), _) => Standing::Valid {
                days_gone: (day - self.issued).num_days(),
                days_left: (last - day).num_days(),
            },
            (None, _) => Standing::AsWritten,
        }
    }
}

/// Until when something of `kind` issued on `issued` is valid, asked on `today`. It runs by the rule of its
/// day of issue; the day itself is not counted.
///
/// # Errors
///
/// [`NoData`] where the rule of that day is not known. [`known_last_day`] says what the rule that is known
/// would make of it.
pub fn validity(kind: Kind, issued: NaiveDate, today: NaiveDate) -> Result<Validity, NoData<Runs>> {
    let rule = kind.series().sourced(issued, today)?;
    Ok(Validity { issued, last: rule.value.last_day(issued), runs: rule.value, basis: rule.basis })
}

/// The last valid day if the rule known nearby held for the day asked about. To be shown with the dates of
/// that rule, never as an answer.
#[must_use]
pub fn known_last_day(no_data: &NoData<Runs>) -> Option<NaiveDate> {
    no_data.known.and_then(|entry| entry.value.last_day(no_data.day))
}

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &term_of::SPECIALIST,
    &term_of::LABORATORY,
    &term_of::HOSPITAL,
    &term_of::SECONDARY,
    &term_of::ACUTE,
    &term_of::CHRONIC,
    &term_of::NARCOTIC,
    &term_of::ONE_OFF,
    &term_of::REPEAT,
    &term_of::TELK_FILE,
    &supply::ACUTE_DAYS,
    &supply::NARCOTIC_DAYS,
    &supply::CHRONIC_NEEDS,
    &supply::PROTOCOL_IA,
    &telk_tests::OLDEST,
];
