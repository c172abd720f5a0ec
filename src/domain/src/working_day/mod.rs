//! Working days in Bulgaria: fixed feasts, Orthodox Easter, feasts that move, single days off.
//!
//! What the calendar says of a year is [`Certainty::Announced`] where a source prints that year, and
//! [`Certainty::Computed`] where it only follows from the law: the government may still declare a day off.

mod calendar;
mod easter;
pub mod law;
pub mod sources;

pub use calendar::{Certainty, Counted, DayOff, OutOfCalendar, Total, certainty, day_off, days_off};
pub use calendar::{
    is_weekend, is_working_day, off_between, working_day_after, working_days_between, working_days_in,
};
pub use easter::orthodox_easter;
pub use law::{Feast, SERIES, SingleDay};
