//! What those risk who miss a check-up, or do not have a child immunised.

use std::fmt;

use chrono::NaiveDate;

use crate::age::completed_years;
use crate::check_up::content::ADULT;
use crate::check_up::schedule::fulfilled;
use crate::check_up::sources::{FINES_2025, INSPECTION_2024};
use crate::citation::Confidence::{Official, Press, Unverified};
use crate::coded::{Code, codes};
use crate::money::Money;
use crate::rules::sources::{GUIDE_2010, PRACTICE_RULES_2021};
use crate::rules::{Basis, NoData, Remark, Scope, Series, Sourced, Span, day, series};

/// From the least to the most that may be imposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub least: Money,
    /// The most.
    pub most: Money,
}

/// The fines of article 209 of the law on health.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fines {
    /// The first time.
    pub first: Range,
    /// Again.
    pub again: Range,
}

/// `50.00 BGN to 100.00 BGN, again 100.00 BGN to 200.00 BGN`.
impl fmt::Display for Fines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, again } = self;
        write!(f, "{} to {}, again {} to {}", first.least, first.most, again.least, again.most)
    }
}

const LEV: Fines = Fines {
    first: Range { least: Money::lev(5_000), most: Money::lev(10_000) },
    again: Range { least: Money::lev(10_000), most: Money::lev(20_000) },
};
/// The same at the fixed rate, to be shown and not to be calculated with: no source prints it.
const EURO: Fines = Fines {
    first: Range { least: Money::euro(2_556), most: Money::euro(5_113) },
    again: Range { least: Money::euro(5_113), most: Money::euro(10_226) },
};

/// The fines over time.
pub static FINES: Series<Fines> = series!(
    "check_up.fines",
    Scope::Law,
    day!("2025-12-05"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), LEV, GUIDE_2010, Official).rule("BG10-49"),
        Span::known(day!("2011-01-01"), day!("2021-06-01"), LEV, FINES_2025, Press),
        Span::known(day!("2021-06-01"), day!("2025-12-05"), LEV, PRACTICE_RULES_2021, Press).rule("PR-60"),
        Span::known(day!("2025-12-05"), day!("2026-01-01"), LEV, FINES_2025, Press),
        Span::since(day!("2026-01-01"), EURO, FINES_2025, Unverified).remark(Remark::ConvertedByLaw),
    ]
);

codes! {
    /// Who imposes the fine.
    pub enum Authority {
        /// The regional centre of health (РЦЗ).
        RegionalCentre = "regional_centre",
        /// The regional health inspection (РЗИ).
        Inspection = "inspection",
    }
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Who imposes the fine, over time.
pub static AUTHORITY: Series<Authority> = series!(
    "check_up.authority",
    Scope::Law,
    day!("2024-01-01"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Authority::RegionalCentre, GUIDE_2010, Official)
            .rule("BG10-49"),
        Span::since(day!("2011-01-01"), Authority::Inspection, INSPECTION_2024, Press),
    ]
);

/// For how many months who misses the yearly check-up may lose the rights of an insured person.
pub static LOSS_MONTHS: Series<u32> = series!(
    "guide.check_up.loss_months",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), 1, GUIDE_2010, Official).rule("BG10-36"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

codes! {
    /// What was missed.
    pub enum Missed {
        /// The yearly check-up, and the tests that go with it.
        CheckUp = "check_up",
        /// A compulsory immunisation of a child: the parents or guardians are fined.
        Immunisation = "immunisation",
    }
}

/// What somebody risks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sanction {
    /// The fine.
    pub fine: Result<Sourced<Range>, NoData<Fines>>,
    /// Who imposes it.
    pub authority: Result<Sourced<Authority>, NoData<Authority>>,
    /// Months without the rights of an insured person, by the guide of 2010; for a check-up only. `None`
    /// where nothing is known of it.
    pub loss: Option<(u32, Basis)>,
}

/// What somebody risks who missed it on `day` (of a year: on its last), asked on `today`.
#[must_use]
pub fn sanction(missed: Missed, again: bool, day: NaiveDate, today: NaiveDate) -> Sanction {
    let fine = FINES.sourced(day, today).map(|fines| Sourced {
        value: if again { fines.value.again } else { fines.value.first },
        basis: fines.basis,
    });
    let loss = match missed {
        Missed::CheckUp => LOSS_MONTHS.sourced(day, today).ok().map(|loss| (loss.value, loss.basis)),
        Missed::Immunisation => None,
    };
    Sanction { fine, authority: AUTHORITY.sourced(day, today), loss }
}

/// Whether somebody else has to see to it that a person born on `born` is immunised: parents or guardians, as long as the person is
/// a child.
#[must_use]
pub fn parents_answer(born: NaiveDate, today: NaiveDate) -> bool {
    completed_years(born, today).is_some_and(|age| age < ADULT)
}

/// How a calendar year stands for somebody who is due one check-up in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// It was done in that year.
    Fulfilled,
    /// It was not, and there are days left.
    Open {
        /// Days left after today.
        days_left: i64,
    },
    /// It was not. [`sanction`] says what that may cost.
    Missed {
        /// The last day on which it could have been done.
        last: NaiveDate,
    },
}

/// How `year` stands on `today` for somebody whose check-ups were on these days; `None` beyond the calendar.
#[must_use]
pub fn year(year: i32, done: &[NaiveDate], today: NaiveDate) -> Option<Year> {
    if fulfilled(year, done) {
        return Some(Year::Fulfilled);
    }
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    Some(if today > last {
        Year::Missed { last }
    } else {
        Year::Open { days_left: (last - today).num_days() }
    })
}
