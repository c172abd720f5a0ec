//! What people want to be told, by which contacts, and what would have been sent.

pub mod contact;
pub mod outbox;
pub mod preference;
