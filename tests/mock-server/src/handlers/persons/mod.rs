//! Persons.

pub mod access_log;
pub mod insurance;
pub mod list;
