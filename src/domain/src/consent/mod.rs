//! Who has to be there, or to consent, when a child is seen by a doctor.
//!
//! Two rules stand side by side and are never mixed (conflict C9): a practice lets nobody under 16 be seen
//! without a parent ([`house`]); the law calls minors those under 14, and asks for a parent's consent up to 18
//! ([`law`]). What has to be known for the first, and what would turn a refusal, follows from asking it
//! ([`mod@ways`]).

pub mod house;
pub mod law;
pub mod ways;

pub use house::{Admission, Consultation, Escort, Exception, admission};
pub use law::{Consent, Consents, consent};
pub use ways::{Arrangement, Ways, escort_matters, exceptions_that_matter, incapacity_matters, ways};

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[&house::CHILDREN, &law::AGES];
