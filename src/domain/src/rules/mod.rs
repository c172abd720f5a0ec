//! Rules as dated, cited data: what a rule is, before any rule is stated.
//!
//! A fact that changes over time is a [`Series`]: spans of days with a value, its
//! [`Citation`](crate::citation::Citation) and its confidence, and declared gaps. [`Series::on`] answers for
//! a day with a [`Lookup`]: a value, a value "not confirmed since", or "no data" with what is known. A
//! calculator passes the [`Basis`] of every value it used on to its result. `README.md` of this crate says
//! how a family of rules is added.

pub mod conflict;
pub mod day;
pub mod declare;
pub mod lookup;
pub mod planned;
pub mod registry;
pub mod remark;
pub mod scope;
pub mod series;
pub mod sources;

pub use crate::{day, series};
pub use conflict::Conflict;
pub use lookup::{Basis, Lookup, NoData, Sourced, Status, Why};
pub use planned::planned;
pub use registry::Dated;
pub use remark::Remark;
pub use scope::{PUBLISHED_RULES, PracticeId, Regime, Scope};
pub use series::{Entry, Gap, Series, SeriesError, Span};
