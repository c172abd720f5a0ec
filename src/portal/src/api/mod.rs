//! The only place that does HTTP. One file per resource, one error type.

mod error;
mod request;

pub mod access;
pub mod account;
pub mod changes;
pub mod commission;
pub mod documents;
pub mod early;
pub mod files;
pub mod gp;
pub mod insurance;
pub mod notices;
pub mod notifications;
pub mod prevention;
pub mod published;
pub mod reports;
pub mod rights;
pub mod session;
pub mod templates;
pub mod texts;

pub use error::ApiError;
pub use request::{NOTICES, set_csrf_token};
