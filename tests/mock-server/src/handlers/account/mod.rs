//! The account.

pub mod change;
pub mod end_others;
pub mod get;
pub mod sessions;
pub mod sign_ins;
