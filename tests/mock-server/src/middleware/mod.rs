//! What happens around every operation.

pub mod answer;
pub mod failing;
pub mod idempotency;
pub mod signed_in;
