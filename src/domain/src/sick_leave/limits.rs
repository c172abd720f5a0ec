//! How long the treating doctor may give leave alone, and which days do not count.

use std::fmt;

use crate::citation::Confidence::{Official, Press, Secondary};
use crate::coded::{Code, codes};
use crate::rules::sources::{GUIDE_2010, PRACTICE_SICK_LEAVE_2021};
use crate::rules::{Conflict, Regime, Remark, Scope, Series, Span, day, series};
use crate::sick_leave::sources::{ADVICE_2025, ANSWER_2011, CAUSES, DECREE_225};

/// How many calendar days the treating doctor may give alone; the medical commission (ЛКК) gives the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Without a break.
    pub without_break: u32,
    /// With breaks, in a calendar year.
    pub in_year: u32,
}

/// `14 and 40 days`.
impl fmt::Display for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {} days", self.without_break, self.in_year)
    }
}

const WEEK: Limits = Limits { without_break: 7, in_year: 40 };
const FORTNIGHT: Limits = Limits { without_break: 14, in_year: 40 };

/// As the guide of 2010 says (conflict C1).
pub static GUIDE_LIMITS: Series<Limits> = series!(
    "guide.sick_leave.limits",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), WEEK, GUIDE_2010, Official).rule("BG10-15"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

/// As the ordinance on medical expertise says. When its fourteen days began, or whether the guide erred, is
/// not known (conflict C1).
pub static LIMITS: Series<Limits> = series!(
    "sick_leave.limits",
    Scope::Law,
    day!("2025-12-15"),
    [
        Span::unknown(day!("2010-01-01"), day!("2011-06-02"), Remark::Contradicted),
        Span::known(day!("2011-06-02"), day!("2021-02-01"), FORTNIGHT, ANSWER_2011, Press),
        Span::known(day!("2021-02-01"), day!("2025-12-15"), FORTNIGHT, PRACTICE_SICK_LEAVE_2021, Secondary)
            .rule("PR-31"),
        Span::since(day!("2025-12-15"), FORTNIGHT, ADVICE_2025, Press),
    ]
);

/// The same for leave to care for somebody: it is counted by itself.
pub static CARER_LIMITS: Series<Limits> = series!(
    "sick_leave.carer_limits",
    Scope::Law,
    day!("2021-02-01"),
    [Span::since(day!("2021-02-01"), FORTNIGHT, PRACTICE_SICK_LEAVE_2021, Secondary).rule("PR-33")]
);

codes! {
    /// Whether days use up the limits.
    pub enum Counting {
        /// They do.
        Counted = "counted",
        /// They do not.
        NotCounted = "not_counted",
    }
}

impl fmt::Display for Counting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Whether days of quarantine use up the limits.
pub static QUARANTINE: Series<Counting> = series!(
    "sick_leave.quarantine",
    Scope::Law,
    day!("2021-07-20"),
    [
        Span::known(day!("2011-06-02"), day!("2021-07-16"), Counting::Counted, ANSWER_2011, Press),
        // Published on the 16th; an act that names no day is in force when three days have passed.
        Span::unknown(day!("2021-07-16"), day!("2021-07-20"), Remark::StartNotStated),
        Span::since(day!("2021-07-20"), Counting::NotCounted, DECREE_225, Official)
            .remark(Remark::StartNotStated),
    ]
);

/// The number of the cause, as it stands on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause(pub u8);

impl Cause {
    /// General illness.
    pub const ILLNESS: Self = Self(1);
    /// Quarantine.
    pub const QUARANTINE: Self = Self(12);
}

/// Causes by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Causes(pub &'static [u8]);

/// `causes 11 12`.
impl fmt::Display for Causes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("causes")?;
        self.0.iter().try_for_each(|cause| write!(f, " {cause}"))
    }
}

/// Causes for which the doctor may give more than the limits.
pub static UNLIMITED: Series<Causes> = series!(
    "sick_leave.unlimited_causes",
    Scope::Law,
    day!("2017-06-27"),
    [Span::since(day!("2017-06-27"), Causes(&[11, 12, 14, 15, 16, 17, 18, 20, 25]), CAUSES, Secondary)]
);

/// The guide and the ordinance differ; both are kept, each for its own time.
pub const CONFLICT: Conflict = Conflict::SickLeaveDays;

/// The limits by one of the two rule sets.
#[must_use]
pub const fn limits(regime: Regime) -> &'static Series<Limits> {
    match regime {
        Regime::Guide2010 => &GUIDE_LIMITS,
        Regime::Law => &LIMITS,
    }
}
