//! Documents.

pub mod hide;
pub mod index;
pub mod one;
pub mod page;
pub mod search;
