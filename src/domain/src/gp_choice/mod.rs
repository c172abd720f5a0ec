//! Choosing a GP: the windows of the year, what opens the choice at any time, who signs, and stays elsewhere.

pub mod ground;
pub mod signing;
pub mod sources;
pub mod temporary;
pub mod window;
pub mod year;

pub use ground::{Choice, GpStatus, Ground, Said, choice, ground_of};
pub use signing::{Means, Online, Signer, Ways, ways};
pub use temporary::{Route, Routed, route};
pub use window::{Window, window, window_at};
pub use year::{MonthMarks, YearMarks, year};

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &window::CHANGE_MONTHS,
    &ground::MOVED,
    &ground::EXCEPTIONS,
    &signing::ONLINE,
    &signing::FORM,
    &temporary::BOUNDS,
];
