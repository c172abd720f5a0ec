//! Sign-in.

pub mod begin;
