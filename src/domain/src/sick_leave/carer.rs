//! Leave to care for a member of the family, and what the insurance institute (НОИ) pays of it.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::citation::Confidence::{Press, Secondary};
use crate::coded::{Code, codes};
use crate::rules::sources::PRACTICE_SICK_LEAVE_2021;
use crate::rules::{Basis, NoData, Scope, Series, Span, day, series};
use crate::sick_leave::limits::{CARER_LIMITS, Limits};
use crate::sick_leave::sources::CODE_45;
use crate::sick_leave::split::{Split, Used, split};

codes! {
    /// Who is ill, as kin of the carer.
    pub enum Kin {
        /// Child.
        Child = "child",
        /// Parent.
        Parent = "parent",
        /// Brother or sister.
        Sibling = "sibling",
        /// Parent of the husband or wife.
        ParentInLaw = "parent_in_law",
        /// Husband or wife.
        Spouse = "spouse",
        /// Anybody else.
        Other = "other",
    }
}

/// The kin who are "family", and those who are excluded in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Family {
    /// Give a right to leave.
    pub entitled: &'static [Kin],
    /// Give none.
    pub excluded: &'static [Kin],
}

/// `child parent sibling, not parent_in_law`.
impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for kin in self.entitled {
            write!(f, "{between}{}", kin.code())?;
            between = " ";
        }
        self.excluded.iter().try_for_each(|kin| write!(f, ", not {}", kin.code()))
    }
}

/// Who is family.
pub static FAMILY: Series<Family> = series!(
    "sick_leave.family",
    Scope::Law,
    day!("2021-02-01"),
    [Span::since(
        day!("2021-02-01"),
        Family { entitled: &[Kin::Child, Kin::Parent, Kin::Sibling], excluded: &[Kin::ParentInLaw] },
        PRACTICE_SICK_LEAVE_2021,
        Secondary
    )
    .rule("PR-35")]
);

/// How many days in a calendar year are paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaidDays {
    /// For members of the family of 18 or older; each insured person has them.
    pub adult: u32,
    /// For a child under 18; all members of the family have them together.
    pub child: u32,
}

/// `10 and 60 days`.
impl fmt::Display for PaidDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {} days", self.adult, self.child)
    }
}

/// What the institute pays.
pub static PAID: Series<PaidDays> = series!(
    "sick_leave.carer_paid",
    Scope::Law,
    day!("2021-02-01"),
    [Span::since(day!("2021-02-01"), PaidDays { adult: 10, child: 60 }, CODE_45, Press).rule("PR-34")]
);

codes! {
    /// Why somebody needs care.
    pub enum Need {
        /// Illness.
        Illness = "illness",
        /// A child that goes to a nursery, kindergarten or school was in contact with somebody infectious:
        /// for the compulsory quarantine.
        ContactInFacility = "contact_in_facility",
        /// Contact of a child that goes to none.
        ContactAtHome = "contact_at_home",
        /// A child under 3 is in hospital, and the carer with it.
        HospitalWithInfant = "hospital_with_infant",
    }
}

/// A request for leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Care {
    /// First day.
    pub first: NaiveDate,
    /// Calendar days.
    pub days: u32,
    /// Who is ill.
    pub kin: Kin,
    /// Completed years of the one who is ill, on the first day.
    pub age: u32,
    /// Why.
    pub need: Need,
    /// Leave to care used before, in the year of the first day.
    pub used: Used,
    /// Paid days used in the year: of the insured person for adults, of the whole family for a child.
    pub paid_used: u32,
}

/// Why there is no leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLeave {
    /// The kin are excluded in words.
    Excluded(Basis),
    /// No source says whether these kin give a right.
    NotSaid(Basis),
    /// Contact with infection gives leave for a child who goes to a children's facility only.
    NoFacility(Basis),
    /// The need is a child's, and the one cared for is 18 or older, or no child under 3.
    NotAChild,
    /// No days, or more than [`LONGEST_DAYS`], or beyond the calendar.
    Days,
    /// No source says who is family on the day.
    Family(NoData<Family>),
    /// The limits of the day are not known.
    Limits(NoData<Limits>),
    /// What is paid on the day is not known.
    Paid(NoData<PaidDays>),
}

/// The leave, and what of it is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granted {
    /// Who gives the sheets.
    pub split: Split,
    /// Days the institute pays.
    pub paid: u32,
    /// Days it does not pay.
    pub unpaid: u32,
    /// Whether these days use up the paid ones of the year.
    pub uses_paid_days: bool,
    /// By which rule leave is given.
    pub leave: Basis,
    /// By which rule it is paid.
    pub pay: Basis,
}

/// Who has completed so many years is no child to these rules.
const MAJORITY: u32 = 18;
/// The longest leave that is planned, in days: two years. A decision of the designers, against mistyped
/// numbers.
pub const LONGEST_DAYS: u32 = 731;
/// Up to this birthday a hospital stay with the child is paid apart.
const INFANCY: u32 = 3;

/// The leave that a carer gets, by the rules of its first day, or of today if that is still to come. What is
/// counted by the year starts again with the new one.
///
/// # Errors
///
/// [`NoLeave`].
pub fn care(request: &Care, today: NaiveDate) -> Result<Granted, NoLeave> {
    let day = request.first.min(today);
    let family = FAMILY.sourced(day, today).map_err(NoLeave::Family)?;
    if family.value.excluded.contains(&request.kin) {
        return Err(NoLeave::Excluded(family.basis));
    }
    if !family.value.entitled.contains(&request.kin) {
        return Err(NoLeave::NotSaid(family.basis));
    }
    let limits = CARER_LIMITS.sourced(day, today).map_err(NoLeave::Limits)?;
    let pay = PAID.sourced(day, today).map_err(NoLeave::Paid)?;
    let apart = match request.need {
        Need::Illness => false,
        Need::ContactInFacility if request.age < MAJORITY => true,
        Need::ContactAtHome if request.age < MAJORITY => {
            return Err(NoLeave::NoFacility(Basis { rule: Some("PR-36"), ..family.basis }));
        }
        Need::HospitalWithInfant if request.age < INFANCY => true,
        Need::ContactInFacility | Need::ContactAtHome | Need::HospitalWithInfant => {
            return Err(NoLeave::NotAChild);
        }
    };
    let cap = if request.age < MAJORITY { pay.value.child } else { pay.value.adult };
    let mut granted = Granted {
        split: Split::default(),
        paid: 0,
        unpaid: 0,
        uses_paid_days: !apart,
        leave: limits.basis,
        pay: pay.basis,
    };
    for year in years(request)? {
        let split = match request.need {
            // "For the term of the compulsory quarantine", whatever the limits.
            Need::ContactInFacility => Split { doctor: year.days, commission: 0 },
            _ => split(year.days, year.used, limits.value),
        };
        let paid = if apart { year.days } else { year.days.min(cap.saturating_sub(year.paid_used)) };
        granted.split.doctor += split.doctor;
        granted.split.commission += split.commission;
        granted.paid += paid;
        granted.unpaid += year.days - paid;
    }
    Ok(granted)
}

/// The days of a request in one calendar year, and what was used up before them.
struct InYear {
    days: u32,
    used: Used,
    paid_used: u32,
}

/// A new year starts the days of the year again, but is no break.
fn years(request: &Care) -> Result<Vec<InYear>, NoLeave> {
    if request.days == 0 || request.days > LONGEST_DAYS {
        return Err(NoLeave::Days);
    }
    let (mut first, mut left) = (request.first, request.days);
    let (mut used, mut paid_used) = (request.used, request.paid_used);
    let mut years = Vec::new();
    while left > 0 {
        let next = NaiveDate::from_ymd_opt(first.year() + 1, 1, 1).ok_or(NoLeave::Days)?;
        let room = u32::try_from((next - first).num_days()).map_err(|_| NoLeave::Days)?;
        let days = left.min(room);
        years.push(InYear { days, used, paid_used });
        used = Used { without_break: used.without_break.saturating_add(days), in_year: 0 };
        (first, left, paid_used) = (next, left - days, 0);
    }
    Ok(years)
}
