//! Which days are working days, and counting them.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use crate::citation::{Citation, Confidence};
use crate::coded::codes;
use crate::rules::{Lookup, Series, Span};
use crate::working_day::easter::orthodox_easter;
use crate::working_day::law::{ANNOUNCED, FEASTS, Feast, Kept, MOVING, Moving, SINGLE_DAYS};

codes! {
    /// How sure the calendar of a day is.
    pub enum Certainty {
        /// A source prints the days off of its year.
        Announced = "announced",
        /// It follows from the law; a single day off may be declared, or was and is not known here.
        Computed = "computed",
    }
}

impl Certainty {
    /// The same in the terms of citations: what is only computed stands in no source.
    #[must_use]
    pub const fn confidence(self) -> Confidence {
        match self {
            Self::Announced => Confidence::Press,
            Self::Computed => Confidence::Unverified,
        }
    }

    /// The lesser of two.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Announced, Self::Announced) => Self::Announced,
            _ => Self::Computed,
        }
    }
}

/// Why nobody works on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOff {
    /// A feast.
    Feast(Feast),
    /// The feast fell on a weekend, and this day is free in its place.
    Moved(Feast),
    /// Declared free once.
    Single(Citation),
    /// Saturday or Sunday.
    Weekend,
}

/// The day lies before 2017, when the rule of moving feasts began, or beyond the last day that can be
/// written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfCalendar {
    /// The day asked about.
    pub day: NaiveDate,
}

/// A day found by counting working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// The day.
    pub day: NaiveDate,
    /// The least certainty of the days that were counted over.
    pub certainty: Certainty,
}

/// The working days of a year, or of another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// How many.
    pub days: u32,
    /// How sure.
    pub certainty: Certainty,
}

/// How sure the calendar of a day is.
#[must_use]
pub fn certainty(day: NaiveDate) -> Certainty {
    match ANNOUNCED.on(day, day) {
        Lookup::Known { .. } | Lookup::NotConfirmedSince { .. } => Certainty::Announced,
        Lookup::NoData(_) => Certainty::Computed,
    }
}

/// Every feast, moved feast and single day off of a year, by date; weekends are not listed.
///
/// # Errors
///
/// [`OutOfCalendar`] before 2017 and beyond the calendar.
pub fn days_off(year: i32) -> Result<Vec<(NaiveDate, DayOff)>, OutOfCalendar> {
    let outside = OutOfCalendar { day: NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX) };
    let easter = orthodox_easter(year).ok_or(outside)?;
    let list = in_force(&FEASTS, outside.day).ok_or(outside)?.0;
    let Moving::NextWorkingDay = in_force(&MOVING, outside.day).ok_or(outside)?;
    let mut off = Vec::with_capacity(list.len() + 4);
    for feast in list {
        let day = match feast.kept() {
            Kept::On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Kept::FromEaster(days) => easter.checked_add_signed(TimeDelta::days(days)),
        };
        off.push((day.ok_or(outside)?, DayOff::Feast(*feast)));
    }
    for feast in list.iter().filter(|feast| matches!(feast.kept(), Kept::On(..))) {
        let kept = off.iter().find(|(_, why)| *why == DayOff::Feast(*feast)).map(|(day, _)| *day);
        if let Some(kept) = kept.filter(|day| is_weekend(*day)) {
            let free = |day: &NaiveDate| !is_weekend(*day) && off.iter().all(|(taken, _)| taken != day);
            let next = kept.iter_days().skip(1).find(free).ok_or(outside)?;
            off.push((next, DayOff::Moved(*feast)));
        }
    }
    let singles = SINGLE_DAYS.iter().filter(|single| single.day.year() == year);
    off.extend(singles.map(|single| (single.day, DayOff::Single(single.citation))));
    let order = crate::order::order(off.len(), &|a, b| off[a].0.cmp(&off[b].0));
    Ok(order.into_iter().map(|index| off[index]).collect())
}

/// Why nobody works on a day; `None` on a working day. A feast on a Sunday is the feast.
///
/// # Errors
///
/// [`OutOfCalendar`] before 2017 and beyond the calendar.
pub fn day_off(day: NaiveDate) -> Result<Option<DayOff>, OutOfCalendar> {
    let off = days_off(day.year()).map_err(|_| OutOfCalendar { day })?;
    let listed = off.iter().find(|(free, _)| *free == day).map(|(_, why)| *why);
    Ok(listed.or_else(|| is_weekend(day).then_some(DayOff::Weekend)))
}

/// Whether people work on a day.
///
/// # Errors
///
/// [`OutOfCalendar`] before 2017 and beyond the calendar.
pub fn is_working_day(day: NaiveDate) -> Result<bool, OutOfCalendar> {
    day_off(day).map(|off| off.is_none())
}

/// The last day of a term of `count` working days that starts with an event on `day`: the day of the event
/// does not count, whether one works on it or not. A term of 0 ends on `day` itself.
///
/// ```
/// use domain::rules::day;
/// use domain::working_day::working_day_after;
/// let due = working_day_after(day!("2026-04-09"), 3).unwrap();
/// assert_eq!(due.day, day!("2026-04-16"), "Good Friday to Easter Monday do not count");
/// ```
///
/// # Errors
///
/// [`OutOfCalendar`] before 2017 and beyond the calendar.
pub fn working_day_after(day: NaiveDate, count: u32) -> Result<Counted, OutOfCalendar> {
    let mut end = Counted { day, certainty: certainty(day) };
    let mut year = Year::of(day)?;
    for _ in 0..count {
        loop {
            end.day = end.day.succ_opt().ok_or(OutOfCalendar { day: end.day })?;
            if !year.has(end.day) {
                year = Year::of(end.day)?;
                end.certainty = end.certainty.and(certainty(end.day));
            }
            if year.works_on(end.day) {
                break;
            }
        }
    }
    Ok(end)
}

/// The days after `day` and up to `end` on which nobody works, each with its reason: what a term that runs from `day` to
/// `end` passes over.
///
/// # Errors
///
/// [`OutOfCalendar`] before 2017 and beyond the calendar.
pub fn off_between(day: NaiveDate, end: NaiveDate) -> Result<Vec<(NaiveDate, DayOff)>, OutOfCalendar> {
    let mut passed = Vec::new();
    for free in day.iter_days().skip(1).take_while(|next| *next <= end) {
        passed.extend(day_off(free)?.map(|why| (free, why)));
    }
    Ok(passed)
}

/// How many working days lie after `day` and up to `end`: so many of a term that runs from `day` have passed. None when `end`
/// is not after `day`.
///
/// # Errors
///
/// [`OutOfCalendar`] before 2017 and beyond the calendar.
pub fn working_days_between(day: NaiveDate, end: NaiveDate) -> Result<Total, OutOfCalendar> {
    let mut total = Total { days: 0, certainty: certainty(day) };
    let mut year = Year::of(day)?;
    for next in day.iter_days().skip(1).take_while(|next| *next <= end) {
        if !year.has(next) {
            year = Year::of(next)?;
            total.certainty = total.certainty.and(certainty(next));
        }
        total.days += u32::from(year.works_on(next));
    }
    Ok(total)
}

/// How many working days a year has.
///
/// # Errors
///
/// [`OutOfCalendar`] before 2017 and beyond the calendar.
pub fn working_days_in(year: i32) -> Result<Total, OutOfCalendar> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).ok_or(OutOfCalendar { day: NaiveDate::MAX })?;
    let of_year = Year::of(first)?;
    let days = first.iter_days().take_while(|day| of_year.has(*day)).filter(|day| of_year.works_on(*day));
    let days = u32::try_from(days.count()).map_err(|_| OutOfCalendar { day: first })?;
    Ok(Total { days, certainty: certainty(first) })
}

/// The days off of one year, so that counting does not make the list again for each day.
struct Year {
    number: i32,
    off: Vec<(NaiveDate, DayOff)>,
}

impl Year {
    fn of(day: NaiveDate) -> Result<Self, OutOfCalendar> {
        let off = days_off(day.year()).map_err(|_| OutOfCalendar { day })?;
        Ok(Self { number: day.year(), off })
    }

    fn has(&self, day: NaiveDate) -> bool {
        day.year() == self.number
    }

    fn works_on(&self, day: NaiveDate) -> bool {
        !is_weekend(day) && self.off.iter().all(|(free, _)| *free != day)
    }
}

/// Whether a day is a Saturday or a Sunday.
#[must_use]
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The value that holds on a day, or that will if nothing changes: [`Certainty`] says which it is.
fn in_force<T: Copy>(series: &'static Series<T>, day: NaiveDate) -> Option<T> {
    match series.spans().iter().rfind(|span| span.from() <= day)? {
        Span::Known(entry) => Some(entry.value),
        Span::Unknown(_) => None,
    }
}
