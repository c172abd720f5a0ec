//! User fees: for a visit, for days in hospital, in the laboratory; and who pays none.

pub mod amounts;
pub mod exemption;
pub mod exemption_lists;
pub mod house;
pub mod laboratory;
pub mod line;
pub mod patient;
pub mod sources;
pub mod stay;
pub mod visit;

pub use exemption::{Circumstance, Exemption, Group, Listing, Proof, exemption};
pub use line::{Line, OtherReading, Refusal, Sum};
pub use patient::{Age, Patient};

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &amounts::VISIT,
    &amounts::STAY_DAY,
    &amounts::STAY_CAP,
    &amounts::REDUCTION,
    &visit::GUIDE_VISIT,
    &house::CONTRACT,
    &house::INTERRUPTED_IN_PRACTICE,
    &house::INTERRUPTED,
    &house::SAMPLING,
    &laboratory::CHARGE,
    &laboratory::LIMIT,
    &laboratory::FREE,
];
