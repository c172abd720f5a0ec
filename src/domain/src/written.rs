//! Reading a day, a month or a number that a person typed.

use chrono::NaiveDate;

use crate::coded::codes;
use crate::month::Month;

/// The first year that can be typed: nobody alive is older, and no rule.
pub const FIRST_YEAR: i32 = 1900;
/// The last year that can be typed. A decision of the designers, against mistyped years.
pub const LAST_YEAR: i32 = 2199;

codes! {
    /// Why a text is no day, or no month.
    pub enum DayProblem {
        /// Nothing was typed.
        Empty = "empty",
        /// Something else than day, month and year in figures.
        NotADay = "not_a_day",
        /// No year has a month of that number.
        NoSuchMonth = "no_such_month",
        /// The month has no day of that number.
        NoSuchDay = "no_such_day",
        /// The year is not between [`FIRST_YEAR`] and [`LAST_YEAR`].
        YearOutOfRange = "year_out_of_range",
    }
}

/// The day in a text such as `31.01.2025`, `1/5/2025`, `31012025` or `2025-01-31`: day first, unless the year leads.
///
/// ```
/// use domain::{rules::day, written::{DayProblem, parse_day}};
/// assert_eq!(parse_day("1.5.2025 г."), Ok(day!("2025-05-01")));
/// assert_eq!(parse_day("31.02.2025"), Err(DayProblem::NoSuchDay));
/// ```
///
/// # Errors
///
/// [`DayProblem`], to be shown beside the field.
pub fn parse_day(text: &str) -> Result<NaiveDate, DayProblem> {
    let text = bare(text);
    if text.is_empty() {
        return Err(DayProblem::Empty);
    }
    let parts: Vec<&str> = text.split(separator).filter(|part| !part.is_empty()).collect();
    let (day, month, year) = match parts[..] {
        [whole] if whole.len() == 8 && whole.is_ascii() => (&whole[..2], &whole[2..4], &whole[4..]),
        [year, month, day] if year.len() == 4 => (day, month, year),
        [day, month, year] => (day, month, year),
        _ => return Err(DayProblem::NotADay),
    };
    let month = month_of(month, year)?;
    figures(day, 2).and_then(|day| month.day(day)).ok_or(DayProblem::NoSuchDay)
}

/// The month in a text such as `11.2025`, `11/2025` or `2025-11`.
///
/// ```
/// use domain::{month::Month, written::parse_month};
/// assert_eq!(parse_month("2.2025").ok(), Month::parse("2025-02"));
/// ```
///
/// # Errors
///
/// [`DayProblem`], to be shown beside the field; never [`DayProblem::NoSuchDay`].
pub fn parse_month(text: &str) -> Result<Month, DayProblem> {
    let text = bare(text);
    if text.is_empty() {
        return Err(DayProblem::Empty);
    }
    let parts: Vec<&str> = text.split(separator).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [year, month] if year.len() == 4 => month_of(month, year),
        [month, year] => month_of(month, year),
        _ => Err(DayProblem::NotADay),
    }
}

fn separator(c: char) -> bool {
    matches!(c, '.' | '/' | '-') || c.is_whitespace()
}

/// Without what Bulgarian and Russian write after a year.
fn bare(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix("г.").or_else(|| text.strip_suffix('г')).unwrap_or(text).trim_end()
}

fn month_of(month: &str, year: &str) -> Result<Month, DayProblem> {
    let number = figures(month, 2).ok_or(DayProblem::NotADay)?;
    if year.len() != 4 {
        return Err(DayProblem::NotADay);
    }
    let year = figures(year, 4).ok_or(DayProblem::NotADay)?;
    let year = i32::try_from(year).ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year));
    let year = year.ok_or(DayProblem::YearOutOfRange)?;
    NaiveDate::from_ymd_opt(year, number, 1).map(Month::of).ok_or(DayProblem::NoSuchMonth)
}

/// A number of at most so many figures and nothing else.
fn figures(text: &str, most: usize) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

codes! {
    /// Why a text is no number that can be taken.
    pub enum NumberProblem {
        /// Nothing was typed.
        Empty = "empty",
        /// Something else than figures.
        NotANumber = "not_a_number",
        /// Less than can be.
        TooSmall = "too_small",
        /// More than can be.
        TooLarge = "too_large",
    }
}

/// The whole number in a text, from `least` to `most`, both included.
///
/// # Errors
///
/// [`NumberProblem`], to be shown beside the field.
pub fn parse_number(text: &str, least: u32, most: u32) -> Result<u32, NumberProblem> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Err(NumberProblem::Empty);
    }
    let unsigned = text.strip_prefix(['-', '\u{2212}']);
    let digits = unsigned.unwrap_or(&text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberProblem::NotANumber);
    }
    match digits.parse::<u32>() {
        Ok(0) if unsigned.is_some() && least == 0 => Ok(0),
        Ok(_) | Err(_) if unsigned.is_some() => Err(NumberProblem::TooSmall),
        Ok(number) if number < least => Err(NumberProblem::TooSmall),
        Ok(number) if number <= most => Ok(number),
        Ok(_) | Err(_) => Err(NumberProblem::TooLarge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::day;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in
            ["1.5.2025", "01.05.2025", "01.05.2025 г.", " 1/5/2025 ", "01 05 2025", "01052025", "2025-05-01"]
        {
            assert_eq!(parse_day(text), Ok(day!("2025-05-01")), "{text}");
        }
        assert_eq!(parse_day("29.02.2024"), Ok(day!("2024-02-29")));
    }

    #[test]
    fn what_is_no_day_is_answered_with_the_reason() {
        use DayProblem::{Empty, NoSuchDay, NoSuchMonth, NotADay, YearOutOfRange};
        for (text, problem) in [
            (" ", Empty),
            ("31.02.2025", NoSuchDay),
            ("29.02.2025", NoSuchDay),
            ("0.1.2025", NoSuchDay),
            ("1.13.2025", NoSuchMonth),
            ("1.0.2025", NoSuchMonth),
            ("1.5.25", NotADay),
            ("1.5", NotADay),
            ("утре", NotADay),
            ("1.май.2025", NotADay),
            ("1.5.2025.6", NotADay),
            ("1.1.1899", YearOutOfRange),
            ("1.1.3010", YearOutOfRange),
            ("۱.۵.2025", NotADay),
        ] {
            assert_eq!(parse_day(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn a_month_is_read_however_it_is_written() {
        for text in ["2.2025", "02.2025", "02/2025", "2025-02", "02.2025 г."] {
            assert_eq!(parse_month(text).ok(), Month::parse("2025-02"), "{text}");
        }
        assert_eq!(parse_month("13.2025"), Err(DayProblem::NoSuchMonth));
        assert_eq!(parse_month("2025"), Err(DayProblem::NotADay));
    }

    #[test]
    fn a_number_is_read_within_its_bounds() {
        assert_eq!(parse_number("1 213", 0, 2000), Ok(1213));
        assert_eq!(parse_number("", 0, 9), Err(NumberProblem::Empty));
        assert_eq!(parse_number("1.5", 0, 9), Err(NumberProblem::NotANumber));
        assert_eq!(parse_number("-1", 0, 9), Err(NumberProblem::TooSmall));
        assert_eq!(parse_number("-0", 0, 9), Ok(0));
        assert_eq!(parse_number("0", 1, 9), Err(NumberProblem::TooSmall));
        assert_eq!(parse_number("10", 1, 9), Err(NumberProblem::TooLarge));
        assert_eq!(parse_number("99999999999999999999", 1, 9), Err(NumberProblem::TooLarge));
    }
}
