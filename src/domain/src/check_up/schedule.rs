//! How often check-ups are due by age, and when the next one is.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

use crate::age::completed_years;
use crate::citation::Confidence::Official;
use crate::rules::sources::{GUIDE_2010, PRACTICE_RULES_2021};
use crate::rules::{Basis, NoData, PUBLISHED_RULES, Remark, Scope, Series, Span, day, series};

/// How often a check-up is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frequency {
    /// Once in every calendar month.
    CalendarMonth,
    /// So many months after the last.
    EveryMonths(u32),
    /// Once in every calendar year.
    CalendarYear,
}

/// `monthly`, `every 3 months`, `yearly`.
impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CalendarMonth => f.write_str("monthly"),
            Self::EveryMonths(months) => write!(f, "every {months} months"),
            Self::CalendarYear => f.write_str("yearly"),
        }
    }
}

/// An age from which a frequency holds, up to the next band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Completed years; the birthday itself belongs to the band.
    pub from_age: u32,
    /// How often.
    pub frequency: Frequency,
}

/// Bands in the order of ages, the first from birth on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bands(pub &'static [Band]);

/// `0 monthly, 1 every 3 months, …`.
impl fmt::Display for Bands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(index, band)| {
            write!(f, "{}{} {}", if index == 0 { "" } else { ", " }, band.from_age, band.frequency)
        })
    }
}

impl Bands {
    /// The band of an age in completed years.
    #[must_use]
    pub fn of(self, age: u32) -> Option<Band> {
        self.0.iter().copied().rfind(|band| band.from_age <= age)
    }
}

const fn band(from_age: u32, frequency: Frequency) -> Band {
    Band { from_age, frequency }
}

const BY_AGE: Bands = Bands(&[
    band(0, Frequency::CalendarMonth),
    band(1, Frequency::EveryMonths(3)),
    band(2, Frequency::EveryMonths(6)),
    band(7, Frequency::CalendarYear),
    band(18, Frequency::CalendarYear),
]);
const ADULTS: Bands = Bands(&[band(18, Frequency::CalendarYear)]);

/// The practice's frequencies.
pub static PRACTICE: Series<Bands> = series!(
    "practice.check_ups",
    Scope::Practice(PUBLISHED_RULES),
    day!("2021-06-01"),
    [Span::since(day!("2021-06-01"), BY_AGE, PRACTICE_RULES_2021, Official)
        .rule("PR-59")
        .remark(Remark::TwoStartsStated)]
);

/// The guide of 2010: one a year for all insured. It gives no table for children, so only adults are told.
pub static GUIDE: Series<Bands> = series!(
    "guide.check_ups",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), ADULTS, GUIDE_2010, Official).rule("BG10-48"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

/// When the next check-up is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// In a calendar month, on any of its days.
    Month {
        /// The first day of that month.
        first: NaiveDate,
    },
    /// On a day, as many months after the last as the band says.
    On(NaiveDate),
    /// In a calendar year, on any of its days.
    Year(i32),
}

/// How the next check-up stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not due yet.
    Ahead,
    /// Due: today, this month, or this year.
    Now,
    /// Missed.
    Overdue,
}

impl Due {
    /// The first day on which it is due.
    #[must_use]
    pub fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::Month { first } | Self::On(first) => Some(first),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
        }
    }

    /// The last day on which it is still in time.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        match self {
            Self::Month { first } => first.checked_add_months(Months::new(1))?.pred_opt(),
            Self::On(day) => Some(day),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
        }
    }

    /// The month or year after it. What is counted from the last check-up has none: that depends on when this one is done.
    #[must_use]
    pub fn following(self) -> Option<Self> {
        match self {
            Self::Month { first } => Some(Self::Month { first: first.checked_add_months(Months::new(1))? }),
            Self::On(_) => None,
            Self::Year(year) => Some(Self::Year(year.checked_add(1)?)),
        }
    }

    /// How it stands on `today`.
    #[must_use]
    pub fn on(self, today: NaiveDate) -> Standing {
        let (due, now) = match self {
            Self::Month { first } => ((first.year(), first.month0()), (today.year(), today.month0())),
            Self::On(day) => ((day.year(), day.ordinal()), (today.year(), today.ordinal())),
            Self::Year(year) => ((year, 0), (today.year(), 0)),
        };
        match now.cmp(&due) {
            std::cmp::Ordering::Less => Standing::Ahead,
            std::cmp::Ordering::Equal => Standing::Now,
            std::cmp::Ordering::Greater => Standing::Overdue,
        }
    }
}

/// The band of a person, and the next check-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// The band on the day of the last check-up.
    pub band: Band,
    /// When the next one is due.
    pub due: Due,
    /// By which rules, those of today.
    pub basis: Basis,
}

/// Whose frequencies are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The practice's, for its patients.
    Practice,
    /// The guide of 2010.
    Guide2010,
}

/// Why the next check-up is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The check-up was before birth.
    BeforeBirth,
    /// The check-up is still to come.
    InFuture,
    /// The rules say nothing of this age.
    AgeNotCovered(Basis),
    /// The days are beyond the calendar.
    BeyondCalendar,
    /// The rules of the day are not known.
    NoData(NoData<Bands>),
}

/// The next check-up of somebody born on `born` whose last one was on `last`, asked on `today`.
///
/// What is counted from the last check-up reaches into a new band on its birthday, or after it; then the new
/// band's frequency counts, from the last check-up too.
///
/// # Errors
///
/// [`Unknown`].
pub fn next(born: NaiveDate, last: NaiveDate, by: By, today: NaiveDate) -> Result<Next, Unknown> {
    let series = match by {
        By::Practice => &PRACTICE,
        By::Guide2010 => &GUIDE,
    };
    if last > today {
        return Err(Unknown::InFuture);
    }
    let rule = series.sourced(today, today).map_err(Unknown::NoData)?;
    let band_on = |day| {
        let age = completed_years(born, day).ok_or(Unknown::BeforeBirth)?;
        rule.value.of(age).ok_or(Unknown::AgeNotCovered(rule.basis))
    };
    let band = band_on(last)?;
    let mut current = band;
    // Every turn moves to a later band, so there are no more turns than bands.
    for _ in rule.value.0 {
        let due = due_after(current.frequency, last).ok_or(Unknown::BeyondCalendar)?;
        let then = band_on(due.first_day().ok_or(Unknown::BeyondCalendar)?)?;
        if then.from_age <= current.from_age {
            return Ok(Next { band, due, basis: rule.basis });
        }
        current = then;
    }
    let due = due_after(current.frequency, last).ok_or(Unknown::BeyondCalendar)?;
    Ok(Next { band, due, basis: rule.basis })
}

/// When the next one is due by this frequency, whatever the age; `None` beyond the calendar.
pub(super) fn due_after(frequency: Frequency, last: NaiveDate) -> Option<Due> {
    Some(match frequency {
        Frequency::CalendarMonth => {
            Due::Month { first: last.with_day(1)?.checked_add_months(Months::new(1))? }
        }
        Frequency::EveryMonths(months) => Due::On(last.checked_add_months(Months::new(months))?),
        Frequency::CalendarYear => Due::Year(last.year().checked_add(1)?),
    })
}

/// Whether one of these check-ups fulfils a calendar year: any of its days does, and no other.
#[must_use]
pub fn fulfilled(year: i32, done: &[NaiveDate]) -> bool {
    done.iter().any(|day| day.year() == year)
}
