//! The account.

pub mod ask_correction;
pub mod change;
pub mod close;
pub mod closing;
pub mod corrections;
pub mod data;
pub mod end_others;
pub mod get;
pub mod sessions;
pub mod sign_ins;
