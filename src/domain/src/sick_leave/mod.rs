//! Sick leave: how long the doctor may give it, leave for carers, and how sheets are issued.

pub mod carer;
pub mod family;
pub mod issuing;
pub mod limits;
pub mod own;
pub mod posted;
pub mod sources;
pub mod split;
mod walk;

pub use carer::{Care, Granted, Need, NoLeave, care};
pub use family::{AgeBand, Kin};
pub use issuing::{Answer, Request, issue};
pub use limits::{Cause, Limits};
pub use own::{Before, Issuer, Leave, Plan, Sheet, plan, plan_after};
pub use split::{Split, Used, split};

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &limits::GUIDE_LIMITS,
    &limits::LIMITS,
    &limits::CARER_LIMITS,
    &limits::QUARANTINE,
    &limits::UNLIMITED,
    &family::FAMILY,
    &family::PAID,
    &posted::POSTED,
    &posted::PAST_WITHOUT_EXAM,
];
