//! The families of examples: for each a module and one line that says which check runs on it.

mod abroad;
mod consent;
mod contribution;
pub mod dates;
mod fines;
mod identifiers;
mod laboratory;
mod money;
mod patient;
mod retention;
mod showing;
mod standing;
mod stay;
mod visit;

use crate::case::{Case, Failure};

/// Runs one example.
pub type Check = fn(&Case) -> Result<(), Failure>;

/// Every family with its check.
pub const FAMILIES: &[(&str, Check)] = &[
    ("dates", dates::check),
    ("T1", visit::check),
    ("T2a", stay::check),
    ("T2b", stay::check),
    ("T3", laboratory::check),
    ("T4a", contribution::check),
    ("T4b", contribution::check),
    ("T4c", abroad::check),
    ("T5", standing::check),
    ("T5w", standing::check_window),
    ("fines", fines::check),
    ("T14", consent::check),
    ("T15", retention::check),
    ("T15b", retention::check_breach),
    ("T16a", identifiers::check_egn),
    ("T16b", identifiers::check_lnch),
    ("T16c", identifiers::check_iin),
    ("T16d", identifiers::check_snils),
    ("T16e", identifiers::check_enp),
    ("T19", money::check),
    ("T19b", showing::check),
];

/// The check of a family.
pub fn check_of(family: &str) -> Option<Check> {
    FAMILIES.iter().find(|(name, _)| *name == family).map(|(_, check)| *check)
}
