//! Every series of the crate, whatever its values: for the tests of both sides of every date, and for the
//! list of sources.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::rules::scope::Scope;
use crate::rules::series::{Series, Span};

/// A series, without the type of its values.
pub trait Dated: Sync {
    /// Its id.
    fn id(&self) -> &'static str;
    /// Whose rule it is.
    fn scope(&self) -> Scope;
    /// The last day for which a source confirms it.
    fn verified_through(&self) -> NaiveDate;
    /// The first day of every span.
    fn starts(&self) -> Vec<NaiveDate>;
    /// The citations of its entries, in their order.
    fn citations(&self) -> Vec<Citation>;
    /// What it says about a day, in one line for logs and tests.
    fn describe(&self, day: NaiveDate, today: NaiveDate) -> String;
}

impl<T: fmt::Display + Copy + Sync> Dated for Series<T> {
    fn id(&self) -> &'static str {
        Series::id(self)
    }

    fn scope(&self) -> Scope {
        Series::scope(self)
    }

    fn verified_through(&self) -> NaiveDate {
        Series::verified_through(self)
    }

    fn starts(&self) -> Vec<NaiveDate> {
        self.spans().iter().map(Span::from).collect()
    }

    fn citations(&self) -> Vec<Citation> {
        let cited = |span: &Span<T>| match span {
            Span::Known(entry) => Some(entry.citation),
            Span::Unknown(_) => None,
        };
        self.spans().iter().filter_map(cited).collect()
    }

    fn describe(&self, day: NaiveDate, today: NaiveDate) -> String {
        self.on(day, today).to_string()
    }
}

/// The series of every family: one line a family.
#[rustfmt::skip]
const FAMILIES: &[&[&dyn Dated]] = &[
    crate::check_up::SERIES,
    crate::complaint::SERIES,
    crate::consent::SERIES,
    crate::data_right::SERIES,
    crate::document::clock::SERIES,
    crate::fee::SERIES,
    crate::fee::exemption_lists::SERIES,
    crate::gp_choice::SERIES,
    crate::hotline::SERIES,
    crate::insurance::SERIES,
    crate::maternity::SERIES,
    crate::minimum_wage::SERIES,
    crate::money::SERIES,
    crate::opinion::SERIES,
    crate::paperwork::SERIES,
    crate::retention::SERIES,
    crate::sick_leave::SERIES,
    crate::telk::SERIES,
    crate::validity::SERIES,
    crate::working_day::SERIES,
];

/// Every series of the crate.
pub fn all() -> impl Iterator<Item = &'static dyn Dated> {
    FAMILIES.iter().copied().flatten().copied()
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = all().map(super::Dated::id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}
