//! When to apply to be examined again.

use chrono::NaiveDate;
use domain::rules::planned;
use domain::telk::{RENEWAL_MONTHS, apply_again_by};

use super::DAY;
use crate::calculator::{Answer, Given, Line, Stop, Tone, count, nothing_known};
use crate::i18n::texts::{calculator as c, dates as f};

pub(super) fn answer(given: &Given) -> Result<Answer, Stop> {
    let expires = given.day(DAY)?;
    again(expires, given.today()).ok_or_else(|| Stop::problem(DAY, f::beyond_calendar()))
}

/// When to apply again before a decision expires; `None` beyond the calendar.
pub fn again(expires: NaiveDate, today: NaiveDate) -> Option<Answer> {
    let months = |months| c::months(count(months));
    let (by, term) = match (apply_again_by(expires, today), planned(&RENEWAL_MONTHS, expires, today)) {
        (Ok(by), Ok(term)) => (by, term),
        (Err(no_data), _) | (_, Err(no_data)) => return Some(nothing_known(no_data, months)),
    };
    let day = by.value?;
    let term = Line::new(f::telk_renewal_term()).value(months(term.value)).source(term.basis);
    Some(
        Answer::new(Tone::Heed, f::telk_apply_by(day))
            .line(Line::new(f::telk_expires_line()).value(c::day(expires)))
            .line(term)
            .total(Line::new(f::telk_apply_line()).value(c::day(day)).source(by.basis)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::answered;
    use crate::pages::dates::telk::TELK;
    use domain::rules::day;

    #[test]
    fn one_applies_three_months_before_and_february_is_shorter() {
        let said = |day: &str| answered(&TELK, &[("topic", "renewal"), ("day", day)], day!("2026-11-22"));
        assert_eq!(said("01.07.2024").unwrap().sentence, f::telk_apply_by(day!("2024-04-01")));
        let answer = said("31.05.2026").unwrap();
        assert_eq!(answer.total.unwrap().value, Some(c::day(day!("2026-02-28"))));
        assert_eq!(answer.lines[1].value, Some(c::months(3)));
        assert_eq!(said("30.06.2024").unwrap().tone, Tone::Unknown);
    }

    #[test]
    fn without_the_day_of_expiry_there_is_no_answer() {
        assert_eq!(answered(&TELK, &[("topic", "renewal")], day!("2026-11-22")), Err(Stop::Open));
    }
}
