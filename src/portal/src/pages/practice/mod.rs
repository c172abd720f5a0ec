//! Calculators of how a practice works.

mod child;
mod house;

use crate::calculator::Calculator;

/// All of them.
pub static ALL: &[&Calculator] = &[&child::CHILD];
