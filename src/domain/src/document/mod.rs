//! Documents of a patient: kinds, statuses, events, and what they mean for the patient.
//!
//! The fund states which events it reports, but no order of them, and nobody states one for the rest. So nothing here
//! assumes one: events may repeat, go back, arrive late, contradict the document's own status, or carry codes that this
//! build does not know.

pub mod action;
pub mod clock;
pub mod dates;
pub mod event;
pub mod family;
pub mod history;
pub mod kind;
pub mod need;
pub mod party;
pub mod pharmacy;
pub mod plan;
pub mod process;
pub mod reason;
pub mod status;
pub mod validity;

pub use action::{Attention, NextSteps, TheirTask, YourTask, attention, next_steps};
pub use dates::{DateBasis, Dates, Left};
pub use event::EventKind;
pub use family::{Body, Family};
pub use history::{Entry, Movement, Recorded, Return, history, latest};
pub use kind::{Kind, ReferralTo, has_details};
pub use need::{Need, board};
pub use party::{Actor, Source};
pub use pharmacy::{AtPharmacy, at_pharmacy, is_for_pharmacy};
pub use process::{Position, Process, Reached, Step, process};
pub use reason::{Advice, Ask, Reason, Remedy, advice, after_refusal};
pub use status::{Group, Status};
pub use validity::{ByRule, Paper, ValidUntil, validity_of};
