//! Leave to care for a member of the family, and what the insurance institute (НОИ) pays of it.

use chrono::{Datelike, Days, NaiveDate};

use crate::coded::codes;
use crate::rules::{Basis, NoData};
use crate::sick_leave::family::{FAMILY, Family, INFANCY, Kin, MAJORITY, PAID, PaidDays};
use crate::sick_leave::limits::{CARER_LIMITS, Limits};
use crate::sick_leave::split::{Split, Used, split};

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
    NotAChild(Basis),
    /// No days, or more than [`LONGEST_DAYS`], or beyond the calendar.
    Days,
    /// No source says who is family on the day.
    Family(NoData<Family>),
    /// The limits of the day are not known.
    Limits(NoData<Limits>),
    /// What is paid on the day is not known.
    Paid(NoData<PaidDays>),
}

/// Days of a leave in one calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InYear {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// How many.
    pub days: u32,
    /// Who gives the sheets.
    pub split: Split,
    /// Days the institute pays.
    pub paid: u32,
    /// Days it does not pay.
    pub unpaid: u32,
}

/// The leave, and what of it is paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// Year by year: what is counted by the year starts again with the new one.
    pub years: Vec<InYear>,
    /// Who gives the sheets.
    pub split: Split,
    /// Days the institute pays.
    pub paid: u32,
    /// Days it does not pay.
    pub unpaid: u32,
    /// Whether these days use up the paid ones of the year.
    pub uses_paid_days: bool,
    /// How many days the doctor may give alone.
    pub limits: Limits,
    /// How many days of a calendar year are paid for somebody of this age.
    pub cap: u32,
    /// By which rule leave is given.
    pub leave: Basis,
    /// By which rule it is paid.
    pub pay: Basis,
}

/// The longest leave that is planned, in days: two years. A decision of the designers, against mistyped
/// numbers.
pub const LONGEST_DAYS: u32 = 731;

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
        Need::ContactInFacility | Need::ContactAtHome => {
            return Err(NoLeave::NotAChild(Basis { rule: Some("PR-36"), ..family.basis }));
        }
        Need::HospitalWithInfant => return Err(NoLeave::NotAChild(pay.basis)),
    };
    let cap = if request.age < MAJORITY { pay.value.child } else { pay.value.adult };
    let mut granted = Granted {
        years: Vec::new(),
        split: Split::default(),
        paid: 0,
        unpaid: 0,
        uses_paid_days: !apart,
        limits: limits.value,
        cap,
        leave: limits.basis,
        pay: pay.basis,
    };
    for Piece { first, last, days, used, paid_used } in pieces(request)? {
        let split = match request.need {
            // "For the term of the compulsory quarantine", whatever the limits.
            Need::ContactInFacility => Split { doctor: days, commission: 0 },
            _ => split(days, used, limits.value),
        };
        let paid = if apart { days } else { days.min(cap.saturating_sub(paid_used)) };
        granted.split.doctor += split.doctor;
        granted.split.commission += split.commission;
        granted.paid += paid;
        let unpaid = days - paid;
        granted.unpaid += unpaid;
        granted.years.push(InYear { first, last, days, split, paid, unpaid });
    }
    Ok(granted)
}

/// The days of a request in one calendar year, and what was used up before them.
struct Piece {
    first: NaiveDate,
    last: NaiveDate,
    days: u32,
    used: Used,
    paid_used: u32,
}

/// A new year starts the days of the year again, but is no break.
fn pieces(request: &Care) -> Result<Vec<Piece>, NoLeave> {
    if request.days == 0 || request.days > LONGEST_DAYS {
        return Err(NoLeave::Days);
    }
    let (mut first, mut left) = (request.first, request.days);
    let (mut used, mut paid_used) = (request.used, request.paid_used);
    let mut pieces = Vec::new();
    while left > 0 {
        let next = NaiveDate::from_ymd_opt(first.year() + 1, 1, 1).ok_or(NoLeave::Days)?;
        let room = u32::try_from((next - first).num_days()).map_err(|_| NoLeave::Days)?;
        let days = left.min(room);
        let last = first.checked_add_days(Days::new(u64::from(days - 1))).ok_or(NoLeave::Days)?;
        pieces.push(Piece { first, last, days, used, paid_used });
        used = Used { without_break: used.without_break.saturating_add(days), in_year: 0 };
        (first, left, paid_used) = (next, left - days, 0);
    }
    Ok(pieces)
}
