//! The stand-in for the fund's identity provider.

pub mod choose;
pub mod page;
