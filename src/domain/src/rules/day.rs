//! Days as constants of the rules: an impossible date does not compile.

use chrono::NaiveDate;

/// A day in a rule, written `day!("2025-04-18")`; a date that does not exist does not compile.
///
/// ```
/// use domain::rules::day;
/// assert_eq!(day!("2024-02-29").to_string(), "2024-02-29");
/// ```
///
/// ```compile_fail
/// use domain::rules::day;
/// let never = day!("2025-02-29");
/// ```
#[macro_export]
macro_rules! day {
    ($iso:literal) => {
        const {
            match $crate::rules::day::parse($iso) {
                Some(day) => day,
                None => panic!("no such day"),
            }
        }
    };
}

/// The day written as `YYYY-MM-DD`, if there is such a day.
///
/// `chrono` parses too, but not at compile time.
#[must_use]
pub const fn parse(iso: &str) -> Option<NaiveDate> {
    let text = iso.as_bytes();
    if text.len() != 10 || text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let (Some(year), Some(month), Some(day)) = (number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
    else {
        return None;
    };
    NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
}

const fn number(text: &[u8], from: usize, to: usize) -> Option<u32> {
    let mut value = 0;
    let mut at = from;
    while at < to {
        if !text[at].is_ascii_digit() {
            return None;
        }
        value = value * 10 + (text[at] - b'0') as u32;
        at += 1;
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn only_real_days_in_the_usual_notation_are_days() {
        assert_eq!(parse("2010-12-31").map(|day| day.to_string()).as_deref(), Some("2010-12-31"));
        for wrong in ["2010-02-30", "2010-13-01", "2010-00-01", "2010-1-01", "2010/01/01", "20a0-01-01", ""] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
