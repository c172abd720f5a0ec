//! By when to see a doctor for a new document, before the one in use ends.

use chrono::{Days, NaiveDate};

use crate::citation::{Citation, DESIGN};
use crate::document::kind::Kind;
use crate::moment::Zone;
use crate::working_day::{Certainty, certainty, is_weekend, is_working_day};

/// So many days before a last day one may want to be reminded of it. The person chooses.
pub const LEADS: [u16; 6] = [1, 3, 7, 14, 30, 60];
/// The lead as long as the person has not chosen.
pub const DEFAULT_LEAD: u16 = 14;
/// The source of [`LEADS`], of [`DEFAULT_LEAD`] and of which day is told: a design decision.
pub const PLAN_SOURCE: Citation = DESIGN;
/// No row of days off is longer than this; beyond it the calendar is wrong.
const LONGEST_BREAK: usize = 14;

/// By when to see a doctor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    /// Not later than this day, on which doctors work.
    By {
        /// The day.
        day: NaiveDate,
        /// How sure its calendar is; `None` where only Saturdays and Sundays are known to be free.
        certainty: Option<Certainty>,
    },
    /// That day has come, or has passed.
    Now,
}

/// Whether a new document of the kind takes a visit before this one ends.
#[must_use]
pub const fn renewed_by_visit(kind: Kind) -> bool {
    matches!(kind, Kind::MedicineProtocol)
}

/// By when to see a doctor for a new document, `lead` days before `last_day` or on the nearest day before that on which
/// doctors work. Nothing once the last day is over: then it is no longer a matter of planning.
///
/// Feasts are those of Bulgaria; of other zones only the weekends are known.
///
/// ```
/// use domain::document::plan::{plan_by, Plan};
/// use domain::{moment::Zone, rules::day, working_day::Certainty};
/// let today = day!("2026-11-23");
/// let plan = plan_by(day!("2027-01-15"), 14, Zone::Sofia, today);
/// // 1 January is a feast: the last day before it on which doctors work is Thursday 31 December.
/// assert_eq!(plan, Some(Plan::By { day: day!("2026-12-31"), certainty: Some(Certainty::Announced) }));
/// assert_eq!(plan_by(day!("2026-11-30"), 14, Zone::Sofia, today), Some(Plan::Now));
/// assert_eq!(plan_by(day!("2026-11-22"), 14, Zone::Sofia, today), None);
/// ```
#[must_use]
pub fn plan_by(last_day: NaiveDate, lead: u16, zone: Zone, today: NaiveDate) -> Option<Plan> {
    if last_day < today {
        return None;
    }
    let Some(wanted) = last_day.checked_sub_days(Days::new(lead.into())) else { return Some(Plan::Now) };
    let known = zone == Zone::Sofia && is_working_day(wanted).is_ok();
    let open = |day: &NaiveDate| !is_weekend(*day) && (!known || is_working_day(*day).unwrap_or(true));
    let back = std::iter::successors(Some(wanted), NaiveDate::pred_opt);
    let Some(day) = back.take(LONGEST_BREAK).find(open).filter(|day| *day > today) else {
        return Some(Plan::Now);
    };
    Some(Plan::By { day, certainty: known.then(|| certainty(day)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::day;

    #[test]
    fn one_of_the_leads_is_the_default() {
        assert!(LEADS.contains(&DEFAULT_LEAD));
        assert!(LEADS.is_sorted());
    }

    #[test]
    fn where_the_feasts_are_not_known_only_weekends_count() {
        // 1 January 2027 is a Friday, 2 January a Saturday.
        let plan = |lead| plan_by(day!("2027-01-15"), lead, Zone::Almaty, day!("2026-11-23"));
        let friday = Some(Plan::By { day: day!("2027-01-01"), certainty: None });
        assert_eq!(plan(14), friday);
        assert_eq!(plan(13), friday);
    }

    #[test]
    fn from_the_day_itself_on_it_is_now() {
        let plan = |today| plan_by(day!("2026-12-16"), 7, Zone::Sofia, today);
        assert!(matches!(plan(day!("2026-12-08")), Some(Plan::By { .. })));
        assert_eq!(plan(day!("2026-12-09")), Some(Plan::Now));
        assert_eq!(plan(day!("2026-12-16")), Some(Plan::Now));
        assert_eq!(plan(day!("2026-12-17")), None);
    }
}
