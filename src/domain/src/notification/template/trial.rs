//! Sending a version to oneself: how often.

use chrono::{DateTime, TimeDelta, Utc};

use crate::citation::{Citation, DESIGN};

/// So many in [`WINDOW`]: each costs, and a phone is no screen to write on.
pub const LIMIT: usize = 10;
/// The time in which they are counted.
pub const WINDOW: TimeDelta = TimeDelta::hours(1);
/// The source of both.
pub const TRIAL_SOURCE: Citation = DESIGN;

/// Whether one more may be sent; `sent` is when others were, in any order.
///
/// # Errors
/// From when on one may.
pub fn may_try(sent: &[DateTime<Utc>], now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
    let mut recent: Vec<DateTime<Utc>> = sent.iter().copied().filter(|at| *at > now - WINDOW).collect();
    recent.sort_unstable();
    match recent.len().checked_sub(LIMIT).and_then(|over| recent.get(over)) {
        Some(first) => Err(*first + WINDOW),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_in_an_hour_waits_for_the_first_to_be_an_hour_old() {
        let at = |minutes| DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
        let sent: Vec<_> = (0..10).map(at).collect();
        assert_eq!(may_try(&sent[..9], at(10)), Ok(()));
        assert_eq!(may_try(&sent, at(10)), Err(at(60)));
        assert_eq!(may_try(&sent, at(60)), Ok(()));
    }
}
