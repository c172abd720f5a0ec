//! A calendar month: contributions are owed, counted and restored by months.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

/// A month of a year that the calendar has. It is known by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(NaiveDate);

impl Month {
    /// The month of a day.
    ///
    /// ```
    /// use domain::{month::Month, rules::day};
    /// assert_eq!(Month::of(day!("2010-06-30")).to_string(), "2010-06");
    /// ```
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(day - Days::new(u64::from(day.day0())))
    }

    /// The month written as `2010-06`, if there is such a month.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        crate::rules::day::parse(&format!("{text}-01")).map(Self)
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        self.0
    }

    /// So many months later; `None` beyond the calendar.
    #[must_use]
    pub fn after(self, months: u32) -> Option<Self> {
        self.0.checked_add_months(Months::new(months)).map(Self)
    }

    /// So many months earlier; `None` beyond the calendar.
    ///
    /// ```
    /// use domain::month::Month;
    /// assert_eq!(Month::parse("2010-01").and_then(|month| month.before(37)), Month::parse("2006-12"));
    /// ```
    #[must_use]
    pub fn before(self, months: u32) -> Option<Self> {
        self.0.checked_sub_months(Months::new(months)).map(Self)
    }

    /// The day of this month with this number, from 1; `None` if it has none.
    #[must_use]
    pub fn day(self, number: u32) -> Option<NaiveDate> {
        self.0.with_day(number)
    }

    /// The months from this one to `last`, both included; none if `last` is earlier.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        let first = (self <= last).then_some(self);
        std::iter::successors(first, move |month| month.after(1).filter(|next| *next <= last))
    }
}

/// As `2010-06`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_written_and_read_and_nothing_else_is_one() {
        assert_eq!(Month::parse("2024-02").map(|month| month.to_string()).as_deref(), Some("2024-02"));
        for wrong in ["2024-13", "2024-00", "2024-2", "2024", "", "2024-02-01"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn months_follow_each_other_over_the_end_of_the_year() {
        let (first, last) = (Month::parse("2009-11").unwrap(), Month::parse("2010-02").unwrap());
        let all: Vec<_> = first.through(last).map(|month| month.to_string()).collect();
        assert_eq!(all, ["2009-11", "2009-12", "2010-01", "2010-02"]);
        assert_eq!(last.through(first).count(), 0);
        assert_eq!(last.day(28).map(|day| day.to_string()).as_deref(), Some("2010-02-28"));
        assert_eq!(last.day(29), None);
    }
}
