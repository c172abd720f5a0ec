//! Check-ups that people mark as done themselves, until the record says so, too.

use chrono::NaiveDate;

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;

/// That people may mark one, and what a mark is worth: it counts for what is due next, and is shown as what it is.
pub const SOURCE: Citation = DESIGN;

codes! {
    /// Why a day cannot be marked.
    pub enum NotTaken {
        /// It is still to come.
        Future = "day.future",
        /// It is before birth.
        BeforeBirth = "day.before_birth",
        /// There is a check-up on that day already, in the record or marked.
        There = "day.there",
    }
}

/// Whether a check-up on `day` may be marked, on `today`, for somebody born on `born` of whom these check-ups are known.
///
/// # Errors
///
/// [`NotTaken`].
pub fn check(
    day: NaiveDate,
    born: Option<NaiveDate>,
    known: &[NaiveDate],
    today: NaiveDate,
) -> Result<(), NotTaken> {
    if day > today {
        return Err(NotTaken::Future);
    }
    if born.is_some_and(|born| day < born) {
        return Err(NotTaken::BeforeBirth);
    }
    if known.contains(&day) { Err(NotTaken::There) } else { Ok(()) }
}
