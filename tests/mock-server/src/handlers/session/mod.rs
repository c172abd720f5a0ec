//! The session.

pub mod delete;
pub mod extend;
pub mod get;
