//! The control API: for demonstrations and tests, not part of the contract.

pub mod asked;
pub mod clock;
pub mod deliveries;
pub mod events;
pub mod failures;
pub mod meta;
pub mod occurrences;
pub mod outbox;
pub mod requests;
pub mod reset;
pub mod session;
