//! The families of examples: for each a module and one line that says which check runs on it.

mod complaint;
pub mod dates;
mod hotline;
mod laboratory;
mod message_check;
mod money;
mod opinion;
mod paperwork;
mod patient;
mod showing;
mod sms;
mod stay;
mod telk;
mod transliteration;
mod visit;
mod working_day;

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
    ("T11", telk::check),
    ("T12", paperwork::check),
    ("T13a", opinion::check),
    ("T13b", opinion::check_reply),
    ("T17", sms::check),
    ("T18", transliteration::check),
    ("T19", money::check),
    ("T19b", showing::check),
    ("T20", hotline::check),
    ("T20b", complaint::check),
    ("T21", message_check::check),
    ("CB", complaint::check_term),
    ("WD", working_day::check),
];

/// The check of a family.
pub fn check_of(family: &str) -> Option<Check> {
    FAMILIES.iter().find(|(name, _)| *name == family).map(|(_, check)| *check)
}
