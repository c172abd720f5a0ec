//! The three sheets of maternity leave, with an early and with a late birth.

use std::fmt;

use chrono::{Days, NaiveDate};

use crate::citation::Citation;
use crate::citation::Confidence::{Press, Secondary};
use crate::coded::codes;
use crate::rules::sources::PRACTICE_SICK_LEAVE_2021;
use crate::rules::{Basis, Dated, NoData, Scope, Series, Span, day, series};

const SHEETS_PAGE: Citation = Citation {
    title: "Какви са болничните за раждане",
    url: Some("https://1naum.com/kakvi-sa-bolnichnite-za-rajdane/"),
    stated: "undated",
};
const CODE_50: Citation = Citation {
    title: "Обезщетение при бременност и раждане, 135 – 410 дни (чл. 50, ал. 1 КСО, в сила от 01.07.2018)",
    url: Some(
        "https://www.experta.biz/page/index.php/osobenosti-v-rabotata/obezshtetenie-pri-bremennost-i-razhdane-135-410-dni",
    ),
    stated: "2018-07-01",
};

/// Calendar days of the three sheets when the child is born on the due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetDays {
    /// Before birth, by the doctor who observes the pregnancy.
    pub before: u32,
    /// From birth on, by the hospital.
    pub after: u32,
    /// For the newborn, by the baby's doctor; this one makes up for an early or a late birth.
    pub newborn: u32,
}

impl SheetDays {
    /// All three: never more, never less, whenever the child is born.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.before + self.after + self.newborn
    }
}

/// `45 + 42 + 48 days`.
impl fmt::Display for SheetDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} + {} + {} days", self.before, self.after, self.newborn)
    }
}

const DAYS_135: SheetDays = SheetDays { before: 45, after: 42, newborn: 48 };

/// The days of the sheets.
pub static SHEETS: Series<SheetDays> = series!(
    "maternity.sheets",
    Scope::Law,
    day!("2021-02-01"),
    [
        Span::known(day!("2018-07-01"), day!("2021-02-01"), DAYS_135, SHEETS_PAGE, Secondary),
        Span::since(day!("2021-02-01"), DAYS_135, PRACTICE_SICK_LEAVE_2021, Press).rule("PR-37"),
    ]
);

/// All paid days, the sheets included; the rest is asked for with an application.
pub static PAID: Series<u32> = series!(
    "maternity.paid_days",
    Scope::Law,
    day!("2018-07-01"),
    [Span::since(day!("2018-07-01"), 410, CODE_50, Press)]
);

/// Series of this module.
pub const SERIES: &[&dyn Dated] = &[&SHEETS, &PAID];

/// Days in a row; both the first and the last belong to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// How many.
    pub days: u32,
}

/// The rest of paid leave, after the sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Application {
    /// Its days.
    pub rest: Stretch,
    /// All paid days, the sheets included.
    pub paid: u32,
    /// By which rule.
    pub basis: Basis,
}

codes! {
    /// When the child is born.
    pub enum Timing {
        /// Before the due date: the newborn's sheet is longer.
        Early = "early",
        /// On the due date.
        OnDue = "on_due",
        /// After it: the newborn's sheet is shorter.
        Late = "late",
    }
}

/// The leave, sheet by sheet. `None` is a sheet that there is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Maternity {
    /// When the child is born.
    pub timing: Timing,
    /// Before birth; none if the child is born before leave would have begun.
    pub before: Option<Stretch>,
    /// From the due date up to a later birth, by the doctor who observes the pregnancy.
    pub overdue: Option<Stretch>,
    /// From birth on.
    pub after: Stretch,
    /// For the newborn.
    pub newborn: Option<Stretch>,
    /// All sheets.
    pub total: u32,
    /// What follows the sheets up to the end of paid leave, with an application.
    pub application: Result<Application, NoData<u32>>,
    /// By the rule of the due date, or of today if that is still to come.
    pub basis: Basis,
}

/// Why there is no plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaternityProblem {
    /// Birth so long after the due date that the sheets are used up: a mistyped date.
    TooLate,
    /// Birth so long before the due date that it would be before conception: a mistyped date.
    TooEarly,
    /// The days are beyond the calendar.
    BeyondCalendar,
    /// The rule of the day is not known.
    NoData(NoData<SheetDays>),
}

/// Days from conception, by the last period, to the due date.
const PREGNANCY_DAYS: i64 = 280;

/// The leave for a child due on one day and born on another, asked on `today`. As long as the child is not
/// born, `birth` is the due date.
///
/// # Errors
///
/// [`MaternityProblem`].
pub fn maternity(due: NaiveDate, birth: NaiveDate, today: NaiveDate) -> Result<Maternity, MaternityProblem> {
    let late = (birth - due).num_days();
    if late < -PREGNANCY_DAYS {
        return Err(MaternityProblem::TooEarly);
    }
    let day = due.min(today);
    let rule = SHEETS.sourced(day, today).map_err(MaternityProblem::NoData)?;
    let SheetDays { before, after, newborn } = rule.value;
    if late > i64::from(newborn) {
        return Err(MaternityProblem::TooLate);
    }
    let start = due.checked_sub_days(Days::new(u64::from(before))).ok_or(MaternityProblem::BeyondCalendar)?;
    let before = between(start, due.min(birth));
    let overdue = between(due, birth);
    let after = stretch(birth, after)?.ok_or(MaternityProblem::BeyondCalendar)?;
    let used = before.map_or(0, |it| it.days) + overdue.map_or(0, |it| it.days) + after.days;
    let total = rule.value.total();
    let next = after.last.succ_opt().ok_or(MaternityProblem::BeyondCalendar)?;
    let newborn = stretch(next, total.saturating_sub(used))?;
    let last = newborn.map_or(after.last, |it| it.last);
    let application = match PAID.sourced(day, today) {
        Ok(paid) => {
            let next = last.succ_opt().ok_or(MaternityProblem::BeyondCalendar)?;
            let rest = stretch(next, paid.value.saturating_sub(total))?;
            let rest = rest.ok_or(MaternityProblem::BeyondCalendar)?;
            Ok(Application { rest, paid: paid.value, basis: paid.basis })
        }
        Err(no_data) => Err(no_data),
    };
    let timing = match late.signum() {
        -1 => Timing::Early,
        0 => Timing::OnDue,
        _ => Timing::Late,
    };
    Ok(Maternity { timing, before, overdue, after, newborn, total, application, basis: rule.basis })
}

/// From `first` up to the day before `end`, if there is any.
fn between(first: NaiveDate, end: NaiveDate) -> Option<Stretch> {
    let days = u32::try_from((end - first).num_days()).ok().filter(|days| *days > 0)?;
    Some(Stretch { first, last: end.pred_opt()?, days })
}

/// So many days from `first` on, if any.
fn stretch(first: NaiveDate, days: u32) -> Result<Option<Stretch>, MaternityProblem> {
    let Some(more) = days.checked_sub(1) else { return Ok(None) };
    let last = first.checked_add_days(Days::new(u64::from(more))).ok_or(MaternityProblem::BeyondCalendar)?;
    Ok(Some(Stretch { first, last, days }))
}
