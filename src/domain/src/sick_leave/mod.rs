//! Sick leave: how long the doctor may give it, leave for carers, and how sheets are issued.

pub mod carer;
pub mod issuing;
pub mod limits;
pub mod own;
pub mod sources;
pub mod split;

pub use carer::{Care, Granted, Kin, Need, NoLeave, care};
pub use issuing::{Answer, Request, issue};
pub use limits::{Cause, Limits};
pub use own::{Issuer, Leave, Plan, Sheet, plan};
pub use split::{Split, Used, split};

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &limits::GUIDE_LIMITS,
    &limits::LIMITS,
    &limits::CARER_LIMITS,
    &limits::QUARANTINE,
    &limits::UNLIMITED,
    &carer::FAMILY,
    &carer::PAID,
    &issuing::POSTED,
    &issuing::PAST_WITHOUT_EXAM,
];
