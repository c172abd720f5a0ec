//! Why there is no leave to care for somebody, in words.

use domain::sick_leave::carer::NoLeave;
use domain::sick_leave::family::{Family, INFANCY, MAJORITY, PaidDays};
use domain::sick_leave::{Care, Kin, Need};

use super::carer::DAYS;
use super::sick_leave::known_limits;
use crate::calculator::{Answer, Line, Stop, Tone, nothing_known};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, leave as l};

/// The answer where there is no leave, or nothing is said of it.
///
/// # Errors
/// [`Stop`] when the days cannot be.
pub fn refused(no_leave: NoLeave, request: &Care) -> Result<Answer, Stop> {
    let (tone, sentence, what, basis) = match no_leave {
        NoLeave::Excluded(basis) => (Tone::Bad, l::carer_excluded(), l::carer_excluded_line(), basis),
        NoLeave::NotSaid(basis) => (Tone::Unknown, l::carer_not_said(), l::carer_not_said_line(), basis),
        NoLeave::NoFacility(basis) => (Tone::Bad, l::carer_no_facility(), l::carer_no_facility_line(), basis),
        NoLeave::NotAChild(basis) => {
            let line = match request.need {
                Need::HospitalWithInfant => l::carer_under_hospital(INFANCY.to_string()),
                Need::Illness | Need::ContactInFacility | Need::ContactAtHome => {
                    l::carer_under_contact(MAJORITY.to_string())
                }
            };
            (Tone::Bad, l::carer_not_a_child(), line, basis)
        }
        NoLeave::Days => return Err(Stop::problem(DAYS, l::problem_too_long())),
        NoLeave::Family(no_data) => return Ok(nothing_known(no_data, family)),
        NoLeave::Limits(no_data) => return Ok(nothing_known(no_data, known_limits)),
        NoLeave::Paid(no_data) => return Ok(nothing_known(no_data, paid)),
    };
    Ok(Answer::new(tone, sentence).line(Line::new(what).source(basis)))
}

/// Who is ill, as kin of the carer.
pub fn kin(kin: Kin) -> Msg {
    match kin {
        Kin::Child => l::kin_child(),
        Kin::Parent => l::kin_parent(),
        Kin::Sibling => l::kin_sibling(),
        Kin::ParentInLaw => l::kin_parent_in_law(),
        Kin::Spouse => l::kin_spouse(),
        Kin::Other => l::kin_somebody_else(),
    }
}

fn family(family: Family) -> Msg {
    let entitled = family.entitled.iter().copied().map(kin).reduce(c::list_and);
    entitled.map_or_else(l::known_no_family, l::known_family)
}

fn paid(paid: PaidDays) -> Msg {
    l::known_paid(paid.adult.to_string(), paid.child.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::rules::{NoData, Why, day};
    use domain::sick_leave::family::PAID;
    use domain::sick_leave::limits::CARER_LIMITS;
    use domain::sick_leave::{Used, care};

    const REQUEST: Care = Care {
        first: day!("2021-01-31"),
        days: 5,
        kin: Kin::Child,
        age: 8,
        need: Need::Illness,
        used: Used { without_break: 0, in_year: 0 },
        paid_used: 0,
    };

    fn known(no_leave: NoLeave) -> Option<Msg> {
        refused(no_leave, &REQUEST).unwrap().lines.remove(0).value
    }

    #[test]
    fn before_any_source_what_is_known_later_is_shown() {
        let today = day!("2026-11-22");
        let family =
            l::known_family(c::list_and(c::list_and(l::kin_child(), l::kin_parent()), l::kin_sibling()));
        assert_eq!(known(care(&REQUEST, today).unwrap_err()), Some(family));
        let limits = CARER_LIMITS.sourced(REQUEST.first, today).unwrap_err();
        assert_eq!(known(NoLeave::Limits(limits)), Some(l::known_limits("14", "40")));
        let paid = PAID.sourced(REQUEST.first, today).unwrap_err();
        assert_eq!(known(NoLeave::Paid(paid)), Some(l::known_paid("10", "60")));
    }

    #[test]
    fn where_nothing_is_known_nothing_is_invented() {
        let nothing = NoData { day: REQUEST.first, why: Why::Future, known: None };
        assert!(refused(NoLeave::Family(nothing), &REQUEST).unwrap().lines.is_empty());
        assert_eq!(family(Family { entitled: &[], excluded: &[] }), l::known_no_family());
    }

    #[test]
    fn days_that_cannot_be_are_told_beside_their_field() {
        let stop = Stop::problem(DAYS, l::problem_too_long());
        assert_eq!(refused(NoLeave::Days, &REQUEST), Err(stop));
    }
}
