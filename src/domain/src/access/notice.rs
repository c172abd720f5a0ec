//! Which notice is due before access changes.

use chrono::{DateTime, NaiveDate, Utc};

use crate::access::grant::{Grant, Owner, Upcoming, What, upcoming};
use crate::citation::{Citation, DESIGN};

/// How many days ahead both sides are told, the earliest first.
pub const LEADS: [u32; 3] = [90, 30, 7];
/// The source of [`LEADS`].
pub const LEADS_SOURCE: Citation = DESIGN;

/// A notice to both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// What it announces.
    pub change: Upcoming,
    /// Which of [`LEADS`] was reached last.
    pub lead: u32,
    /// Days until the change, at least one.
    pub days: u32,
}

/// The lead that was reached last on `today` before a change on `day`; `None` while it is far, and from the day on.
///
/// ```
/// use domain::access::notice::reached;
/// use domain::rules::day;
/// let change = day!("2027-03-01");
/// assert_eq!(reached(change, day!("2026-12-01")), Some((90, 90)));
/// assert_eq!(reached(change, day!("2027-02-28")), Some((7, 1)));
/// assert_eq!(reached(change, change), None);
/// ```
#[must_use]
pub fn reached(day: NaiveDate, today: NaiveDate) -> Option<(u32, u32)> {
    let days = u32::try_from((day - today).num_days()).ok().filter(|days| *days > 0)?;
    LEADS.iter().rev().find(|lead| days <= **lead).map(|lead| (*lead, days))
}

/// The notices that are due at `now`, the nearest change first. A code that closes is not announced: it lives a week.
#[must_use]
pub fn notice(grant: &Grant, owner: Owner, now: DateTime<Utc>) -> Vec<Notice> {
    let today = owner.zone.day(now);
    let ahead = upcoming(grant, owner, now).into_iter().filter(|change| change.what != What::CodeCloses);
    ahead
        .filter_map(|change| reached(change.day, today).map(|(lead, days)| Notice { change, lead, days }))
        .collect()
}
