//! Persons.

pub mod insurance;
pub mod list;
