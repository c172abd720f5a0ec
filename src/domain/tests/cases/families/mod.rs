//! The families of examples: for each a module and one line that says which check runs on it.

mod abroad;
mod access;
mod attachment;
mod check_up;
mod check_up_plan;
mod complaint;
mod consent;
mod contribution;
mod data_right;
pub mod dates;
mod delivery;
mod document_clock;
mod fines;
mod gp_advice;
mod gp_choice;
mod hotline;
mod identifiers;
mod issuing;
mod laboratory;
mod maternity;
mod message_check;
mod money;
mod notification;
mod notification_plan;
mod opinion;
mod paperwork;
mod patient;
mod retention;
mod showing;
mod sick_leave;
mod sms;
mod standing;
mod stay;
mod telk;
mod telk_plan;
mod template;
mod transliteration;
mod validity;
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
    ("T6a", gp_choice::check),
    ("T6b", gp_choice::check_stay),
    ("GA", gp_advice::check),
    ("GY", gp_advice::check_year),
    ("T7a", validity::check),
    ("T7b", validity::check_supply),
    ("T7c", validity::check_test),
    ("T8a", sick_leave::check),
    ("T8b", sick_leave::check_carer),
    ("T8c", issuing::check),
    ("T9", maternity::check),
    ("T10", check_up::check),
    ("T10s", check_up::check_sanction),
    ("T10p", check_up_plan::check),
    ("T10m", check_up_plan::check_mark),
    ("T10i", check_up_plan::check_invitation),
    ("T10c", check_up_plan::check_content),
    ("T11", telk::check),
    ("TP", telk_plan::check),
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
    ("T23", document_clock::check),
    ("T24", document_clock::check_own),
    ("FS", attachment::check),
    ("CB", complaint::check_term),
    ("DR", data_right::check),
    ("WD", working_day::check),
    ("NE", notification::check_event),
    ("NQ", notification::check_quiet),
    ("NT", notification::check_truth),
    ("NV", notification::check_code),
    ("NP", notification_plan::check),
    ("ND", delivery::check),
    ("NM", template::check),
    ("NG", template::check_genuine),
    ("access_action", access::check_action),
    ("access_age", access::check_age),
    ("access_grant", access::check_grant),
    ("access_code", access::check_code),
];

/// The check of a family.
pub fn check_of(family: &str) -> Option<Check> {
    FAMILIES.iter().find(|(name, _)| *name == family).map(|(_, check)| *check)
}
