//! The bill of one or more stays.

use chrono::{Datelike, NaiveDate};

use crate::coded::Code;
use crate::fee::line::Sum;
use crate::fee::patient::Patient;
use crate::fee::stay::day::{What, what};
use crate::fee::stay::{Question, Reading, Stay, StayProblem, check, in_time_order};
use crate::money::{Money, MoneyError, euro};

/// Days of one stay in a row that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Which stay, from 0, in the caller's order.
    pub stay: usize,
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// How many days.
    pub days: u32,
    /// What they are.
    pub what: What,
    /// What they cost; `None` if that is not known.
    pub amount: Option<Money>,
    /// The same in euro.
    pub euro: Option<Money>,
}

/// How many of the paid days have been used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Used {
    /// The calendar year.
    pub year: i32,
    /// Days paid in it.
    pub days: u32,
}

/// A sum, and whether it is all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// Every day is known.
    Complete(Sum),
    /// This much is known; of some days nothing is.
    Incomplete(Sum),
}

/// The total by the other answer to an open question, where it makes a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternative {
    /// The question.
    pub question: Question,
    /// The total if it is answered the other way.
    pub total: Total,
}

/// What stays cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bill {
    /// The parts, in time order.
    pub parts: Vec<Part>,
    /// The total of every stay, in the caller's order.
    pub stays: Vec<Total>,
    /// The total of all.
    pub total: Total,
    /// Paid days in every year touched.
    pub used: Vec<Used>,
    /// What else it could be, question by question.
    pub alternatives: Vec<Alternative>,
}

/// The bill of stays by one reading, with what the other readings would make of it, asked on `today`.
///
/// # Errors
///
/// [`StayProblem`] for stays that cannot be.
pub fn bill(
    stays: &[Stay],
    patient: &Patient<'_>,
    reading: Reading,
    today: NaiveDate,
) -> Result<Bill, StayProblem> {
    check(stays)?;
    let (mut parts, used) = split(stays, patient, reading, today);
    for part in &mut parts {
        price(part).map_err(StayProblem::Money)?;
    }
    let total = total(&parts, None).map_err(StayProblem::Money)?;
    let each: Result<_, _> = (0..stays.len()).map(|stay| self::total(&parts, Some(stay))).collect();
    let mut alternatives = Vec::new();
    for question in Question::ALL {
        let (mut others, _) = split(stays, patient, reading.otherwise(*question), today);
        for part in &mut others {
            price(part).map_err(StayProblem::Money)?;
        }
        let other = self::total(&others, None).map_err(StayProblem::Money)?;
        if other != total {
            alternatives.push(Alternative { question: *question, total: other });
        }
    }
    Ok(Bill { parts, stays: each.map_err(StayProblem::Money)?, total, used, alternatives })
}

/// Every day of every stay, in time order, joined into parts; and the paid days of every year.
fn split(
    stays: &[Stay],
    patient: &Patient<'_>,
    reading: Reading,
    today: NaiveDate,
) -> (Vec<Part>, Vec<Used>) {
    let mut parts: Vec<Part> = Vec::new();
    let mut by_year: Vec<Used> = Vec::new();
    for index in in_time_order(stays) {
        let stay = stays[index];
        let within_a_day = stay.first == stay.last;
        let mut in_stay = 0;
        for day in stay.first.iter_days().take_while(|day| *day <= stay.last) {
            // In time order, so the year of the day is the last one or a new one.
            if by_year.last().is_none_or(|used| used.year != day.year()) {
                by_year.push(Used { year: day.year(), days: 0 });
            }
            let Some(Used { days: in_year, .. }) = by_year.last_mut() else { continue };
            let used = if reading.cap_per_stay { in_stay } else { *in_year };
            let what = if within_a_day && !reading.same_day_counts {
                What::NoDay
            } else {
                what(day, used, patient, today)
            };
            if what.counts(reading) {
                *in_year += 1;
                in_stay += 1;
            }
            match parts.last_mut() {
                // A new year is a new part: the limit starts again.
                Some(part)
                    if part.stay == index && part.last.year() == day.year() && part.what.same_line(&what) =>
                {
                    part.last = day;
                    part.days += 1;
                }
                _ => {
                    let part =
                        Part { stay: index, first: day, last: day, days: 1, what, amount: None, euro: None };
                    parts.push(part);
                }
            }
        }
    }
    (parts, by_year)
}

fn price(part: &mut Part) -> Result<(), MoneyError> {
    let amount = match part.what {
        What::Charged { rate, .. } => Some(rate.times(part.days)?),
        What::OverCap { .. } | What::Exempt { .. } | What::NoDay => {
            Some(Money { minor: 0, currency: euro::currency_on(part.first) })
        }
        What::NoRate(_) | What::NoCap(_) | What::NoList(_) => None,
    };
    part.amount = amount;
    part.euro = amount.map(euro::in_euro).transpose()?;
    Ok(())
}

/// Of one stay, or of all.
fn total(parts: &[Part], stay: Option<usize>) -> Result<Total, MoneyError> {
    let parts = || parts.iter().filter(|part| stay.is_none_or(|stay| part.stay == stay));
    let sum = Sum::of(parts().filter_map(|part| part.amount))?;
    let open = parts().any(|part| part.what.is_open());
    Ok(if open { Total::Incomplete(sum) } else { Total::Complete(sum) })
}
