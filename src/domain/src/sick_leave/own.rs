//! Leave by the calendar: earlier sheets, breaks, the end of the year, and causes that do not count.

use chrono::{Days, NaiveDate};

use crate::coded::codes;
use crate::order::order;
use crate::rules::{Basis, NoData, Regime};
use crate::sick_leave::limits::{Cause, Causes, Counting, Limits, limits};
use crate::sick_leave::split::{Split, Used, UsedProblem};
use crate::sick_leave::walk::{Start, Walk};

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

impl Leave {
    /// The leave that begins on a day and lasts so many days.
    ///
    /// # Errors
    ///
    /// [`LeaveProblem`] when it lasts none, or longer than [`LONGEST_DAYS`].
    pub fn lasting(first: NaiveDate, days: u32, cause: Cause) -> Result<Self, LeaveProblem> {
        let more = days.checked_sub(1).ok_or(LeaveProblem::EndsBeforeStart)?;
        if i64::from(more) >= LONGEST_DAYS {
            return Err(LeaveProblem::TooLong);
        }
        let last = first.checked_add_days(Days::new(u64::from(more))).ok_or(LeaveProblem::TooLong)?;
        Ok(Self { first, last, cause })
    }

    /// Whether there can be such a leave at all.
    ///
    /// # Errors
    ///
    /// [`LeaveProblem`] when it ends before it begins, or is longer than [`LONGEST_DAYS`].
    pub fn possible(self) -> Result<(), LeaveProblem> {
        if self.last < self.first {
            return Err(LeaveProblem::EndsBeforeStart);
        }
        if (self.last - self.first).num_days() >= LONGEST_DAYS {
            return Err(LeaveProblem::TooLong);
        }
        Ok(())
    }
}

/// An earlier sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// Its days.
    pub leave: Leave,
    /// Who gave it.
    pub issuer: Issuer,
}

/// Earlier sheets, where only their days are known. Days that use up no limit, such as quarantine, are left
/// out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Before {
    /// Days without a break up to the day before the leave, whoever gave them.
    pub without_break: u32,
    /// Days in the year of its first day that treating doctors gave, those without a break included.
    pub by_doctor: u32,
    /// Days in that year that the commission gave.
    pub by_commission: u32,
}

impl Before {
    /// All of it, whoever gave it.
    #[must_use]
    pub const fn used(self) -> Used {
        let Self { without_break, by_doctor, by_commission } = self;
        Used { without_break, in_year: by_doctor.saturating_add(by_commission) }
    }
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
    /// By which rule.
    pub basis: Basis,
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
    /// How many days the doctor may give.
    pub limits: Limits,
    /// The first day that the commission gives if the leave goes on; `None` where there is no such day within
    /// [`LONGEST_DAYS`], or the rules up to there are not known.
    pub commission_from: Option<NaiveDate>,
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
    /// So many days cannot have been used up before.
    Before(UsedProblem),
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
    planned(leave, &Start::Sheets(&sheets), regime, today)
}

/// The same after sheets of which only the days are known.
///
/// # Errors
///
/// [`LeaveProblem`].
pub fn plan_after(
    leave: Leave,
    before: Before,
    regime: Regime,
    today: NaiveDate,
) -> Result<Plan, LeaveProblem> {
    leave.possible()?;
    match before.used().problem(leave.first) {
        Some(problem) => Err(LeaveProblem::Before(problem)),
        None => planned(leave, &Start::Days(before), regime, today),
    }
}

fn planned(leave: Leave, start: &Start<'_>, regime: Regime, today: NaiveDate) -> Result<Plan, LeaveProblem> {
    let rule = limits(regime).sourced(leave.first.min(today), today).map_err(LeaveProblem::Limits)?;
    let walk = |reading| Walk { limits: rule, regime, reading, today };
    let preferred = walk(Reading::PREFERRED);
    let parts = preferred.parts(leave, start)?;
    let split = sum(&parts);
    let mut alternatives = Vec::new();
    for question in [Question::CommissionDays, Question::UnlimitedDays] {
        let other = sum(&walk(Reading::PREFERRED.otherwise(question)).parts(leave, start)?);
        if other != split {
            alternatives.push((question, other));
        }
    }
    let commission_from = preferred.commission_from(leave, start);
    Ok(Plan { parts, split, alternatives, limits: rule.value, commission_from, basis: rule.basis })
}

fn in_time_order(leave: Leave, earlier: &[Sheet]) -> Result<Vec<Sheet>, LeaveProblem> {
    for leave in earlier.iter().map(|sheet| sheet.leave).chain([leave]) {
        leave.possible()?;
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

/// Every day of a leave.
pub(super) fn days_of(leave: Leave) -> impl Iterator<Item = NaiveDate> {
    leave.first.iter_days().take_while(move |day| *day <= leave.last)
}
