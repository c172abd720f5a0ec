//! The GP with whom a person is registered.

use contract::gp::GpRecord;
use contract::{PersonId, path};

use super::ApiError;
use super::request::Ask;

/// With whom a person is registered.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the account holder may not see it.
pub async fn of(person: &PersonId) -> Result<GpRecord, ApiError> {
    Ask::get(&path::person_gp(person)).send().await?.read()
}
