//! Health insurance.

use contract::insurance::Insurance;
use contract::{PersonId, path};

use super::ApiError;
use super::request::Ask;

/// What is known of a person's health insurance.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the person is not one the account holder cares for.
pub async fn of(person: &PersonId) -> Result<Insurance, ApiError> {
    Ask::get(&path::person_insurance(person)).send().await?.read()
}
