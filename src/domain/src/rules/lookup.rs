//! What a series says about a day: a value, a value nobody has confirmed since, or plainly no data.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::{Citation, Confidence};
use crate::rules::remark::Remark;
use crate::rules::scope::Scope;
use crate::rules::series::{Entry, Series, Span};

/// The answer of a series for one day. There is no fourth case, and never the nearest value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup<T: 'static> {
    /// A source confirms the value for this day.
    Known {
        /// What holds.
        value: T,
        /// The entry it comes from.
        entry: &'static Entry<T>,
    },
    /// The last value known; the day is past, but later than any source that confirms it.
    NotConfirmedSince {
        /// What held when it was last confirmed.
        value: T,
        /// The entry it comes from.
        entry: &'static Entry<T>,
        /// The last day for which a source confirms it.
        since: NaiveDate,
    },
    /// No value may be given.
    NoData(NoData<T>),
}

/// Why there is no value, and what is known instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoData<T: 'static> {
    /// The day asked about.
    pub day: NaiveDate,
    /// Why no value may be given.
    pub why: Why,
    /// What is known nearby, to be shown with its own dates and confidence; never an answer for the day asked
    /// about.
    pub known: Option<&'static Entry<T>>,
}

/// Why there is no value for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The day is still to come, and no source speaks for it.
    Future,
    /// The series says itself that it does not know.
    DeclaredGap(Remark),
    /// The series starts later.
    BeforeFirst,
    /// A value was derived or reported, but found in no source.
    Unverified,
}

/// Whether a source confirms an answer for its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Confirmed,
    /// Not since this day.
    NotConfirmedSince(NaiveDate),
}

/// Everything that has to be shown beside an answer: whose rule, where it is written, how far it can be
/// trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// Id of the series.
    pub series: &'static str,
    /// Whose rule it is.
    pub scope: Scope,
    /// Where it is written; `citation.stated` is the as-of date.
    pub citation: Citation,
    /// The rule's own id in that source.
    pub rule: Option<&'static str>,
    /// How well the citation supports it.
    pub confidence: Confidence,
    /// Whether it is confirmed for the day asked about.
    pub status: Status,
    /// In force from this day.
    pub from: NaiveDate,
    /// First day on which it is no longer in force, if an end is known.
    pub until: Option<NaiveDate>,
    /// What has to be said beside it.
    pub remark: Option<Remark>,
}

/// A value with what has to be shown beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// What it rests on.
    pub basis: Basis,
}

impl<T: Copy> Series<T> {
    /// What the series says about `day`, asked on `today`.
    ///
    /// A day up to `verified_through` is answered even when it is still to come: its source speaks for it.
    /// Any other future day is "no data". Declared gaps and unverified values are "no data" at any time.
    #[must_use]
    pub fn on(&self, day: NaiveDate, today: NaiveDate) -> Lookup<T> {
        let no_data = |why, known| Lookup::NoData(NoData { day, why, known });
        let verified = day <= self.verified_through();
        let Some(index) = self.spans().iter().rposition(|span| span.from() <= day) else {
            return no_data(Why::BeforeFirst, self.spans().iter().find_map(reliable));
        };
        let before = || self.spans()[..=index].iter().rev().find_map(reliable);
        if !verified && day > today {
            return no_data(Why::Future, before());
        }
        match &self.spans()[index] {
            Span::Unknown(gap) => no_data(Why::DeclaredGap(gap.why), before()),
            Span::Known(entry) if !entry.confidence.is_verified() => no_data(Why::Unverified, Some(entry)),
            Span::Known(entry) if verified => Lookup::Known { value: entry.value, entry },
            Span::Known(entry) => {
                Lookup::NotConfirmedSince { value: entry.value, entry, since: self.verified_through() }
            }
        }
    }

    /// The value with its basis, or why there is none.
    ///
    /// # Errors
    ///
    /// [`NoData`] where [`Series::on`] gives no value.
    pub fn sourced(&self, day: NaiveDate, today: NaiveDate) -> Result<Sourced<T>, NoData<T>> {
        let (entry, status) = match self.on(day, today) {
            Lookup::Known { entry, .. } => (entry, Status::Confirmed),
            Lookup::NotConfirmedSince { entry, since, .. } => (entry, Status::NotConfirmedSince(since)),
            Lookup::NoData(no_data) => return Err(no_data),
        };
        let basis = Basis {
            series: self.id(),
            scope: self.scope(),
            citation: entry.citation,
            rule: entry.rule,
            confidence: entry.confidence,
            status,
            from: entry.from,
            until: entry.until,
            remark: entry.remark,
        };
        Ok(Sourced { value: entry.value, basis })
    }
}

fn reliable<T>(span: &'static Span<T>) -> Option<&'static Entry<T>> {
    match span {
        Span::Known(entry) if entry.confidence.is_verified() => Some(entry),
        Span::Known(_) | Span::Unknown(_) => None,
    }
}

/// One line for logs and tests: `2.40 BGN`, `2.40 BGN, not confirmed since 2010-12-31`, `no data: future`.
impl<T: fmt::Display> fmt::Display for Lookup<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known { value, .. } => write!(f, "{value}"),
            Self::NotConfirmedSince { value, since, .. } => write!(f, "{value}, not confirmed since {since}"),
            Self::NoData(no_data) => write!(f, "no data: {}", no_data.why),
        }
    }
}

/// The reason in a word: `future`, `gap`, `before first`, `unverified`.
impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Future => "future",
            Self::DeclaredGap(_) => "gap",
            Self::BeforeFirst => "before first",
            Self::Unverified => "unverified",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{day, series};

    const SOURCE: Citation = Citation { title: "Наредба", url: None, stated: "2010" };
    static DAYS: Series<u32> = series!(
        "x",
        Scope::Law,
        day!("2013-06-01"),
        [
            Span::known(day!("2010-01-01"), day!("2011-01-01"), 7, SOURCE, Confidence::Official)
                .rule("BG10-15"),
            Span::unknown(day!("2011-01-01"), day!("2012-01-01"), Remark::NoSourceFound),
            Span::known(day!("2012-01-01"), day!("2013-01-01"), 10, SOURCE, Confidence::Unverified),
            Span::since(day!("2013-01-01"), 14, SOURCE, Confidence::Press),
        ]
    );

    fn on(day: &str, today: &str) -> String {
        DAYS.on(day.parse().unwrap(), today.parse().unwrap()).to_string()
    }

    #[test]
    fn the_answer_changes_on_the_day_and_not_before() {
        let today = "2026-11-22";
        assert_eq!(on("2009-12-31", today), "no data: before first");
        assert_eq!(on("2010-01-01", today), "7");
        assert_eq!(on("2010-12-31", today), "7");
        assert_eq!(on("2011-01-01", today), "no data: gap");
        assert_eq!(on("2011-12-31", today), "no data: gap");
        assert_eq!(on("2012-01-01", today), "no data: unverified");
        assert_eq!(on("2013-01-01", today), "14");
        assert_eq!(on("2013-06-01", today), "14");
        assert_eq!(on("2013-06-02", today), "14, not confirmed since 2013-06-01");
        assert_eq!(on("2026-11-22", today), "14, not confirmed since 2013-06-01");
        assert_eq!(on("2026-11-23", today), "no data: future");
    }

    #[test]
    fn a_source_may_speak_for_days_to_come_but_not_beyond_its_word() {
        assert_eq!(on("2013-06-01", "2013-02-01"), "14");
        assert_eq!(on("2013-06-02", "2013-02-01"), "no data: future");
        assert_eq!(on("2011-05-05", "2009-01-01"), "no data: gap");
    }

    #[test]
    fn no_data_shows_what_is_known_without_answering_with_it() {
        let known = |day: &str| match DAYS.on(day.parse().unwrap(), day!("2026-11-22")) {
            Lookup::NoData(no_data) => no_data.known.map(|entry| entry.value),
            _ => panic!("{day} has a value"),
        };
        assert_eq!(known("2009-01-01"), Some(7), "what comes first");
        assert_eq!(known("2011-05-05"), Some(7), "what was last confirmed");
        assert_eq!(known("2012-05-05"), Some(10), "the unverified value, shown as such");
        assert_eq!(known("2027-01-01"), Some(14));
    }

    #[test]
    fn the_basis_says_where_it_is_written_and_since_when_it_is_doubtful() {
        let first = DAYS.sourced(day!("2010-05-10"), day!("2026-11-22")).unwrap();
        assert_eq!(
            (first.value, first.basis.rule, first.basis.status),
            (7, Some("BG10-15"), Status::Confirmed)
        );
        let last = DAYS.sourced(day!("2026-11-22"), day!("2026-11-22")).unwrap();
        assert_eq!(last.basis.status, Status::NotConfirmedSince(day!("2013-06-01")));
        assert_eq!(last.basis.scope, Scope::Law);
        assert!(DAYS.sourced(day!("2011-05-05"), day!("2026-11-22")).is_err());
    }
}
