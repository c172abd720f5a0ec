//! Contributions over time: the rate, the incomes between which they are owed, the split.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::citation::Confidence::{Official, Press, Unverified};
use crate::coded::{Code, codes};
use crate::insurance::sources::{
    AGENCY_2021, BILL_2026, BUDGET_2025, CONTRIBUTION_2012, CONTRIBUTION_2017, CONTRIBUTION_2018,
    CONTRIBUTION_2020, CONTRIBUTION_2021, CONTRIBUTION_2022, CONTRIBUTION_2023, CONTRIBUTION_2024,
    CONTRIBUTION_2025, HIGHEST_2017, HIGHEST_2024, INCOME_2011, INCOME_2013, INCOME_2014, RATE_2025,
};
use crate::money::{Money, Ratio};
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Remark, Scope, Series, Span, day, series};

const EIGHT: Ratio = Ratio::percent(8);
const HALF: Ratio = Ratio::of::<1, 2>();

const fn lev(whole: i64) -> Money {
    Money::lev(whole * 100)
}

/// A value that the press quotes from the revenue agency.
const fn told<T: Copy>(from: NaiveDate, until: NaiveDate, value: T, source: Citation) -> Span<T> {
    Span::known(from, until, value, source, Press)
}

/// The share of the income that is owed.
pub static RATE: Series<Ratio> = series!(
    "contribution.rate",
    Scope::Law,
    day!("2025-11-20"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), EIGHT, GUIDE_2010, Official).rule("BG10-27"),
        told(day!("2011-01-01"), day!("2014-01-01"), EIGHT, INCOME_2013),
        told(day!("2014-01-01"), day!("2015-01-01"), EIGHT, INCOME_2014),
        Span::unknown(day!("2015-01-01"), day!("2016-01-01"), Remark::NoSourceFound),
        told(day!("2016-01-01"), day!("2018-01-01"), EIGHT, CONTRIBUTION_2017),
        told(day!("2018-01-01"), day!("2020-01-01"), EIGHT, CONTRIBUTION_2018),
        told(day!("2020-01-01"), day!("2021-01-01"), EIGHT, CONTRIBUTION_2020),
        Span::known(day!("2021-01-01"), day!("2022-04-01"), EIGHT, AGENCY_2021, Official),
        told(day!("2022-04-01"), day!("2025-04-01"), EIGHT, CONTRIBUTION_2022),
        told(day!("2025-04-01"), day!("2026-01-01"), EIGHT, RATE_2025),
        Span::since(day!("2026-01-01"), EIGHT, RATE_2025, Unverified).remark(Remark::BillOnly),
    ]
);

/// The lowest monthly income on which self-insured persons pay, before any half of it is taken. From 2011 to
/// 2014 it rose with the income of an earlier year: this is the lowest step.
pub static MINIMUM_INCOME: Series<Money> = series!(
    "contribution.minimum_income",
    Scope::Law,
    day!("2025-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), lev(420), GUIDE_2010, Official).rule("BG10-29"),
        told(day!("2011-01-01"), day!("2012-01-01"), lev(420), INCOME_2011).remark(Remark::LowestStep),
        told(day!("2012-01-01"), day!("2014-01-01"), lev(420), INCOME_2013).remark(Remark::LowestStep),
        told(day!("2014-01-01"), day!("2015-01-01"), lev(420), INCOME_2014).remark(Remark::LowestStep),
        Span::unknown(day!("2015-01-01"), day!("2016-01-01"), Remark::NoSourceFound),
        // December 2016 was still owed at the earlier 16.80, 8 % of half of 420.
        told(day!("2016-01-01"), day!("2017-01-01"), lev(420), CONTRIBUTION_2017),
        told(day!("2017-01-01"), day!("2018-01-01"), lev(460), CONTRIBUTION_2017),
        told(day!("2018-01-01"), day!("2019-01-01"), lev(510), CONTRIBUTION_2018),
        // No source prints 560; it follows from "two leva more" in 2020.
        Span::known(day!("2019-01-01"), day!("2020-01-01"), lev(560), CONTRIBUTION_2020, Unverified),
        told(day!("2020-01-01"), day!("2021-01-01"), lev(610), CONTRIBUTION_2020),
        told(day!("2021-01-01"), day!("2022-04-01"), lev(650), CONTRIBUTION_2021),
        told(day!("2022-04-01"), day!("2023-08-01"), lev(710), CONTRIBUTION_2022),
        told(day!("2023-08-01"), day!("2024-01-01"), lev(780), CONTRIBUTION_2023),
        told(day!("2024-01-01"), day!("2025-01-01"), lev(933), CONTRIBUTION_2024),
        told(day!("2025-01-01"), day!("2025-04-01"), lev(933), BUDGET_2025),
        told(day!("2025-04-01"), day!("2026-01-01"), lev(1077), BUDGET_2025),
        Span::since(day!("2026-01-01"), Money::euro(62_020), BILL_2026, Unverified).remark(Remark::BillOnly),
    ]
);

/// The highest monthly income on which anybody pays.
pub static MAXIMUM_INCOME: Series<Money> = series!(
    "contribution.maximum_income",
    Scope::Law,
    day!("2025-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), lev(2000), GUIDE_2010, Official).rule("BG10-29"),
        Span::unknown(day!("2011-01-01"), day!("2014-01-01"), Remark::NoSourceFound),
        told(day!("2014-01-01"), day!("2015-01-01"), lev(2400), INCOME_2014),
        Span::unknown(day!("2015-01-01"), day!("2017-01-01"), Remark::NoSourceFound),
        told(day!("2017-01-01"), day!("2019-01-01"), lev(2600), HIGHEST_2017),
        told(day!("2019-01-01"), day!("2022-04-01"), lev(3000), HIGHEST_2017),
        told(day!("2022-04-01"), day!("2024-01-01"), lev(3400), HIGHEST_2024),
        told(day!("2024-01-01"), day!("2025-01-01"), lev(3750), HIGHEST_2024),
        told(day!("2025-01-01"), day!("2025-04-01"), lev(3750), BUDGET_2025),
        told(day!("2025-04-01"), day!("2026-01-01"), lev(4130), BUDGET_2025),
        Span::since(day!("2026-01-01"), Money::euro(235_200), BILL_2026, Unverified).remark(Remark::BillOnly),
    ]
);

/// The employer's share of an employee's contribution.
pub static EMPLOYER_SHARE: Series<Ratio> = series!(
    "contribution.employer_share",
    Scope::Law,
    day!("2021-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Ratio::percent(60), GUIDE_2010, Official)
            .rule("BG10-28"),
        Span::unknown(day!("2011-01-01"), day!("2021-01-01"), Remark::NoSourceFound),
        Span::since(day!("2021-01-01"), Ratio::percent(60), AGENCY_2021, Official),
    ]
);

/// The part of the minimum income on which self-insured persons pay at least. The newer texts of the revenue
/// agency tie the half to those without any other ground; only a page without a date still gives it to all.
pub static SELF_INSURED_PART: Series<Ratio> = series!(
    "contribution.self_insured_part",
    Scope::Law,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), HALF, GUIDE_2010, Official).rule("BG10-29"),
        Span::since(day!("2011-01-01"), HALF, GUIDE_2010, Unverified),
    ]
);

/// The part of the minimum income on which persons without any other ground pay at least.
pub static NO_OTHER_PART: Series<Ratio> = series!(
    "contribution.no_other_part",
    Scope::Law,
    day!("2025-08-25"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), HALF, GUIDE_2010, Official).rule("BG10-29"),
        told(day!("2011-01-01"), day!("2015-01-01"), HALF, CONTRIBUTION_2012),
        Span::unknown(day!("2015-01-01"), day!("2016-01-01"), Remark::NoSourceFound),
        told(day!("2016-01-01"), day!("2025-04-01"), HALF, CONTRIBUTION_2017),
        Span::since(day!("2025-04-01"), HALF, CONTRIBUTION_2025, Press),
    ]
);

codes! {
    /// The least on which an employee's contribution is paid.
    pub enum EmployeeFloor {
        /// The source names none.
        NotNamed = "not_named",
        /// A table by the employer's activity and the employee's qualification, which is not held here.
        ByActivity = "by_activity",
    }
}

impl fmt::Display for EmployeeFloor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The least for employees: shown beside the amount, never calculated with.
pub static EMPLOYEE_FLOOR: Series<EmployeeFloor> = series!(
    "contribution.employee_floor",
    Scope::Law,
    day!("2014-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), EmployeeFloor::NotNamed, GUIDE_2010, Official)
            .rule("BG10-29"),
        Span::unknown(day!("2011-01-01"), day!("2014-01-01"), Remark::NoSourceFound),
        told(day!("2014-01-01"), day!("2015-01-01"), EmployeeFloor::ByActivity, INCOME_2014),
        Span::unknown_since(day!("2015-01-01"), Remark::NoSourceFound),
    ]
);

codes! {
    /// How a year's contributions of a self-insured person are settled.
    pub enum Equalisation {
        /// By the income in the tax return: what was paid in advance is equalised for the year.
        ByTaxReturn = "by_tax_return",
    }
}

impl fmt::Display for Equalisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The yearly equalisation: a fact of the guide, not calculated.
pub static EQUALISATION: Series<Equalisation> = series!(
    "guide.contribution.equalisation",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Equalisation::ByTaxReturn, GUIDE_2010, Official)
            .rule("BG10-31"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);
