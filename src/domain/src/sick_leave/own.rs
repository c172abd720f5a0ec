//! Leave by the calendar: earlier sheets, breaks, the end of the year, and causes that do not count.

use chrono::{Datelike, NaiveDate};

use crate::coded::codes;
use crate::order::order;
use crate::rules::{Basis, NoData, Regime};
use crate::sick_leave::limits::{Cause, Causes, Counting, Limits, QUARANTINE, UNLIMITED, limits};
use crate::sick_leave::split::Split;

codes! {
    /// Who gives a sheet.
    pub enum Issuer {
        /// The treating doctor alone.
        Doctor = "doctor",
        /// The medical commission (ЛКК).
        Commission = "commission",
    }
}

/// Days of leave; both the first and the last are free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leave {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// Why.
    pub cause: Cause,
}

/// An earlier sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// Its days.
    pub leave: Leave,
    /// Who gave it.
    pub issuer: Issuer,
}

codes! {
    /// What the sources leave open.
    pub enum Question {
        /// Do days that the commission gave use up the forty of the year? The limit is of what the doctor
        /// gives "alone".
        CommissionDays = "commission_days",
        /// Do days of a cause without limit use up the limits of other causes? Only quarantine is excluded
        /// in words.
        UnlimitedDays = "unlimited_days",
    }
}

/// One way to read what the sources leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Days of the commission count in the year.
    pub commission_days_count: bool,
    /// Days of causes without limit count.
    pub unlimited_days_count: bool,
}

impl Reading {
    /// The reading the portal follows: the words of the ordinance.
    pub const PREFERRED: Self = Self { commission_days_count: false, unlimited_days_count: true };

    /// The same with the other answer to one question.
    #[must_use]
    pub const fn otherwise(self, question: Question) -> Self {
        match question {
            Question::CommissionDays => Self { commission_days_count: !self.commission_days_count, ..self },
            Question::UnlimitedDays => Self { unlimited_days_count: !self.unlimited_days_count, ..self },
        }
    }
}

codes! {
    /// Why a day falls to the doctor or to the commission.
    pub enum Why {
        /// Within both limits: the doctor.
        WithinLimits = "within_limits",
        /// A cause without limit: the doctor.
        UnlimitedCause = "unlimited_cause",
        /// As many days without a break as the doctor may give have passed.
        WithoutBreak = "without_break",
        /// As many days of the year as the doctor may give have been given.
        InYear = "in_year",
    }
}

/// Days that one gives for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// How many.
    pub days: u32,
    /// Who gives them.
    pub issuer: Issuer,
    /// Why.
    pub why: Why,
}

/// Who gives which days of a leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The parts, in time order.
    pub parts: Vec<Part>,
    /// Their sums.
    pub split: Split,
    /// What the sums would be by the other answer to an open question, where that makes a difference.
    pub alternatives: Vec<(Question, Split)>,
    /// By the rule of the first day, or of today if that is still to come.
    pub basis: Basis,
}

/// Why a leave cannot be planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeaveProblem {
    /// It ends before it begins.
    EndsBeforeStart,
    /// It is longer than [`LONGEST_DAYS`].
    TooLong,
    /// A sheet shares a day with another, or is not earlier than the leave.
    Overlap,
    /// The limits of the day are not known.
    Limits(NoData<Limits>),
    /// Whether days of quarantine counted is not known.
    Quarantine(NoData<Counting>),
    /// Which causes had no limit is not known.
    Causes(NoData<Causes>),
}

/// The longest leave that is planned, in days: two years. A decision of the designers, against mistyped years.
pub const LONGEST_DAYS: i64 = 731;

/// Who gives which days of `leave` after the `earlier` sheets, asked on `today`.
///
/// # Errors
///
/// [`LeaveProblem`].
pub fn plan(leave: Leave, earlier: &[Sheet], regime: Regime, today: NaiveDate) -> Result<Plan, LeaveProblem> {
    let sheets = in_time_order(leave, earlier)?;
    let rule = limits(regime).sourced(leave.first.min(today), today).map_err(LeaveProblem::Limits)?;
    let walk = |reading| Walk { limits: rule.value, regime, reading, today }.parts(leave, &sheets);
    let parts = walk(Reading::PREFERRED)?;
    let split = sum(&parts);
    let mut alternatives = Vec::new();
    for question in [Question::CommissionDays, Question::UnlimitedDays] {
        let other = sum(&walk(Reading::PREFERRED.otherwise(question))?);
        if other != split {
            alternatives.push((question, other));
        }
    }
    Ok(Plan { parts, split, alternatives, basis: rule.basis })
}

fn in_time_order(leave: Leave, earlier: &[Sheet]) -> Result<Vec<Sheet>, LeaveProblem> {
    for leave in earlier.iter().map(|sheet| sheet.leave).chain([leave]) {
        if leave.last < leave.first {
            return Err(LeaveProblem::EndsBeforeStart);
        }
        if (leave.last - leave.first).num_days() >= LONGEST_DAYS {
            return Err(LeaveProblem::TooLong);
        }
    }
    let by_first = order(earlier.len(), &|a, b| earlier[a].leave.first.cmp(&earlier[b].leave.first));
    let sheets: Vec<Sheet> = by_first.into_iter().map(|index| earlier[index]).collect();
    let follow = sheets.windows(2).all(|pair| pair[0].leave.last < pair[1].leave.first);
    let before = sheets.last().is_none_or(|sheet| sheet.leave.last < leave.first);
    if follow && before { Ok(sheets) } else { Err(LeaveProblem::Overlap) }
}

fn sum(parts: &[Part]) -> Split {
    let of = |issuer| parts.iter().filter(|part| part.issuer == issuer).map(|part| part.days).sum();
    Split { doctor: of(Issuer::Doctor), commission: of(Issuer::Commission) }
}

/// A walk through the days, with what does not change on the way.
struct Walk {
    limits: Limits,
    regime: Regime,
    reading: Reading,
    today: NaiveDate,
}

/// What has been used up on the way.
#[derive(Default)]
struct Count {
    yesterday: Option<NaiveDate>,
    without_break: u32,
    in_year: u32,
}

impl Walk {
    fn parts(&self, leave: Leave, earlier: &[Sheet]) -> Result<Vec<Part>, LeaveProblem> {
        let mut count = Count::default();
        for sheet in earlier {
            for day in days(sheet.leave) {
                count.turn(day);
                let (_, counts) = self.treatment(sheet.leave.cause, day)?;
                let in_year = sheet.issuer == Issuer::Doctor || self.reading.commission_days_count;
                count.add(counts, in_year);
            }
        }
        let mut parts: Vec<Part> = Vec::new();
        for day in days(leave) {
            count.turn(day);
            let (unlimited, counts) = self.treatment(leave.cause, day)?;
            let (issuer, why) = if unlimited {
                (Issuer::Doctor, Why::UnlimitedCause)
            } else if count.without_break >= self.limits.without_break {
                (Issuer::Commission, Why::WithoutBreak)
            } else if count.in_year >= self.limits.in_year {
                (Issuer::Commission, Why::InYear)
            } else {
                (Issuer::Doctor, Why::WithinLimits)
            };
            count.add(counts, issuer == Issuer::Doctor || self.reading.commission_days_count);
            match parts.last_mut() {
                Some(part) if (part.issuer, part.why) == (issuer, why) => {
                    part.last = day;
                    part.days += 1;
                }
                _ => parts.push(Part { first: day, last: day, days: 1, issuer, why }),
            }
        }
        Ok(parts)
    }

    /// Whether a day of this cause is without limit, and whether it uses up the limits. The guide of 2010
    /// knows no exceptions.
    fn treatment(&self, cause: Cause, day: NaiveDate) -> Result<(bool, bool), LeaveProblem> {
        if self.regime == Regime::Guide2010 || cause == Cause::ILLNESS {
            return Ok((false, true));
        }
        let day = day.min(self.today);
        if cause == Cause::QUARANTINE {
            let rule = QUARANTINE.sourced(day, self.today).map_err(LeaveProblem::Quarantine)?;
            if rule.value == Counting::NotCounted {
                return Ok((true, false));
            }
        }
        let causes = UNLIMITED.sourced(day, self.today).map_err(LeaveProblem::Causes)?;
        let unlimited = causes.value.0.contains(&cause.0);
        Ok((unlimited, !unlimited || self.reading.unlimited_days_count))
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

fn days(leave: Leave) -> impl Iterator<Item = NaiveDate> {
    leave.first.iter_days().take_while(move |day| *day <= leave.last)
}
