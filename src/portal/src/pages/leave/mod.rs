//! Calculators of sick leave, care and maternity.

mod carer;
mod earlier;
mod issued;
mod issuing;
mod maternity;
mod no_leave;
mod sick_leave;

use crate::calculator::Calculator;
use crate::i18n::Msg;
use crate::i18n::texts::leave as l;

/// All of them.
pub static ALL: &[&Calculator] =
    &[&sick_leave::SICK_LEAVE, &issuing::ISSUING, &carer::CARER, &maternity::MATERNITY];

/// So many days, in words.
fn days(count: u32) -> Msg {
    l::days(plain(count))
}

/// A count as the texts take it.
fn plain(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
