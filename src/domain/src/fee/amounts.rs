//! The fees over time: for a visit, for a day in hospital, and the reduced one.

use std::fmt;

use crate::citation::Confidence::{Official, Press, Unverified};
use crate::fee::sources::{
    ANSWER_2011, DECREE_193, DECREE_230, FEE_2005, FEE_2008, FEE_2026, REDUCED_2008, RETIRED_2014, STAY_2025,
    WAGE_TABLE,
};
use crate::money::{Money, MoneyError, Ratio};
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Remark, Scope, Series, Span, day, series};

const fn lev(minor: i64) -> Money {
    Money::lev(minor)
}

/// For a visit to a doctor, to a dentist, or to a facility.
pub static VISIT: Series<Money> = series!(
    "fee.visit",
    Scope::Law,
    day!("2026-01-05"),
    [
        Span::known(day!("2005-01-28"), day!("2006-01-01"), lev(1_50), FEE_2005, Press),
        derived(day!("2006-01-01"), day!("2007-01-01"), lev(1_60)),
        derived(day!("2007-01-01"), day!("2008-01-01"), lev(1_80)),
        Span::known(day!("2008-01-01"), day!("2009-01-01"), lev(2_20), FEE_2008, Press)
            .remark(Remark::StartsWithWage),
        Span::known(day!("2009-01-01"), day!("2010-01-01"), lev(2_40), REDUCED_2008, Press)
            .remark(Remark::StartsWithWage),
        Span::known(day!("2010-01-01"), day!("2011-01-01"), lev(2_40), GUIDE_2010, Official).rule("BG10-11"),
        Span::known(day!("2011-01-01"), day!("2011-09-01"), lev(2_40), ANSWER_2011, Press),
        derived(day!("2011-09-01"), day!("2012-05-01"), lev(2_70)),
        derived(day!("2012-05-01"), day!("2012-08-07"), lev(2_90)),
        Span::unknown(day!("2012-08-07"), day!("2012-09-04"), Remark::NoDecreeYet),
        Span::known(day!("2012-09-04"), day!("2026-01-01"), lev(2_90), DECREE_193, Official),
        Span::since(day!("2026-01-01"), Money::euro(1_48), FEE_2026, Press),
    ]
);

/// For a day in hospital.
pub static STAY_DAY: Series<Money> = series!(
    "fee.stay_day",
    Scope::Law,
    day!("2025-04-25"),
    [
        Span::known(day!("2005-01-28"), day!("2006-01-01"), lev(3_00), FEE_2005, Press),
        derived(day!("2006-01-01"), day!("2007-01-01"), lev(3_20)),
        derived(day!("2007-01-01"), day!("2008-01-01"), lev(3_60)),
        Span::known(day!("2008-01-01"), day!("2009-01-01"), lev(4_40), FEE_2008, Press)
            .remark(Remark::StartsWithWage),
        Span::known(day!("2009-01-01"), day!("2010-01-01"), lev(4_80), REDUCED_2008, Press)
            .remark(Remark::StartsWithWage),
        Span::known(day!("2010-01-01"), day!("2011-01-01"), lev(4_80), GUIDE_2010, Official).rule("BG10-39"),
        Span::known(day!("2011-01-01"), day!("2011-09-01"), lev(4_80), ANSWER_2011, Press),
        derived(day!("2011-09-01"), day!("2012-05-01"), lev(5_40)),
        derived(day!("2012-05-01"), day!("2012-08-07"), lev(5_80)),
        Span::unknown(day!("2012-08-07"), day!("2012-09-04"), Remark::NoDecreeYet),
        Span::known(day!("2012-09-04"), day!("2012-10-02"), lev(5_40), DECREE_193, Official),
        Span::known(day!("2012-10-02"), day!("2025-04-18"), lev(5_80), DECREE_230, Official),
        Span::known(day!("2025-04-18"), day!("2026-01-01"), lev(1_00), STAY_2025, Press)
            .remark(Remark::DecreeNotSeen),
        Span::since(day!("2026-01-01"), Money::euro(51), STAY_2025, Press).remark(Remark::ConvertedByLaw),
    ]
);

/// How many days in hospital are paid in a calendar year (or in a stay:
/// [`crate::rules::Conflict::HospitalCap`]).
pub static STAY_CAP: Series<u32> = series!(
    "fee.stay_cap",
    Scope::Law,
    day!("2025-04-25"),
    [
        Span::known(day!("2005-01-28"), day!("2010-01-01"), 10, FEE_2005, Press),
        Span::known(day!("2010-01-01"), day!("2011-01-01"), 10, GUIDE_2010, Official).rule("BG10-39"),
        Span::known(day!("2011-01-01"), day!("2012-09-04"), 10, crate::fee::sources::LIST_2011, Press),
        Span::known(day!("2012-09-04"), day!("2025-04-18"), 10, DECREE_193, Official),
        Span::since(day!("2025-04-18"), 10, STAY_2025, Press),
    ]
);

/// Who pays less for a visit, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reduction {
    /// Nobody.
    None,
    /// Women who have completed 60 years, and men who have completed 63.
    ByAge(Money),
    /// Those who have used their right to a pension; the state's budget pays the rest.
    ForRetired(Money),
}

impl fmt::Display for Reduction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::ByAge(fee) => write!(f, "{fee} by age"),
            Self::ForRetired(fee) => write!(f, "{fee} for retired"),
        }
    }
}

/// The reduced fee for a visit.
pub static REDUCTION: Series<Reduction> = series!(
    "fee.reduction",
    Scope::Law,
    day!("2026-01-05"),
    [
        Span::known(day!("2005-01-28"), day!("2008-07-01"), Reduction::None, FEE_2005, Press),
        Span::known(day!("2008-07-01"), day!("2011-01-01"), Reduction::ByAge(lev(1_00)), REDUCED_2008, Press),
        Span::known(day!("2011-01-01"), day!("2014-01-01"), Reduction::None, ANSWER_2011, Press),
        // The law speaks of it since 1 January, the decree with the amount came into force on the 7th.
        Span::unknown(day!("2014-01-01"), day!("2014-01-07"), Remark::NoDecreeYet),
        Span::known(
            day!("2014-01-07"),
            day!("2026-01-01"),
            Reduction::ForRetired(lev(1_00)),
            RETIRED_2014,
            Press
        ),
        Span::since(day!("2026-01-01"), Reduction::ForRetired(Money::euro(51)), FEE_2026, Press),
    ]
);

const fn derived(from: chrono::NaiveDate, until: chrono::NaiveDate, fee: Money) -> Span<Money> {
    Span::known(from, until, fee, WAGE_TABLE, Unverified).remark(Remark::DerivedFromWage)
}

/// What the formula of the years up to 2012 makes of a minimum wage: a visit is 1 % of it. It answers "what
/// if", and explains the amounts of its time; since 07.08.2012 no fee follows from it.
///
/// # Errors
///
/// [`MoneyError::Overflow`].
pub fn visit_share(minimum_wage: Money) -> Result<Money, MoneyError> {
    minimum_wage.share_half_up(Ratio::percent(1))
}

/// The same for a day in hospital: 2 %.
///
/// # Errors
///
/// [`MoneyError::Overflow`].
pub fn stay_day_share(minimum_wage: Money) -> Result<Money, MoneyError> {
    minimum_wage.share_half_up(Ratio::percent(2))
}
