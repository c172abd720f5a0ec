//! The two clocks of a case: that of whoever has to decide, which stops while documents are awaited, and the patient's own.

mod authority;
mod due;
mod own;
mod spans;
mod terms;

pub use authority::{
    Authority, Case, Counting, Due, Limit, Origin, Request, State, StatedLimit, Unit, authority,
};
pub use own::{Facts, How, OwnDate, Ruled, What, own};
pub use spans::Pause;
pub use terms::{DEVICE_DECISION, SERIES, USE_RIGHT};
