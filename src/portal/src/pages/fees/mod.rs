//! Calculators of patients' fees.

mod circumstance;
mod exemption;
mod hospital;
mod interview;
mod laboratory;
mod patient;
mod practice;
mod refusal;
mod remarks;
mod stays;
mod visit;

use crate::calculator::Calculator;

/// All of them.
pub static ALL: &[&Calculator] =
    &[&visit::VISIT, &exemption::EXEMPTION, &hospital::HOSPITAL, &laboratory::LABORATORY];
