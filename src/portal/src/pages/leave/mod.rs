//! Calculators of sick leave, care and maternity.

mod carer;
mod earlier;
mod issued;
mod issuing;
mod maternity;
mod no_leave;
mod sick_leave;

use crate::calculator::Calculator;

/// All of them.
pub static ALL: &[&Calculator] =
    &[&sick_leave::SICK_LEAVE, &issuing::ISSUING, &carer::CARER, &maternity::MATERNITY];
