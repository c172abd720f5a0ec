//! Where to complain and by when one is answered: Bulgaria's administrative code and inspections,
//! Kazakhstan's channels, Altai's insurance representatives. Complaints to a practice are in
//! [`crate::opinion`].

pub mod altai;
pub mod bulgaria;
pub mod kazakhstan;
pub mod sources;

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &bulgaria::INSPECTION_CHECK,
    &bulgaria::PROPOSAL,
    &bulgaria::PROPOSAL_NOTICE,
    &bulgaria::PROPOSAL_LONGEST,
    &bulgaria::SIGNAL,
    &bulgaria::FUND,
    &bulgaria::OLDEST,
    &altai::LEVELS,
];
