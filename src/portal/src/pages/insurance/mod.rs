//! Calculators of contributions, and of the rights that depend on them.

mod abroad;
mod contribution;
mod facts;
mod insured;
mod returning;

pub use insured::InsuredPage;

use crate::calculator::Calculator;

/// All of them.
pub static ALL: &[&Calculator] = &[&contribution::CONTRIBUTION, &abroad::ABROAD, &returning::RETURNING];
