//! The rights of whoever has an account: to say that an entry of a document is wrong, to have data corrected and to hear
//! of it in time, to close the account.

pub mod clock;
pub mod closure;
pub mod correction;
pub mod report;
pub mod sources;

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::insurance::System;
use crate::moment::Zone;

pub use clock::SERIES;

codes! {
    /// Where something that was asked for or reported stands.
    pub enum State {
        /// It has arrived, and has its number.
        Received = "received",
        /// Somebody looks into it.
        InCheck = "in_check",
        /// There is an answer.
        Answered = "answered",
    }
}

/// Where the system of a person comes from, and which states there are.
pub const BASIS: Citation = DESIGN;

/// The insurance whose law speaks for a person, by where their days are counted. A decision of the designers: each fund
/// that uses the portal has its own zone.
///
/// ```
/// use domain::{data_right::system, insurance::System, moment::Zone};
/// assert_eq!(system(Zone::Almaty), System::Kazakhstan);
/// ```
#[must_use]
pub const fn system(zone: Zone) -> System {
    match zone {
        Zone::Sofia => System::Bulgaria,
        Zone::Almaty => System::Kazakhstan,
        Zone::Barnaul => System::Russia,
    }
}
