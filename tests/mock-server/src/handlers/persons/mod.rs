//! Persons.

pub mod list;
