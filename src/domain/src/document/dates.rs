//! The dates that a document states, and how far away they are.

use chrono::NaiveDate;

use crate::coded::codes;

codes! {
    /// How whoever states a date came to it.
    pub enum DateBasis {
        /// It is written on the document, or in the decision.
        Written = "written",
        /// The authority told it, in a letter or through its register.
        Told = "told",
        /// The authority computed it by the law.
        Law = "law",
        /// It follows from the rules of the practice.
        HouseRules = "house_rules",
    }
}

/// The dates a list needs to know of a document, each as the document states it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dates {
    /// Last day of validity.
    pub valid_to: Option<NaiveDate>,
    /// Last day on which what was approved can be used, where that is another day.
    pub use_until: Option<NaiveDate>,
    /// Last day on which a refusal, or a decision, can be contested.
    pub appeal_until: Option<NaiveDate>,
}

impl Dates {
    /// Only the last day of validity.
    #[must_use]
    pub const fn valid_to(valid_to: Option<NaiveDate>) -> Self {
        Self { valid_to, use_until: None, appeal_until: None }
    }

    /// The last day on which the document is of use: the earlier of the two that it states.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        match (self.valid_to, self.use_until) {
            (Some(valid), Some(used)) => Some(valid.min(used)),
            (valid, used) => valid.or(used),
        }
    }
}

/// How far away a last day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// So many days after today; 0 on the last day itself.
    Days(i64),
    /// It was so many days ago, at least one.
    Over(i64),
}

impl Left {
    /// How far `last_day` is from `today`.
    ///
    /// ```
    /// use domain::document::Left;
    /// use domain::rules::day;
    /// assert_eq!(Left::until(day!("2026-03-31"), day!("2026-03-28")), Left::Days(3));
    /// assert_eq!(Left::until(day!("2026-03-31"), day!("2026-03-31")), Left::Days(0));
    /// assert_eq!(Left::until(day!("2026-03-31"), day!("2026-04-01")), Left::Over(1));
    /// ```
    #[must_use]
    pub fn until(last_day: NaiveDate, today: NaiveDate) -> Self {
        match (last_day - today).num_days() {
            ahead if ahead >= 0 => Self::Days(ahead),
            over => Self::Over(-over),
        }
    }
}
