//! Quiet hours: when messages wait, and when they go out.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use crate::citation::{Citation, DESIGN};
use crate::moment::{Shown, Zone};
use crate::notification::topic::Urgency;

/// No source knows quiet hours: all of this is a decision of design.
pub const QUIET_SOURCE: Citation = DESIGN;

/// Hours in which messages wait, by the clock on the wall, the same for all channels. They begin when clocks first show
/// `from` and end when they last show `to`; a time that clocks skip is the instant at which they jump.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// The first minute.
    pub from: NaiveTime,
    /// The end: messages go out from this time on. Not later than `from` if there is a midnight in between.
    pub to: NaiveTime,
    /// Whether messages wait whose term runs ([`Urgency::Action`]). Calm ones always do, those of security never.
    pub action: bool,
}

/// When a message goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// At that instant.
    pub at: DateTime<Utc>,
    /// Because quiet hours end then; else because nothing holds it.
    pub held: bool,
}

impl Quiet {
    /// Whether a message of an urgency waits for their end.
    #[must_use]
    pub const fn holds(&self, urgency: Urgency) -> bool {
        match urgency {
            Urgency::Security => false,
            Urgency::Action => self.action,
            Urgency::Calm => true,
        }
    }

    /// Whether there is a midnight in them.
    #[must_use]
    pub fn across_midnight(&self) -> bool {
        self.to <= self.from
    }

    /// The hours that begin on a day: their first instant, and the first after them.
    #[must_use]
    pub fn on(&self, day: NaiveDate, zone: Zone) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        if self.from == self.to {
            return None;
        }
        let end = if self.across_midnight() { day.succ_opt()? } else { day };
        let shown = |day: NaiveDate, time| zone.shown(day.and_time(time));
        Some((shown(day, self.from).first(), Shown::last(shown(end, self.to))))
    }

    /// The first instant from `at` on that is in no quiet hours.
    fn next_loud(&self, at: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
        let mut free = at;
        // Hours end within a day; where two run into each other on a night of changing clocks, once more.
        for _ in 0..3 {
            let today = zone.day(free);
            let yesterday = today.checked_sub_days(Days::new(1));
            let hours = yesterday.into_iter().chain([today]).filter_map(|day| self.on(day, zone));
            match hours.filter(|(from, to)| (*from..*to).contains(&free)).map(|(_, to)| to).max() {
                Some(to) => free = to,
                None => break,
            }
        }
        free
    }
}

/// When a message goes out that could at `asked`. Never earlier, and not within quiet hours that hold it.
///
/// ```
/// use chrono::{DateTime, NaiveTime};
/// use domain::moment::Zone;
/// use domain::notification::{Quiet, Urgency, release};
/// let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
/// let quiet = Quiet { from: time(22), to: time(7), action: false };
/// let late = DateTime::parse_from_rfc3339("2026-11-22T23:15:00+02:00").unwrap().to_utc();
/// let morning = DateTime::parse_from_rfc3339("2026-11-23T07:00:00+02:00").unwrap();
/// assert_eq!(release(late, Urgency::Calm, Some(&quiet), Zone::Sofia).at, morning);
/// assert_eq!(release(late, Urgency::Action, Some(&quiet), Zone::Sofia).at, late);
/// ```
#[must_use]
pub fn release(asked: DateTime<Utc>, urgency: Urgency, quiet: Option<&Quiet>, zone: Zone) -> Release {
    let at = quiet.filter(|quiet| quiet.holds(urgency)).map_or(asked, |quiet| quiet.next_loud(asked, zone));
    Release { at, held: at > asked }
}

/// When a message goes out to several who share a contact: the first instant at which nobody's quiet hours hold it. Where
/// their hours leave no such instant within two days, those of the first decide.
#[must_use]
pub fn release_for_all(asked: DateTime<Utc>, urgency: Urgency, who: &[(Option<&Quiet>, Zone)]) -> Release {
    let mut at = asked;
    let latest = asked + chrono::TimeDelta::days(2);
    loop {
        let next = who.iter().fold(at, |at, (quiet, zone)| release(at, urgency, *quiet, *zone).at);
        if next == at {
            return Release { at, held: at > asked };
        }
        if next > latest {
            let (quiet, zone) = who.first().copied().unwrap_or((None, Zone::Sofia));
            return release(asked, urgency, quiet, zone);
        }
        at = next;
    }
}
