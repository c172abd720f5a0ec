//! Persons.

pub mod access_log;
pub mod gp;
pub mod insurance;
pub mod list;
