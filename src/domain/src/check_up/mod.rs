//! Check-ups: how often by age, when the next is due, and what those risk who miss one.

pub mod sanction;
pub mod schedule;
pub mod sources;

pub use sanction::{Authority, Missed, Sanction, Year, sanction, year};
pub use schedule::{Band, Bands, By, Due, Frequency, Next, Standing, fulfilled, next};

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] =
    &[&schedule::PRACTICE, &schedule::GUIDE, &sanction::FINES, &sanction::AUTHORITY, &sanction::LOSS_MONTHS];
