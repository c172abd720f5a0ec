//! Age in completed years, and years added to a date.

use chrono::{Months, NaiveDate};

/// The same day `years` later. Of 29 February it is 28 February where the year has no 29th: a term in years
/// ends on the last day of its month when the month has no such day. `None` beyond the calendar.
///
/// ```
/// use domain::age::years_after;
/// use domain::rules::day;
/// assert_eq!(years_after(day!("1992-02-29"), 18), Some(day!("2010-02-28")));
/// ```
#[must_use]
pub fn years_after(day: NaiveDate, years: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(years.checked_mul(12)?))
}

/// Completed years on `day` of somebody born on `born`; the birthday itself counts. `None` before birth.
///
/// ```
/// use domain::age::completed_years;
/// use domain::rules::day;
/// let born = day!("1950-05-11");
/// assert_eq!(completed_years(born, day!("2010-05-10")), Some(59));
/// assert_eq!(completed_years(born, day!("2010-05-11")), Some(60));
/// ```
#[must_use]
pub fn completed_years(born: NaiveDate, day: NaiveDate) -> Option<u32> {
    use chrono::Datelike;
    let years = u32::try_from(day.year() - born.year()).ok().filter(|_| born <= day)?;
    let birthday = years_after(born, years)?;
    Some(if birthday <= day { years } else { years - 1 })
}
