//! The walk through the days of a leave: what is used up on the way, and who gives each day.

use chrono::{Datelike, NaiveDate};

use crate::rules::{Basis, Regime, Sourced};
use crate::sick_leave::limits::{Cause, Counting, Limits, QUARANTINE, UNLIMITED};
use crate::sick_leave::own::{
    Before, Issuer, LONGEST_DAYS, Leave, LeaveProblem, Part, Reading, Sheet, Why, days_of,
};

/// A walk, with what does not change on the way.
pub(super) struct Walk {
    pub(super) limits: Sourced<Limits>,
    pub(super) regime: Regime,
    pub(super) reading: Reading,
    pub(super) today: NaiveDate,
}

/// What came before the leave.
pub(super) enum Start<'a> {
    /// Sheets in time order.
    Sheets(&'a [Sheet]),
    /// Days.
    Days(Before),
}

/// What has been used up on the way.
#[derive(Clone, Default)]
struct Count {
    yesterday: Option<NaiveDate>,
    without_break: u32,
    in_year: u32,
}

/// How a day of some cause is treated.
struct Treatment {
    /// By which rule it is without limit, if it is.
    unlimited: Option<Basis>,
    /// It uses up the limits.
    counts: bool,
}

impl Walk {
    /// Who gives which days of a leave.
    pub(super) fn parts(&self, leave: Leave, start: &Start<'_>) -> Result<Vec<Part>, LeaveProblem> {
        let mut count = self.count(leave, start)?;
        let mut parts: Vec<Part> = Vec::new();
        for day in days_of(leave) {
            let (issuer, why, basis) = self.step(&mut count, leave.cause, day)?;
            match parts.last_mut() {
                Some(part) if (part.issuer, part.why) == (issuer, why) => {
                    part.last = day;
                    part.days += 1;
                }
                _ => parts.push(Part { first: day, last: day, days: 1, issuer, why, basis }),
            }
        }
        Ok(parts)
    }

    /// The first day that the commission gives, if the leave goes on as long as it takes. `None` where the
    /// doctor gives all of the longest leave, or the rules on the way are not known.
    pub(super) fn commission_from(&self, leave: Leave, start: &Start<'_>) -> Option<NaiveDate> {
        let mut count = self.count(leave, start).ok()?;
        let longest = usize::try_from(LONGEST_DAYS).ok()?;
        for day in leave.first.iter_days().take(longest) {
            let (issuer, ..) = self.step(&mut count, leave.cause, day).ok()?;
            if issuer == Issuer::Commission {
                return Some(day);
            }
        }
        None
    }

    /// What is used up when the leave begins.
    fn count(&self, leave: Leave, start: &Start<'_>) -> Result<Count, LeaveProblem> {
        let mut count = Count::default();
        match *start {
            Start::Sheets(sheets) => {
                for sheet in sheets {
                    let in_year = self.in_year(sheet.issuer);
                    for day in days_of(sheet.leave) {
                        count.turn(day);
                        let counts = self.treatment(sheet.leave.cause, day)?.counts;
                        count.add(counts, in_year);
                    }
                }
            }
            Start::Days(before) => {
                let of = |issuer, days| if self.in_year(issuer) { days } else { 0 };
                // Days without a break end on the day before; if there are none, nothing breaks either.
                count.yesterday = leave.first.pred_opt();
                count.without_break = before.without_break;
                count.in_year = of(Issuer::Doctor, before.by_doctor)
                    .saturating_add(of(Issuer::Commission, before.by_commission));
            }
        }
        Ok(count)
    }

    fn step(
        &self,
        count: &mut Count,
        cause: Cause,
        day: NaiveDate,
    ) -> Result<(Issuer, Why, Basis), LeaveProblem> {
        count.turn(day);
        let Treatment { unlimited, counts } = self.treatment(cause, day)?;
        let limits = self.limits.value;
        let (issuer, why) = if unlimited.is_some() {
            (Issuer::Doctor, Why::UnlimitedCause)
        } else if count.without_break >= limits.without_break {
            (Issuer::Commission, Why::WithoutBreak)
        } else if count.in_year >= limits.in_year {
            (Issuer::Commission, Why::InYear)
        } else {
            (Issuer::Doctor, Why::WithinLimits)
        };
        count.add(counts, self.in_year(issuer));
        Ok((issuer, why, unlimited.unwrap_or(self.limits.basis)))
    }

    /// Whether days of this issuer use up those of the year.
    fn in_year(&self, issuer: Issuer) -> bool {
        issuer == Issuer::Doctor || self.reading.commission_days_count
    }

    /// The guide of 2010 knows no causes without limit.
    fn treatment(&self, cause: Cause, day: NaiveDate) -> Result<Treatment, LeaveProblem> {
        if self.regime == Regime::Guide2010 || cause == Cause::ILLNESS {
            return Ok(Treatment { unlimited: None, counts: true });
        }
        let day = day.min(self.today);
        if cause == Cause::QUARANTINE {
            let rule = QUARANTINE.sourced(day, self.today).map_err(LeaveProblem::Quarantine)?;
            if rule.value == Counting::NotCounted {
                return Ok(Treatment { unlimited: Some(rule.basis), counts: false });
            }
        }
        let causes = UNLIMITED.sourced(day, self.today).map_err(LeaveProblem::Causes)?;
        let unlimited = causes.value.0.contains(&cause.0).then_some(causes.basis);
        Ok(Treatment { unlimited, counts: unlimited.is_none() || self.reading.unlimited_days_count })
    }
}

impl Count {
    /// A new day begins: a break or a new year starts its count again.
    fn turn(&mut self, day: NaiveDate) {
        let Some(yesterday) = self.yesterday.replace(day) else { return };
        if yesterday.succ_opt() != Some(day) {
            self.without_break = 0;
        }
        if yesterday.year() != day.year() {
            self.in_year = 0;
        }
    }

    fn add(&mut self, counts: bool, in_year: bool) {
        self.without_break += u32::from(counts);
        self.in_year += u32::from(counts && in_year);
    }
}
