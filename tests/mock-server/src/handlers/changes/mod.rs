//! Changes of documents.

pub mod after;
pub mod stream;
