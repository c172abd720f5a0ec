//! Whether a message arrived: where each of its channels stands, and what comes next.

pub mod next;
pub mod overall;
pub mod picture;
pub mod state;
pub mod table;

pub use next::{Course, Next, RETRIES, next_step};
pub use overall::{Overall, OverallCode, overall};
pub use picture::{Arrow, Picture, Way, picture};
pub use state::{Failure, NotAllowed, Signal, State, StateCode, after};
pub use table::{TABLE, may_become};
