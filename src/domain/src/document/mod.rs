//! Documents of a patient: kinds, statuses, events, and what they mean for the patient.
//!
//! The fund states which events it reports, but no order of them. So nothing here assumes one: events may repeat,
//! go back, arrive late, contradict the document's own status, or carry codes that this build does not know.

pub mod action;
pub mod event;
pub mod history;
pub mod kind;
pub mod process;
pub mod reason;
pub mod status;

pub use action::{Attention, FundTask, NextSteps, YourTask, attention, next_steps};
pub use event::{Actor, EventKind, Family, Source};
pub use history::{Entry, Movement, Recorded, Return, history, latest};
pub use kind::Kind;
pub use process::{Position, Process, Reached, Step, process};
pub use reason::Reason;
pub use status::{Group, Status};
