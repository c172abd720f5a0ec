//! Check-ups: how often by age, when the next is due, what is in it, and what those risk who miss one.

pub mod content;
pub mod entry;
pub mod invitation;
pub mod mark;
pub mod plan;
pub mod sanction;
pub mod schedule;
pub mod sources;

pub use content::{Content, Test, content};
pub use entry::{EntrySource, Given};
pub use plan::{Ask, Facts, Plan, Planned, plan};
pub use sanction::{Authority, Missed, Sanction, Year, parents_answer, sanction, year};
pub use schedule::{Band, Bands, By, Due, Frequency, Next, Standing, fulfilled, next};

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &schedule::PRACTICE,
    &schedule::GUIDE,
    &sanction::FINES,
    &sanction::AUTHORITY,
    &sanction::LOSS_MONTHS,
    &content::CONTENT,
];
