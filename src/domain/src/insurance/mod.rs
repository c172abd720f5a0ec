//! Health insurance: what is owed, by whom and when; when rights are interrupted, and what brings them back.

pub mod abroad;
pub mod amounts;
pub mod contribution;
pub mod due;
pub mod fine;
pub mod ground;
pub mod refusal;
pub mod restoring;
pub mod returning;
pub mod rule;
pub mod sources;
pub mod standing;
pub mod system;

pub use ground::{Ground, StateGroup, StateGroups};
pub use refusal::Refusal;
pub use system::System;

use crate::rules::Dated;

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &amounts::RATE,
    &amounts::MINIMUM_INCOME,
    &amounts::MAXIMUM_INCOME,
    &amounts::EMPLOYER_SHARE,
    &amounts::SELF_INSURED_PART,
    &amounts::NO_OTHER_PART,
    &amounts::EMPLOYEE_FLOOR,
    &due::DUE_DAY,
    &due::ON_DAY_OFF,
    &amounts::EQUALISATION,
    &ground::STATE_PAYS,
    &abroad::MORE_THAN_DAYS,
    &abroad::APPLICATION,
    &abroad::AREA,
    &returning::RETURN,
    &returning::EFFECT,
    &rule::INTERRUPTION,
    &rule::GUIDE_INTERRUPTION,
    &rule::RESTORING,
    &rule::GUIDE_RESTORING,
    &rule::MISSED_CHECK_UP,
    &rule::EMERGENCY,
    &fine::UNPAID,
    &fine::NO_DECLARATION,
    &fine::MISSED_CHECK_UP,
];
