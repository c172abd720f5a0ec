//! Files that people send to documents.

pub mod access;
pub mod append;
pub mod begin;
pub mod content;
pub mod delete;
pub mod get;
pub mod list;
