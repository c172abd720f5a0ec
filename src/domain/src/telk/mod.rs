//! TELK, the committee on lasting incapacity for work: when a practice makes its protocol, what that costs,
//! how old tests may be, and when to apply again.

mod charges;
pub mod plan;

pub use charges::{Charge, Cost, FILE_CHARGE, Initiator, PROTOCOL_CHARGE, file_cost, protocol_cost};

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::citation::Citation;
use crate::citation::Confidence::{Official, Press};
use crate::rules::sources::{PRACTICE_RULES_2021, PRACTICE_TELK_2019};
use crate::rules::{
    Basis, Dated, NoData, PUBLISHED_RULES, Remark, Scope, Series, Sourced, Span, day, planned, series,
};

const TESTS_TODAY: Citation = Citation {
    title: "Освидетелстване от ТЕЛК: как да се подготвиш",
    url: Some("https://vratsa.eu/news/17658027777101/osvidetelstvane-ot-telk-kak-da-se-podgotvish"),
    stated: "2025-12-15",
};
const RENEWAL: Citation = Citation {
    title: "Изтичане срока на експертните решения на ТЕЛК (РЗИ Монтана; чл. 101б от Закона за здравето)",
    url: Some("https://bg.rzi-montana.org/index.php/57-2020-07-12-18-47-23/1679-2024-07-01-04-30-24"),
    stated: "2024-07-01",
};

const PRACTICE: Scope = Scope::Practice(PUBLISHED_RULES);

/// Within how many days of the patient's wish the protocol is made: 30 by the post of 2019, and for the
/// appointment by the rules of 2021.
pub static PROTOCOL_DAYS: Series<u32> = series!(
    "practice.telk.protocol_days",
    PRACTICE,
    day!("2021-06-01"),
    [
        Span::known(day!("2019-01-01"), day!("2021-06-01"), 30, PRACTICE_TELK_2019, Official)
            .rule("PR-10")
            .remark(Remark::FirstDayAssumed),
        Span::since(day!("2021-06-01"), 30, PRACTICE_RULES_2021, Official)
            .rule("PR-73")
            .remark(Remark::TwoStartsStated),
    ]
);

/// Months in which the practice makes no protocols, because patients change doctors then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosedMonths {
    /// The months, 1 to 12. No two of them follow each other.
    pub months: [u32; 2],
    /// The first day of the month after, on which a protocol can be made: "after the 6th".
    pub reopens_on: u32,
}

impl fmt::Display for ClosedMonths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "months {} and {}, until day {}", self.months[0], self.months[1], self.reopens_on)
    }
}

/// June and December.
pub static CLOSED: Series<ClosedMonths> = series!(
    "practice.telk.closed_months",
    PRACTICE,
    day!("2019-01-01"),
    [Span::since(
        day!("2019-01-01"),
        ClosedMonths { months: [6, 12], reopens_on: 7 },
        PRACTICE_TELK_2019,
        Official
    )
    .rule("PR-11")
    .remark(Remark::FirstDayAssumed)]
);

/// Not older than so many months are tests and consultations at the time of the committee.
pub static TEST_MONTHS: Series<u32> = series!(
    "telk.test_months",
    Scope::Law,
    day!("2025-12-15"),
    [
        Span::known(day!("2019-01-01"), day!("2025-12-15"), 12, PRACTICE_TELK_2019, Press)
            .rule("PR-05")
            .remark(Remark::FirstDayAssumed),
        Span::since(day!("2025-12-15"), 12, TESTS_TODAY, Official),
    ]
);

/// At least so many months before a decision expires one applies to be examined again.
pub static RENEWAL_MONTHS: Series<u32> = series!(
    "telk.renewal_months",
    Scope::Law,
    day!("2024-07-01"),
    [Span::since(day!("2024-07-01"), 3, RENEWAL, Official)]
);

/// Series of this family.
pub const SERIES: &[&dyn Dated] =
    &[&PROTOCOL_DAYS, &CLOSED, &PROTOCOL_CHARGE, &FILE_CHARGE, &TEST_MONTHS, &RENEWAL_MONTHS];

/// The months in which a practice makes no protocols, by the rule of `today`; `None` where no rules of that practice are known.
#[must_use]
pub fn closed_months(practice: &str, today: NaiveDate) -> Option<Sourced<ClosedMonths>> {
    PRACTICE.applies_to(Some(practice)).then(|| CLOSED.sourced(today, today).ok()).flatten()
}

/// When the practice makes the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// Not later than on this day.
    Within {
        /// The last day.
        latest: NaiveDate,
    },
    /// The last day falls into a closed month, and the rules do not say what then. Either before that month,
    /// or after it.
    LimitInClosedMonth {
        /// The last day by the term alone.
        latest: NaiveDate,
        /// The last day before the closed month.
        last_open: NaiveDate,
        /// The first day after it on which protocols are made.
        reopens: NaiveDate,
    },
    /// Asked for in a closed month: the doctor sets a day, not before this one. No last day is stated.
    AfterClosedMonth {
        /// The first day possible.
        earliest: NaiveDate,
    },
}

/// When the practice makes the protocol, and by which rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProtocolDate {
    /// When.
    pub protocol: Protocol,
    /// The rule of the term.
    pub term: Basis,
    /// The rule of the closed months.
    pub closed: Basis,
}

/// Why there is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// No rules of that practice are known.
    OtherPractice,
    /// The term is not known for the day of the request.
    Term(NoData<u32>),
    /// Whether the month is closed is not known.
    Closed(NoData<ClosedMonths>),
    /// Beyond the calendar.
    OutOfCalendar,
}

/// When a practice makes the protocol that a patient asks for on `requested`, asked on `today`. A request
/// still to come is answered by the rules as they were last known ([`planned()`]).
///
/// # Errors
///
/// [`NoDate`].
pub fn protocol_date(practice: &str, requested: NaiveDate, today: NaiveDate) -> Result<ProtocolDate, NoDate> {
    if !PRACTICE.applies_to(Some(practice)) {
        return Err(NoDate::OtherPractice);
    }
    let Sourced { value: days, basis: term } =
        planned(&PROTOCOL_DAYS, requested, today).map_err(NoDate::Term)?;
    let Sourced { value: months, basis: closed } =
        planned(&CLOSED, requested, today).map_err(NoDate::Closed)?;
    let protocol = protocol(requested, days, months).ok_or(NoDate::OutOfCalendar)?;
    Ok(ProtocolDate { protocol, term, closed })
}

fn protocol(requested: NaiveDate, days: u32, closed: ClosedMonths) -> Option<Protocol> {
    let is_closed = |day: NaiveDate| closed.months.contains(&day.month());
    let reopens =
        |day: NaiveDate| day.with_day(1)?.checked_add_months(Months::new(1))?.with_day(closed.reopens_on);
    if is_closed(requested) {
        return Some(Protocol::AfterClosedMonth { earliest: reopens(requested)? });
    }
    let latest = requested.checked_add_days(Days::new(u64::from(days)))?;
    Some(if is_closed(latest) {
        let last_open = latest.with_day(1)?.pred_opt()?;
        Protocol::LimitInClosedMonth { latest, last_open, reopens: reopens(latest)? }
    } else {
        Protocol::Within { latest }
    })
}

/// The first day on which a test may have been made that is to be accepted by the committee on `hearing`.
/// `None` in the value beyond the calendar.
///
/// # Errors
///
/// [`NoData`] for days of which no source speaks.
pub fn tests_accepted_from(
    hearing: NaiveDate,
    today: NaiveDate,
) -> Result<Sourced<Option<NaiveDate>>, NoData<u32>> {
    let Sourced { value, basis } = planned(&TEST_MONTHS, hearing, today)?;
    Ok(Sourced { value: hearing.checked_sub_months(Months::new(value)), basis })
}

/// The last day on which to apply to be examined again before a decision expires on `expires`. `None` in the
/// value beyond the calendar.
///
/// # Errors
///
/// [`NoData`] for days of which no source speaks.
pub fn apply_again_by(
    expires: NaiveDate,
    today: NaiveDate,
) -> Result<Sourced<Option<NaiveDate>>, NoData<u32>> {
    let Sourced { value, basis } = planned(&RENEWAL_MONTHS, expires, today)?;
    Ok(Sourced { value: expires.checked_sub_months(Months::new(value)), basis })
}
