//! How long ahead of a day one is reminded of it.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use crate::access::notice::LEADS as ACCESS;
use crate::citation::{Citation, DESIGN};
use crate::moment::Zone;
use crate::notification::subject::Subject;

/// At this hour reminders are due, by the clock of the person they are about.
pub const HOUR: u32 = 9;
/// The source of all leads and of the hour: the fund states no lead of its own reminder.
pub const LEADS_SOURCE: Citation = DESIGN;

/// A lead that somebody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// Of what.
    pub subject: Subject,
    /// Days ahead; 0 is the day itself.
    pub days: u16,
}

/// Who says how long ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// The person, one of these.
    Chosen {
        /// The days one may choose from, the shortest first.
        from: &'static [u16],
        /// As long as nothing was chosen.
        default: u16,
    },
    /// It is told at each of these: nobody chooses.
    Each(&'static [u32]),
    /// Whoever sends it.
    Senders,
}

/// How long ahead a subject is told; `None` for one that tells of no day.
#[must_use]
pub const fn leads(subject: Subject) -> Option<Leads> {
    Some(match subject {
        Subject::AidExpiryReminder | Subject::ContractChange => Leads::Senders,
        Subject::AccessEndsSoon | Subject::AgeAhead => Leads::Each(&ACCESS),
        Subject::VisitReminder => Leads::Chosen { from: &[0, 1, 2, 3, 7], default: 1 },
        Subject::GpWindowOpens => Leads::Chosen { from: &[0, 7, 14], default: 7 },
        Subject::GpWindowCloses => Leads::Chosen { from: &[3, 7, 14], default: 7 },
        Subject::CheckUpDue => Leads::Chosen { from: &[7, 14, 30], default: 14 },
        Subject::TelkDate => Leads::Chosen { from: &[1, 3, 7, 14], default: 7 },
        _ => return None,
    })
}

/// The longest time ahead that somebody may choose, in days; `None` where nobody chooses.
#[must_use]
pub fn longest(subject: Subject) -> Option<u16> {
    let Some(Leads::Chosen { from, .. }) = leads(subject) else { return None };
    from.iter().max().copied()
}

/// The days ahead by what somebody chose; `None` where nobody chooses.
#[must_use]
pub fn lead_of(subject: Subject, chosen: &[Lead]) -> Option<u16> {
    let Some(Leads::Chosen { from, default }) = leads(subject) else { return None };
    let own = chosen.iter().rev().find(|lead| lead.subject == subject).map(|lead| lead.days);
    Some(own.filter(|days| from.contains(days)).unwrap_or(default))
}

/// When a reminder of `day` is due that comes so many days ahead: at [`HOUR`]. Beyond the calendar there is none.
#[must_use]
pub fn due(day: NaiveDate, lead: u16, zone: Zone) -> Option<DateTime<Utc>> {
    let on = day.checked_sub_days(Days::new(lead.into()))?;
    Some(zone.shown(on.and_time(NaiveTime::from_hms_opt(HOUR, 0, 0)?)).first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;
    use crate::notification::subject::Valid;
    use crate::rules::day;

    #[test]
    fn a_default_is_one_of_the_choices_and_a_lead_has_a_day() {
        for subject in Subject::ALL {
            let Some(leads) = leads(*subject) else { continue };
            assert_eq!(subject.valid(), Valid::ThroughItsDay, "{subject:?}");
            if let Leads::Chosen { from, default } = leads {
                assert!(from.contains(&default) && from.is_sorted(), "{subject:?}");
            }
        }
    }

    #[test]
    fn what_is_not_offered_is_not_followed() {
        let lead = |days| [Lead { subject: Subject::VisitReminder, days }];
        assert_eq!(lead_of(Subject::VisitReminder, &lead(3)), Some(3));
        assert_eq!(lead_of(Subject::VisitReminder, &lead(5)), Some(1));
        assert_eq!(lead_of(Subject::AgeAhead, &[]), None);
    }

    #[test]
    fn a_reminder_is_due_at_nine_where_the_person_lives() {
        let said = due(day!("2026-10-26"), 1, Zone::Sofia).unwrap();
        assert_eq!(said.to_rfc3339(), "2026-10-25T07:00:00+00:00");
        let said = due(day!("2026-10-26"), 2, Zone::Sofia).unwrap();
        assert_eq!(said.to_rfc3339(), "2026-10-24T06:00:00+00:00");
    }
}
