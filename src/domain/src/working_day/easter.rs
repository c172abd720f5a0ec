//! The date of Orthodox Easter.

use chrono::{Days, NaiveDate};

/// Easter Sunday of the Orthodox church in a year of the Gregorian calendar, computed by Meeus' rule for the
/// Julian one. `None` before 326, when the rule was not yet made, and beyond the calendar.
///
/// ```
/// use domain::rules::day;
/// use domain::working_day::orthodox_easter;
/// assert_eq!(orthodox_easter(2026), Some(day!("2026-04-12")));
/// assert_eq!(orthodox_easter(2027), Some(day!("2027-05-02")));
/// ```
#[must_use]
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let of_year = u32::try_from(year).ok().filter(|year| *year >= 326)?;
    let full_moon = (19 * (of_year % 19) + 15) % 30;
    let to_sunday = (2 * (of_year % 4) + 4 * (of_year % 7) + 34 - full_moon) % 7;
    let after_march = full_moon + to_sunday + 114;
    let (month, day) = (after_march / 31, after_march % 31 + 1);
    // The day of that name in the Gregorian calendar, and then as many days as the Julian one is behind: both
    // months lie after February, so the leap day of the year itself has been counted.
    let behind = of_year / 100 - of_year / 400 - 2;
    NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(Days::new(u64::from(behind)))
}

#[cfg(test)]
mod tests {
    use super::orthodox_easter;

    #[test]
    fn easter_as_it_was_and_will_be_kept() {
        for (year, day) in [
            (1900, "1900-04-22"),
            (1983, "1983-05-08"),
            (2010, "2010-04-04"),
            (2017, "2017-04-16"),
            (2021, "2021-05-02"),
            (2024, "2024-05-05"),
            (2025, "2025-04-20"),
            (2026, "2026-04-12"),
            (2100, "2100-05-02"),
        ] {
            assert_eq!(orthodox_easter(year).unwrap().to_string(), day);
        }
    }

    #[test]
    fn there_is_none_before_the_rule_nor_beyond_the_calendar() {
        assert_eq!(orthodox_easter(325), None);
        assert_eq!(orthodox_easter(-1), None);
        assert_eq!(orthodox_easter(i32::MAX), None);
    }
}
