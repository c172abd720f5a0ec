//! Telephone lines: whom one reaches where, and whether anybody answers now, by the clock of the line's own
//! country.

mod hours;
mod lines;
mod opening;
mod sources;

pub use hours::{Days, Hours, Interval};
pub use lines::{Line, SERIES};
pub use opening::{NoHours, Opening, instant_in, opening};
