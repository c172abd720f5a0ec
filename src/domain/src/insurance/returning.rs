//! Back from abroad: what brings rights back, and what it costs.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::{Official, Secondary};
use crate::coded::{Code, codes};
use crate::fee::{Line, OtherReading};
use crate::insurance::amounts::{MINIMUM_INCOME, NO_OTHER_PART, RATE};
use crate::insurance::refusal::Refusal;
use crate::insurance::sources::{BACK_AT_ONCE, HALF_BASE};
use crate::money::Money;
use crate::month::Month;
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, Conflict, Lookup, Scope, Series, Sourced, Span, day, series};

/// How rights come back after the return: by either of two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Return {
    /// By so many insured months in a row.
    pub months: u32,
    /// At once, by paying so many contributions.
    pub contributions: u32,
}

impl fmt::Display for Return {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} months or {} contributions", self.months, self.contributions)
    }
}

const SIX_OR_TWELVE: Return = Return { months: 6, contributions: 12 };

/// How rights come back.
pub static RETURN: Series<Return> = series!(
    "abroad.return",
    Scope::Law,
    day!("2013-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), SIX_OR_TWELVE, GUIDE_2010, Official)
            .rule("BG10-33"),
        Span::since(day!("2011-01-01"), SIX_OR_TWELVE, HALF_BASE, Secondary),
    ]
);

codes! {
    /// From when rights are back once the contributions are paid.
    pub enum Effect {
        /// At once. The contribution of the current month is owed beside them.
        AtOnce = "at_once",
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// From when rights are back once the contributions are paid.
pub static EFFECT: Series<Effect> = series!(
    "abroad.lump_sum_effect",
    Scope::Law,
    day!("2010-12-31"),
    [Span::since(day!("2010-01-01"), Effect::AtOnce, BACK_AT_ONCE, Secondary)]
);

/// What was done since the return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since<'a> {
    /// Months in which the person was insured, in any order.
    pub insured: &'a [Month],
    /// How many contributions were paid at once.
    pub contributions: u32,
}

/// Whether rights are back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// By months in a row: since the first day after them.
    ByMonths {
        /// That day.
        since: NaiveDate,
        /// By which rule.
        basis: Basis,
    },
    /// By the contributions, on the day they are paid. The current month's is owed too.
    ByContributions {
        /// By which rule.
        basis: Basis,
        /// Since when, as far as a source says it.
        effect: Lookup<Effect>,
    },
    /// Not yet.
    NotYet {
        /// Insured months in a row up to now, at most.
        longest: u32,
        /// How many are needed, in a row.
        months: u32,
        /// How many contributions are missing, for the other way.
        missing: u32,
        /// By which rule.
        basis: Basis,
    },
}

/// Whether rights are back on `on`, asked on `today`. Months that are not over by then do not count.
///
/// # Errors
///
/// [`Refusal`] where something that decides is not known for the day.
pub fn back(on: NaiveDate, since: Since<'_>, today: NaiveDate) -> Result<Back, Refusal> {
    let Sourced { value: rule, basis } = RETURN.sourced(on, today)?;
    if since.contributions >= rule.contributions {
        return Ok(Back::ByContributions { basis, effect: EFFECT.on(on, today) });
    }
    let over = |month: &Month| month.after(1).is_some_and(|next| next.first_day() <= on);
    let insured = |month: Month| since.insured.contains(&month) && over(&month);
    // Where a row starts, and how long it is.
    let rows = since.insured.iter().filter(|month| month.before(1).is_none_or(|before| !insured(before)));
    let length = |first: &Month| {
        let row =
            std::iter::successors(Some(*first), |month| month.after(1)).take_while(|month| insured(*month));
        row.fold(0_u32, |length, _| length + 1)
    };
    let mut longest = 0;
    let mut earliest: Option<NaiveDate> = None;
    for first in rows {
        let length = length(first);
        longest = longest.max(length);
        let since = first.after(rule.months).map(Month::first_day);
        if length >= rule.months && since.is_some_and(|since| earliest.is_none_or(|other| since < other)) {
            earliest = since;
        }
    }
    Ok(match earliest {
        Some(since) => Back::ByMonths { since, basis },
        None => Back::NotYet {
            longest,
            months: rule.months,
            missing: rule.contributions - since.contributions,
            basis,
        },
    })
}

/// Since when rights will be back by months in a row, if every month from that of `on` is insured, asked on `today`.
/// `insured` are the months insured since the return, in any order.
///
/// # Errors
///
/// [`Refusal`] where the number of months is not known for the day.
pub fn by_months(on: NaiveDate, insured: &[Month], today: NaiveDate) -> Result<Sourced<NaiveDate>, Refusal> {
    let Sourced { value: rule, basis } = RETURN.sourced(on, today)?;
    let mut first = Month::of(on);
    while let Some(before) = first.before(1).filter(|month| insured.contains(month)) {
        first = before;
    }
    let since = first.after(rule.months).ok_or(Refusal::BeyondCalendar)?;
    Ok(Sourced { value: since.first_day(), basis })
}

/// What the contributions cost that bring rights back at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LumpSum {
    /// One contribution times their number, on the whole minimum income, as the guide says.
    pub line: Line<u32>,
    /// On half of it, as an expert answered (conflict C11). Which one is asked for, the revenue agency tells.
    pub other: OtherReading,
    /// What the number rests on.
    pub basis: Basis,
}

/// What the contributions cost when paid on `on`, asked on `today`.
///
/// # Errors
///
/// [`Refusal`] where something that decides is not known for the day.
pub fn lump_sum(on: NaiveDate, today: NaiveDate) -> Result<LumpSum, Refusal> {
    let Sourced { value: rule, basis } = RETURN.sourced(on, today)?;
    let rate = RATE.sourced(on, today)?;
    let income = MINIMUM_INCOME.sourced(on, today)?;
    let part = NO_OTHER_PART.sourced(on, today)?;
    let times = |income: Money| {
        income.share_half_up(rate.value).and_then(|contribution| contribution.times(rule.contributions))
    };
    let line = Line::new(rule.contributions, times(income.value)?, income.basis)?;
    let half = times(income.value.share_half_up(part.value)?)?;
    Ok(LumpSum { line, other: OtherReading { conflict: Conflict::RestoringBase, amount: half }, basis })
}
